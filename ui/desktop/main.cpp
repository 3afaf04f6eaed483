#include "app/core/log.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/demo.h"
#include "ui/wiring/workplace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;

/// Where this file's sentences are found in translations.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(fw::Main)
};

struct Wishes {
    QString folder = {};
    bool isDemo = false;
    std::optional<fw::ui::ThemeMode> theme = {};
    QString agent = {};
    quint32 seed = 1;
};

Wishes readCommandLine(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("A desk for answering customers on social networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(
        u"data"_s, Text::tr("Folder of the desk; created when it is not there."), Text::tr("DIR"));
    const QCommandLineOption demo(
        u"demo"_s, Text::tr("Simulated networks and customers; nothing leaves this computer."));
    const QCommandLineOption theme(u"theme"_s, Text::tr("Start light or dark."), u"light|dark"_s);
    const QCommandLineOption agent(u"agent"_s, Text::tr("Who answers here."), Text::tr("NAME"));
    const QCommandLineOption seed(
        u"seed"_s, Text::tr("Same number, same customers in the demo."), Text::tr("NUMBER"), u"1"_s);
    parser.addOptions({data, demo, theme, agent, seed});
    parser.process(app);

    Wishes wishes{.folder = parser.value(data),
        .isDemo = parser.isSet(demo),
        .agent = parser.value(agent),
        .seed = parser.value(seed).toUInt()};
    if (wishes.folder.isEmpty()) {
        wishes.folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    if (parser.isSet(theme)) {
        wishes.theme = fw::ui::themeModeFromString(parser.value(theme));
    }
    if (wishes.agent.isEmpty()) {
        wishes.agent = wishes.isDemo ? u"Mina"_s : qEnvironmentVariable("USER", u"agent"_s);
    }
    return wishes;
}

/// How long a text is and may be is a rule of the network; there is one so far.
fw::Capabilities textRules(const fw::Clock &clock)
{
    const auto connector = fw::wiring::makeConnector({.network = fw::Network::Twitter}, clock);
    return connector ? (*connector)->capabilities() : fw::Capabilities{};
}

int run(fw::wiring::Workplace &workplace, const Wishes &wishes, const QString &brand, const QString &notice,
    bool isReading)
{
    const fw::Capabilities rules = textRules(workplace.clock());
    fw::ui::WindowOptions options{.isDemo = wishes.isDemo,
        .brand = brand,
        .stateFile = workplace.folder() + u"/window.ini"_s,
        .agent = wishes.agent,
        .measure = rules.textLength,
        .textLimit = rules.textLimit,
        .notice = notice,
        .theme = wishes.theme};
    if (isReading) {
        options.pullNow = [&workplace] { workplace.pullNow(); };
    }
    fw::ui::MainWindow window(
        workplace.store(), workplace.outbox(), workplace.desk(), workplace.clock(), std::move(options));
    window.show();
    return QApplication::exec();
}

int refuse(const fw::Error &error)
{
    std::fprintf(stderr, "floorwalker: %s\n", qPrintable(error.detail));
    return 1;
}

int runDemo(const Wishes &wishes, const fw::Clock &clock)
{
    const auto demo = fw::wiring::Demo::start(clock, wishes.seed);
    if (!demo) {
        return refuse(demo.error());
    }
    return run((*demo)->workplace(), wishes, (*demo)->brand(), {}, true);
}

int runDesk(const Wishes &wishes, const fw::Clock &clock)
{
    const auto workplace = fw::wiring::Workplace::create(wishes.folder, clock);
    if (!workplace) {
        return refuse(workplace.error());
    }
    const fw::Done started = (*workplace)->start();
    if (!started && started.error().code != fw::ErrorCode::Busy) {
        return refuse(started.error());
    }
    const QString notice = started
        ? QString()
        : Text::tr("Another program reads and sends for this desk. Replies queued here are sent by it.");
    return run(**workplace, wishes, {}, notice, started.has_value());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"floorwalker"_s);
    QApplication::setApplicationVersion(QStringLiteral(FW_VERSION));
    fw::log::start(u"warn"_s);
    const Wishes wishes = readCommandLine(app);
    const fw::SystemClock clock;
    return wishes.isDemo ? runDemo(wishes, clock) : runDesk(wishes, clock);
}

#include "app/core/log.h"
#include "app/core/steered_clock.h"
#include "app/customers/customer_fields.h"
#include "ui/desktop/setup/accounts_dialog.h"
#include "ui/desktop/setup/desk_choice.h"
#include "ui/desktop/setup/vault_gate.h"
#include "ui/desktop/setup/welcome_dialog.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/shell/single_window.h"
#include "ui/desktop/theme/app_icon.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/demo.h"
#include "ui/wiring/team_place.h"
#include "ui/wiring/text_rule.h"
#include "ui/wiring/workplace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDesktopServices>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>
#include <utility>

namespace {

using namespace Qt::StringLiterals;

/// Where this file's sentences are found in translations.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(fw::Main)
};

struct Wishes {
    QString folder = {};
    QString database = {}; // a team's; empty: desk.db in the folder
    bool isDemo = false;
    std::optional<fw::ui::ThemeMode> theme = {};
    QString agent = {};
    quint32 seed = 1;
    QString link = {};
    bool isFree = false; // nothing on the command line says which desk
    bool isAsking = false;
    QString language = {};
    QString passphraseFile = {};
};

/// Loads the sentences of `language`, or of the desktop's when it is empty. English has a file too: for its plural forms.
void speak(const QString &language, QTranslator &translator)
{
    const QLocale wanted = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (translator.load(wanted, u"floorwalker"_s, u"_"_s, u":/floorwalker/i18n"_s)
        || translator.load(u":/floorwalker/i18n/floorwalker_en.qm"_s)) {
        QLocale::setDefault(QLocale(translator.language()));
        QCoreApplication::installTranslator(&translator);
    }
}

Wishes readCommandLine(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("A desk for answering customers on social networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(
        u"data"_s, Text::tr("Folder of the desk; created when it is not there."), Text::tr("DIR"));
    const QCommandLineOption database(u"database"_s,
        Text::tr("The team's database, postgresql://user@host/database; else what FW_DATABASE says."),
        u"URL"_s);
    const QCommandLineOption demo(
        u"demo"_s, Text::tr("Simulated networks and customers; nothing leaves this computer."));
    const QCommandLineOption theme(
        u"theme"_s, Text::tr("Start light, dark, or with high contrast."), u"light|dark|contrast"_s);
    const QCommandLineOption agent(u"agent"_s, Text::tr("Who answers here."), Text::tr("NAME"));
    const QCommandLineOption seed(
        u"seed"_s, Text::tr("Same number, same customers in the demo."), Text::tr("NUMBER"), u"1"_s);
    const QCommandLineOption lang(u"lang"_s, Text::tr("Language of the window."), u"en|fr"_s);
    const QCommandLineOption passphrase(u"passphrase-file"_s,
        Text::tr("Opens the encrypted file of tokens, where there is no keychain."), Text::tr("FILE"));
    const QCommandLineOption choose(u"choose"_s, Text::tr("Ask again which desk to open."));
    parser.addOptions({data, database, demo, theme, agent, seed, lang, passphrase, choose});
    parser.addPositionalArgument(
        u"link"_s, Text::tr("A conversation to open, floorwalker://conversation/NUMBER."), u"[LINK]"_s);
    parser.process(app);

    Wishes wishes{.folder = parser.value(data),
        .isDemo = parser.isSet(demo),
        .agent = parser.value(agent),
        .seed = parser.value(seed).toUInt(),
        .link = parser.positionalArguments().value(0),
        .isFree = !parser.isSet(data) && !parser.isSet(database) && !parser.isSet(demo)
            && fw::wiring::databaseOfEnvironment().isEmpty(),
        .isAsking = parser.isSet(choose)};
    // Who names a folder means the desk in it, whatever the environment says.
    wishes.database = wishes.isDemo                    ? QString()
        : parser.isSet(database) || parser.isSet(data) ? parser.value(database)
                                                       : fw::wiring::databaseOfEnvironment();
    if (wishes.folder.isEmpty()) {
        wishes.folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    }
    wishes.language = parser.value(lang);
    wishes.passphraseFile = parser.value(passphrase);
    if (parser.isSet(theme)) {
        wishes.theme = fw::ui::themeModeFromString(parser.value(theme));
    }
    return wishes;
}

/// What the first start, and the first demo, have shown already.
QString startFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/start.ini"_s;
}

/// Which desk, where nothing says so: as chosen before, or asked now. false: nobody wants any.
bool chooseDesk(Wishes &wishes)
{
    if (!wishes.isFree && !wishes.isAsking) {
        return true;
    }
    const QString file = startFile();
    fw::ui::DeskChoice choice = fw::ui::readDeskChoice(file);
    const bool isKnown
        = choice.kind != fw::ui::DeskChoice::Kind::None || QFile::exists(wishes.folder + u"/desk.db"_s);
    if (!isKnown || wishes.isAsking) {
        const fw::ui::Theme theme(wishes.theme.value_or(fw::ui::ThemeMode::System));
        fw::ui::WelcomeDialog welcome(
            choice.folder.isEmpty() ? wishes.folder : choice.folder, &fw::wiring::reachTeam);
        if (welcome.exec() != QDialog::Accepted) {
            return false;
        }
        choice = welcome.choice();
        if (choice.kind != fw::ui::DeskChoice::Kind::Demo) {
            (void)fw::ui::writeDeskChoice(file, choice); // else it is asked again
        }
    }
    wishes.isDemo = choice.kind == fw::ui::DeskChoice::Kind::Demo;
    wishes.database = choice.database;
    wishes.folder = choice.folder.isEmpty() ? wishes.folder : choice.folder;
    return true;
}

void nameAgent(Wishes &wishes)
{
    if (wishes.agent.isEmpty() && wishes.database.isEmpty()) {
        wishes.agent = wishes.isDemo ? u"Mina"_s : qEnvironmentVariable("USER", u"agent"_s);
    }
}

/// What the composer tells beside Send.
qint64 priceOf(const fw::Account &account, const fw::Message &parent, fw::Lane lane, const QString &text)
{
    if (lane != fw::Lane::Public) {
        return 0;
    }
    const bool isSummoned = parent.traits.testFlag(fw::Trait::AddressesUs);
    const auto price = fw::wiring::replyPrice(account, text, isSummoned);
    return price ? price->microUsd : 0;
}

fw::ui::WindowOptions optionsFor(fw::wiring::Workplace &workplace, const Wishes &wishes, const QString &brand)
{
    return {.isDemo = wishes.isDemo,
        .brand = brand,
        .stateFile = workplace.folder() + u"/window.ini"_s,
        .agent = wishes.agent,
        .measure = [](fw::Network network, fw::Lane lane,
                       const QString &text) { return fw::wiring::countText(network, lane, text).length; },
        .price = &priceOf,
        .fields = {&fw::customerFields},
        .pullNow = [&workplace] { return workplace.pullNow(); },
        .chooseDesk = [] { QProcess::startDetached(QApplication::applicationFilePath(), {u"--choose"_s}); },
        .theme = wishes.theme};
}

/// A window on a desk that this program reads and sends for, as soon as the tokens can be read or nobody gives their passphrase.
class Sitting final
{
    Q_DISABLE_COPY_MOVE(Sitting)
public:
    Sitting(fw::wiring::Workplace &workplace, fw::ui::WindowOptions options)
        : m_workplace(workplace)
        , m_window(workplace.store(), workplace.outbox(), workplace.desk(), workplace.clock(),
              withAccounts(std::move(options)))
        , m_gate(workplace, m_window)
    {
        QObject::connect(
            &m_gate, &fw::ui::VaultGate::decided, &m_window, [this](bool isOpen) { work(isOpen); });
        QObject::connect(&m_window, &fw::ui::MainWindow::noticePressed, &m_gate, &fw::ui::VaultGate::pass);
        m_window.show();
    }

    [[nodiscard]] fw::ui::MainWindow &window() { return m_window; }

    int sit()
    {
        if (m_workplace.isTeam()) {
            watchConnection();
        } else if (const fw::Done claimed = m_workplace.claim(); claimed) {
            m_gate.pass();
        } else if (claimed.error().code == fw::ErrorCode::Busy) {
            m_window.setNotice(Text::tr(
                "Another program reads and sends for this desk. Replies queued here are sent by it."));
        } else {
            m_window.setNotice(Text::tr("Nothing is read or sent: %1").arg(claimed.error().detail));
        }
        return QApplication::exec();
    }

private:
    /// The database of a team may go away for a while.
    void watchConnection()
    {
        QObject::connect(
            &m_workplace.store(), &fw::Store::listeningChanged, &m_window,
            [this](bool isThere) {
                m_window.setNotice(isThere ? QString()
                                           : Text::tr("The team's database cannot be reached. What you type "
                                                      "stays here; nothing is stored until it is back."));
            },
            Qt::QueuedConnection);
    }

    fw::ui::WindowOptions withAccounts(fw::ui::WindowOptions options)
    {
        if (m_workplace.isTeam()) { // accounts are signed in where the service runs
            return options;
        }
        options.openAccounts = [this](QWidget *window) {
            auto *dialog = new fw::ui::AccountsDialog(m_workplace, &QDesktopServices::openUrl, window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            QObject::connect(dialog, &QDialog::finished, &m_window, [this] {
                if (m_isWorking) {
                    m_gate.look(); // it may have been unlocked there
                }
            });
            dialog->open();
        };
        return options;
    }

    void work(bool isOpen)
    {
        m_window.setNotice(isOpen ? QString()
                                  : Text::tr("The access tokens are locked: nothing is read or sent, and "
                                             "nothing is lost."),
            isOpen ? QString() : Text::tr("Re-connect…"));
        if (!std::exchange(m_isWorking, true)) {
            m_workplace.start(); // also for accounts whose token is in a file
        } else if (isOpen) {
            m_workplace.pullNow();
        }
    }

    fw::wiring::Workplace &m_workplace;
    fw::ui::MainWindow m_window;
    fw::ui::VaultGate m_gate;
    bool m_isWorking = false;
};

int refuse(const fw::Error &error)
{
    std::fprintf(stderr, "floorwalker: %s\n", qPrintable(error.detail));
    return 1;
}

int openWindow(fw::wiring::Workplace &workplace, const Wishes &wishes, fw::ui::WindowOptions options)
{
    fw::ui::SingleWindow single(workplace.store().place().shown() + u'\n' + wishes.agent);
    if (!wishes.isDemo && !single.take(wishes.link)) {
        return 0;
    }
    Sitting sitting(workplace, std::move(options));
    QObject::connect(&single, &fw::ui::SingleWindow::asked, &sitting.window(), &fw::ui::MainWindow::openLink);
    if (!wishes.link.isEmpty()) {
        sitting.window().openLink(wishes.link);
    }
    return sitting.sit();
}

void rememberTour()
{
    QSettings(startFile(), QSettings::IniFormat).setValue(u"tour/seen"_s, true);
}

/// The department store's day, on a clock that is steered from the window.
int runDemo(const Wishes &wishes)
{
    fw::SteeredClock clock(fw::wiring::demoOpening());
    const auto demo = fw::wiring::Demo::startShopDay(clock, wishes.seed, wishes.agent);
    if (!demo) {
        return refuse(demo.error());
    }
    fw::ui::WindowOptions options = optionsFor((*demo)->workplace(), wishes, (*demo)->brand());
    options.stage = {.clock = &clock, .day = (*demo)->day()};
    if (!QSettings(startFile(), QSettings::IniFormat).value(u"tour/seen"_s).toBool()) {
        options.tourSeen = &rememberTour;
    }
    return openWindow((*demo)->workplace(), wishes, std::move(options));
}

/// Tokens, reading and sending are the service's.
int runTeam(Wishes wishes, const fw::Clock &clock)
{
    const auto place = fw::wiring::teamPlace(wishes.database);
    if (!place) {
        return refuse(place.error());
    }
    if (wishes.agent.isEmpty()) {
        wishes.agent = fw::wiring::loginAt(*place);
    }
    const auto workplace = fw::wiring::Workplace::openTeam(*place, wishes.folder, clock);
    return workplace ? openWindow(**workplace, wishes, optionsFor(**workplace, wishes, {}))
                     : refuse(workplace.error());
}

int runDesk(const Wishes &wishes, const fw::Clock &clock)
{
    if (!wishes.database.isEmpty()) {
        return runTeam(wishes, clock);
    }
    const auto workplace = fw::wiring::Workplace::create(wishes.folder, clock);
    if (workplace && !wishes.passphraseFile.isEmpty()) {
        (*workplace)
            ->askPassphrase([file = wishes.passphraseFile] { return fw::wiring::secretInFile(file); }, true);
    }
    return workplace ? openWindow(**workplace, wishes, optionsFor(**workplace, wishes, {}))
                     : refuse(workplace.error());
}

} // namespace

int main(int argc, char **argv)
{
    fw::wiring::keepTokensOutOfCoreDumps();
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"floorwalker"_s);
    QApplication::setApplicationVersion(QStringLiteral(FW_VERSION));
    fw::log::start(u"warn"_s);
    Wishes wishes = readCommandLine(app);
    QTranslator translator;
    speak(wishes.language, translator);
    QApplication::setWindowIcon(fw::ui::appIcon());
    if (!chooseDesk(wishes)) {
        return 0;
    }
    nameAgent(wishes);
    return wishes.isDemo ? runDemo(wishes) : runDesk(wishes, fw::SystemClock());
}

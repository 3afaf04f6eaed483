#include "app/core/log.h"
#include "ui/cli/command.h"
#include "ui/wiring/sign_in.h"

#include <QCoreApplication>

namespace {

using namespace fw;
using namespace fw::cli;
using namespace Qt::StringLiterals;

QList<Command> allCommands()
{
    return deskCommands() + replyCommands() + outboxCommands() + guardCommands() + stateCommands()
        + viewCommands() + noteCommands() + policyCommands() + moderateCommands() + accountCommands()
        + accountShowCommands() + signInCommands() + pullCommands() + dispatchCommands() + sandboxCommands()
        + demoCommands() + doctorCommands() + countCommands() + budgetCommands() + simulateCommands()
        + searchCommands() + claimCommands() + rosterCommands() + assignCommands() + auditCommands()
        + statsCommands() + whatIfCommands() + forecastCommands() + customerCommands() + nextBestCommands()
        + erasureCommands() + personExportCommands() + retentionCommands() + consentCommands()
        + importCommands() + refreshCommands() + orderCommands() + stockCommands() + savedReplyCommands()
        + proposalCommands() + arrivalRuleCommands() + macroCommands() + serveCommands() + loginCommands();
}

QString help(const QList<Command> &commands)
{
    QString text = u"floorwalkerctl: everything of Floorwalker without a window\n\n"
                   "  floorwalkerctl [--data DIR | --database URL] COMMAND [options] [--json]\n\n"_s;
    for (const Command &command : commands) {
        text += u"  %1 %2\n"_s.arg(
            (command.name + u' ' + command.arguments).leftJustified(24), command.summary);
    }
    return text + u"\nOptions of a command: floorwalkerctl COMMAND --help. All of it: docs/cli.md\n"_s;
}

/// The command named by the first one or two words, which are taken off the list.
const Command *take(const QList<Command> &commands, QStringList &words)
{
    for (const Command &command : commands) {
        const QStringList name = command.name.split(u' ');
        if (words.mid(0, name.size()) == name) {
            words = words.mid(name.size());
            return &command;
        }
    }
    return nullptr;
}

int fail(Terminal &terminal, const Error &error)
{
    terminal.error(error);
    return error.code == ErrorCode::Usage ? 2 : 1;
}

int unknownCommand(Terminal &terminal, const QStringList &words)
{
    const QString said = words.isEmpty() ? u"say what to do"_s : u"no command \"%1\""_s.arg(words.first());
    return fail(terminal, {.code = ErrorCode::Usage, .detail = said + u"; see: floorwalkerctl --help"_s});
}

QList<QCommandLineOption> commonOptions()
{
    return {QCommandLineOption(QStringList{u"help"_s, u"h"_s}, u"Shows this."_s),
        QCommandLineOption(u"version"_s, u"Shows the version."_s),
        QCommandLineOption(u"data"_s, u"The desk's folder."_s, u"DIR"_s),
        QCommandLineOption(u"database"_s,
            u"The team's database, postgresql://user@host/database; else what FW_DATABASE says."_s, u"URL"_s),
        QCommandLineOption(u"json"_s, u"Machine-readable output."_s),
        QCommandLineOption(
            u"passphrase-file"_s, u"Opens the token vault where there is no keychain."_s, u"FILE"_s),
        QCommandLineOption(
            u"log"_s, u"error, warn, info or debug; to standard error."_s, u"LEVEL"_s, u"error"_s)};
}

/// Knows the options of every command, to find the command's name among them: options may stand before it.
void addEveryOption(QCommandLineParser &scout, const QList<Command> &commands)
{
    scout.addOptions(commonOptions());
    QSet<QString> known;
    for (const Command &command : commands) {
        for (const QCommandLineOption &option : command.options) {
            if (!known.contains(option.names().first())) {
                known.insert(option.names().first());
                scout.addOption(option);
            }
        }
    }
}

int withoutCommand(const QCommandLineParser &scout, const QList<Command> &commands, Terminal &terminal)
{
    if (scout.isSet(u"version"_s)) {
        terminal.line(u"floorwalkerctl "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (scout.isSet(u"help"_s)) {
        fputs(qPrintable(help(commands)), stdout);
        return 0;
    }
    return unknownCommand(terminal, scout.positionalArguments());
}

int runCommand(const Command &command, const QStringList &words, Terminal &terminal)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.addOptions(command.options);
    parser.setApplicationDescription(command.summary);
    parser.addPositionalArgument(command.name, command.arguments, command.name + u' ' + command.arguments);
    if (!parser.parse(QCoreApplication::arguments())) {
        return fail(terminal,
            {.code = ErrorCode::Usage,
                .detail = u"%1 See: floorwalkerctl %2 --help"_s.arg(parser.errorText(), command.name)});
    }
    if (parser.isSet(u"help"_s)) {
        fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    log::start(parser.value(u"log"_s));
    const SystemClock clock;
    const Done done = command.run({.options = parser,
        .words = words,
        .clock = clock,
        .terminal = terminal,
        .isJson = parser.isSet(u"json"_s)});
    terminal.endProgress();
    return done ? 0 : fail(terminal, done.error());
}

} // namespace

int main(int argc, char **argv)
{
    wiring::keepTokensOutOfCoreDumps();
    QCoreApplication::setApplicationName(u"floorwalkerctl"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(FW_VERSION));
    const QCoreApplication application(argc, argv);
    const QList<Command> commands = allCommands();
    Terminal terminal;
    QCommandLineParser scout;
    addEveryOption(scout, commands);
    scout.parse(QCoreApplication::arguments());
    QStringList words = scout.positionalArguments();
    const Command *command = take(commands, words);
    return command ? runCommand(*command, words, terminal) : withoutCommand(scout, commands, terminal);
}

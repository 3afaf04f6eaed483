#include "app/core/error.h"
#include "tests/bench/bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using namespace fw::bench;

namespace {
constexpr Bench kBenches[] = {{"compare", benchCompare}, {"crash", benchCrash}, {"figures", benchFigures},
    {"frame", benchFrame}, {"import", benchImport}, {"ingest", benchIngest}, {"links", benchLinks},
    {"next", benchNext}, {"outbox", benchOutbox}, {"parse", benchParse}, {"queue", benchQueue},
    {"relevance", benchRelevance}, {"sched", benchSched}, {"search", benchSearch}, {"start", benchStart},
    {"store-size", benchStoreSize}, {"team", benchTeam}};

#if defined(NDEBUG) && !defined(FW_SANITIZED)
constexpr bool kIsMeasurable = true;
#else
constexpr bool kIsMeasurable = false;
#endif

int fail(const QString &words)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(words));
    return 2;
}

QString compiler()
{
#ifdef __clang__
    return u"clang " __clang_version__ ""_s;
#else
    return u"gcc " __VERSION__ ""_s;
#endif
}

QJsonObject surroundings()
{
    double load[3] = {0, 0, 0};
    getloadavg(load, 3);
    return {{u"qt"_s, QString::fromLatin1(qVersion())}, {u"compiler"_s, compiler()}, {u"load_1m"_s, load[0]}};
}

int run(const Bench &bench, const Options &options, const QString &file)
{
    QJsonObject report = bench.run(options);
    report.insert(u"bench"_s, QString::fromLatin1(bench.name));
    report.insert(u"rounds"_s, options.rounds);
    report.insert(u"surroundings"_s, surroundings());
    const QJsonObject around = report.value(u"surroundings"_s).toObject();
    std::printf("%s; Qt %s; load %.1f; %d rounds\n", qPrintable(compiler()), qVersion(),
        around.value(u"load_1m"_s).toDouble(), options.rounds);
    if (file.isEmpty()) {
        return 0;
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(report).toJson()) < 0) {
        return fail(u"cannot write %1: %2"_s.arg(file, out.errorString()));
    }
    return 0;
}

/// Windows are drawn into memory unless QT_QPA_PLATFORM says where.
std::unique_ptr<QCoreApplication> application(int &argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const bool isDrawn
        = std::any_of(argv, argv + argc, [](const char *word) { return qstrcmp(word, "frame") == 0; });
    return isDrawn ? std::make_unique<QApplication>(argc, argv)
                   : std::make_unique<QCoreApplication>(argc, argv);
}

/// What the arguments ask for, or why that is nothing.
fw::Result<Options> optionsFrom(const QCommandLineParser &parser)
{
    Options options{.rounds = parser.value(u"rounds"_s).toInt(),
        .size = parser.value(u"size"_s).toDouble(),
        .days = parser.value(u"days"_s).split(u',', Qt::SkipEmptyParts),
        .policies = parser.value(u"policies"_s).split(u',', Qt::SkipEmptyParts),
        .transcript = parser.value(u"transcript"_s)};
    if (options.rounds < 1 || options.size <= 0) {
        return fw::Failure(
            {.code = fw::ErrorCode::Usage, .detail = u"--rounds is at least 1, --size more than 0"_s});
    }
    const QString seeds = parser.value(u"seeds"_s);
    options.firstSeed = seeds.section(u'-', 0, 0).toULongLong();
    options.lastSeed = seeds.section(u'-', -1).toULongLong();
    if (options.firstSeed < 1 || options.lastSeed < options.firstSeed) {
        return fw::Failure(
            {.code = fw::ErrorCode::Usage, .detail = u"--seeds is one number, or two as in 1-5"_s});
    }
    return options;
}
} // namespace

int main(int argc, char **argv)
{
    const auto app = application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"name"_s, u"which bench"_s);
    parser.addOptions({{u"rounds"_s, u"how often subject and reference take turns"_s, u"N"_s, u"5"_s},
        {u"size"_s, u"share of the work, for a trial"_s, u"X"_s, u"1"_s}, {u"list"_s, u"print the names"_s},
        {u"days"_s, u"compare: which days, separated by commas; all unless told"_s, u"NAMES"_s},
        {u"seeds"_s, u"compare: of the days"_s, u"A-B"_s, u"1-5"_s},
        {u"policies"_s, u"compare: which policies; all unless told"_s, u"NAMES"_s},
        {u"transcript"_s, u"compare: write down what happened in the last run"_s, u"FILE"_s},
        {u"json"_s, u"write the figures to a file"_s, u"FILE"_s}});
    parser.addHelpOption();
    parser.process(*app);
    QStringList names;
    for (const Bench &bench : kBenches) {
        names.append(QString::fromLatin1(bench.name));
    }
    if (parser.isSet(u"list"_s)) {
        std::printf("%s\n", qPrintable(names.join(u'\n')));
        return 0;
    }
    if (!kIsMeasurable) {
        return fail(
            u"built with assertions or sanitizers, so no figure would mean anything; use the release preset"_s);
    }
    const auto options = optionsFrom(parser);
    if (!options) {
        return fail(options.error().detail);
    }
    const QString name = parser.positionalArguments().value(0);
    for (const Bench &bench : kBenches) {
        if (name == QLatin1StringView(bench.name)) {
            return run(bench, *options, parser.value(u"json"_s));
        }
    }
    return fail(u"which one? There are: %1"_s.arg(names.join(u", "_s)));
}

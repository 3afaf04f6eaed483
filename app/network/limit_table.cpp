#include "app/network/limit_table.h"

#include "app/core/json_file.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <mutex>

// A static library's resources are dropped by the linker unless somebody asks for them. Must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(limits);
}

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Per cent of a share at which calls end unless the table says otherwise: what people wait for goes on longest.
constexpr int kReadsEnd = 90;
constexpr int kWritesEnd = 100;

milliseconds durationOf(const QJsonObject &json, const QString &key, milliseconds otherwise)
{
    return milliseconds(json.value(key).toInteger(otherwise.count()));
}

QList<milliseconds> durationsOf(const QJsonValue &json)
{
    QList<milliseconds> durations;
    for (const QJsonValue &entry : json.toArray()) {
        durations.append(milliseconds(entry.toInteger()));
    }
    return durations;
}

void applySameText(const QJsonObject &json, SameTextTerms &terms)
{
    terms.within = std::chrono::seconds(
        json.value(u"within_s"_s)
            .toInteger(std::chrono::duration_cast<std::chrono::seconds>(terms.within).count()));
    terms.likeness = json.value(u"likeness"_s).toDouble(terms.likeness);
    terms.others = json.value(u"others"_s).toInt(terms.others);
    terms.courtesies = json.value(u"courtesies"_s).toInt(terms.courtesies);
}

/// Both the built-in table and an account's settings speak this part of the vocabulary.
void applyPace(const QJsonObject &json, LimitTable &table)
{
    table.gap = durationOf(json, u"gap_ms"_s, table.gap);
    table.jitter = durationOf(json, u"jitter_ms"_s, table.jitter);
    table.settle = durationOf(json, u"settle_ms"_s, table.settle);
    table.blockWithoutReset = durationOf(json, u"block_ms"_s, table.blockWithoutReset);
    table.backOff = durationOf(json, u"backoff_ms"_s, table.backOff);
    table.longestBackOff = durationOf(json, u"longest_backoff_ms"_s, table.longestBackOff);
    table.attemptsBeforeGivingUp = json.value(u"attempts"_s).toInt(table.attemptsBeforeGivingUp);
    const QJsonObject classes = json.value(u"classes"_s).toObject();
    for (auto entry = classes.begin(); entry != classes.end(); ++entry) {
        if (const auto replyClass = replyClassFromString(entry.key())) {
            ClassTerms &terms = table.classes[*replyClass];
            terms.weight = entry->toObject().value(u"weight"_s).toDouble(terms.weight);
            terms.due = std::chrono::seconds(
                entry->toObject().value(u"due_s"_s).toInteger(terms.due.count() / 1000));
        }
    }
    applySameText(json.value(u"same_text"_s).toObject(), table.sameText);
    if (json.contains(u"lookups_ms"_s)) {
        table.lookups = durationsOf(json.value(u"lookups_ms"_s));
    }
}

/// A window that names a kind of access counts only for accounts that have it; without a word about it they have "standard".
QJsonObject forAccess(QJsonObject table, const QString &access)
{
    QJsonArray windows;
    for (const QJsonValue &window : table.value(u"windows"_s).toArray()) {
        if (window.toObject().value(u"access"_s).toString(access) == access) {
            windows.append(window);
        }
    }
    table.insert(u"windows"_s, windows);
    return table;
}

WindowKind windowKindOf(const QString &name)
{
    return name == "fixed"_L1  ? WindowKind::Fixed
        : name == "slotted"_L1 ? WindowKind::Slotted
                               : WindowKind::Rolling;
}

Window windowOf(const QJsonObject &entry)
{
    Window window{.name = entry.value(u"name"_s).toString(),
        .operation = operationFromString(entry.value(u"operation"_s).toString()),
        .kind = windowKindOf(entry.value(u"kind"_s).toString()),
        .scope = entry.value(u"scope"_s).toString() == "app"_L1 ? Scope::App : Scope::Account,
        .length = milliseconds(entry.value(u"length_s"_s).toInteger() * 1000),
        .isPercent = entry.value(u"measure"_s).toString() == "percent"_L1,
        .header = entry.value(u"header"_s).toString(),
        .evidence = entry.value(u"evidence"_s).toString() == "configured"_L1 ? Evidence::Configured
                                                                             : Evidence::Documented,
        .source = entry.value(u"source"_s).toString()};
    window.limit = entry.value(u"limit"_s)
                       .toInt(!window.isPercent            ? 0
                               : isWrite(window.operation) ? kWritesEnd
                                                           : kReadsEnd);
    return window;
}

Done validate(const LimitTable &table)
{
    for (const Window &window : table.windows) {
        if (window.limit < 1 || window.length <= milliseconds::zero()) {
            return Failure({.code = ErrorCode::Usage,
                .detail
                = u"limit of window \"%1\": must be at least 1 call in at least 1 s"_s.arg(window.name)});
        }
    }
    for (const auto &[replyClass, terms] : table.classes) {
        if (terms.weight <= 0 || terms.due <= milliseconds::zero()) {
            return Failure({.code = ErrorCode::Usage,
                .detail = u"class \"%1\": weight and due_s must be more than 0"_s.arg(toString(replyClass))});
        }
    }
    const SameTextTerms &same = table.sameText;
    if (same.within < milliseconds::zero() || same.likeness <= 0 || same.others < 1 || same.courtesies < 0) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"same_text: likeness must be more than 0, others at least 1, within_s and courtesies not negative"_s});
    }
    if (table.settle <= milliseconds::zero() || table.attemptsBeforeGivingUp < 1) {
        return Failure({.code = ErrorCode::Usage, .detail = u"settle_ms and attempts must be at least 1"_s});
    }
    return {};
}
} // namespace

QList<Window> LimitTable::windowsOf(Operation operation) const
{
    QList<Window> matching;
    for (const Window &window : windows) {
        if (window.operation == operation) {
            matching.append(window);
        }
    }
    return matching;
}

Result<LimitTable> parseLimitTable(const QJsonObject &json)
{
    LimitTable table;
    applyPace(json, table);
    for (const QJsonValue &value : json.value(u"windows"_s).toArray()) {
        table.windows.append(windowOf(value.toObject()));
    }
    return validate(table).map([&table] { return table; });
}

namespace {
constexpr qsizetype kMostKnown = 64;

Result<LimitTable> readTable(Network network, const QJsonObject &settings)
{
    initResources();
    const auto builtIn = readJsonFile(u":/limits/%1.json"_s.arg(toString(network)));
    if (!builtIn) {
        return Failure(builtIn.error());
    }
    const QString access = settings.value(u"access"_s).toString(u"standard"_s);
    auto table = parseLimitTable(forAccess(*builtIn, access));
    if (!table) {
        return table;
    }
    const QJsonObject own = settings.value(u"limits"_s).toObject();
    applyPace(own, *table);
    const QJsonObject windows = own.value(u"windows"_s).toObject();
    for (Window &window : table->windows) {
        const QJsonValue limit = windows.value(toString(window.operation)).toObject().value(window.name);
        if (!limit.isUndefined()) {
            window.limit = limit.toInt();
            window.evidence = Evidence::Configured;
            window.source = u"set for this account"_s;
        }
    }
    return validate(*table).map([&table] { return *table; });
}
} // namespace

Result<LimitTable> limitTableFor(const Account &account)
{
    // It is asked for with every reply, and depends on nothing else.
    static std::mutex mutex;
    static QHash<QByteArray, LimitTable> known;
    const QJsonObject settings{{u"access"_s, account.settings.value(u"access"_s)},
        {u"limits"_s, account.settings.value(u"limits"_s)}};
    const QByteArray key
        = toString(account.network).toUtf8() + QJsonDocument(settings).toJson(QJsonDocument::Compact);
    const std::scoped_lock lock(mutex);
    if (const auto found = known.constFind(key); found != known.constEnd()) {
        return *found;
    }
    return readTable(account.network, settings).map([&](const LimitTable &table) {
        if (known.size() >= kMostKnown) {
            known.clear();
        }
        known.insert(key, table);
        return table;
    });
}

} // namespace fw

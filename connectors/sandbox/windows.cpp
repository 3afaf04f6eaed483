#include "connectors/sandbox/windows.h"

namespace fw::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QStringList kKinds{u"fixed"_s, u"rolling"_s, u"slotted"_s};

QString toString(WindowKind kind)
{
    return kKinds.at(static_cast<qsizetype>(kind));
}

Instant slotStart(Instant now, milliseconds length)
{
    return instantFromMs(toMs(now) - toMs(now) % length.count());
}
} // namespace

WindowRule readWindowRule(JsonReader &reader, const WindowWords &words)
{
    reader.allow({u"name"_s, u"operation"_s, u"kind"_s, u"length_s"_s, u"limit"_s, u"header"_s});
    WindowRule rule{.name = reader.requiredText(u"name"_s)};
    rule.operation = reader.requiredText(u"operation"_s);
    if (!words.operations.contains(rule.operation)) {
        reader.fail(u"operation"_s, u"must be one of "_s + words.operations.join(u", "_s));
    }
    rule.kind = static_cast<WindowKind>(kKinds.indexOf(reader.choice(u"kind"_s, kKinds, u"fixed"_s)));
    rule.length = milliseconds(1000 * reader.whole(u"length_s"_s, 900, 1, 31 * 86400));
    if (!reader.has(u"limit"_s)) {
        reader.fail(u"limit"_s, u"is missing: how many calls fit in the window"_s);
    }
    rule.limit = static_cast<int>(reader.whole(u"limit"_s, 1, 0, 1'000'000));
    rule.header = reader.choice(u"header"_s, QStringList{QString()} + words.headers, {});
    return rule;
}

QList<WindowRule> readWindowRules(JsonReader &reader, const QString &key, const WindowWords &words)
{
    QList<WindowRule> own;
    for (JsonReader &entry : reader.objects(key)) {
        own.append(readWindowRule(entry, words));
    }
    QList<WindowRule> rules = own;
    for (const WindowRule &rule : words.usual) {
        const bool isReplaced = std::any_of(own.cbegin(), own.cend(),
            [&rule](const WindowRule &other) { return other.operation == rule.operation; });
        if (!isReplaced) {
            rules.append(rule);
        }
    }
    return rules;
}

Windows::Windows(const QList<WindowRule> &rules)
{
    for (const WindowRule &rule : rules) {
        m_counters.append(Counter{.rule = rule});
    }
}

void Windows::forget(Counter &counter, Instant now) const
{
    const WindowRule &rule = counter.rule;
    if (counter.uses.empty()) {
        return;
    }
    switch (rule.kind) {
    case WindowKind::Fixed:
        if (now >= counter.uses.front() + rule.length) {
            counter.uses.clear();
        }
        return;
    case WindowKind::Slotted:
        if (counter.uses.front() < slotStart(now, rule.length)) {
            counter.uses.clear();
        }
        return;
    case WindowKind::Rolling:
        while (!counter.uses.empty() && now >= counter.uses.front() + rule.length) {
            counter.uses.pop_front();
        }
        return;
    }
}

Instant Windows::resetAt(const Counter &counter, Instant now) const
{
    if (counter.rule.kind == WindowKind::Slotted) {
        return slotStart(now, counter.rule.length) + counter.rule.length;
    }
    return (counter.uses.empty() ? now : counter.uses.front()) + counter.rule.length;
}

Windows::Verdict Windows::verdict(const QString &operation, Instant now)
{
    Verdict verdict = Verdict::Free;
    for (Counter &counter : m_counters) {
        if (counter.rule.operation != operation) {
            continue;
        }
        forget(counter, now);
        if (counter.uses.size() < static_cast<size_t>(counter.rule.limit)) {
            continue;
        }
        if (!counter.rule.header.isEmpty()) {
            return Verdict::OverHeaderWindow;
        }
        verdict = Verdict::OverHiddenWindow;
    }
    return verdict;
}

void Windows::count(const QString &operation, Instant now, bool isHidden)
{
    for (Counter &counter : m_counters) {
        if (counter.rule.operation == operation && counter.rule.header.isEmpty() == isHidden) {
            forget(counter, now);
            counter.uses.push_back(now);
        }
    }
}

void Windows::countCall(const QString &operation, Instant now)
{
    count(operation, now, false);
}

void Windows::countDone(const QString &operation, Instant now)
{
    count(operation, now, true);
}

bool Windows::setLimit(const QString &operation, const QString &name, int limit)
{
    for (Counter &counter : m_counters) {
        if (counter.rule.operation == operation && counter.rule.name == name) {
            counter.rule.limit = limit;
            return true;
        }
    }
    return false;
}

QList<WindowState> Windows::shown(const QString &operation, Instant now)
{
    QList<WindowState> list;
    for (Counter &counter : m_counters) {
        if (counter.rule.operation == operation && !counter.rule.header.isEmpty()) {
            forget(counter, now);
            list.append({.rule = counter.rule,
                .used = static_cast<qint64>(counter.uses.size()),
                .resetAt = resetAt(counter, now)});
        }
    }
    return list;
}

QJsonArray Windows::toJson(Instant now)
{
    QJsonArray list;
    for (Counter &counter : m_counters) {
        forget(counter, now);
        list.append(QJsonObject{
            {u"operation"_s, counter.rule.operation},
            {u"name"_s, counter.rule.name},
            {u"kind"_s, toString(counter.rule.kind)},
            {u"length_s"_s, static_cast<qint64>(counter.rule.length.count() / 1000)},
            {u"limit"_s, counter.rule.limit},
            {u"used"_s, static_cast<qint64>(counter.uses.size())},
            {u"reset_at"_s, toIso(resetAt(counter, now))},
            {u"header"_s, counter.rule.header},
        });
    }
    return list;
}

} // namespace fw::sandbox

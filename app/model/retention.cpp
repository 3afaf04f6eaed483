#include "app/model/retention.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongest = 36'500;

struct Name {
    RetainedKind kind;
    const char *name;
};
constexpr std::array<Name, 7> kNames{
    {{RetainedKind::Messages, "messages"}, {RetainedKind::Notes, "notes"}, {RetainedKind::Signals, "signals"},
        {RetainedKind::Attempts, "attempts"}, {RetainedKind::Orders, "orders"},
        {RetainedKind::StoreVisits, "store-visits"}, {RetainedKind::ImportRejects, "import-rejects"}}};

QString allNames()
{
    QStringList names;
    for (const Name &known : kNames) {
        names << QLatin1String(known.name);
    }
    return names.join(u", "_s);
}
} // namespace

const QList<RetainedKind> &allRetainedKinds()
{
    static const QList<RetainedKind> all = [] {
        QList<RetainedKind> kinds;
        for (const Name &known : kNames) {
            kinds << known.kind;
        }
        return kinds;
    }();
    return all;
}

QString toString(RetainedKind kind)
{
    const auto found = std::find_if(
        kNames.begin(), kNames.end(), [kind](const Name &known) { return known.kind == kind; });
    return QLatin1String(found->name);
}

std::optional<RetainedKind> retainedKindFromString(const QString &name)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(),
        [&name](const Name &known) { return name == QLatin1String(known.name); });
    return found == kNames.end() ? std::nullopt : std::optional(found->kind);
}

RetentionRule retentionRuleIn(const JsonPart &part)
{
    part.allow({u"what"_s, u"older_than_days"_s});
    const auto what = retainedKindFromString(part.text(u"what"_s));
    if (!what) {
        part.complain(u"what"_s, u"must be one of: "_s + allNames());
    }
    const RetentionRule rule{
        .what = what.value_or(RetainedKind::Messages), .days = part.number(u"older_than_days"_s, 0)};
    if (rule.days < 1 || rule.days > kLongest) {
        part.complain(u"older_than_days"_s, u"must be a number of days, 1 to 36500"_s);
    }
    return rule;
}

QList<RetentionRule> retentionIn(const JsonPart &root)
{
    root.allow({u"retention"_s});
    QList<RetentionRule> rules;
    QSet<QString> seen;
    for (const JsonPart &part : root.elements(u"retention"_s)) {
        const RetentionRule rule = retentionRuleIn(part);
        if (seen.contains(toString(rule.what))) {
            part.complain(u"what"_s, u"stands here twice"_s);
        }
        seen.insert(toString(rule.what));
        rules.append(rule);
    }
    return rules;
}

QJsonObject toJson(const RetentionRule &rule)
{
    return {{u"what"_s, toString(rule.what)}, {u"older_than_days"_s, rule.days}};
}

} // namespace fw

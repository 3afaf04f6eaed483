#include "app/model/policy/policy_form.h"

#include <QRegularExpression>
#include <QSet>

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kLongest = 24h * 366;

struct Named {
    TargetKind kind;
    QString key;
};

const QList<Named> &targetKeys()
{
    static const QList<Named> keys = {{TargetKind::FirstAnswer, u"first_answer"_s},
        {TargetKind::NextAnswer, u"next_answer"_s}, {TargetKind::Resolution, u"resolution"_s}};
    return keys;
}

TargetTerms termsIn(const JsonPart &part)
{
    part.allow({u"within"_s, u"calendar"_s});
    const auto within = durationIn(part.text(u"within"_s));
    if (!within) {
        part.complain(u"within"_s, u"must be a time like \"45m\" or \"8h30m\", of at most a year"_s);
    }
    return {.within = within.value_or(1ms), .calendar = part.text(u"calendar"_s)};
}

/// The words of a list, each made a T by `read`, which answers nothing for a word it does not know.
template <typename T, typename Read>
QList<T> wordsIn(const JsonPart &part, const QString &key, const QStringList &words, Read read)
{
    QList<T> list;
    for (const JsonPart &element : part.elements(key)) {
        const QString word = element.asText();
        if (!words.contains(word)) {
            element.complain(u"must be one of: %1"_s.arg(words.join(u", "_s)));
        } else {
            list.append(read(word));
        }
    }
    return list;
}

QStringList textsIn(const JsonPart &part, const QString &key)
{
    QStringList texts;
    for (const JsonPart &element : part.elements(key)) {
        texts.append(element.asText());
    }
    return texts;
}

void readWarning(const JsonPart &part, Policy &policy)
{
    if (!part.has(u"warn_before"_s)) {
        return;
    }
    static const QRegularExpression percent(u"^([1-9]\\d?)%$"_s);
    const QString text = part.text(u"warn_before"_s);
    policy.warnPercent = percent.match(text).captured(1).toInt();
    policy.warnBefore = durationIn(text).value_or(0ms);
    if (policy.warnPercent == 0 && policy.warnBefore == 0ms) {
        part.complain(
            u"warn_before"_s, u"must be a time like \"15m\", or a part of the promised time like \"25%\""_s);
    }
    for (const auto &[kind, terms] : policy.targets) {
        if (policy.warnBefore >= terms.within) {
            part.complain(u"warn_before"_s,
                u"must be shorter than every time promised; the %1 is promised within %2"_s.arg(
                    toString(kind), durationText(terms.within)));
        }
    }
}

void checkNames(const JsonPart &element, const Policy &policy, const KnownNames &known)
{
    for (const Named &target : targetKeys()) {
        const auto terms = policy.targets.find(target.kind);
        if (terms != policy.targets.end() && terms->second.calendar != kAlways
            && !known.calendars.contains(terms->second.calendar)) {
            element.object(target.key)
                .complain(u"calendar"_s,
                    u"there is no calendar \"%1\"; there is: %2. Import it first"_s.arg(
                        terms->second.calendar, (QStringList{kAlways} + known.calendars).join(u", "_s)));
        }
    }
    for (const JsonPart &account : element.object(u"when"_s).elements(u"accounts"_s)) {
        if (!known.accounts.contains(account.asText())) {
            account.complain(u"the desk has no account of that name; it has: %1"_s.arg(
                known.accounts.isEmpty() ? u"none"_s : known.accounts.join(u", "_s)));
        }
    }
}

template <typename T>
QJsonArray namesOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &entry : list) {
        array.append(toString(entry));
    }
    return array;
}
} // namespace

PolicyConditions conditionsIn(const JsonPart &part)
{
    for (const QString &later : {u"class"_s, u"priority"_s, u"language"_s, u"tier"_s}) {
        if (part.has(later)) {
            part.complain(later, u"the desk does not know this of a conversation; use \"tags\""_s);
        }
    }
    part.allow({u"networks"_s, u"accounts"_s, u"lanes"_s, u"kinds"_s, u"tags"_s});
    PolicyConditions when;
    when.networks = wordsIn<Network>(part, u"networks"_s, {u"twitter"_s, u"facebook"_s, u"pinterest"_s},
        [](const QString &word) { return *networkFromString(word); });
    when.lanes = wordsIn<Lane>(part, u"lanes"_s, {u"public"_s, u"private"_s}, &laneFromString);
    when.kinds = wordsIn<MessageKind>(part, u"kinds"_s,
        {u"mention"_s, u"comment"_s, u"reply"_s, u"direct-message"_s, u"signal"_s}, &messageKindFromString);
    when.accounts = textsIn(part, u"accounts"_s);
    for (const QString &tag : textsIn(part, u"tags"_s)) {
        when.tags.append(tag.toLower());
    }
    return when;
}

QJsonObject toJson(const PolicyConditions &when)
{
    QJsonObject json;
    const auto add = [&json](const QString &key, const QJsonArray &list) {
        if (!list.isEmpty()) {
            json.insert(key, list);
        }
    };
    add(u"networks"_s, namesOf(when.networks));
    add(u"accounts"_s, QJsonArray::fromStringList(when.accounts));
    add(u"lanes"_s, namesOf(when.lanes));
    add(u"kinds"_s, namesOf(when.kinds));
    add(u"tags"_s, QJsonArray::fromStringList(when.tags));
    return json;
}

Policy policyIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"when"_s, u"first_answer"_s, u"next_answer"_s, u"resolution"_s, u"warn_before"_s,
        u"pauses_while_waiting_for_customer"_s});
    Policy policy{.name = part.text(u"name"_s), .when = conditionsIn(part.object(u"when"_s))};
    for (const Named &target : targetKeys()) {
        if (part.has(target.key)) {
            policy.targets.emplace(target.kind, termsIn(part.object(target.key)));
        }
    }
    readWarning(part, policy);
    policy.pausesWhileWaitingForCustomer = part.flag(u"pauses_while_waiting_for_customer"_s, true);
    return policy;
}

QList<Policy> policiesIn(const JsonPart &root, const KnownNames &known)
{
    root.allow({u"policies"_s});
    if (!root.has(u"policies"_s)) {
        root.complain(u"policies"_s, u"is missing; an empty list takes all policies out of force"_s);
    }
    QList<Policy> policies;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"policies"_s)) {
        const Policy policy = policyIn(element);
        if (names.contains(policy.name)) {
            element.complain(u"name"_s, u"another policy of this file is called that"_s);
        }
        names.insert(policy.name);
        checkNames(element, policy, known);
        policies.append(policy);
    }
    return policies;
}

QJsonObject toJson(const Policy &policy)
{
    QJsonObject json{{u"name"_s, policy.name}, {u"when"_s, toJson(policy.when)},
        {u"pauses_while_waiting_for_customer"_s, policy.pausesWhileWaitingForCustomer}};
    for (const Named &target : targetKeys()) {
        const auto terms = policy.targets.find(target.kind);
        if (terms != policy.targets.end()) {
            json.insert(target.key,
                QJsonObject{{u"within"_s, durationText(terms->second.within)},
                    {u"calendar"_s, terms->second.calendar}});
        }
    }
    if (policy.warnPercent > 0) {
        json.insert(u"warn_before"_s, u"%1%"_s.arg(policy.warnPercent));
    } else if (policy.warnBefore > 0ms) {
        json.insert(u"warn_before"_s, durationText(policy.warnBefore));
    }
    return json;
}

std::optional<ReplyClass> classIn(const JsonPart &part)
{
    if (!part.has(u"class"_s)) {
        return {};
    }
    const auto named = replyClassFromString(part.text(u"class"_s));
    if (!named) {
        part.complain(u"class"_s, u"must be \"urgent\", \"normal\" or \"low\""_s);
    }
    return named;
}

std::optional<milliseconds> durationIn(const QString &text)
{
    static const QRegularExpression form(u"^(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const milliseconds duration = std::chrono::hours(match.captured(1).toInt())
        + std::chrono::minutes(match.captured(2).toInt()) + std::chrono::seconds(match.captured(3).toInt());
    return match.hasMatch() && duration > 0ms && duration <= kLongest ? std::optional(duration)
                                                                      : std::nullopt;
}

QString durationText(milliseconds duration)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    const qint64 hours = seconds / 3600;
    const qint64 minutes = seconds / 60 % 60;
    QString text;
    if (hours > 0) {
        text += u"%1h"_s.arg(hours);
    }
    if (minutes > 0) {
        text += u"%1m"_s.arg(minutes);
    }
    if (seconds % 60 > 0 || text.isEmpty()) {
        text += u"%1s"_s.arg(seconds % 60);
    }
    return text;
}

} // namespace fw

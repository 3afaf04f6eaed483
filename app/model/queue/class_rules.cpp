#include "app/model/queue/class_rules.h"

#include <QSet>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
bool isWordIn(const QString &text, const QString &word)
{
    const auto isPartOfWord
        = [&text](qsizetype at) { return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber(); };
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (!isPartOfWord(at - 1) && !isPartOfWord(at + word.size())) {
            return true;
        }
    }
    return false;
}

/// The first of `words` that stands in one of `texts`.
QString wordFound(const QStringList &words, const QStringList &texts)
{
    for (const QString &word : words) {
        for (const QString &text : texts) {
            if (isWordIn(text, word)) {
                return word;
            }
        }
    }
    return {};
}

ClassReason said(const ClassRule &rule, const ClassContext &context)
{
    ClassReason reason{.rule = rule.name, .gives = rule.gives};
    const QString word = wordFound(rule.words, context.waiting);
    if (!fits(rule.when, context.conversation)) {
        reason.why = u"its network, account, lane, kind or tags do not fit"_s;
    } else if (!rule.words.isEmpty() && word.isEmpty()) {
        reason.why = u"none of its words is in what waits"_s;
    } else if (rule.followersAtLeast > 0 && context.followers < rule.followersAtLeast) {
        reason.why = u"%1 followers, it asks for %2"_s.arg(
            context.followers < 0 ? u"an unknown number of"_s : QString::number(context.followers),
            QString::number(rule.followersAtLeast));
    } else {
        reason.fits = true;
        reason.why = word.isEmpty() ? u"fits"_s : u"fits: \"%1\""_s.arg(word);
    }
    return reason;
}

QStringList textsIn(const JsonPart &part, const QString &key)
{
    QStringList texts;
    for (const JsonPart &element : part.elements(key)) {
        const QString text = element.asText().trimmed();
        if (text.isEmpty()) {
            element.complain(u"must not be empty"_s);
        }
        texts.append(text);
    }
    return texts;
}

template <typename T, typename Read>
QList<T> namesIn(const JsonPart &part, const QString &key, const QStringList &known, Read read)
{
    QList<T> list;
    for (const JsonPart &element : part.elements(key)) {
        if (known.contains(element.asText())) {
            list.append(read(element.asText()));
        } else {
            element.complain(u"must be one of: %1"_s.arg(known.join(u", "_s)));
        }
    }
    return list;
}

PolicyConditions conditionsOf(const JsonPart &part)
{
    PolicyConditions when;
    when.networks = namesIn<Network>(part, u"networks"_s, {u"twitter"_s, u"facebook"_s, u"pinterest"_s},
        [](const QString &word) { return *networkFromString(word); });
    when.lanes = namesIn<Lane>(part, u"lanes"_s, {u"public"_s, u"private"_s}, &laneFromString);
    when.kinds = namesIn<MessageKind>(part, u"kinds"_s,
        {u"mention"_s, u"comment"_s, u"reply"_s, u"direct-message"_s, u"signal"_s}, &messageKindFromString);
    when.accounts = textsIn(part, u"accounts"_s);
    for (const QString &tag : textsIn(part, u"tags"_s)) {
        when.tags.append(tag.toLower());
    }
    return when;
}

ClassRule ruleIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"class"_s, u"networks"_s, u"accounts"_s, u"lanes"_s, u"kinds"_s, u"tags"_s,
        u"words"_s, u"followers_at_least"_s});
    const auto gives = replyClassFromString(part.text(u"class"_s));
    if (!gives) {
        part.complain(u"class"_s, u"must be one of: urgent, normal, low"_s);
    }
    bool isNumber = true;
    const QString followers = part.textOr(u"followers_at_least"_s, u"0"_s);
    ClassRule rule{.name = part.text(u"name"_s),
        .gives = gives.value_or(ReplyClass::Normal),
        .when = conditionsOf(part),
        .words = textsIn(part, u"words"_s),
        .followersAtLeast = followers.toLongLong(&isNumber)};
    if (!isNumber || rule.followersAtLeast < 0) {
        part.complain(u"followers_at_least"_s, u"must be a whole number in quotes like \"10000\""_s);
    }
    return rule;
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

QJsonObject toJson(const ClassRule &rule)
{
    QJsonObject json{{u"name"_s, rule.name}, {u"class"_s, toString(rule.gives)}};
    const auto add = [&json](const QString &key, const QJsonArray &list) {
        if (!list.isEmpty()) {
            json.insert(key, list);
        }
    };
    add(u"networks"_s, namesOf(rule.when.networks));
    add(u"accounts"_s, QJsonArray::fromStringList(rule.when.accounts));
    add(u"lanes"_s, namesOf(rule.when.lanes));
    add(u"kinds"_s, namesOf(rule.when.kinds));
    add(u"tags"_s, QJsonArray::fromStringList(rule.when.tags));
    add(u"words"_s, QJsonArray::fromStringList(rule.words));
    if (rule.followersAtLeast > 0) {
        json.insert(u"followers_at_least"_s, QString::number(rule.followersAtLeast));
    }
    return json;
}
} // namespace

QList<ClassReason> explainClass(const QList<ClassRule> &inOrder, const ClassContext &context)
{
    QList<ClassReason> reasons;
    if (context.fixed) {
        reasons.append({.gives = *context.fixed, .fits = true, .counts = true, .why = u"set by an agent"_s});
    }
    bool isChosen = context.fixed.has_value();
    for (const ClassRule &rule : inOrder) {
        ClassReason reason = said(rule, context);
        reason.counts = reason.fits && !isChosen;
        isChosen = isChosen || reason.fits;
        reasons.append(reason);
    }
    reasons.append({.fits = true, .counts = !isChosen, .why = u"where no rule fits"_s});
    return reasons;
}

ReplyClass chosenClass(const QList<ClassRule> &inOrder, const ClassContext &context)
{
    for (const ClassReason &reason : explainClass(inOrder, context)) {
        if (reason.counts) {
            return reason.gives;
        }
    }
    return ReplyClass::Normal;
}

QList<ClassRule> classRulesIn(const JsonPart &root)
{
    root.allow({u"rules"_s});
    if (!root.has(u"rules"_s)) {
        root.complain(u"rules"_s, u"is missing; an empty list takes all rules out of force"_s);
    }
    QList<ClassRule> rules;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"rules"_s)) {
        const ClassRule rule = ruleIn(element);
        if (names.contains(rule.name)) {
            element.complain(u"name"_s, u"another rule of this file is called that"_s);
        }
        names.insert(rule.name);
        rules.append(rule);
    }
    return rules;
}

QJsonObject toJson(const QList<ClassRule> &rules)
{
    QJsonArray array;
    for (const ClassRule &rule : rules) {
        array.append(toJson(rule));
    }
    return {{u"rules"_s, array}};
}

} // namespace fw

#include "app/model/saved_reply.h"

#include "app/model/fields.h"
#include "app/model/stock_quote.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
bool narrowsTo(const QList<T> &list, const T &one)
{
    return list.isEmpty() || list.contains(one);
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression apart(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.toCaseFolded().split(apart, Qt::SkipEmptyParts);
}

QList<Network> networksIn(const JsonPart &part)
{
    QList<Network> networks;
    for (const JsonPart &element : part.elements(u"networks"_s)) {
        const auto network = networkFromString(element.asText());
        if (!network) {
            element.complain(u"must be one of: twitter, facebook, pinterest"_s);
        }
        networks.append(network.value_or(Network::Twitter));
    }
    return networks;
}

void checkFields(const JsonPart &part, const QString &text)
{
    if (hasStockFields(withoutStockFields(text))) {
        part.complain(
            u"text"_s, u"a stock field is written {stock:PRODUCT/VARIANT@PLACE} or {stock:PRODUCT@PLACE}"_s);
    }
    for (const QString &field : fieldsIn(text)) {
        if (!fieldRoots().contains(field.section(u'.', 0, 0))) {
            part.complain(u"text"_s,
                u"there is no field {%1}; fields begin with: %2"_s.arg(field, fieldRoots().join(u", "_s)));
        }
    }
}
} // namespace

bool isOffered(const SavedReply &reply, const WordsContext &context)
{
    const SavedReplyScope &scope = reply.scope;
    return (scope.agent.isEmpty() || scope.agent == context.agent)
        && (scope.team.isEmpty() || context.teams.contains(scope.team))
        && (!context.network || narrowsTo(scope.networks, *context.network))
        && (context.account.isEmpty() || narrowsTo(scope.accounts, context.account))
        && (scope.language.isEmpty() || context.language.isEmpty() || scope.language == context.language);
}

int likeness(const SavedReply &reply, const QString &typed)
{
    const QString sought = typed.trimmed().toCaseFolded();
    if (reply.name.toCaseFolded().startsWith(sought)) {
        return 2;
    }
    const QStringList there = wordsOf(reply.name + u' ' + reply.text);
    const QStringList words = wordsOf(sought);
    const bool isThere = std::all_of(words.begin(), words.end(), [&there](const QString &word) {
        return std::any_of(
            there.begin(), there.end(), [&word](const QString &other) { return other.startsWith(word); });
    });
    return isThere && !words.isEmpty() ? 1 : 0;
}

SavedReply savedReplyIn(const JsonPart &part)
{
    part.allow({u"name"_s, u"text"_s, u"agent"_s, u"team"_s, u"networks"_s, u"accounts"_s, u"language"_s});
    SavedReply reply{.name = part.text(u"name"_s).trimmed(),
        .text = part.text(u"text"_s),
        .scope = {.agent = part.textOr(u"agent"_s, {}),
            .team = part.textOr(u"team"_s, {}),
            .networks = networksIn(part),
            .language = part.textOr(u"language"_s, {})}};
    for (const JsonPart &element : part.elements(u"accounts"_s)) {
        reply.scope.accounts.append(element.asText());
    }
    return reply;
}

QList<SavedReply> savedRepliesIn(const JsonPart &root, const QStringList &accounts)
{
    root.allow({u"saved_replies"_s});
    if (!root.has(u"saved_replies"_s)) {
        root.complain(u"saved_replies"_s, u"must be a list, even if it is empty: []"_s);
    }
    QList<SavedReply> replies;
    QSet<QString> names;
    for (const JsonPart &element : root.elements(u"saved_replies"_s)) {
        const SavedReply reply = savedReplyIn(element);
        if (names.contains(reply.name.toCaseFolded())) {
            element.complain(u"name"_s, u"another saved reply of this file is called that"_s);
        }
        names.insert(reply.name.toCaseFolded());
        checkFields(element, reply.text);
        for (const JsonPart &account : element.elements(u"accounts"_s)) {
            if (!accounts.contains(account.asText())) {
                account.complain(u"the desk has no account of that name; it has: %1"_s.arg(
                    accounts.isEmpty() ? u"none"_s : accounts.join(u", "_s)));
            }
        }
        replies.append(reply);
    }
    return replies;
}

QJsonObject toJson(const SavedReply &reply)
{
    QJsonObject json{{u"name"_s, reply.name}, {u"text"_s, reply.text}};
    const auto add = [&json](const QString &key, const QString &text) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    };
    add(u"agent"_s, reply.scope.agent);
    add(u"team"_s, reply.scope.team);
    add(u"language"_s, reply.scope.language);
    QJsonArray networks;
    for (const Network network : reply.scope.networks) {
        networks.append(toString(network));
    }
    if (!networks.isEmpty()) {
        json.insert(u"networks"_s, networks);
    }
    if (!reply.scope.accounts.isEmpty()) {
        json.insert(u"accounts"_s, QJsonArray::fromStringList(reply.scope.accounts));
    }
    return json;
}

} // namespace fw

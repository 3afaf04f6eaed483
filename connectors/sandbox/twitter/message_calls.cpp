#include "connectors/sandbox/twitter/message_calls.h"

#include "connectors/sandbox/twitter/reads.h"
#include "connectors/sandbox/twitter/timeline.h"
#include "connectors/sandbox/twitter/wire_json.h"

#include <QJsonDocument>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMostPerPage = 100;
constexpr milliseconds kReach = std::chrono::hours(30 * 24);

const QStringList kFields{u"attachments"_s, u"created_at"_s, u"dm_conversation_id"_s, u"entities"_s,
    u"event_type"_s, u"id"_s, u"text"_s};
const QStringList kTweetFieldsOnly{u"participant_ids"_s, u"referenced_tweets"_s, u"sender_id"_s};
const QStringList kEventTypes{u"MessageCreate"_s, u"ParticipantsJoin"_s, u"ParticipantsLeave"_s};

QStringList listIn(
    const QUrlQuery &query, const QString &name, const QStringList &known, QList<BadParameter> &bad)
{
    const QStringList values = query.queryItemValue(name, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    for (const QString &value : values) {
        if (!known.contains(value)) {
            bad.append({name, value,
                u"The `%1` query parameter value [%2] is not one of [%3]"_s.arg(
                    name, value, known.join(u','))});
        }
    }
    return values;
}
} // namespace

/// What a read asks for.
struct MessageCalls::Wanted {
    qsizetype maxResults = kMostPerPage;
    std::optional<PageToken> token = {};
    QStringList fields = {};
    QStringList userFields = {};
    bool wantsSenders = false; // expanded
};

MessageCalls::Wanted MessageCalls::readWanted(const QUrlQuery &query, QList<BadParameter> &bad) const
{
    const Vocabulary vocabulary = m_state.scenario.vocabulary;
    const QString posts = vocabulary == Vocabulary::Post ? u"post.fields"_s : u"tweet.fields"_s;
    const QStringList known{u"max_results"_s, u"pagination_token"_s, u"event_types"_s, u"dm_event.fields"_s,
        u"expansions"_s, u"user.fields"_s, u"media.fields"_s, posts};
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!known.contains(name)) {
            bad.append(
                {name, value, u"The query parameter [%1] is not one of [%2]"_s.arg(name, known.join(u','))});
        }
    }
    Wanted wanted;
    const QStringList fields = vocabulary == Vocabulary::Post ? kFields : kFields + kTweetFieldsOnly;
    wanted.fields = listIn(query, u"dm_event.fields"_s, fields, bad);
    const QString reference
        = vocabulary == Vocabulary::Post ? u"referenced_posts"_s : u"referenced_tweets.id"_s;
    wanted.wantsSenders = listIn(query, u"expansions"_s,
        {u"attachments.media_keys"_s, u"participant_ids"_s, u"sender_id"_s, reference}, bad)
                              .contains(u"sender_id"_s);
    wanted.userFields
        = query.queryItemValue(u"user.fields"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    (void)listIn(query, u"event_types"_s, kEventTypes, bad); // there are no others than MessageCreate
    if (query.hasQueryItem(u"max_results"_s)) {
        wanted.maxResults = query.queryItemValue(u"max_results"_s).toInt();
        if (wanted.maxResults < 1 || wanted.maxResults > kMostPerPage) {
            bad.append({u"max_results"_s, query.queryItemValue(u"max_results"_s),
                u"The `max_results` query parameter value is not between 1 and 100"_s});
        }
    }
    if (query.hasQueryItem(u"pagination_token"_s)) {
        wanted.token = readToken(query.queryItemValue(u"pagination_token"_s, QUrl::FullyDecoded));
        if (!wanted.token) {
            bad.append({u"pagination_token"_s, {}, u"The `pagination_token` query parameter is not valid"_s});
        }
    }
    return wanted;
}

qint64 MessageCalls::personOf(const QString &place) const
{
    constexpr auto kWith = "with/"_L1;
    const World &world = m_state.world;
    if (place.isEmpty()) {
        return 0;
    }
    if (place.startsWith(kWith)) {
        const Person *person = world.person(place.mid(kWith.size()).toLongLong());
        return person != nullptr ? person->id : -1;
    }
    for (const Person &person : world.people()) {
        if (conversationId(person.id, world.brand().id) == place) {
            return person.id;
        }
    }
    return -1;
}

QJsonObject MessageCalls::event(const DirectMessage &message, const Wanted &wanted) const
{
    QJsonObject json{{u"id"_s, QString::number(message.id)}, {u"event_type"_s, kEventTypes.constFirst()}};
    const auto put = [&wanted, &json](const QString &field, const QJsonValue &value) {
        if (wanted.fields.contains(field)) {
            json.insert(field, value);
        }
    };
    if (!message.isEncrypted) {
        json.insert(u"text"_s, shownText(message.text, m_state.scenario.wrapsLinks));
    }
    put(u"created_at"_s, toIso(std::chrono::floor<std::chrono::seconds>(message.createdAt)));
    put(u"dm_conversation_id"_s, conversationId(message.person, m_state.world.brand().id));
    put(u"sender_id"_s, QString::number(message.sender));
    if (wanted.wantsSenders) { // an expansion shows the field it starts from
        json.insert(u"sender_id"_s, QString::number(message.sender));
    }
    return json;
}

void MessageCalls::addPeople(
    const QList<const DirectMessage *> &page, const Wanted &wanted, QJsonObject &body) const
{
    Selection selection;
    for (const QString &field : wanted.userFields) {
        selection.userFields.insert(field);
    }
    const WireJson json(m_state.world, selection, m_state.scenario.wrapsLinks);
    QSet<qint64> seen;
    QJsonArray people;
    QJsonArray errors;
    for (const DirectMessage *message : page) {
        if (seen.contains(message->sender)) {
            continue;
        }
        seen.insert(message->sender);
        const Person *sender = m_state.world.person(message->sender);
        if (sender != nullptr && sender->isAvailable) {
            people.append(json.person(*sender));
        } else {
            errors.append(notFound(u"user"_s, u"sender_id"_s, QString::number(message->sender)));
        }
    }
    if (!people.isEmpty()) {
        body.insert(u"includes"_s, QJsonObject{{u"users"_s, people}});
    }
    if (!errors.isEmpty()) {
        body.insert(u"errors"_s, errors);
    }
}

HttpAnswer MessageCalls::read(const QString &place, const QUrlQuery &query) const
{
    QList<BadParameter> bad;
    const Wanted wanted = readWanted(query, bad);
    const qint64 person = personOf(place);
    if (person < 0) {
        bad.append({u"id"_s, place, u"There is no such conversation"_s});
    }
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    QList<const DirectMessage *> page = m_state.mailbox.since(m_state.simulation.time.now() - kReach, person);
    if (wanted.token) {
        const qint64 anchor = wanted.token->id;
        page.removeIf([anchor](const DirectMessage *message) { return message->id >= anchor; });
    }
    page = page.mid(0, wanted.maxResults);
    if (page.isEmpty()) {
        return {.body = {{u"meta"_s, QJsonObject{{u"result_count"_s, 0}}}}};
    }
    QJsonArray events;
    for (const DirectMessage *message : std::as_const(page)) {
        events.append(event(*message, wanted));
    }
    QJsonObject body{{u"data"_s, events},
        {u"meta"_s,
            QJsonObject{{u"result_count"_s, qint64(page.size())},
                {u"next_token"_s,
                    writeToken({.direction = PageToken::Direction::Older, .id = page.constLast()->id})},
                {u"previous_token"_s,
                    writeToken({.direction = PageToken::Direction::Newer, .id = page.constFirst()->id})}}}};
    if (wanted.wantsSenders) {
        addPeople(page, wanted, body);
    }
    return {.body = body};
}

Written MessageCalls::create(const QString &place, const HttpRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString text = body.value(u"text"_s).toString();
    const qint64 personId = personOf(place);
    const Person *person = m_state.world.person(personId);
    if (text.trimmed().isEmpty() || body.size() != 1) {
        return {.answer = invalidRequest({{{}, {}, u"[$.text: must be a text that is not empty]"_s}})};
    }
    if (person == nullptr) {
        return {.answer = invalidRequest({{u"dm_conversation_id"_s, place, u"There is no such place"_s}})};
    }
    if (m_state.scenario.credits && *m_state.scenario.credits <= 0) {
        return {.answer = problem(402)};
    }
    if (!person->isAvailable || !person->takesMessages) {
        return {.answer = problem(403, u"You cannot send messages to this user."_s)};
    }
    if (m_state.scenario.credits) {
        --*m_state.scenario.credits;
    }
    const qint64 brand = m_state.world.brand().id;
    const DirectMessage &added = m_state.mailbox.add(
        {.sender = brand, .person = personId, .text = text, .createdAt = m_state.simulation.time.now()});
    const QString id = QString::number(added.id);
    // The header has the id in quotes, as captured.
    return {.answer = {.status = 201,
                .body = {{u"data"_s,
                    QJsonObject{
                        {u"dm_conversation_id"_s, conversationId(personId, brand)}, {u"dm_event_id"_s, id}}}},
                .headers = {{"location", "https://api.twitter.com/2/dm_events/\"" + id.toLatin1() + '"'}}},
        .postId = id};
}

} // namespace fw::sandbox::twitter

#include "connectors/sandbox/twitter/writes.h"

#include "connectors/sandbox/twitter/reads.h"
#include "connectors/sandbox/twitter/text_length.h"
#include "connectors/sandbox/twitter/wire_json.h"

#include <QJsonDocument>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestText = 280;

// docs.x.com OpenAPI 2.167, CreatePostsRequest: additionalProperties false.
const QStringList kMembers{u"card_uri"_s, u"community_id"_s, u"direct_message_deep_link"_s, u"edit_options"_s,
    u"for_super_followers_only"_s, u"geo"_s, u"made_with_ai"_s, u"media"_s, u"nullcast"_s,
    u"paid_partnership"_s, u"poll"_s, u"quote_tweet_id"_s, u"reply"_s, u"reply_settings"_s,
    u"share_with_followers"_s, u"text"_s};
const QStringList kReplyMembers{
    u"in_reply_to_tweet_id"_s, u"exclude_reply_user_ids"_s, u"auto_populate_reply_metadata"_s};

struct NewPost {
    QString text = {};
    qint64 parent = 0;
    bool isQuote = false;
};

void refuseUnknownMembers(
    const QJsonObject &object, const QStringList &known, const QString &path, QList<BadParameter> &bad)
{
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        if (!known.contains(entry.key())) {
            bad.append({{}, {},
                u"[%1.%2: is not defined in the schema and the schema does not allow additional properties]"_s
                    .arg(path, entry.key())});
        }
    }
}

NewPost readReply(const QJsonObject &body, NewPost post, QList<BadParameter> &bad)
{
    const QJsonValue reply = body.value(u"reply"_s);
    if (!reply.isObject()) {
        bad.append({{}, {}, u"[$.reply: must be an object]"_s});
        return post;
    }
    refuseUnknownMembers(reply.toObject(), kReplyMembers, u"$.reply"_s, bad);
    const QJsonValue parent = reply.toObject().value(u"in_reply_to_tweet_id"_s);
    if (!parent.isString() || !isRemoteId(parent.toString())) {
        bad.append(
            {{}, {}, u"[$.reply.in_reply_to_tweet_id: does not match the regex pattern ^[0-9]{1,19}$]"_s});
    }
    post.parent = parent.toString().toLongLong();
    return post;
}

NewPost readNewPost(const HttpRequest &request, QList<BadParameter> &bad)
{
    if (!request.headers.value("content-type").startsWith("application/json")) {
        bad.append({{}, {}, u"Requests with bodies must have content-type of application/json."_s});
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        bad.append({{}, {}, u"Request body is not a JSON object"_s});
        return {};
    }
    const QJsonObject body = document.object();
    refuseUnknownMembers(body, kMembers, u"$"_s, bad);
    NewPost post{.text = body.value(u"text"_s).toString(), .isQuote = body.contains(u"quote_tweet_id"_s)};
    if (post.text.trimmed().isEmpty()) {
        bad.append({{}, {}, u"[$.text: must be a text that is not empty]"_s});
    }
    if (textLength(post.text) > kLongestText) {
        bad.append({{}, {},
            u"Your Tweet text is too long. For more information on how Twitter determines text length see "
            "https://github.com/twitter/twitter-text."_s});
    }
    return body.contains(u"reply"_s) ? readReply(body, post, bad) : post;
}
} // namespace

bool Writes::isDuplicate(const QString &text) const
{
    const auto &within = m_state.scenario.duplicateWithin;
    if (!within) {
        return false;
    }
    const Instant since = m_state.simulation.time.now() - *within;
    const auto &posts = m_state.world.posts();
    for (auto post = posts.rbegin(); post != posts.rend() && post->createdAt > since; ++post) {
        if (m_state.world.isBrand(*post) && !post->isDeleted && post->text.trimmed() == text.trimmed()) {
            return true;
        }
    }
    return false;
}

std::optional<HttpAnswer> Writes::refusal(const QString &text, qint64 parentId) const
{
    const World &world = m_state.world;
    if (m_state.scenario.credits && *m_state.scenario.credits <= 0) {
        return problem(402);
    }
    if (parentId != 0) {
        const Post *parent = world.visiblePost(parentId);
        const Person *author = parent != nullptr ? world.person(parent->author) : nullptr;
        if (author == nullptr || !author->isAvailable) {
            return problem(
                403, u"You attempted to reply to a Tweet that is deleted or not visible to you."_s);
        }
        if (m_state.scenario.checksSummons && !world.isBrand(*parent) && !world.mentionsBrand(*parent)) {
            return problem(403,
                u"Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author."_s);
        }
    }
    if (isDuplicate(text)) {
        return problem(403, u"You are not allowed to create a Tweet with duplicate content."_s);
    }
    return std::nullopt;
}

Written Writes::create(const HttpRequest &request)
{
    QList<BadParameter> bad;
    const NewPost wanted = readNewPost(request, bad);
    if (!bad.isEmpty()) {
        return {.answer = invalidRequest(bad)};
    }
    if (wanted.isQuote) { // not on self-serve plans any more: docs.x.com/changelog, 16 April 2026
        return {.answer = problem(403, u"You are not permitted to perform this action."_s)};
    }
    if (const auto refused = refusal(wanted.text, wanted.parent)) {
        return {.answer = *refused};
    }
    if (m_state.scenario.credits) {
        --*m_state.scenario.credits;
    }
    const Instant now = m_state.simulation.time.now();
    const Post &post = m_state.world.add(m_state.world.brand().id, wanted.text, wanted.parent, now);
    m_state.people.brandReplied(post, now);
    const QString id = QString::number(post.id);
    const QJsonObject shown{
        {u"id"_s, id}, {u"text"_s, shownText(post.wholeText(), m_state.scenario.wrapsLinks)}};
    return {.answer = {.status = 201,
                .body = {{u"data"_s, shown}},
                .headers = {{"location", "https://api.twitter.com/2/tweets/" + id.toLatin1()}}},
        .postId = id};
}

Written Writes::remove(const QString &id)
{
    if (!isRemoteId(id)) {
        return {.answer = invalidRequest({{u"id"_s, id,
                    u"The `id` query parameter value [%1] does not match ^[0-9]{1,19}$"_s.arg(id)}})};
    }
    const Post *post = m_state.world.visiblePost(id.toLongLong());
    if (post != nullptr && !m_state.world.isBrand(*post)) {
        return {.answer = problem(403, u"You are not authorized to delete this Tweet."_s)};
    }
    if (post == nullptr || !m_state.world.remove(post->id)) {
        return {.answer = {.body = {{u"data"_s, QJsonObject{{u"deleted"_s, false}}}}}};
    }
    return {.answer = {.body = {{u"data"_s, QJsonObject{{u"deleted"_s, true}}}}}, .postId = id};
}

Written Writes::hide(const QString &id, const HttpRequest &request)
{
    const QJsonValue hidden = QJsonDocument::fromJson(request.body).object().value(u"hidden"_s);
    if (!isRemoteId(id) || !hidden.isBool()) {
        return {.answer = invalidRequest({{u"hidden"_s, id, u"[$.hidden: must be a boolean]"_s}})};
    }
    if (!m_state.world.setHidden(id.toLongLong(), hidden.toBool())) {
        return {.answer = problem(403, u"You are not allowed to hide this Tweet."_s)};
    }
    return {.answer = {.body = {{u"data"_s, QJsonObject{{u"hidden"_s, hidden}}}}}, .postId = id};
}

} // namespace fw::sandbox::twitter

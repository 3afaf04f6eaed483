#include "connectors/sandbox/facebook/writes.h"

#include "app/core/log.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype kLongestComment = 8000; // nowhere documented; what the website takes
const QJsonObject kSuccess{{u"success"_s, true}};

Written failed(const GraphError &error)
{
    return {.error = error};
}
} // namespace

std::optional<GraphError> policyBlock(const State &state)
{
    const bool isBlocked = state.blockedUntil && state.now() < *state.blockedUntil;
    return isBlocked ? std::optional(blockedForPolicy()) : std::nullopt;
}

bool Writes::isSpam(const QString &text) const
{
    const SpamRule &rule = m_state.scenario.spam;
    int same = 0;
    int burst = 0;
    for (const Comment &comment : m_state.world.comments()) {
        if (!m_state.world.isPage(comment.author)) {
            continue;
        }
        same += comment.createdAt > m_state.now() - 1h && comment.text == text ? 1 : 0;
        burst += comment.createdAt > m_state.now() - rule.burstLength ? 1 : 0;
    }
    return (rule.sameText > 0 && same + 1 >= rule.sameText) || (rule.burst > 0 && burst + 1 > rule.burst);
}

std::optional<GraphError> Writes::refusal(const QString &parent, const QString &text)
{
    if (const auto blocked = policyBlock(m_state)) {
        return blocked;
    }
    if (!m_state.may(u"pages_manage_engagement"_s)) {
        return missingPermission(u"pages_manage_engagement"_s);
    }
    if (text.size() > kLongestComment) {
        return invalidParameter(u"Length of param message must be less than or equal to 8000"_s);
    }
    if (m_state.scenario.checksDuplicates) {
        for (const Comment &own : m_state.world.comments()) {
            const bool isThere = own.parent == parent || (own.parent.isEmpty() && own.story == parent);
            if (isThere && m_state.world.isPage(own.author) && !own.isDeleted && own.text == text
                && own.createdAt > m_state.now() - 1h) {
                return usualError(506, 0);
            }
        }
    }
    if (isSpam(text)) {
        m_state.blockedUntil = m_state.now() + m_state.scenario.spam.block;
        log::info(log::Area::Sandbox, "page blocked for policy reasons", {});
        return blockedForPolicy();
    }
    return std::nullopt;
}

Written Writes::comment(const QString &parent, const Params &params, Graph &graph)
{
    const QString text = params.value(u"message"_s);
    const bool hasPhoto = params.has(u"attachment_id"_s) || params.has(u"attachment_url"_s)
        || params.has(u"attachment_share_url"_s);
    const Comment *answered = m_state.world.comment(parent);
    if (answered == nullptr && m_state.world.story(parent) == nullptr) {
        return failed(missingObject(parent, u"post"_s));
    }
    if (text.trimmed().isEmpty() && !hasPhoto) {
        return failed(invalidParameter(u"A comment needs a message or an attachment"_s));
    }
    const QString top = answered != nullptr && !answered->parent.isEmpty() ? answered->parent : parent;
    if (const auto refused = refusal(top, text)) {
        return failed(*refused);
    }
    const Instant now = m_state.now();
    const QString id = m_state.world.addComment(parent, m_state.world.page().id, text, hasPhoto, now)->id;
    if (answered != nullptr) {
        m_state.people.pageReplied(parent, now);
    }
    const QList<Field> fields = graph.fieldsOf(params);
    const auto shown = graph.find(id);
    return {.body = fields.isEmpty() || !shown ? QJsonObject{{u"id"_s, id}} : graph.node(*shown, fields),
        .remoteId = id};
}

Written Writes::post(const Params &params)
{
    const QString text = params.value(u"message"_s);
    if (const auto blocked = policyBlock(m_state)) {
        return failed(*blocked);
    }
    if (!m_state.may(u"pages_manage_posts"_s)) {
        return failed(missingPermission(u"pages_manage_posts"_s));
    }
    if (text.trimmed().isEmpty()) {
        return failed(invalidParameter(u"A post needs a message or an attachment"_s));
    }
    for (const Story &story : m_state.world.stories()) {
        if (story.kind == StoryKind::Own && !story.isDeleted && story.text == text
            && m_state.scenario.checksDuplicates && story.createdAt > m_state.now() - 24h) {
            return failed(usualError(506, 0));
        }
    }
    const QString id
        = m_state.world.addStory(StoryKind::Own, m_state.world.page().id, text, m_state.now()).id;
    return {.body = {{u"id"_s, id}}, .remoteId = id};
}

Written Writes::change(const QString &id, const Params &params)
{
    Comment *comment = m_state.world.comment(id);
    Story *story = m_state.world.story(id);
    if (comment == nullptr && story == nullptr) {
        return failed(missingObject(id, u"post"_s));
    }
    if (const auto blocked = policyBlock(m_state)) {
        return failed(*blocked);
    }
    if (!m_state.may(u"pages_manage_engagement"_s)) {
        return failed(missingPermission(u"pages_manage_engagement"_s));
    }
    const bool isOwn = m_state.world.isPage(comment != nullptr ? comment->author : story->author);
    if (params.has(u"is_hidden"_s)) {
        if (isOwn && comment != nullptr) {
            return failed(invalidParameter(u"This comment cannot be hidden"_s));
        }
        (comment != nullptr ? comment->isHidden : story->isHidden) = params.flag(u"is_hidden"_s);
    } else if (params.has(u"message"_s)) {
        if (!isOwn) {
            return failed(usualError(200, 0));
        }
        (comment != nullptr ? comment->text : story->text) = params.value(u"message"_s);
    } else {
        return failed(invalidParameter(u"Nothing to change: message or is_hidden is needed"_s));
    }
    return {.body = kSuccess, .remoteId = id};
}

Written Writes::remove(const QString &id)
{
    if (const auto blocked = policyBlock(m_state)) {
        return failed(*blocked);
    }
    if (m_state.world.comment(id) == nullptr && m_state.world.story(id) == nullptr) {
        return failed(missingObject(id, u"delete"_s));
    }
    if (!m_state.may(u"pages_manage_engagement"_s)) {
        return failed(missingPermission(u"pages_manage_engagement"_s));
    }
    m_state.world.remove(id);
    return {.body = kSuccess, .remoteId = id};
}

Written Writes::like(const QString &id, bool isLiked)
{
    if (const auto blocked = policyBlock(m_state)) {
        return failed(*blocked);
    }
    if (!m_state.may(u"pages_manage_engagement"_s)) {
        return failed(missingPermission(u"pages_manage_engagement"_s));
    }
    if (Comment *comment = m_state.world.comment(id)) {
        comment->isLiked = isLiked;
    } else if (Story *story = m_state.world.story(id)) {
        story->isLiked = isLiked;
    } else {
        return failed(missingObject(id, isLiked ? u"post"_s : u"delete"_s));
    }
    return {.body = kSuccess, .remoteId = id};
}

} // namespace fw::sandbox::facebook

#include "connectors/sandbox/facebook/edges.h"

#include <algorithm>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
/// Entries of `since` to `until`, both inclusive.
struct Span {
    std::optional<Instant> since = {};
    std::optional<Instant> until = {};
    [[nodiscard]] bool has(Instant at) const { return (!since || at >= *since) && (!until || at <= *until); }
};

Span spanOf(const Params &params, std::optional<GraphError> &error)
{
    Span span;
    const auto read = [&](const QString &name, std::optional<Instant> &into) {
        if (!params.has(name)) {
            return;
        }
        into = instantFromGraph(params.value(name));
        if (!into && !error) {
            error = invalidParameter(u"param %1 must be a UNIX timestamp or a date"_s.arg(name));
        }
    };
    read(u"since"_s, span.since);
    read(u"until"_s, span.until);
    return span;
}

QString choice(
    const Params &params, const QString &name, const QStringList &known, std::optional<GraphError> &error)
{
    const QString value = params.value(name, known.first()).toLower();
    if (!known.contains(value) && !error) {
        error = invalidParameter(u"param %1 must be one of {%2}"_s.arg(name, known.join(u", "_s).toUpper()));
    }
    return value;
}

void sortBy(QList<EdgeEntry> &entries, bool isAscending)
{
    std::stable_sort(entries.begin(), entries.end(), [isAscending](const EdgeEntry &a, const EdgeEntry &b) {
        return isAscending ? a.at < b.at : b.at < a.at;
    });
}

Edge storiesOf(const State &state, const QString &name, const Span &span)
{
    Edge edge;
    const auto &stories = state.world.stories();
    for (auto story = stories.rbegin(); story != stories.rend(); ++story) {
        const bool isWanted = name == "feed"_L1 ? story->kind != StoryKind::Review
            : name == "visitor_posts"_L1        ? story->kind == StoryKind::Visitor
            : name == "tagged"_L1               ? story->kind == StoryKind::Tag
                                                : story->kind == StoryKind::Own;
        const bool isOthers = story->kind != StoryKind::Own;
        if (isWanted && !story->isDeleted && span.has(story->createdAt)
            && (!isOthers || state.may(u"pages_read_user_content"_s))) {
            edge.entries.append({story->id, story->createdAt});
        }
    }
    sortBy(edge.entries, false);
    return edge;
}

/// Newest first. That it is so, and that they need this permission, is assumed.
Edge ratingsOf(const State &state)
{
    Edge edge;
    for (const Story &story : state.world.stories()) {
        if (story.kind == StoryKind::Review && !story.isDeleted && state.may(u"pages_read_user_content"_s)) {
            edge.entries.prepend({kRatingOf + story.id, story.createdAt});
        }
    }
    return edge;
}

Edge commentsOf(State &state, const Viewer &viewer, const Node &node, const Params &params,
    std::optional<GraphError> &error)
{
    const Span span = spanOf(params, error);
    const bool isStream = choice(params, u"filter"_s, {u"toplevel"_s, u"stream"_s}, error) == "stream"_L1;
    const QString order = choice(params, u"order"_s, {u"chronological"_s, u"reverse_chronological"_s}, error);
    (void)choice(params, u"live_filter"_s, {u"filter_low_quality"_s, u"no_filter"_s}, error);
    Edge edge{.isAscending = order == "chronological"_L1};
    const Instant visibleUntil = state.now() - state.scenario.visibleLag;
    for (const Comment &comment : state.world.comments()) {
        const bool isBelow = node.type == NodeType::Comment
            ? comment.parent == node.id
            : comment.story == node.id && (isStream || comment.parent.isEmpty());
        const bool isVisible = !state.world.isPage(comment.author) || comment.createdAt <= visibleUntil;
        if (isBelow && !comment.isDeleted && isVisible && span.has(comment.createdAt)) {
            edge.entries.append({comment.id, comment.createdAt});
        }
    }
    edge.summary = {{u"order"_s, order}, {u"total_count"_s, static_cast<qint64>(edge.entries.size())},
        {u"can_comment"_s, true}};
    if (viewer.kind == TokenKind::User) { // no error, but nothing to see
        edge.entries.clear();
    }
    sortBy(edge.entries, edge.isAscending);
    return edge;
}

Edge threadsOf(State &state, const Params &params, std::optional<GraphError> &error)
{
    const QString platform = choice(params, u"platform"_s, {u"messenger"_s, u"instagram"_s}, error);
    const QString user = params.value(u"user_id"_s);
    Edge edge;
    if (!state.may(u"pages_messaging"_s) && !error) {
        error = missingPermission(u"pages_messaging"_s);
    }
    for (const Thread &thread : state.world.threads()) {
        const Person *person = state.world.personById(thread.person);
        const bool isWanted = user.isEmpty() || person->psid == user;
        if (isWanted && platform == "messenger"_L1 && !thread.messages.isEmpty()) {
            edge.entries.append({thread.id, thread.updatedAt});
        }
    }
    sortBy(edge.entries, false);
    return edge;
}

Edge messagesOf(State &state, const QString &id)
{
    Edge edge;
    const Thread *thread = state.world.thread(id);
    const Instant visibleUntil = state.now() - state.scenario.visibleLag;
    for (auto message = thread->messages.crbegin(); message != thread->messages.crend(); ++message) {
        if (!message->isFromPage || message->createdAt <= visibleUntil) {
            edge.entries.append({message->id, message->createdAt});
        }
    }
    return edge;
}

/// People's likes are only a number here; the page's own is a profile.
Edge likesOf(const State &state, const Node &node, bool isReactions)
{
    const bool isLiked = node.values.value(u"user_likes"_s).toBool();
    Edge edge{.summary = {{u"total_count"_s, isLiked ? 1 : 0}}};
    if (isReactions) {
        edge.summary.insert(u"viewer_reaction"_s, isLiked ? u"LIKE"_s : u"NONE"_s);
    } else {
        edge.summary.insert(u"can_like"_s, true);
        edge.summary.insert(u"has_liked"_s, isLiked);
    }
    if (isLiked) {
        edge.entries.append({state.world.page().id, {}});
    }
    return edge;
}
} // namespace

Edge edgeOf(State &state, const Viewer &viewer, const Node &node, const QString &name, const Params &params,
    std::optional<GraphError> &error)
{
    if (name == "comments"_L1) {
        if (!state.may(u"pages_read_engagement"_s) && !error) {
            error = missingPermission(u"pages_read_engagement"_s);
        }
        return commentsOf(state, viewer, node, params, error);
    }
    if (name == "conversations"_L1) {
        return threadsOf(state, params, error);
    }
    if (name == "messages"_L1) {
        return messagesOf(state, node.id);
    }
    if (name == "likes"_L1 || name == "reactions"_L1) {
        return likesOf(state, node, name == "reactions"_L1);
    }
    if (name == "accounts"_L1) {
        const Node account = Nodes(state, viewer).account();
        return {.entries = {{account.id, {}}}, .summary = {{u"total_count"_s, 1}}, .inlineNode = account};
    }
    if (name == "ratings"_L1) {
        return ratingsOf(state);
    }
    if (name == "attachments"_L1 || name == "to"_L1) {
        return {};
    }
    return storiesOf(state, name, spanOf(params, error));
}

} // namespace fw::sandbox::facebook

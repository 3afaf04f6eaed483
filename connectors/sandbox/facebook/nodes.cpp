#include "connectors/sandbox/facebook/nodes.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kPrivateReplyWindow = 24h * 7;
const QString kUserName = u"Robin Ashdown"_s;

/// Nothing is ever null: a field without a value is left out (developers.facebook.com/docs/graph-api/reference/message).
void put(QJsonObject &values, const QString &key, const QJsonValue &value)
{
    const bool isNothing = value.isNull() || value.isUndefined()
        || (value.isString() && value.toString().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
    if (!isNothing) {
        values.insert(key, value);
    }
}

QString pictureUrl(const QString &id)
{
    return u"https://scontent.xx.fbcdn.net/v/t39.30808-6/%1_n.jpg"_s.arg(id.section(u'_', -1));
}

QJsonObject photo(const QString &id)
{
    const QString page = u"https://www.facebook.com/photo.php?fbid=%1"_s.arg(id.section(u'_', -1));
    return {{u"media"_s,
                QJsonObject{{u"image"_s,
                    QJsonObject{{u"height"_s, 720}, {u"src"_s, pictureUrl(id)}, {u"width"_s, 540}}}}},
        {u"target"_s, QJsonObject{{u"id"_s, id.section(u'_', -1)}, {u"url"_s, page}}},
        {u"type"_s, u"photo"_s}, {u"url"_s, page}};
}

QJsonObject messagePhoto(const QString &id)
{
    const QString number = QString::number(qHash(id, size_t{7}) % 1'000'000'000'000);
    const QString url = u"https://scontent.xx.fbcdn.net/v/t1.15752-9/%1_n.jpg"_s.arg(number);
    return {{u"id"_s, number}, {u"mime_type"_s, u"image/jpeg"_s}, {u"name"_s, u"image-"_s + number},
        {u"size"_s, 54'542},
        {u"image_data"_s,
            QJsonObject{{u"width"_s, 1080}, {u"height"_s, 1440}, {u"max_width"_s, 1080},
                {u"max_height"_s, 1440}, {u"url"_s, url}, {u"preview_url"_s, url}, {u"image_type"_s, 1},
                {u"render_as_sticker"_s, false}}}};
}

QJsonObject dataOf(const QJsonObject &entry)
{
    return {{u"data"_s, QJsonArray{entry}}};
}
} // namespace

QString userId()
{
    return u"10224518820345671"_s;
}

std::optional<Node> Nodes::find(const QString &id) const
{
    PageWorld &world = m_state.world;
    if (id == "me"_L1) {
        return m_viewer.kind == TokenKind::User ? user() : page();
    }
    if (id == world.page().id || id == world.page().username) {
        return page();
    }
    if (id == userId()) {
        return user();
    }
    if (const Story *found = id.startsWith(kRatingOf) ? world.story(id.mid(kRatingOf.size())) : nullptr) {
        return rating(*found);
    }
    if (const Story *found = world.story(id)) {
        return story(*found);
    }
    if (const Story *found = world.story(world.page().id + u'_' + id)) {
        return story(*found);
    }
    if (const Comment *found = world.comment(id)) {
        return comment(*found);
    }
    if (const Thread *found = world.thread(id)) {
        return thread(*found);
    }
    const Thread *holder = nullptr;
    if (const Message *found = world.message(id, &holder)) {
        return message(*found, *holder);
    }
    if (const Person *found = world.personById(id)) {
        return Node{NodeType::Profile, id, {{u"id"_s, id}, {u"name"_s, found->name}}};
    }
    return std::nullopt;
}

Node Nodes::page() const
{
    const Page &page = m_state.world.page();
    int unread = 0;
    for (const Thread &thread : m_state.world.threads()) {
        unread += thread.unread;
    }
    return {NodeType::Page, page.id,
        {{u"id"_s, page.id}, {u"name"_s, page.name}, {u"username"_s, page.username},
            {u"category"_s, page.category}, {u"fan_count"_s, page.fans},
            {u"followers_count"_s, page.fans + 312},
            {u"link"_s, u"https://www.facebook.com/"_s + page.username}, {u"is_published"_s, true},
            {u"unread_message_count"_s, unread}, {u"verification_status"_s, u"blue_verified"_s},
            {u"access_token"_s, m_viewer.token}, {u"can_post"_s, true}}};
}

Node Nodes::user() const
{
    return {NodeType::User, userId(), {{u"id"_s, userId()}, {u"name"_s, kUserName}}};
}

Node Nodes::account() const
{
    const Page &page = m_state.world.page();
    const QStringList &own = m_state.scenario.tokens;
    const QString token = own.isEmpty() ? m_state.tokens.pageToken() : own.first();
    return {NodeType::Page, page.id,
        {{u"access_token"_s, token}, {u"category"_s, page.category},
            {u"category_list"_s, QJsonArray{QJsonObject{{u"id"_s, u"2256"_s}, {u"name"_s, page.category}}}},
            {u"name"_s, page.name}, {u"id"_s, page.id},
            {u"tasks"_s,
                QJsonArray{u"ANALYZE"_s, u"ADVERTISE"_s, u"MESSAGING"_s, u"MODERATE"_s, u"CREATE_CONTENT"_s,
                    u"MANAGE"_s}}}};
}

QJsonObject Nodes::from(const QString &author) const
{
    const PageWorld &world = m_state.world;
    if (world.isPage(author)) {
        return {{u"name"_s, world.page().name}, {u"id"_s, author}};
    }
    const Person *person = world.personById(author);
    const bool isKnown = person != nullptr && !person->isHidden && m_state.may(u"pages_read_user_content"_s);
    return isKnown ? QJsonObject{{u"name"_s, person->name}, {u"id"_s, person->id}} : QJsonObject();
}

Node Nodes::story(const Story &story) const
{
    QJsonObject values{{u"id"_s, story.id}, {u"created_time"_s, graphTime(story.createdAt)},
        {u"updated_time"_s, graphTime(story.updatedAt)},
        {u"permalink_url"_s,
            u"https://www.facebook.com/%1/posts/%2"_s.arg(
                story.id.section(u'_', 0, 0), story.id.section(u'_', 1))},
        {u"is_hidden"_s, story.isHidden}, {u"is_published"_s, true}, {u"is_expired"_s, false},
        {u"status_type"_s, story.kind == StoryKind::Visitor ? u"wall_post"_s : u"mobile_status_update"_s},
        {u"can_reply_privately"_s, story.kind == StoryKind::Visitor}};
    put(values, u"message"_s, story.text);
    put(values, u"from"_s, from(story.author));
    if (story.kind == StoryKind::Tag) {
        values.insert(u"tagged_time"_s, graphTime(story.createdAt));
    }
    return {NodeType::Story, story.id, values};
}

Node Nodes::rating(const Story &review) const
{
    QJsonObject values{{u"created_time"_s, graphTime(review.createdAt)}, {u"has_rating"_s, false},
        {u"has_review"_s, !review.text.isEmpty()},
        {u"recommendation_type"_s, review.isPositive ? u"positive"_s : u"negative"_s},
        {u"open_graph_story"_s, QJsonObject{{u"id"_s, review.id}}}};
    put(values, u"review_text"_s, review.text);
    put(values, u"reviewer"_s, from(review.author));
    return {NodeType::Recommendation, {}, values};
}

Node Nodes::comment(const Comment &comment) const
{
    PageWorld &world = m_state.world;
    const bool isOwn = world.isPage(comment.author);
    const Story *holder = world.story(comment.story);
    const bool isOnPage = holder != nullptr && holder->kind != StoryKind::Tag;
    const bool mayReply = !isOwn && isOnPage && comment.privateThread.isEmpty()
        && m_state.now() < comment.createdAt + kPrivateReplyWindow;
    const QString place = u"https://www.facebook.com/%1/posts/%2/?comment_id="_s.arg(
        comment.story.section(u'_', 0, 0), comment.story.section(u'_', 1));
    const QString number = comment.id.section(u'_', 1);
    QJsonObject values{{u"id"_s, comment.id}, {u"created_time"_s, graphTime(comment.createdAt)},
        {u"like_count"_s, comment.isLiked ? 1 : 0}, {u"comment_count"_s, world.replyCount(comment.id)},
        {u"user_likes"_s, comment.isLiked}, {u"is_hidden"_s, comment.isHidden}, {u"is_private"_s, false},
        {u"can_comment"_s, true}, {u"can_like"_s, true}, {u"can_hide"_s, !isOwn && isOnPage},
        {u"can_remove"_s, isOwn || isOnPage}, {u"can_reply_privately"_s, mayReply},
        {u"permalink_url"_s,
            comment.parent.isEmpty()
                ? place + number
                : place + comment.parent.section(u'_', 1) + u"&reply_comment_id="_s + number},
        {u"object"_s, QJsonObject{{u"id"_s, comment.story}}}};
    put(values, u"message"_s, comment.text);
    put(values, u"from"_s, from(comment.author));
    put(values, u"attachment"_s, comment.hasPhoto ? QJsonValue(photo(comment.id)) : QJsonValue());
    if (const Comment *parent = world.comment(comment.parent)) {
        QJsonObject shown{{u"created_time"_s, graphTime(parent->createdAt)}, {u"id"_s, parent->id}};
        put(shown, u"message"_s, parent->text);
        put(shown, u"from"_s, from(parent->author));
        values.insert(u"parent"_s, shown);
    }
    if (!comment.privateThread.isEmpty()) {
        values.insert(u"private_reply_conversation"_s,
            QJsonObject{{u"id"_s, comment.privateThread}, {u"link"_s, u"/%1/inbox/"_s.arg(world.page().id)},
                {u"updated_time"_s, graphTime(m_state.world.thread(comment.privateThread)->updatedAt)}});
    }
    return {NodeType::Comment, comment.id, values};
}

QJsonObject Nodes::correspondent(bool isPage, const Thread &thread) const
{
    const Page &page = m_state.world.page();
    const Person *person = m_state.world.personById(thread.person);
    const QString id = isPage ? page.id : person->psid;
    return {
        {u"name"_s, isPage ? page.name : person->name}, {u"email"_s, id + u"@facebook.com"_s}, {u"id"_s, id}};
}

Node Nodes::thread(const Thread &thread) const
{
    const QJsonObject both{
        {u"data"_s, QJsonArray{correspondent(false, thread), correspondent(true, thread)}}};
    QJsonObject values{{u"id"_s, thread.id}, {u"updated_time"_s, graphTime(thread.updatedAt)},
        {u"link"_s, u"/%1/inbox/%2/"_s.arg(m_state.world.page().id, thread.id.mid(2))},
        {u"message_count"_s, static_cast<qint64>(thread.messages.size())}, {u"unread_count"_s, thread.unread},
        {u"participants"_s, both}, {u"senders"_s, both}, {u"folder"_s, u"inbox"_s},
        {u"can_reply"_s, thread.personWroteAt.has_value() && m_state.now() < *thread.personWroteAt + 24h},
        {u"is_subscribed"_s, true}, {u"is_owner"_s, true}, {u"scoped_thread_key"_s, thread.id}};
    if (!thread.messages.isEmpty()) {
        put(values, u"snippet"_s, thread.messages.last().text);
    }
    return {NodeType::Thread, thread.id, values};
}

Node Nodes::message(const Message &message, const Thread &holder) const
{
    QJsonArray tags{QJsonObject{{u"name"_s, u"inbox"_s}}};
    if (message.isFromPage) {
        tags.append(QJsonObject{{u"name"_s, u"sent"_s}});
    }
    tags.append(QJsonObject{{u"name"_s, u"source:"_s + message.source}});
    QJsonObject values{{u"id"_s, message.id}, {u"created_time"_s, graphTime(message.createdAt)},
        {u"message"_s, message.text}, {u"from"_s, correspondent(message.isFromPage, holder)},
        {u"to"_s, dataOf(correspondent(!message.isFromPage, holder))},
        {u"tags"_s, QJsonObject{{u"data"_s, tags}}}, {u"thread_id"_s, holder.id}};
    if (message.hasPhoto) {
        values.insert(u"attachments"_s, dataOf(messagePhoto(message.id)));
    }
    return {NodeType::Message, message.id, values};
}

} // namespace fw::sandbox::facebook

#include "connectors/twitter/message_parse.h"

#include "connectors/twitter/page_notes.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"

#include <QJsonArray>

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

bool isMessage(const QJsonObject &event)
{
    const QString type = event.value(u"event_type"_s).toString();
    return !type.startsWith("Participants"_L1);
}

bool isUnreadable(const QJsonObject &event)
{
    return !event.value(u"text"_s).isString() && event.value(u"attachments"_s).toObject().isEmpty();
}

/// "7-30" between two, "1580705921830768643" for more (OpenAPI 2.166, DmConversationId). It becomes part of an address, so it is nothing else.
QString threadOf(const QJsonObject &event)
{
    const QString id = event.value(u"dm_conversation_id"_s).toString();
    const bool isUsable
        = std::all_of(id.begin(), id.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'-'; });
    return isUsable ? id : QString();
}

Post readMessage(const QJsonObject &event, const QString &id, const People &people, const Reading &reading)
{
    const QString senderId = idIn(event.value(u"sender_id"_s));
    const KnownPerson sender = personWith(senderId, people, reading.account);
    const bool isOurs = !senderId.isEmpty() && senderId == reading.account.remoteId;
    const QString thread = threadOf(event);
    Post post{.author = sender.identity,
        .isAuthorAvailable = sender.isAvailable,
        .remoteId = id,
        .versionId = id,
        .kind = MessageKind::DirectMessage,
        .direction = isOurs ? Direction::Outbound : Direction::Inbound,
        .lane = Lane::Private,
        .body = decodeEntities(event.value(u"text"_s).toString()),
        .postedAt = postedAtIn(event, id, reading.serverTime),
        .thread = thread,
        .permalink = thread.isEmpty() ? QString() : u"https://x.com/messages/"_s + thread,
        .traits = {}};
    post.traits.setFlag(Trait::Encrypted, isUnreadable(event));
    return post;
}
} // namespace

Result<ReadPage> readMessagePage(const QByteArray &body, const Reading &reading, const QString &watermark)
{
    const Result<QJsonObject> root = pageIn(body);
    if (!root) {
        return Failure(root.error());
    }
    ReadPage page;
    const People people = readPeople(*root);
    const QJsonArray list = root->value(u"data"_s).toArray();
    bool reachesBack = list.isEmpty();
    for (const QJsonValue &entry : list) {
        const QJsonObject event = entry.toObject();
        const QString id = idIn(event.value(u"id"_s));
        if (id.isEmpty()) {
            ++page.unreadable;
            continue;
        }
        reachesBack = reachesBack || (!watermark.isEmpty() && !isOlderId(watermark, id));
        if (isMessage(event)) {
            page.posts.append({.post = readMessage(event, id, people, reading)});
        }
    }
    readNotes(*root, reading.account, page);
    page.announced -= int(list.size() - page.posts.size() - page.unreadable);
    if (reachesBack) {
        page.nextPageToken.clear();
    }
    return page;
}

} // namespace fw::twitter

#include "connectors/twitter/message_parse.h"

#include "connectors/twitter/page_notes.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

bool isMessage(JsonView event)
{
    return !event["event_type"].utf8().starts_with("Participants");
}

bool isUnreadable(JsonView event)
{
    return !event["text"].isString() && !event["attachments"].hasMembers();
}

Post readMessage(JsonView event, const QString &id, const People &people, const Reading &reading)
{
    const QString senderId = idIn(event["sender_id"]);
    const KnownPerson sender = personWith(senderId, people, reading.account);
    const bool isOurs = !senderId.isEmpty() && senderId == reading.account.remoteId;
    const QString thread = threadIdIn(event["dm_conversation_id"]);
    Post post{.author = sender.identity,
        .isAuthorAvailable = sender.isAvailable,
        .remoteId = id,
        .versionId = id,
        .kind = MessageKind::DirectMessage,
        .direction = isOurs ? Direction::Outbound : Direction::Inbound,
        .lane = Lane::Private,
        .body = decodeEntities(event["text"].toString()),
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
    const Result<JsonAnswer> answer = pageIn(body);
    if (!answer) {
        return Failure(answer.error());
    }
    const JsonView root = answer->root();
    ReadPage page;
    const People people = readPeople(root);
    const JsonView list = root["data"];
    bool reachesBack = list.isEmpty();
    for (const JsonView event : list) {
        const QString id = idIn(event["id"]);
        if (id.isEmpty()) {
            ++page.unreadable;
            continue;
        }
        reachesBack = reachesBack || (!watermark.isEmpty() && !isOlderId(watermark, id));
        if (isMessage(event)) {
            page.posts.append({.post = readMessage(event, id, people, reading)});
        }
    }
    readNotes(root, people, reading.account, page);
    page.announced -= int(list.size() - page.posts.size() - page.unreadable);
    if (reachesBack) {
        page.nextPageToken.clear();
    }
    return page;
}

} // namespace fw::twitter

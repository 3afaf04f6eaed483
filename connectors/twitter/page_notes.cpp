#include "connectors/twitter/page_notes.h"

#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_ids.h"

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}
} // namespace

Result<JsonAnswer> pageIn(const QByteArray &body)
{
    Result<JsonAnswer> answer = JsonAnswer::read(body);
    if (!answer) {
        return answer;
    }
    const JsonView root = answer->root();
    const JsonView entries = root["data"];
    if (!entries.isMissing() && !entries.isNull() && !entries.isList()) {
        return malformed(u"data is not a list"_s);
    }
    if (!entries.isList() && !root["meta"].hasMembers()) {
        // No page at all: what was asked for is gone as a whole, or this is no answer of this network.
        return root["errors"].isList() ? Result<JsonAnswer>(Failure(errorOfProblem(200, body)))
                                       : Result<JsonAnswer>(malformed(u"neither data nor meta"_s));
    }
    return answer;
}

QStringList goneIn(JsonView root)
{
    QStringList gone;
    const JsonView errors = root["errors"];
    for (const JsonView entry : errors) {
        const std::string_view type = entry["resource_type"].utf8();
        if (type == "tweet" || type == "post") {
            const QString id = idIn(entry["resource_id"]);
            gone.append(id.isEmpty() ? idIn(entry["value"]) : id);
        }
    }
    return gone;
}

void readNotes(JsonView root, const People &people, const Account &account, ReadPage &page)
{
    const JsonView meta = root["meta"];
    page.nextPageToken = meta["next_token"].toString();
    for (const ReadPost &read : page.posts) {
        if (isOlderId(page.newestId, read.post.versionId)) {
            page.newestId = read.post.versionId;
        }
    }
    const qsizetype entries = root["data"].size();
    if (page.newestId.isEmpty() && entries > 0) {
        page.newestId = idIn(meta["newest_id"]);
    }
    // Never fewer than there are: a count that contradicts its page would make the intake ledger claim nonsense.
    page.announced = std::max(int(entries), meta["result_count"].toInt());
    page.people = people.keys();
    const auto us = people.constFind(account.remoteId);
    if (us != people.constEnd() && us->followers >= 0) {
        page.audience = us->followers;
    }
}

} // namespace fw::twitter

#include "connectors/twitter/page_notes.h"

#include "connectors/http/json_body.h"
#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"

#include <QJsonArray>

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

Failure malformed(const QString &words)
{
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = words});
}
} // namespace

Result<QJsonObject> pageIn(const QByteArray &body)
{
    const Result<QJsonObject> root = jsonObjectIn(body);
    if (!root) {
        return root;
    }
    const QJsonValue entries = root->value(u"data"_s);
    if (!entries.isUndefined() && !entries.isNull() && !entries.isArray()) {
        return malformed(u"data is not a list"_s);
    }
    if (!entries.isArray() && root->value(u"meta"_s).toObject().isEmpty()) {
        // No page at all: what was asked for is gone as a whole, or this is no answer of this network.
        return root->value(u"errors"_s).isArray()
            ? Result<QJsonObject>(Failure(errorOfProblem(200, body)))
            : Result<QJsonObject>(malformed(u"neither data nor meta"_s));
    }
    return root;
}

QStringList goneIn(const QJsonObject &root)
{
    QStringList gone;
    const QJsonArray errors = root.value(u"errors"_s).toArray();
    for (const QJsonValue &entry : errors) {
        const QString type = entry[u"resource_type"_s].toString();
        if (type == "tweet"_L1 || type == "post"_L1) {
            const QString id = idIn(entry[u"resource_id"_s]);
            gone.append(id.isEmpty() ? idIn(entry[u"value"_s]) : id);
        }
    }
    return gone;
}

void readNotes(const QJsonObject &root, const Account &account, ReadPage &page)
{
    const QJsonObject meta = root.value(u"meta"_s).toObject();
    page.nextPageToken = meta.value(u"next_token"_s).toString();
    for (const ReadPost &read : page.posts) {
        if (isOlderId(page.newestId, read.post.versionId)) {
            page.newestId = read.post.versionId;
        }
    }
    const qsizetype entries = root.value(u"data"_s).toArray().size();
    if (page.newestId.isEmpty() && entries > 0) {
        page.newestId = idIn(meta.value(u"newest_id"_s));
    }
    // Never fewer than there are: a count that contradicts its page would make the intake ledger claim nonsense.
    page.announced = std::max(int(entries), meta.value(u"result_count"_s).toInt());
    const People people = readPeople(root);
    page.people = people.keys();
    const auto us = people.constFind(account.remoteId);
    if (us != people.constEnd() && us->followers >= 0) {
        page.audience = us->followers;
    }
}

} // namespace fw::twitter

#pragma once

#include "tests/connectors/facebook/page_fixture.h"

#include <QMap>

namespace fw::test {

/// Lists of a Page as the Graph API gives them: newest first, page by page, with cursors and, while there is more, an address with a token.
class FakePage
{
public:
    struct Entry {
        QString id = {};
        QString text = {};
        qint64 at = 0;     // seconds
        QString from = {}; // empty: not told
        QString parent = {};
        qint64 changedAt = 0; // of posts and conversations
    };

    int pageSize = 2;
    QSet<QString> withheld = {};             // entries that are left out, so that pages come short or empty
    QMap<QString, QList<Entry>> lists = {};  // by path: "100/feed", "100_9/comments" ...
    QMap<QString, QByteArray> failures = {}; // error bodies by path
    bool tellsCounts = true;

    void add(const QString &path, const Entry &entry)
    {
        QList<Entry> &list = lists[path];
        list.append(entry);
        std::stable_sort(list.begin(), list.end(), [](const Entry &a, const Entry &b) {
            return std::max(a.at, a.changedAt) > std::max(b.at, b.changedAt);
        });
    }

    [[nodiscard]] PageFixture::Step answer(const WireRequest &request) const
    {
        const QUrl url = QUrl::fromEncoded(request.target);
        const QUrlQuery query(url);
        const QString path = url.path().section(u'/', 2);
        if (failures.contains(path)) {
            return PageFixture::answer(400, failures.value(path));
        }
        const qint64 since = query.queryItemValue(QStringLiteral("since")).toLongLong();
        QList<Entry> matching;
        for (const Entry &entry : lists.value(path)) {
            if (entry.at >= since) {
                matching.append(entry);
            }
        }
        const int from = query.queryItemValue(QStringLiteral("after")).toInt();
        QJsonArray data;
        for (const Entry &entry : matching.mid(from, pageSize)) {
            if (!withheld.contains(entry.id)) {
                data.append(toJson(entry));
            }
        }
        const bool hasMore = from + pageSize < matching.size();
        QJsonObject paging{{QStringLiteral("cursors"),
            QJsonObject{{QStringLiteral("after"), QString::number(from + pageSize)}}}};
        if (hasMore) {
            paging.insert(
                QStringLiteral("next"), QStringLiteral("https://graph.test/?access_token=SECRET&after=0"));
        }
        const QJsonObject body{{QStringLiteral("data"), data}, {QStringLiteral("paging"), paging}};
        return PageFixture::answer(200, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

private:
    [[nodiscard]] static QString time(qint64 seconds)
    {
        return toDateTime(instantFromMs(seconds * 1000)).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+0000"));
    }

    [[nodiscard]] QJsonObject toJson(const Entry &entry) const
    {
        QJsonObject object{{QStringLiteral("id"), entry.id}};
        const auto add = [&object](const char *name, const QJsonValue &value) {
            object.insert(QString::fromLatin1(name), value);
        };
        if (!entry.id.startsWith(QStringLiteral("t_"))) {
            add("message", entry.text);
            add("created_time", time(entry.at));
        }
        if (!entry.from.isEmpty()) {
            add("from",
                QJsonObject{{QStringLiteral("id"), entry.from}, {QStringLiteral("name"), entry.from}});
        }
        if (!entry.parent.isEmpty()) {
            add("parent", QJsonObject{{QStringLiteral("id"), entry.parent}});
        }
        if (entry.changedAt > 0) {
            add("updated_time", time(entry.changedAt));
            const int count = int(lists.value(entry.id + QStringLiteral("/comments")).size());
            if (entry.id.startsWith(QStringLiteral("t_"))) {
                add("message_count", int(lists.value(entry.id + QStringLiteral("/messages")).size()));
            } else if (tellsCounts) {
                add("comments",
                    QJsonObject{
                        {QStringLiteral("summary"), QJsonObject{{QStringLiteral("total_count"), count}}}});
            }
        }
        return object;
    }
};

/// What a walk brought, and what intake keeps of it.
struct Walked {
    QList<Post> posts = {};
    Cursor kept = {}; // for the next walk
    int pages = 0;
    std::optional<Error> error = {};

    [[nodiscard]] QStringList ids() const
    {
        QStringList list;
        for (const Post &post : posts) {
            list.append(post.remoteId);
        }
        return list;
    }
    [[nodiscard]] std::optional<Post> byId(const QString &id) const
    {
        for (const Post &post : posts) {
            if (post.remoteId == id) {
                return post;
            }
        }
        return std::nullopt;
    }
};

/// As intake walks: page by page, the watermark and the state move when the walk is whole. `mostPages`: it is cut there.
inline Walked walk(Connector &connector, const Cursor &from, int mostPages = 100)
{
    Walked walked{.kept = from};
    Cursor at = from;
    Cursor next = from;
    while (walked.pages < mostPages) {
        const Answer<PostPage> answer = waitFor(connector.fetch(at));
        if (!answer.result) {
            walked.error = answer.result.error();
            return walked;
        }
        ++walked.pages;
        walked.posts += answer.result->posts;
        if (answer.result->newestWatermark > next.watermark) {
            next.watermark = answer.result->newestWatermark;
        }
        if (!answer.result->newState.isEmpty()) {
            next.state = answer.result->newState;
        }
        at.pageToken = answer.result->nextPageToken;
        if (at.pageToken.isEmpty()) {
            walked.kept = next;
            return walked;
        }
    }
    return walked;
}

} // namespace fw::test

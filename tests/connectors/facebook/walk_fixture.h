#pragma once

#include "tests/connectors/facebook/fake_page.h"

namespace fw::test {

constexpr qint64 kNow = 1'763'560'800; // 2025-11-19T14:00:00Z
inline const QString kFeed = QStringLiteral("100/feed");
inline const QString kThreads = QStringLiteral("100/conversations");

inline QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// The Page on a server: a post of ours with five comments at both levels, and one of a person without any.
struct WalkFixture {
    WalkFixture()
    {
        page.add(kFeed,
            {.id = QStringLiteral("100_1"),
                .text = QStringLiteral("ours"),
                .at = kNow - 9000,
                .from = QStringLiteral("100"),
                .changedAt = kNow - 200});
        page.add(kFeed,
            {.id = QStringLiteral("100_2"),
                .text = QStringLiteral("theirs"),
                .at = kNow - 8000,
                .from = QStringLiteral("55"),
                .changedAt = kNow - 8000});
        comment(QStringLiteral("1_1"), 900);
        comment(QStringLiteral("1_2"), 800, QStringLiteral("1_1"));
        comment(QStringLiteral("1_3"), 700, QStringLiteral("1_1"), QStringLiteral("100"));
        comment(QStringLiteral("1_4"), 600);
        comment(QStringLiteral("1_5"), 200);
        serve();
    }

    void serve()
    {
        base.server.setScript([this](const WireRequest &request) { return page.answer(request); });
    }
    void comment(
        const QString &id, qint64 ago, const QString &parent = {}, const QString &from = QStringLiteral("55"))
    {
        page.add(QStringLiteral("100_1/comments"),
            {.id = id,
                .text = QStringLiteral("text of ") + id,
                .at = kNow - ago,
                .from = from,
                .parent = parent});
    }
    void message(const QString &thread, const QString &id, qint64 ago, const QString &from)
    {
        page.add(thread + QStringLiteral("/messages"),
            {.id = id, .text = QStringLiteral("text of ") + id, .at = kNow - ago, .from = from});
        QList<FakePage::Entry> &threads = page.lists[kThreads];
        threads.erase(std::remove_if(threads.begin(), threads.end(),
                          [&thread](const FakePage::Entry &entry) { return entry.id == thread; }),
            threads.end());
        page.add(kThreads, {.id = thread, .changedAt = kNow - ago});
    }
    [[nodiscard]] Walked comments(const Cursor &from = {.stream = QStringLiteral("comments")}, int most = 100)
    {
        return walk(*base.connector, from, most);
    }
    /// Paths asked since the `from`th request.
    [[nodiscard]] QStringList asked(qsizetype from = 0) const
    {
        QStringList paths;
        for (qsizetype i = from; i < base.server.requests().size(); ++i) {
            paths.append(QString::fromLatin1(base.path(i)).section(u'/', 2));
        }
        return paths;
    }

    PageFixture base;
    FakePage page;
};

} // namespace fw::test

#include "tests/connectors/sandbox/sandbox_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// Walks all pages from `path` (which already has a query) and gives the ids in the order they came.
QStringList walk(SandboxClient &client, const QString &path)
{
    QStringList ids;
    QString token;
    do {
        const ClientAnswer page = client.get(token.isEmpty() ? path : path + u"&pagination_token="_s + token);
        ids += idsOf(page);
        token = page.body[u"meta"_s][u"next_token"_s].toString();
    } while (!token.isEmpty() && ids.size() < 5000);
    return ids;
}

QString firstBad(const ClientAnswer &answer)
{
    return answer.body[u"errors"_s][0][u"parameters"_s].toObject().keys().value(0);
}
} // namespace

/// Walking the mentions page by page, and the bounds of a page.
class SandboxPagingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void walksPagesNewestFirst_data();
    void walksPagesNewestFirst();
    void goesBackByThePreviousToken();
    void keepsPagesApartWhileNewPostsArrive();
    void boundsPagesByIdAndTime();
    void givesNoDataForAnEmptyPage();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void reachesOnlyTheNewest800Mentions();
};

void SandboxPagingTest::walksPagesNewestFirst_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("tweet names") << u"?max_results=7&tweet.fields=created_at"_s;
    QTest::newRow("post names") << u"?max_results=7&post.fields=created_at"_s;
}

void SandboxPagingTest::walksPagesNewestFirst()
{
    QFETCH(QString, query);
    SandboxClient client;
    const QStringList ids = walk(client, client.mentionsPath(query));
    QCOMPARE(ids.size(), 25);
    QStringList sorted = ids;
    std::sort(sorted.begin(), sorted.end(),
        [](const QString &a, const QString &b) { return a.toLongLong() > b.toLongLong(); });
    QCOMPARE(ids, sorted);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), 25);
}

void SandboxPagingTest::goesBackByThePreviousToken()
{
    SandboxClient client;
    const ClientAnswer first = client.get(client.mentionsPath(u"?max_results=5"_s));
    const QString next = first.body[u"meta"_s][u"next_token"_s].toString();
    const ClientAnswer second = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + next));
    QVERIFY(idsOf(second) != idsOf(first));
    const QString previous = second.body[u"meta"_s][u"previous_token"_s].toString();
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + previous))),
        idsOf(first));
    QVERIFY(first.body[u"meta"_s][u"previous_token"_s].isUndefined());
}

void SandboxPagingTest::keepsPagesApartWhileNewPostsArrive()
{
    SandboxClient client;
    const ClientAnswer first = client.get(client.mentionsPath(u"?max_results=5"_s));
    client.write(u"newcomer"_s, u"@harborandvale hello"_s);
    const QString next = first.body[u"meta"_s][u"next_token"_s].toString();
    const ClientAnswer second = client.get(client.mentionsPath(u"?max_results=5&pagination_token="_s + next));
    for (const QString &id : idsOf(second)) {
        QVERIFY(!idsOf(first).contains(id));
    }
}

void SandboxPagingTest::boundsPagesByIdAndTime()
{
    SandboxClient client;
    const QStringList all = idsOf(client.get(client.mentionsPath(u"?max_results=100"_s)));
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?max_results=100&since_id="_s + all[3]))), all.mid(0, 3));
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?max_results=100&until_id="_s + all[3]))), all.mid(4));
    // The clock stands at 14:00; the newest mentions are 1.6, 3.9 and 6.3 minutes old.
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?start_time=2025-11-19T13:56:06Z"_s))), all.mid(0, 2));
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?max_results=100&end_time=2025-11-19T13:56:06Z"_s))),
        all.mid(2));
    // since_id wins over start_time.
    QCOMPARE(idsOf(client.get(client.mentionsPath(u"?start_time=2025-11-19T13:59:59Z&since_id="_s + all[3]))),
        all.mid(0, 3));
}

void SandboxPagingTest::givesNoDataForAnEmptyPage()
{
    SandboxClient client;
    const QString newest = idsOf(client.get(client.mentionsPath())).constFirst();
    const ClientAnswer page = client.get(client.mentionsPath(u"?since_id="_s + newest));
    QCOMPARE(page.body, (QJsonObject{{u"meta"_s, QJsonObject{{u"result_count"_s, 0}}}}));
}

void SandboxPagingTest::refusesBadParameters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("named");
    QTest::newRow("too few") << u"?max_results=4"_s << u"max_results"_s;
    QTest::newRow("too many") << u"?max_results=101"_s << u"max_results"_s;
    QTest::newRow("token made up") << u"?pagination_token=7140dibdnow9c7btw"_s << u"pagination_token"_s;
    QTest::newRow("id that is no id") << u"?since_id=abc"_s << u"since_id"_s;
    QTest::newRow("time without zone") << u"?start_time=2025-11-19T13:00:00"_s << u"start_time"_s;
    QTest::newRow("unknown parameter") << u"?page=2"_s << u"page"_s;
    QTest::newRow("unknown field") << u"?tweet.fields=colour"_s << u"tweet.fields"_s;
    QTest::newRow("unknown expansion") << u"?expansions=everything"_s << u"expansions"_s;
    QTest::newRow("exclude is the timeline's") << u"?exclude=replies"_s << u"exclude"_s;
}

void SandboxPagingTest::refusesBadParameters()
{
    QFETCH(QString, query);
    QFETCH(QString, named);
    SandboxClient client;
    const ClientAnswer answer = client.get(client.mentionsPath(query));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body[u"title"_s].toString(), u"Invalid Request"_s);
    QCOMPARE(firstBad(answer), named);
    QVERIFY(answer.body[u"errors"_s][0][u"message"_s].toString().contains(named));
}

void SandboxPagingTest::reachesOnlyTheNewest800Mentions()
{
    SandboxClient client({{u"mention_count"_s, 850}});
    QCOMPARE(walk(client, client.mentionsPath(u"?max_results=100"_s)).size(), 800);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxPagingTest)
#include "sandbox_paging_test.moc"

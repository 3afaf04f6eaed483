#include "tests/connectors/sandbox/sandbox_client.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QJsonObject livelyScenario()
{
    return {{u"people"_s,
        QJsonObject{{u"arrivals_s"_s, QJsonArray{20, 60}}, {u"answers_s"_s, QJsonArray{15, 90}},
            {u"answer_share"_s, 1.0}}}};
}

QStringList textsOf(const QJsonArray &posts)
{
    QStringList texts;
    for (const QJsonValue &post : posts) {
        texts.append(post[u"created_at"_s].toString() + u' ' + post[u"author"_s].toString() + u": "_s
            + post[u"text"_s].toString());
    }
    return texts;
}
} // namespace

/// The people: who is there at the start, who comes later, who answers back; and looking behind the scenes.
class SandboxPeopleTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsWithABuiltInCast();
    void keepsQuietUnlessPeopleAreOn();
    void keepsArriving();
    void answersBackWhenAnswered();
    void saysTheSameForTheSameSeed();
    void generatesAsManyMentionsAsAsked();
    void tellsItsState();
};

void SandboxPeopleTest::startsWithABuiltInCast()
{
    SandboxClient client;
    QCOMPARE(client.sandbox().brandHandle(), u"harborandvale"_s);
    QCOMPARE(client.sandbox().brandName(), u"Harbor & Vale"_s);
    QHash<QString, int> mentions;
    bool hasHtml = false;
    const QJsonArray posts = client.posts();
    for (const QJsonValue &post : posts) {
        QVERIFY(post[u"by_brand"_s].toBool() != post[u"mentions_brand"_s].toBool());
        QVERIFY(post[u"created_at"_s].toString() < u"2025-11-19T14:00"_s);
        hasHtml = hasHtml || post[u"text"_s].toString().contains(u"<b>"_s);
        ++mentions[post[u"author"_s].toString()];
    }
    QVERIFY(hasHtml);
    QCOMPARE(posts.size(), 27);
    QCOMPARE(mentions.value(u"harborandvale"_s), 2);
    QCOMPARE(mentions.value(u"parcelwatcher"_s), 2);
    QCOMPARE(mentions.size(), 16);
}

void SandboxPeopleTest::keepsQuietUnlessPeopleAreOn()
{
    SandboxClient client;
    const QString parent = idsOf(client.get(client.mentionsPath())).constFirst();
    QCOMPARE(client.reply(u"Hello"_s, parent).status, 201);
    client.clock().advance(24h);
    QCOMPARE(client.posts().size(), 28);
}

void SandboxPeopleTest::keepsArriving()
{
    SandboxClient client(livelyScenario());
    client.clock().advance(10min);
    const auto arrived = client.posts().size() - 27;
    QVERIFY2(arrived >= 8 && arrived <= 30, qPrintable(QString::number(arrived)));
    const QJsonValue latest = client.posts().last();
    QVERIFY(latest[u"mentions_brand"_s].toBool());
    QVERIFY(latest[u"created_at"_s].toString() > u"2025-11-19T14:08"_s);
    QVERIFY(!latest[u"text"_s].toString().contains(u'{'));
    QCOMPARE(idsOf(client.get(client.mentionsPath())).constFirst(), latest[u"id"_s].toString());
}

void SandboxPeopleTest::answersBackWhenAnswered()
{
    SandboxClient client({{u"people"_s,
        QJsonObject{{u"arrivals_s"_s, QJsonArray{86400, 86400}}, {u"answers_s"_s, QJsonArray{15, 90}},
            {u"answer_share"_s, 1}}}});
    const QString question = client.write(u"grace_okafor"_s, u"@harborandvale question"_s);
    const QString reply = client.reply(u"Answer"_s, question).body[u"data"_s][u"id"_s].toString();
    client.clock().advance(14s);
    QCOMPARE(client.posts().last()[u"id"_s].toString(), reply);
    client.clock().advance(76s);
    const QJsonValue back = client.posts().last();
    QCOMPARE(back[u"author"_s].toString(), u"grace_okafor"_s);
    QCOMPARE(back[u"in_reply_to"_s].toString(), reply);
    QCOMPARE(back[u"thread"_s].toString(), question);
    QVERIFY(back[u"text"_s].toString().startsWith(u"@harborandvale "_s));
}

void SandboxPeopleTest::saysTheSameForTheSameSeed()
{
    const auto day = [](quint32 seed) {
        SandboxClient client(livelyScenario(), seed);
        client.clock().advance(5min);
        const QStringList parents = idsOf(client.get(client.mentionsPath()));
        for (const QString &parent : parents) {
            client.reply(u"Answer to "_s + parent, parent);
            client.clock().advance(20s);
        }
        client.clock().advance(5min);
        return textsOf(client.posts());
    };
    const QStringList first = day(3);
    QCOMPARE(day(3), first);
    QVERIFY(day(4) != first);
    QVERIFY(first.size() > 50);
}

void SandboxPeopleTest::generatesAsManyMentionsAsAsked()
{
    SandboxClient client({{u"mention_count"_s, 120}, {u"mention_span_minutes"_s, 30}});
    const QJsonObject state = client.get(u"/sandbox/state"_s).body;
    QCOMPARE(state[u"mentions"_s].toInt(), 120);
    QVERIFY(client.posts().last()[u"created_at"_s].toString() > u"2025-11-19T13:59"_s);
    SandboxClient empty({{u"mentions"_s, QJsonArray()}});
    QCOMPARE(empty.get(empty.mentionsPath()).body[u"meta"_s][u"result_count"_s].toInt(-1), 0);
    SandboxClient own(
        {{u"brand"_s,
             QJsonObject{{u"handle"_s, u"corner_shop"_s}, {u"name"_s, u"Corner Shop"_s},
                 {u"posts"_s, QJsonArray{QJsonObject{{u"text"_s, u"Open"_s}, {u"minutes_ago"_s, 90}}}}}},
            {u"mentions"_s,
                QJsonArray{QJsonObject{{u"author"_s, u"someone"_s}, {u"text"_s, u"until when?"_s},
                    {u"minutes_ago"_s, 5}, {u"in_reply_to_brand_post"_s, 0}}}}});
    const ClientAnswer page = own.get(own.mentionsPath(u"?expansions=author_id"_s));
    QCOMPARE(page.body[u"data"_s][0][u"text"_s].toString(), u"@corner_shop until when?"_s);
    QCOMPARE(page.body[u"includes"_s][u"users"_s][0][u"username"_s].toString(), u"someone"_s);
}

void SandboxPeopleTest::tellsItsState()
{
    SandboxClient client;
    const QString parent = idsOf(client.get(client.mentionsPath())).constFirst();
    client.reply(u"Hello"_s, parent);
    const QJsonObject state = client.get(u"/sandbox/state"_s).body;
    QCOMPARE(state[u"now"_s].toString(), u"2025-11-19T14:00:00.000Z"_s);
    QCOMPARE(state[u"brand"_s][u"id"_s].toString(), client.sandbox().brandId());
    QCOMPARE(state[u"brand_posts"_s].toInt(), 3);
    QCOMPARE(state[u"people_posts"_s].toInt(), 25);
    QCOMPARE(state[u"mentions"_s].toInt(), 25);
    QCOMPARE(state[u"people"_s].toInt(), 15);
    QCOMPARE(state[u"requests"_s].toInt(), 2); // control calls are not counted
    int used = 0;
    const QJsonArray windows = state[u"windows"_s].toArray();
    for (const QJsonValue &window : windows) {
        used += window[u"operation"_s].toString() == u"create"_s ? window[u"used"_s].toInt() : 0;
    }
    QCOMPARE(used, 5); // one call in each of the five windows of posting
    QCOMPARE(client.get(u"/sandbox/nothing"_s).status, 404);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxPeopleTest)
#include "sandbox_people_test.moc"

#include "tests/connectors/sandbox/sandbox_client.h"

#include <QJsonDocument>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QJsonArray itemsOf(const ClientAnswer &page)
{
    return page.body.value(u"items"_s).toArray();
}

QString textOf(const QJsonValue &entry, const char *member)
{
    return entry.toObject().value(QLatin1String(member)).toString();
}

int codeOf(const ClientAnswer &answer)
{
    return answer.body.value(u"code"_s).toInt();
}

/// The first own pin: where people's comments go unless they say otherwise.
QJsonObject firstPin(SandboxClient &client)
{
    return client.get(u"/sandbox/pinterest/pins"_s).body.value(u"pins"_s).toArray().at(0).toObject();
}

int shownComments(SandboxClient &client)
{
    const QString id = firstPin(client).value(u"id"_s).toString();
    const QJsonObject metrics
        = client.get(u"/v5/pins/%1?pin_metrics=true"_s.arg(id)).body.value(u"pin_metrics"_s).toObject();
    return metrics.value(u"lifetime_metrics"_s).toObject().value(u"comment"_s).toInt(-1);
}

QString commentOf(SandboxClient &client, const QString &text, const QString &parent = {})
{
    QJsonObject body{{u"author"_s, u"maria_k"_s}, {u"text"_s, text}};
    if (!parent.isEmpty()) {
        body.insert(u"reply_to"_s, parent);
    }
    return client.post(u"/sandbox/pinterest/comments"_s, body).body.value(u"id"_s).toString();
}

ClientAnswer answerTo(SandboxClient &client, const QString &comment, const QString &text)
{
    const QJsonObject pin = firstPin(client);
    return client.post(
        u"/partner/v1/aggregated_pin_data/%1/comment"_s.arg(pin.value(u"aggregated"_s).toString()),
        {{u"text"_s, text}, {u"pin"_s, pin.value(u"id"_s)}, {u"reply_to_comment"_s, comment}});
}
} // namespace

class SandboxPinterestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEndInAllThreeWaysAndNullsAreExplicit()
    {
        SandboxClient client;
        const ClientAnswer pins = client.get(u"/v5/pins"_s);
        QCOMPARE(pins.status, 200);
        QCOMPARE(itemsOf(pins).size(), 12);
        QVERIFY(pins.body.value(u"bookmark"_s).isNull());
        QVERIFY(client.get(u"/v5/boards"_s).body.value(u"bookmark"_s).isString());
        QVERIFY(client.get(u"/v5/user_account/followers"_s).body.value(u"bookmark"_s).isUndefined());
        const QJsonObject pin = itemsOf(pins).at(0).toObject();
        QVERIFY(pin.value(u"alt_text"_s).isNull());
        QVERIFY(pin.value(u"pin_metrics"_s).isNull());
        QVERIFY(pin.contains(u"note"_s) && pin.contains(u"product_tags"_s));
        QVERIFY(!textOf(pin, "created_at").endsWith(u'Z'));
    }

    void pagesFollowTheBookmarkWhileNewPinsArrive()
    {
        SandboxClient client(QJsonObject{{u"pinterest"_s, QJsonObject{{u"pin_count"_s, 60}}}});
        QStringList seen;
        QString bookmark;
        int pages = 0;
        do {
            const QString at = bookmark.isEmpty()
                ? QString()
                : u"&bookmark="_s + QString::fromLatin1(QUrl::toPercentEncoding(bookmark));
            const ClientAnswer page = client.get(u"/v5/pins?page_size=25"_s + at);
            for (const QJsonValue &entry : itemsOf(page)) {
                seen.append(textOf(entry, "id"));
            }
            bookmark = page.body.value(u"bookmark"_s).toString();
            QCOMPARE(client.post(u"/sandbox/pinterest/pins"_s, {{u"kind"_s, u"own"_s}}).status, 201);
            ++pages;
        } while (!bookmark.isEmpty());
        QCOMPARE(pages, 3);
        QCOMPARE(seen.size(), 60);
        seen.removeDuplicates();
        QCOMPARE(seen.size(), 60);
    }

    void mistakesAreRefusedInPinterestsForm_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("page size") << u"/v5/pins?page_size=251"_s << 400 << 1;
        QTest::newRow("no page size") << u"/v5/pins?page_size=0"_s << 400 << 1;
        QTest::newRow("bookmark") << u"/v5/pins?bookmark=abc"_s << 400 << 1;
        QTest::newRow("metrics") << u"/v5/pins?pin_metrics=yes"_s << 400 << 1;
        QTest::newRow("pin") << u"/v5/pins/1"_s << 404 << 50;
        QTest::newRow("board") << u"/v5/boards/1/pins"_s << 404 << 40;
        QTest::newRow("analytics") << u"/v5/user_account/analytics/top_pins"_s << 400 << 400;
        QTest::newRow("path") << u"/v5/comments"_s << 404 << 404;
        QTest::newRow("feed") << u"/partner/v1/aggregated_pin_data/1/comments"_s << 404 << 50;
        QTest::newRow("comment") << u"/partner/v1/aggregated_comments/1"_s << 404 << 404;
    }

    void mistakesAreRefusedInPinterestsForm()
    {
        QFETCH(const QString, path);
        QFETCH(const int, status);
        QFETCH(const int, code);
        SandboxClient client;
        const ClientAnswer answer = client.get(path);
        QCOMPARE(answer.status, status);
        QCOMPARE(codeOf(answer), code);
        QVERIFY(!answer.body.value(u"message"_s).toString().isEmpty());
        QVERIFY(!answer.headers.value("x-pinterest-rid").isEmpty());
    }

    void tokenIsAskedFor()
    {
        SandboxClient client(
            QJsonObject{{u"pinterest"_s, QJsonObject{{u"tokens"_s, QJsonArray{u"right"_s}}}}});
        const ClientAnswer refused = client.get(u"/v5/user_account"_s);
        QCOMPARE(refused.status, 401);
        QCOMPARE(codeOf(refused), 2);
        client.setToken("right");
        const ClientAnswer account = client.get(u"/v5/user_account"_s);
        QCOMPARE(account.status, 200);
        QCOMPARE(account.body.value(u"username"_s).toString(), client.sandbox().brandHandle(u"pinterest"_s));
    }

    void operationsOfOneCategoryShareAWindow()
    {
        SandboxClient client;
        const ClientAnswer first = client.get(u"/v5/pins"_s);
        const int left = first.headers.value("x-ratelimit-remaining").toInt();
        QCOMPARE(first.headers.value("x-ratelimit-limit").toInt(), 1000);
        QCOMPARE(first.headers.value("x-ratelimit-reset").toInt(), 60);
        QCOMPARE(client.get(u"/v5/boards"_s).headers.value("x-ratelimit-remaining").toInt(), left - 1);
        QCOMPARE(client
                     .post(u"/sandbox/windows"_s,
                         {{u"operation"_s, u"org_read"_s}, {u"name"_s, u"1 min"_s}, {u"limit"_s, 2}})
                     .status,
            200);
        const ClientAnswer refused = client.get(u"/v5/user_account"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(codeOf(refused), 8);
        QCOMPARE(refused.headers.value("x-ratelimit-remaining").toInt(), 0);
        client.clock().advance(std::chrono::seconds(60));
        QCOMPARE(client.get(u"/v5/user_account"_s).status, 200);
    }

    void numbersFollowTheCommentsWithTheirLag()
    {
        SandboxClient client;
        const int before = shownComments(client);
        const QString id = commentOf(client, u"Oak?"_s);
        QCOMPARE(shownComments(client), before + 1);
        QCOMPARE(client.post(u"/sandbox/pinterest/metrics"_s, {{u"lag_s"_s, 3600}}).status, 200);
        const int lagging = shownComments(client);
        (void)commentOf(client, u"Ash?"_s, id);
        QCOMPARE(shownComments(client), lagging);
        client.clock().advance(std::chrono::hours(2));
        const int later = shownComments(client);
        QVERIFY(later >= before + 2);
        QCOMPARE(client.remove(u"/sandbox/pinterest/comments/"_s + id).status, 200);
        client.clock().advance(std::chrono::hours(2));
        QCOMPARE(shownComments(client), later - 2); // its reply goes with it
    }

    void partnerListsCommentsAndTheirReplies()
    {
        SandboxClient client;
        const QString aggregated = firstPin(client).value(u"aggregated"_s).toString();
        const QString path
            = u"/partner/v1/aggregated_pin_data/%1/comments?feed_type=recent"_s.arg(aggregated);
        const qsizetype before = itemsOf(client.get(path)).size();
        const QString id = commentOf(client, u"Oak?"_s);
        (void)commentOf(client, u"Or ash?"_s, id);
        const ClientAnswer page = client.get(path);
        QCOMPARE(itemsOf(page).size(), before + 1);
        const QJsonObject newest = itemsOf(page).at(0).toObject();
        QCOMPARE(textOf(newest, "id"), id);
        QCOMPARE(newest.value(u"comment_count"_s).toInt(), 1);
        QVERIFY(newest.value(u"reply_to_comment"_s).isNull());
        const ClientAnswer replies = client.get(u"/partner/v1/aggregated_comments/%1/replies"_s.arg(id));
        QCOMPARE(itemsOf(replies).size(), 1);
        QCOMPARE(textOf(itemsOf(replies).at(0).toObject().value(u"reply_to_comment"_s), "id"), id);
        QCOMPARE(codeOf(client.get(path + u"est"_s)), 1); // feed_type=recentest
    }

    void answersAreCheckedAndKept()
    {
        SandboxClient client;
        const QString id = commentOf(client, u"Oak?"_s);
        QCOMPARE(answerTo(client, id, QString(501, u'x')).status, 400);
        QCOMPARE(answerTo(client, id, u"see https://shop.example/a"_s).status, 400);
        QCOMPARE(answerTo(client, u"1"_s, u"hello"_s).status, 404);
        const ClientAnswer made = answerTo(client, id, u"Yes: https://www.pinterest.com/pin/1/"_s);
        QCOMPARE(made.status, 201);
        QCOMPARE(
            textOf(made.body.value(u"user"_s), "username"), client.sandbox().brandHandle(u"pinterest"_s));
        const QString path = u"/partner/v1/aggregated_comments/"_s + textOf(QJsonValue(made.body), "id");
        QCOMPARE(client.remove(path).status, 204);
        QCOMPARE(client.get(path).status, 404);
        QCOMPARE(client.remove(path).status, 404);
    }

    void verdictOfSpamHasNoCodeAndNoWindow()
    {
        SandboxClient client;
        const QString id = commentOf(client, u"Oak?"_s);
        QCOMPARE(client.post(u"/sandbox/pinterest/spam"_s, {{u"count"_s, 1}}).status, 200);
        const ClientAnswer spam = answerTo(client, id, u"Yes"_s);
        QCOMPARE(spam.status, 429);
        QVERIFY(spam.body.value(u"code"_s).isUndefined());
        QVERIFY(spam.body.value(u"message_detail"_s).toString().contains(u"spam"_s));
        QCOMPARE(answerTo(client, id, u"Yes"_s).status, 201);
    }

    void writesUnderOnePinNeedTheirGap()
    {
        SandboxClient client(QJsonObject{{u"pinterest"_s, QJsonObject{{u"write_gap_s"_s, 5}}}});
        const QString id = commentOf(client, u"Oak?"_s);
        QCOMPARE(answerTo(client, id, u"Yes"_s).status, 201);
        const ClientAnswer hasty = answerTo(client, id, u"And ash"_s);
        QCOMPARE(hasty.status, 429);
        QCOMPARE(codeOf(hasty), 8);
        QVERIFY(hasty.headers.value("x-ratelimit-remaining").toInt() > 0);
        client.clock().advance(std::chrono::seconds(5));
        QCOMPARE(answerTo(client, id, u"And ash"_s).status, 201);
    }

    void pinsByOthersAppearWhereTheyBelong()
    {
        SandboxClient client;
        QCOMPARE(
            client.post(u"/sandbox/pinterest/pins"_s, {{u"kind"_s, u"domain"_s}, {u"author"_s, u"lena"_s}})
                .status,
            201);
        const QString window = u"start_date=2025-10-20&end_date=2025-11-19&sort_by=ENGAGEMENT"_s;
        const ClientAnswer top
            = client.get(u"/v5/user_account/analytics/top_pins?source=OTHER_PINS&"
                         "from_claimed_content=CLAIMED&created_in_last_n_days=30&num_of_pins=50&"_s
                + window);
        const QJsonArray pins = top.body.value(u"pins"_s).toArray();
        QCOMPARE(pins.size(), 3);
        const ClientAnswer pin = client.get(u"/v5/pins/"_s + textOf(pins.at(0), "pin_id"));
        QCOMPARE(textOf(pin.body.value(u"board_owner"_s), "username"), u"lena"_s);
        QCOMPARE(pin.body.value(u"is_owner"_s).toBool(true), false);
        QVERIFY(top.body.value(u"date_availability"_s).toObject().contains(u"latest_available_timestamp"_s));
        QCOMPARE(itemsOf(client.get(u"/v5/user_account/websites"_s)).size(), 1);
    }

    void peopleCommentAndAnswerBack()
    {
        const QJsonObject people{{u"arrivals_s"_s, QJsonArray{10, 10}}, {u"answers_s"_s, QJsonArray{5, 5}},
            {u"answer_share"_s, 1.0}};
        SandboxClient client(QJsonObject{{u"pinterest"_s, QJsonObject{{u"people"_s, people}}}});
        const auto said = [&client] {
            return client.get(u"/sandbox/state"_s)
                .body.value(u"pinterest"_s)
                .toObject()
                .value(u"people_comments"_s)
                .toInt();
        };
        const int before = said();
        const QString id = commentOf(client, u"Oak?"_s);
        QCOMPARE(answerTo(client, id, u"Yes"_s).status, 201);
        client.clock().advance(std::chrono::seconds(9));
        (void)client.get(u"/v5/user_account"_s); // the world moves when somebody looks
        QCOMPARE(said(), before + 2);
        client.clock().advance(std::chrono::seconds(60));
        (void)client.get(u"/v5/user_account"_s);
        QVERIFY(said() >= before + 8);
    }

    void withoutAPartnerThereAreOnlyNumbers()
    {
        SandboxClient client(QJsonObject{{u"pinterest"_s, QJsonObject{{u"partner"_s, false}}}});
        QVERIFY(!itemsOf(client.get(u"/v5/pins"_s)).at(0).toObject().contains(u"aggregated_pin_data"_s));
        QCOMPARE(client.get(u"/partner/v1/aggregated_comments/1"_s).status, 404);
    }

    void scenarioMistakesNameTheirKey()
    {
        const FakeClock clock;
        const auto started = sandbox::Sandbox::start(
            clock, {.scenario = QJsonObject{{u"pinterest"_s, QJsonObject{{u"pin_count"_s, 0}}}}});
        QVERIFY(!started);
        QVERIFY2(
            started.error().detail.contains(u"pinterest.pin_count"_s), qPrintable(started.error().detail));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxPinterestTest)
#include "sandbox_pinterest_test.moc"

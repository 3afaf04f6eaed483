#include "connectors/pinterest/pinterest_parse.h"

#include "connectors/http/json_answer.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/memory.h"
#include "connectors/pinterest/pinterest_time.h"
#include "tests/connectors/pinterest/pinterest_fixture.h"

#include <QJsonArray>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::pinterest;

class PinterestParseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCapturedPinWithItsUndocumentedMembers()
    {
        const auto pin = readPin(payload("v5_pin_airbyte"));
        QVERIFY(pin);
        QCOMPARE(pin->id, u"666743919837294988"_s);
        QCOMPARE(pin->title, u"Airbyte"_s);
        QCOMPARE(pin->description, u"Data Integration"_s);
        QCOMPARE(pin->boardOwner, u"integrationtest0375"_s);
        QVERIFY(pin->isOurs == std::optional(true));
        QVERIFY(!pin->comments); // it was asked for without its numbers
        QVERIFY(pin->createdAt && toIso(*pin->createdAt) == u"2021-06-08T09:37:30.000Z"_s);
        QCOMPARE(pin->caption(), u"“Airbyte”"_s);
    }

    void readsTheAnswerToAPinThatWasMade()
    {
        const auto pin = readPin(payload("v5_pin_create_response"));
        QVERIFY(pin);
        QCOMPARE(pin->id, u"999658448514149467"_s);
        QCOMPARE(pin->title, u"Design,shading,Layered file"_s);
        QCOMPARE(pin->boardOwner, u"Pattern_buy"_s);
        QVERIFY(!pin->isOurs); // not told
        QVERIFY(toIso(*pin->createdAt) == u"2022-10-13T01:40:29.000Z"_s);
    }

    void theOldApisPinIsNoPinOfThisOne()
    {
        const QJsonObject capture
            = QJsonDocument::fromJson(payload("historical_v1_pin_counts_comments")).object();
        QCOMPARE(capture.value(u"statusCode"_s).toInt(), 200);
        const QByteArray body = QJsonDocument(capture.value(u"body"_s).toObject()).toJson();
        QCOMPARE(errorOf(readPin(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readPins(body)), u"malformed-answer"_s);
    }

    void listEndsWithAMissingNullOrBlankBookmark_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("bookmark");
        QTest::newRow("missing") << json("{'items':[]}") << QString();
        QTest::newRow("null") << json("{'items':[],'bookmark':null}") << QString();
        QTest::newRow("blank") << json("{'items':[],'bookmark':''}") << QString();
        QTest::newRow("spaces") << json("{'items':[],'bookmark':'  '}") << QString();
        QTest::newRow("more") << json("{'items':[],'bookmark':'Zm9v=='}") << u"Zm9v=="_s;
    }

    void listEndsWithAMissingNullOrBlankBookmark()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, bookmark);
        const auto pins = readPins(body);
        QVERIFY(pins);
        QCOMPARE(pins->bookmark, bookmark);
    }

    void pinWithWrongTypesIsReadAsFarAsItGoes()
    {
        const auto pins
            = readPins(json("{'items':[{'id':'5','title':null,'description':7,'is_owner':'yes','created_at':"
                            "[],'pin_metrics':{'lifetime_metrics':{'comment':'many'}},'board_owner':null},"
                            "{'title':'no id'},7,null,{'id':6,'pin_metrics':{'lifetime_metrics':"
                            "{'comment':3}}},{'id':'x6'}]}"));
        QVERIFY(pins);
        QCOMPARE(pins->entries.size(), 2);
        QCOMPARE(pins->unreadable, 4);
        QCOMPARE(pins->announced, 6);
        QVERIFY(pins->entries.at(0) == (Pin{.id = u"5"_s}));
        QCOMPARE(pins->entries.at(0).caption(), u"5"_s);
        QCOMPARE(pins->entries.at(1).id, u"6"_s);
        QVERIFY(pins->entries.at(1).comments == std::optional<qint64>(3));
    }

    void brokenAnswersAreErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("cut") << payload("v5_pin_airbyte").left(300);
        QTest::newRow("deep") << QByteArray(5000, '[');
        QTest::newRow("no items") << json("{'item':[]}");
        QTest::newRow("items no list") << json("{'items':{}}");
    }

    void brokenAnswersAreErrors()
    {
        QFETCH(const QByteArray, body);
        QCOMPARE(errorOf(readPins(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readBoards(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readTopPins(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readPin(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readAccount(body)), u"malformed-answer"_s);
    }

    void accountTellsIdNameAndFollowers()
    {
        const auto account = readAccount(json(
            "{'id':'2783136121146311751','username':'shop','business_name':'The Shop','follower_count':10}"));
        QVERIFY(account);
        QCOMPARE(account->profile.remoteId, u"2783136121146311751"_s);
        QCOMPARE(account->profile.handle, u"shop"_s);
        QCOMPARE(account->profile.name, u"The Shop"_s);
        QVERIFY(account->followers == std::optional<qint64>(10));
        const auto older
            = readAccount(json("{'username':'shop','business_name':null,'follower_count':null}"));
        QVERIFY(older);
        QCOMPARE(older->profile.remoteId, u"shop"_s);
        QCOMPARE(older->profile.name, u"shop"_s);
        QVERIFY(!older->followers);
    }

    void topPinsTellTheTimeOfTheirNumbers()
    {
        const auto top
            = readTopPins(json("{'pins':[{'pin_id':'1','metrics':{}},{'pin_id':'2'},{'pin_id':'1'},{}],"
                               "'date_availability':{'latest_available_timestamp':1649116799000}}"));
        QVERIFY(top);
        QCOMPARE(top->pins, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(toIso(top->asOf), u"2022-04-04T23:59:59.000Z"_s);
    }

    void momentsWithoutAZoneAreUtc_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("moment");
        const auto row
            = [](const char *name, const QJsonValue &value, TimeFormat format, const QString &moment) {
                  QTest::newRow(name) << value << int(format) << moment;
              };
        row("no zone", u"2021-06-08T09:37:30"_s, TimeFormat::Iso, u"2021-06-08T09:37:30.000Z"_s);
        row("microseconds", u"2021-10-25T11:17:56.715000"_s, TimeFormat::Iso, u"2021-10-25T11:17:56.715Z"_s);
        row("in a gap of summer time", u"2021-03-28T02:30:00"_s, TimeFormat::Iso,
            u"2021-03-28T02:30:00.000Z"_s);
        row("UTC", u"2021-06-08T09:37:30Z"_s, TimeFormat::Iso, u"2021-06-08T09:37:30.000Z"_s);
        row("offset", u"2021-06-08T09:37:30+02:00"_s, TimeFormat::Iso, u"2021-06-08T07:37:30.000Z"_s);
        row("no time", u"soon"_s, TimeFormat::Iso, QString());
        row("null", QJsonValue(QJsonValue::Null), TimeFormat::Iso, QString());
        row("number", 1649116799, TimeFormat::Iso, QString());
        row("seconds", 1649116799, TimeFormat::UnixSeconds, u"2022-04-04T23:59:59.000Z"_s);
        row("seconds as text", u"1649116799"_s, TimeFormat::UnixSeconds, u"2022-04-04T23:59:59.000Z"_s);
        row("too many seconds", 1e17, TimeFormat::UnixSeconds, QString());
        row("negative", -1, TimeFormat::UnixMillis, QString());
        row("milliseconds", 1649116799000.0, TimeFormat::UnixMillis, u"2022-04-04T23:59:59.000Z"_s);
        row("mail", u"Tue, 08 Jun 2021 09:37:30 +0000"_s, TimeFormat::Mail, u"2021-06-08T09:37:30.000Z"_s);
    }

    void momentsWithoutAZoneAreUtc()
    {
        QFETCH(const QJsonValue, value);
        QFETCH(const int, format);
        QFETCH(const QString, moment);
        const auto answer = JsonAnswer::read(
            QJsonDocument(QJsonObject{{u"value"_s, value}}).toJson(QJsonDocument::Compact));
        QVERIFY(answer);
        const auto read = instantIn(answer->root()["value"], static_cast<TimeFormat>(format));
        QCOMPARE(read ? toIso(*read) : QString(), moment);
    }

    void pointersFindWhatTheyName()
    {
        const auto answer = JsonAnswer::read(json("{'a':{'b/c':[1,{'~':'x'}]},'n':12345678901}"));
        QVERIFY(answer);
        const JsonView root = answer->root();
        QCOMPARE(textAt(root, u"/a/b~1c/1/~0"_s), u"x"_s);
        QCOMPARE(textAt(root, u"/a/b~1c/0"_s), u"1"_s);
        QCOMPARE(textAt(root, u"/n"_s), u"12345678901"_s);
        QVERIFY(valueAt(root, u"/a/b~1c/7"_s).isMissing());
        QVERIFY(valueAt(root, u"/a/x/y"_s).isMissing());
        QVERIFY(valueAt(root, QString()).isObject());
        QVERIFY(isPointer(u"/a/b"_s) && isPointer(QString()) && !isPointer(u"a"_s) && !isPointer(u"/a~2"_s));
    }

    void memorySurvivesItsJourney()
    {
        Memory memory{.walkedAt = instantFromMs(1'763'560'800'000)};
        memory.notes.insert(u"666743919837294988"_s, {.count = 3, .total = 5, .seenAt = memory.walkedAt});
        memory.notes.insert(u"p1"_s, {.readAt = instantFromMs(7), .seenAt = instantFromMs(9)});
        const auto back = Memory::fromState(memory.toState());
        QVERIFY(back);
        QVERIFY(back->walkedAt == memory.walkedAt);
        QVERIFY(back->notes == memory.notes);
        QCOMPARE(memory.toState(), back->toState());
    }

    void brokenMemoryIsNone_data()
    {
        QTest::addColumn<QByteArray>("state");
        const QByteArray whole = Memory{.walkedAt = instantFromMs(1)}.toState();
        QTest::newRow("none") << QByteArray();
        QTest::newRow("text") << QByteArray("hello, world");
        QTest::newRow("cut") << whole.left(whole.size() - 5);
        QTest::newRow("huge") << QByteArray::fromHex("ffffffff00");
        QTest::newRow("another version") << qCompress(QByteArray("\x63", 1) + QByteArray(20, '\0'));
        QTest::newRow("too few") << qCompress(
            QByteArray("\x01", 1) + QByteArray(8, '\0') + QByteArray(4, '\x7f'));
    }

    void brokenMemoryIsNone()
    {
        QFETCH(const QByteArray, state);
        QVERIFY(!Memory::fromState(state));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PinterestParseTest)
#include "pinterest_parse_test.moc"

#include "tests/connectors/pinterest/pinterest_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// Checks the settings with `value` at `key` ("create_reply.body") of the example's profile; Undefined takes the key away.
QString complaintAbout(const QString &key, const QJsonValue &value)
{
    QJsonObject profile = partnerProfile();
    const QString outer = key.section(u'.', 0, 0);
    const QString inner = key.section(u'.', 1);
    if (inner.isEmpty()) {
        profile.insert(outer, value);
    } else {
        QJsonObject part = profile.value(outer).toObject();
        part.insert(inner, value);
        profile.insert(outer, part);
    }
    const Done checked = checkPinterestSettings({{u"partner"_s, profile}});
    return checked ? QString() : checked.error().detail;
}
} // namespace

class PartnerProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleIsSoundAndNoneIsNeeded()
    {
        QVERIFY(!partnerProfile().isEmpty());
        QVERIFY(checkPinterestSettings({}));
        QVERIFY(checkPinterestSettings({{u"partner"_s, QJsonValue(QJsonValue::Null)}}));
        const Done example = checkPinterestSettings({{u"partner"_s, partnerProfile()}});
        QVERIFY2(example, qPrintable(example ? QString() : example.error().detail));
        QVERIFY(complaintAbout(u"base_url"_s, u"https://partner.example/v1"_s).isEmpty());
        QVERIFY(complaintAbout(u"base_url"_s, u"http://127.0.0.1:8080/v1"_s).isEmpty());
    }

    void smallestProfileOnlyReads()
    {
        const QJsonObject partner = jsonObject(
            "{'base_url':'https://partner.example','list_comments':{'path':'/pins/{pin}/comments'}}");
        QVERIFY(checkPinterestSettings({{u"partner"_s, partner}}));
        const PinterestFixture fixture({{u"partner"_s, partner}});
        const Capabilities can = fixture.connector->capabilities();
        QVERIFY(can.can(Feature::ReadComments));
        QCOMPARE(can.whyNot(Feature::ReplyPublic), u"contract"_s);
        QCOMPARE(can.replyLimit, 0);
        QCOMPARE(fixture.connector->streams().constFirst().name, u"comments"_s);
    }

    void wholeProfileGivesTheWholeLane()
    {
        const PinterestFixture fixture({{u"partner"_s, partnerProfile()}});
        const Capabilities can = fixture.connector->capabilities();
        for (const Feature feature :
            {Feature::ReadComments, Feature::ReadSignals, Feature::ReplyPublic, Feature::Remove}) {
            QVERIFY(can.can(feature));
        }
        QCOMPARE(can.whyNot(Feature::ReplyPrivate), u"network"_s);
        QCOMPARE(can.replyLimit, 500);
    }

    void mistakesAreNamedWithWhatWouldBeRight_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const QString &key, const QJsonValue &value, const QString &complaint) {
            QTest::addRow("%s: %s", qPrintable(key), qPrintable(complaint)) << key << value << complaint;
        };
        const QJsonValue absent(QJsonValue::Undefined);
        row(u"base_url"_s, absent, u"partner.base_url: is missing"_s);
        row(u"base_url"_s, 5, u"partner.base_url: must be text"_s);
        row(u"base_url"_s, u"http://partner.example"_s, u"must be an https address"_s);
        row(u"base_url"_s, u"//partner.example"_s, u"must be an https address"_s);
        row(u"base_url"_s, u"https://me:pw@partner.example"_s, u"must be an https address"_s);
        row(u"base_url"_s, u"https://partner.example/?a=b"_s, u"must be an https address"_s);
        row(u"speed"_s, 9, u"partner.speed: unknown key; there are"_s);
        row(u"time"_s, u"stardate"_s, u"partner.time: must be one of iso, unix, unix-ms, rfc2822"_s);
        row(u"text_limit"_s, 0, u"partner.text_limit: must be a whole number from 1 to 10000"_s);
        row(u"text_limit"_s, u"500"_s, u"partner.text_limit: must be a whole number"_s);
        row(u"backfill_days"_s, 1.5, u"partner.backfill_days: must be a whole number"_s);
        row(u"subject"_s, u"id"_s, u"partner.subject: must be a JSON pointer like /user/id"_s);
        row(u"comment"_s, u"x"_s, u"partner.comment: must be an object"_s);
        row(u"comment.id"_s, u""_s, u"partner.comment.id: must not be empty"_s);
        row(u"comment.text"_s, u"text"_s, u"partner.comment.text: must be a JSON pointer"_s);
        row(u"comment.created_at"_s, u""_s, u"partner.comment.created_at: must not be empty"_s);
        row(u"comment.likes"_s, u"/likes"_s, u"partner.comment.likes: unknown key"_s);
        row(u"list_comments"_s, absent, u"partner.list_comments: is missing"_s);
        row(u"list_comments.path"_s, absent, u"partner.list_comments.path: is missing"_s);
        row(u"list_comments.path"_s, u"pins"_s, u"partner.list_comments.path: must begin with /"_s);
        row(u"list_comments.path"_s, u"/pins?a=b"_s, u"parameters go into \"query\""_s);
        row(u"list_comments.path"_s, u"/pins/{id}"_s,
            u"{id} is not known here; there are {pin}, {subject}"_s);
        row(u"list_comments.path"_s, u"/c/{comment}"_s, u"{comment} is not known here"_s);
        row(u"list_comments.path"_s, u"/c/{pin"_s, u"{pin is not known here"_s);
        row(u"list_comments.method"_s, u"POST"_s, u"partner.list_comments.method: must be one of GET"_s);
        row(u"list_comments.query"_s, u"a=b"_s, u"partner.list_comments.query: must be an object of texts"_s);
        row(u"list_comments.query"_s, QJsonObject{{u"n"_s, 5}},
            u"partner.list_comments.query.n: must be text"_s);
        row(u"list_comments.body"_s, QJsonObject(), u"partner.list_comments.body: unknown key"_s);
        row(u"list_comments.items"_s, u"items"_s, u"partner.list_comments.items: must be a JSON pointer"_s);
        row(u"create_reply.body"_s, QJsonObject{{u"a"_s, u"{comment}"_s}}, u"must carry {text}"_s);
        row(u"create_reply.body"_s, QJsonObject{{u"a"_s, u"{text}"_s}}, u"must carry {comment} or {root}"_s);
        row(u"create_reply.path"_s, u"/c/{text}"_s, u"{text} is not known here"_s);
        row(u"create_reply.method"_s, u"GET"_s, u"partner.create_reply.method: must be one of POST, PUT"_s);
        row(u"create_reply.format"_s, u"xml"_s, u"partner.create_reply.format: must be one of form, json"_s);
        row(u"list_replies"_s, absent, u"partner.list_replies: is missing; create_reply needs it"_s);
        row(u"get_comment"_s, absent, u"partner.get_comment: is missing; create_reply uses"_s);
        row(u"comment.pin"_s, u""_s, u"partner.comment.pin: must not be empty: create_reply uses {pin}"_s);
        row(u"comment.subject"_s, u""_s, u"partner.comment.subject: must not be empty"_s);
        row(u"delete_comment.method"_s, u"GET"_s,
            u"partner.delete_comment.method: must be one of DELETE, POST"_s);
    }

    void mistakesAreNamedWithWhatWouldBeRight()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, complaint);
        const QString said = complaintAbout(key, value);
        QVERIFY2(said.contains(complaint), qPrintable(said));
    }

    void otherSettingsAreCheckedToo_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("partner") << json("{'partner':[]}") << u"partner: must be an object"_s;
        QTest::newRow("access") << json("{'access':'gold'}")
                                << u"access: must be \"trial\" or \"standard\""_s;
        QTest::newRow("pace") << json("{'every_s':5}") << u"every_s: must be an object"_s;
        QTest::newRow("stream") << json("{'every_s':{'mentions':5}}")
                                << u"every_s.mentions: unknown stream"_s;
        QTest::newRow("negative") << json("{'every_s':{'comments':-1}}") << u"must be seconds from 0"_s;
        QTest::newRow("true") << json("{'every_s':{'comments':true}}") << u"must be seconds from 0"_s;
    }

    void otherSettingsAreCheckedToo()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QString, complaint);
        const Done checked = checkPinterestSettings(QJsonDocument::fromJson(settings).object());
        QVERIFY(!checked);
        QVERIFY(checked.error().code == ErrorCode::Usage);
        QVERIFY2(checked.error().detail.contains(complaint), qPrintable(checked.error().detail));
    }

    void profileThatMakesNoSenseLeavesTheRadars()
    {
        const PinterestFixture fixture({{u"partner"_s, u"nonsense"_s}});
        QCOMPARE(fixture.connector->streams().constFirst().name, u"comments-radar"_s);
        QCOMPARE(fixture.connector->capabilities().whyNot(Feature::ReplyPublic), u"contract"_s);
    }

    void textIsCountedByCodePoint() { QCOMPARE(pinterest::textLength(u"a\U0001F600é"_s), 3); }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PartnerProfileTest)
#include "partner_profile_test.moc"

#include "app/store/brake_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/merge_store.h"
#include "app/store/note_store.h"
#include "tests/app/customers/two_people.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// How far an erasure reaches where what two people said lies side by side.
class ErasureReachTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasMergedIsErasedByWhoSaidIt_data()
    {
        QTest::addColumn<bool>("isInto");
        QTest::newRow("their conversation went into another") << false;
        QTest::newRow("another went into theirs") << true;
    }
    void whatWasMergedIsErasedByWhoSaidIt()
    {
        QFETCH(bool, isInto);
        TwoPeople desk;
        const auto of = [&desk](IdentityId who) {
            return *waitFor(desk.store->read([who](Database &db) {
                return *db.one(u"SELECT conversation_id, remote_id FROM message WHERE identity_id = ?"_s,
                    {who.value}, [](const QSqlQuery &row) {
                        return std::pair(ConversationId{row.value(0).toLongLong()}, row.value(1).toString());
                    });
            }));
        };
        const auto [anas, anasPost] = of(desk.anas);
        const auto [beas, beasPost] = of(desk.beas);
        const auto answers = [&desk](const QString &remoteId, const QString &parent, const QString &body) {
            Post post = desk.mention(remoteId, desk.account.remoteId, body);
            post.direction = Direction::Outbound;
            post.inReplyTo = parent;
            return desk.keep(post);
        };
        const QString toAna = u"Ana, your parcel stands in the rain no longer, we sent another"_s;
        const QString toBea = u"Bea, yours is on its way, it comes on Thursday before noon"_s;
        QVERIFY(!answers(u"9001"_s, anasPost, toAna).conversation.isNull());
        QVERIFY(!answers(u"9002"_s, beasPost, toBea).conversation.isNull());
        const ConversationId from = isInto ? beas : anas;
        const ConversationId into = isInto ? anas : beas;
        const auto merged = waitFor(
            desk.store->write([=](Database &db) { return MergeStore(db).merge(from, into, u"ann"_s); }));
        QVERIFY2(merged, qPrintable(merged ? QString() : merged.error().detail));
        QVERIFY(waitFor(desk.store->write([into = into](Database &db) {
            DraftStore(db).save(into, u"ann"_s, Lane::Public, u"As you stood in the rain"_s);
        })));
        const auto certificate = desk.erase();
        QVERIFY2(certificate, qPrintable(certificate ? QString() : certificate.error().detail));
        QCOMPARE(certificate->foundIn, QStringList());
        const QStringList left = *waitFor(desk.store->read([](Database &db) {
            const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
            return db.list(u"SELECT body FROM message WHERE body <> '' ORDER BY id"_s, {}, text)
                + db.list(u"SELECT body FROM draft"_s, {}, text);
        }));
        QCOMPARE(left, (QStringList{u"and this is what somebody else wrote about a parcel"_s, toBea}));
        const auto preview = waitFor(desk.store->read([into = into](Database &db) {
            return db.one(u"SELECT preview FROM conversation WHERE id = ?"_s, {into.value},
                [](const QSqlQuery &row) { return row.value(0).toString(); });
        }));
        QCOMPARE(**preview, u"and this is what somebody else wrote about a parcel"_s);
        if (!TestDatabase::isOnPostgres()) {
            QCOMPARE(
                filesWith(certificate->searchedFiles, {toAna, kWritten, u"As you stood"_s}), QStringList());
            QVERIFY(!filesWith(certificate->searchedFiles, {toBea}).isEmpty());
        }
    }

    void whatWasAnsweredAfterAnEditGoesByWhomItAnswered_data() { whatWasMergedIsErasedByWhoSaidIt_data(); }
    void whatWasAnsweredAfterAnEditGoesByWhomItAnswered()
    {
        QFETCH(bool, isInto);
        TwoPeople desk;
        const Message hers = desk.editedBy(u"7000001"_s, u"2001"_s);
        const Message others = desk.editedBy(u"7000002"_s, u"2002"_s);
        desk.answer(hers, u"9001"_s, u"to Ana"_s);
        desk.answer(others, u"9002"_s, u"to Bea"_s);
        const ConversationId from = isInto ? others.conversation : hers.conversation;
        const ConversationId into = isInto ? hers.conversation : others.conversation;
        QVERIFY(waitFor(
            desk.store->write([=](Database &db) { return MergeStore(db).merge(from, into, u"ann"_s); })));
        QVERIFY(desk.erase());
        const QStringList left = desk.texts(u"body"_s, u"message"_s);
        QVERIFY2(left.contains(u"to Bea"_s) && left.contains(others.body), qPrintable(left.join(u'|')));
        QVERIFY2(!left.contains(u"to Ana"_s) && !left.contains(hers.body), qPrintable(left.join(u'|')));
        QCOMPARE(desk.texts(u"body"_s, u"reply"_s), QStringList(u"to Bea"_s));
    }

    void rowsThatWereRefusedAreFoundByKeyAndHandle()
    {
        TwoPeople desk;
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            ImportStore imports(db);
            const auto refuse = [&imports](const QString &source, const QStringList &records) {
                const ImportRun run = imports.begin({.source = source, .fingerprint = source});
                for (qsizetype i = 0; i < records.size(); ++i) {
                    imports.refuse(run.id, {.line = i + 1, .reason = u"why"_s, .record = records[i]});
                }
            };
            refuse(u"crm"_s, {u"c1|size"_s, u"c2|size"_s, u"x;\"C1\";42"_s, u"x;c10;42"_s});
            refuse(u"shop"_s, {u"c1|hours"_s, u"9;@H7000001;evenings"_s});
        })));
        QVERIFY(desk.erase());
        QCOMPARE(desk.texts(u"record"_s, u"import_reject"_s),
            (QStringList{u"c1|hours"_s, u"c2|size"_s, u"x;c10;42"_s}));
    }

    void whoOnlyStandsBesideAConversationTakesNothingOfItAlong()
    {
        TwoPeople desk;
        const Message beside = desk.keep(desk.mention(u"2001"_s, u"7000001"_s));
        const Message work = desk.keep(desk.mention(u"2002"_s, u"7000002"_s));
        QVERIFY(waitFor(desk.store->write([&](Database &db) {
            db.exec(u"UPDATE message SET conversation_id = ?, traits = traits | 256 WHERE id = ?"_s,
                {work.conversation.value, beside.id.value});
            QVERIFY(NoteStore(db).add(work.conversation, u"about Bea"_s, u"ann"_s));
            QVERIFY(NoteStore(db).add(beside.conversation, u"about Ana"_s, u"ann"_s));
            DraftStore(db).save(work.conversation, u"ann"_s, Lane::Public, u"Dear Bea"_s);
        })));
        QVERIFY(desk.erase());
        QCOMPARE(desk.texts(u"body"_s, u"note"_s), QStringList(u"about Bea"_s));
        QCOMPARE(desk.texts(u"body"_s, u"draft"_s), QStringList(u"Dear Bea"_s));
    }

    void whyAConversationWasTakenOverGoesWhereBothWrote()
    {
        TwoPeople desk;
        const Message hers = desk.keep(desk.mention(u"2001"_s, u"7000001"_s));
        const Message others = desk.keep(desk.mention(u"2002"_s, u"7000002"_s));
        QVERIFY(waitFor(desk.store->write([&](Database &db) {
            QVERIFY(MergeStore(db).merge(hers.conversation, others.conversation, u"ann"_s));
            JournalStore(db).add({.fact = u"claim-taken-over"_s,
                .conversation = others.conversation,
                .detail = {{u"why"_s, u"she knows Ana"_s}}});
            JournalStore(db).add({.fact = u"claim-released"_s,
                .conversation = others.conversation,
                .detail = {{u"desk"_s, u"first"_s}}});
        })));
        QVERIFY(desk.erase());
        const QString told = desk.texts(u"detail"_s, u"journal"_s).join(u' ');
        QVERIFY(!told.contains(u"she knows Ana"_s));
        QVERIFY(told.contains(u"{\"desk\":\"first\"}"_s));
    }

    void whatNamesThemElsewhereGoesToo()
    {
        TwoPeople desk;
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            BrakeStore(db).set(
                {.tag = u"first"_s, .agent = u"ann"_s, .why = u"Ana Zinnober complains everywhere"_s});
            BrakeStore(db).set(
                {.tag = u"second"_s, .agent = u"ann"_s, .why = u"Bea Quitten does, at Shared Lane 1"_s});
        })));
        QVERIFY(desk.erase());
        QCOMPARE(desk.texts(u"why"_s, u"brake"_s), QStringList(u"Bea Quitten does, at Shared Lane 1"_s));
        const QString told = desk.texts(u"detail"_s, u"journal"_s).join(u' ');
        QVERIFY(!told.contains(u"Zinnober"_s) && told.contains(u"Shared Lane 1"_s));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ErasureReachTest)
#include "erasure_reach_test.moc"

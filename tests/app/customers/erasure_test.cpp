#include "app/customers/erasure.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/merge_store.h"
#include "tests/app/customers/people_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const QString kWritten = u"Zinnoberrot stand ich im Regen und wartete auf mein Paket"_s;

/// Two customers who wrote, one of whom wants to be forgotten.
class TwoPeople final : public PeopleDesk
{
public:
    TwoPeople()
    {
        ana = known(u"c1"_s, u"Ana Zinnober"_s, u"FW-100001"_s);
        bea = known(u"c2"_s, u"Bea Quitten"_s, u"FW-200002"_s);
        anas = writes(u"7000001"_s, kWritten);
        beas = writes(u"7000002"_s, u"and this is what somebody else wrote about a parcel"_s);
        Q_UNUSED(link(anas, ana, u"Zinnober said so"_s))
        Q_UNUSED(link(beas, bea, u"said so"_s))
        Q_UNUSED(view(ana, {}, true))
    }

    CustomerId known(const QString &key, const QString &name, const QString &number)
    {
        const CustomerId id = customer(key,
            {{u"name"_s, name}, {u"email"_s, name.section(u' ', 1).toLower() + u"@example.org"_s},
                {u"phone"_s, u"+351 900 00%1"_s.arg(number.right(4))}, {u"address"_s, u"Shared Lane 1"_s}});
        order(number, key);
        put(ImportKind::OrderLines,
            {{u"order"_s, number}, {u"line"_s, u"1"_s}, {u"product"_s, u"boots"_s}, {u"quantity"_s, 1},
                {u"currency"_s, u"EUR"_s}});
        says(id, Purpose::Purchases, true);
        return id;
    }

    Erasure erasure() { return {*store, clock}; }
    Result<ErasureCertificate> erase()
    {
        return erasure().erase({.customer = ana, .agent = u"ann"_s, .reason = u"asked for it"_s});
    }

    QStringList traces()
    {
        return *waitFor(store->read([this](Database &db) { return PersonStore(db, ana, {anas}).traces(); }));
    }

    /// What figures over the past are made of.
    QStringList past()
    {
        return *waitFor(store->read([](Database &db) {
            const auto words = [](const QSqlQuery &row) {
                QStringList cells;
                for (int i = 0; i < 6; ++i) {
                    cells.append(row.value(i).toString());
                }
                return cells.join(u' ');
            };
            return db.list(u"SELECT id, account_id, state, opened_at_ms, waiting_since_ms, unanswered_count"
                           " FROM conversation ORDER BY id"_s,
                       {}, words)
                + db.list(
                    u"SELECT id, account_id, conversation_id, kind, direction, posted_at_ms FROM message"
                    " ORDER BY id"_s,
                    {}, words);
        }));
    }

    CustomerId ana = {};
    CustomerId bea = {};
    IdentityId anas = {};
    IdentityId beas = {};
};

qint64 count(const QList<KeptKind> &kinds, const QString &what)
{
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&what](const KeptKind &kind) { return kind.what == what; });
    return found == kinds.end() ? -1 : found->count;
}
} // namespace

class ErasureTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsToldBeforeWhatWouldGo()
    {
        TwoPeople desk;
        const auto preview = *waitFor(desk.erasure().preview(desk.ana));
        QCOMPARE(preview.identities, QList<IdentityId>({desk.anas}));
        QCOMPARE(count(preview.kept, u"orders"_s), 1);
        QCOMPARE(count(preview.kept, u"order lines"_s), 1);
        QCOMPARE(count(preview.kept, u"messages"_s), 1);
        QCOMPARE(count(preview.kept, u"consents"_s), 1);
        QVERIFY(count(preview.kept, u"details of facts"_s) > 2);
        QVERIFY(waitFor(desk.erasure().preview(desk.ana))->kept == preview.kept);
        QVERIFY(!waitFor(desk.erasure().preview({12})));
    }

    void nothingOfThePersonIsLeftInAnyFile()
    {
        TwoPeople desk;
        const QStringList traces = desk.traces();
        QVERIFY(traces.contains(kWritten) && traces.contains(u"Ana Zinnober"_s));
        if (!TestDatabase::isOnPostgres()) {
            QVERIFY(!filesWith(filesOf(desk.place()), {kWritten}).isEmpty());
        }
        const auto certificate = desk.erase();
        QVERIFY2(certificate, qPrintable(certificate ? QString() : certificate.error().detail));
        QCOMPARE(certificate->foundIn, QStringList());
        QCOMPARE(certificate->sharedTraces, 1); // the address
        QCOMPARE(certificate->traces, traces.size() - 1);
        QCOMPARE(count(certificate->erased, u"messages"_s), 1);
        if (!TestDatabase::isOnPostgres()) {
            QVERIFY(certificate->searchedFiles.contains(desk.file()) && certificate->searchedBytes > 0);
            QCOMPARE(filesWith(certificate->searchedFiles,
                         {u"Zinnober"_s, u"zinnober"_s, u"zinnoberrot"_s, u"FW-100001"_s, u"7000001"_s}),
                QStringList());
            QVERIFY(!filesWith(certificate->searchedFiles, {u"Bea Quitten"_s}).isEmpty());
        }
    }

    void nobodyElseLosesAnythingAndThePastStays()
    {
        TwoPeople desk;
        const CustomerView before = desk.view(desk.bea);
        const QStringList past = desk.past();
        QVERIFY(desk.erase());
        QVERIFY(desk.view(desk.bea) == before);
        QCOMPARE(desk.past(), past);
        QVERIFY(!waitFor(desk.people().view({.customer = desk.ana})));
        const auto again = desk.erase();
        QVERIFY(!again && again.error().code == ErrorCode::NotFound);
    }

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

    void somebodyWhoReadsKeepsTheFilesFromBeingClean()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("a server guards its own files");
        }
        TwoPeople desk;
        IdSource ids(desk.clock);
        const auto reader = Database::open(desk.place(), Database::Access::ReadOnly, desk.clock, ids);
        QVERIFY(reader.has_value());
        (*reader)->beginReading();
        QVERIFY((*reader)->number(u"SELECT count(*) FROM message"_s) > 0);
        const auto refused = desk.erase();
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"is erased, but"_s), qPrintable(refused.error().detail));
        (*reader)->rollback();
        QVERIFY(desk.erasure().cleanUp());
        QCOMPARE(filesWith(filesOf(desk.place()), {kWritten}), QStringList());
    }

    void whatIsStillToBeDoneKeepsThemFromBeingErased()
    {
        TwoPeople desk;
        QVERIFY(waitFor(desk.store->write([&desk](Database &db) {
            db.exec(u"INSERT INTO moderation (id, account_id, message_id, remote_id, what, operation, agent, "
                    u"state,"
                    " asked_at_ms) SELECT 1, account_id, id, remote_id, 'hide', 'hide', 'ann', 'queued', 0"
                    " FROM message WHERE identity_id = ?"_s,
                {desk.anas.value});
        })));
        const auto refused = desk.erase();
        QVERIFY(!refused && refused.error().code == ErrorCode::Busy);
    }

    void itIsWrittenDownThatSomebodyWasErased()
    {
        TwoPeople desk;
        QVERIFY(desk.erase());
        const auto facts
            = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        QCOMPARE(facts.last().fact, u"person-erased"_s);
        QCOMPARE(facts.last().detail.value(u"orders"_s).toInteger(), 1);
        QVERIFY(std::any_of(facts.begin(), facts.end(),
            [](const Fact &fact) { return fact.fact == "purchases-viewed"_L1 && fact.detail.isEmpty(); }));
    }

    void withoutReasonNothingHappens()
    {
        TwoPeople desk;
        const auto refused
            = desk.erasure().erase({.customer = desk.ana, .agent = u"ann"_s, .reason = u" "_s});
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY(desk.view(desk.ana).record.has_value());
    }

    void aTraceIsFoundWhereverItStands()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"big"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray((1 << 20) - 4, 'x') + QByteArray("needle") + QByteArray(100, 'y'));
        file.close();
        QCOMPARE(filesWith({name}, {u"needle"_s}), QStringList(name));
        QCOMPARE(filesWith({name}, {u"noodle"_s}), QStringList());
        QCOMPARE(filesWith({folder.filePath(u"none"_s)}, {u"noodle"_s}).size(), 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ErasureTest)
#include "erasure_test.moc"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/merge_store.h"
#include "app/store/note_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Result<NoteId> adds(
    DeskFixture &desk, ConversationId id, const QString &body, const QString &agent = u"ann"_s)
{
    return waitFor(desk.store->write(
        [=](Database &db) -> Result<NoteId> { return NoteStore(db).add(id, body, agent); }));
}

QList<Notice> noticesOf(DeskFixture &desk, const QString &agent)
{
    return *waitFor(desk.store->read([agent](Database &db) { return NoteStore(db).noticesOf(agent); }));
}

QList<Note> notesOf(DeskFixture &desk, ConversationId id)
{
    return *waitFor(desk.store->read([id](Database &db) { return NoteStore(db).of(id); }));
}
} // namespace

class NoteTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsMentionedIsToldUntilTheyReadIt()
    {
        DeskFixture desk;
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        QVERIFY(adds(desk, id, u"@Bob, see <b>this</b>; not mail@carl.example, nor @ann"_s));
        QCOMPARE(
            notesOf(desk, id).value(0).body, u"@Bob, see <b>this</b>; not mail@carl.example, nor @ann"_s);
        QCOMPARE(noticesOf(desk, u"bob"_s).size(), 1);
        QCOMPARE(noticesOf(desk, u"bob"_s)[0].by, u"ann"_s);
        QVERIFY(noticesOf(desk, u"ann"_s).isEmpty());
        QVERIFY(noticesOf(desk, u"carl.example"_s).isEmpty());
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            NoteStore(db).read(u"bob"_s);
            return true;
        })));
        QVERIFY(noticesOf(desk, u"bob"_s).isEmpty());
    }

    void notesAreTheirWritersAlone()
    {
        DeskFixture desk;
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        const NoteId note = *adds(desk, id, u"first"_s);
        const auto changes = [&](const QString &agent, bool isRemoval) {
            return *waitFor(desk.store->write([=](Database &db) {
                NoteStore notes(db);
                const Done done
                    = isRemoval ? notes.remove(note, agent) : notes.edit(note, u"@bob look"_s, agent);
                return done ? ErrorCode::Internal : done.error().code;
            }));
        };
        QVERIFY(changes(u"bob"_s, false) == ErrorCode::Forbidden);
        QVERIFY(changes(u"bob"_s, true) == ErrorCode::Forbidden);
        QVERIFY(changes(u"ann"_s, false) == ErrorCode::Internal);
        QVERIFY(notesOf(desk, id)[0].editedAt.has_value());
        QCOMPARE(noticesOf(desk, u"bob"_s).size(), 1);
        QVERIFY(changes(u"ann"_s, true) == ErrorCode::Internal);
        QVERIFY(notesOf(desk, id).isEmpty());
        QVERIFY(noticesOf(desk, u"bob"_s).isEmpty());
        QVERIFY(!adds(desk, id, u"  "_s));
        QVERIFY(!adds(desk, {4711}, u"lost"_s));
    }

    void followersAreToldOfWhatTheCustomerWrites()
    {
        DeskFixture desk;
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        QVERIFY(
            *waitFor(desk.store->write([id](Database &db) { return NoteStore(db).follow(id, u"bob"_s); })));
        QVERIFY(
            !*waitFor(desk.store->write([id](Database &db) { return NoteStore(db).follow(id, u"bob"_s); })));
        QVERIFY(noticesOf(desk, u"bob"_s).isEmpty());
        desk.clock.advance(1min);
        desk.keep(desk.mention(u"11"_s, u"5"_s, u"still there?"_s));
        QCOMPARE(noticesOf(desk, u"bob"_s).value(0).newMessages, 1);
        QCOMPARE(noticesOf(desk, u"bob"_s).value(0).text, u"still there?"_s);
        QVERIFY(
            *waitFor(desk.store->write([id](Database &db) { return NoteStore(db).unfollow(id, u"bob"_s); })));
        QVERIFY(noticesOf(desk, u"bob"_s).isEmpty());
    }

    void aMergeShowsTheNotesOfBoth()
    {
        DeskFixture desk;
        const ConversationId ana = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        const ConversationId ben = desk.keep(desk.mention(u"11"_s, u"6"_s)).conversation;
        QVERIFY(adds(desk, ana, u"one"_s));
        QVERIFY(adds(desk, ben, u"two"_s));
        const auto merged = waitFor(desk.store->write(
            [=](Database &db) -> Result<Merged> { return MergeStore(db).merge(ben, ana, u"ann"_s); }));
        QVERIFY(merged.has_value());
        QCOMPARE(notesOf(desk, ana).size(), 2);
        QCOMPARE(notesOf(desk, ben).size(), 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::NoteTest)
#include "note_test.moc"

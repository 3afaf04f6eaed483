#include "app/desk/notices/notices.h"

#include "app/dispatch/outbox.h"
#include "app/store/claim_store.h"
#include "tests/app/store/promised_desk.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Of what an agent is told while they look elsewhere.
class NoticesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anUrgentMessageIsToldToWhoMayAnswerIt();
    void aColleaguesNoteNamesSomebody();
    void whoseReplyWasNotSentIsTold();
    void whoLosesAConversationIsTold();
    void oneConversationIsToldOnceAKind();
    void whatNobodyNeedsToKnowIsNot();

private:
    /// What `agent` is told of what happened since the last look.
    QList<DeskNotice> news(const QString &agent);
    void tell(const Fact &fact);
    void makeUrgent(ConversationId conversation);

    std::unique_ptr<PromisedDesk> m_desk;
    FactId m_seen = {};
};

void NoticesTest::init()
{
    m_desk = std::make_unique<PromisedDesk>();
    m_seen = {};
}

void NoticesTest::cleanup()
{
    m_desk.reset(); // this object outlives the application
}

QList<DeskNotice> NoticesTest::news(const QString &agent)
{
    const auto read = waitFor(m_desk->store->read([&](Database &db) {
        const QList<Fact> facts = JournalStore(db).after(m_seen, 10'000);
        return noticesOf(db, facts, agent);
    }));
    return read ? *read : QList<DeskNotice>();
}

void NoticesTest::tell(const Fact &fact)
{
    QVERIFY(waitFor(m_desk->store->write([fact](Database &db) { JournalStore(db).add(fact); })));
}

void NoticesTest::makeUrgent(ConversationId conversation)
{
    QVERIFY(waitFor(m_desk->store->write([conversation](Database &db) {
        db.exec(u"UPDATE conversation SET class_rank = 0 WHERE id = ?"_s, {conversation.value});
    })));
}

void NoticesTest::anUrgentMessageIsToldToWhoMayAnswerIt()
{
    const Message asked = m_desk->asks(u"7"_s);
    QCOMPARE(news(u"ann"_s).size(), 0);
    makeUrgent(asked.conversation);
    QCOMPARE(news(u"ann"_s).size(), 1);
    QVERIFY(news(u"ann"_s).first().kind == NoticeKind::Urgent);
    QCOMPARE(news(u"ann"_s).first().conversation, asked.conversation);
    QVERIFY(!news(u"ann"_s).first().customer.isEmpty());
    QCOMPARE(news(u"ann"_s).first().words, asked.body);
    // Somebody has it.
    QVERIFY(waitFor(m_desk->store->write([&](Database &db) {
        db.exec(
            u"INSERT INTO assignment (conversation_id, agent, team, since_ms, why) VALUES (?, 'bob', '', 0, '')"_s,
            {asked.conversation.value});
    })));
    QCOMPARE(news(u"ann"_s).size(), 0);
    QCOMPARE(news(u"bob"_s).size(), 1);
    m_desk->resolves(asked);
    QCOMPARE(news(u"bob"_s).size(), 0);
}

void NoticesTest::aColleaguesNoteNamesSomebody()
{
    const Message asked = m_desk->asks(u"7"_s);
    tell({.fact = u"agent-mentioned"_s,
        .conversation = asked.conversation,
        .agent = u"bob"_s,
        .detail = {{u"agent"_s, u"ann"_s}}});
    QCOMPARE(news(u"carl"_s).size(), 0);
    QCOMPARE(news(u"ann"_s).size(), 1);
    QVERIFY(news(u"ann"_s).first().kind == NoticeKind::Mentioned);
    QCOMPARE(news(u"ann"_s).first().by, u"bob"_s);
}

void NoticesTest::whoseReplyWasNotSentIsTold()
{
    const Message asked = m_desk->asks(u"7"_s);
    Outbox outbox(*m_desk->store);
    const auto pressed
        = waitFor(outbox.press({.conversation = asked.conversation, .body = u"here"_s, .agent = u"ann"_s}));
    QVERIFY2(pressed, pressed ? "" : qPrintable(pressed.error().detail));
    QCOMPARE(news(u"ann"_s).size(), 0);
    tell({.fact = u"reply-rejected"_s, .conversation = asked.conversation, .reply = pressed->id});
    QCOMPARE(news(u"bob"_s).size(), 0);
    QCOMPARE(news(u"ann"_s).size(), 1);
    QVERIFY(news(u"ann"_s).first().kind == NoticeKind::NotSent);
}

void NoticesTest::whoLosesAConversationIsTold()
{
    const Message asked = m_desk->asks(u"7"_s);
    const auto taken = waitFor(m_desk->store->write([&](Database &db) -> Result<Claim> {
        ClaimStore claims(db);
        const auto first = claims.take(asked.conversation, {.agent = u"ann"_s, .desk = u"1"_s});
        return first ? claims.takeOver(asked.conversation, {.agent = u"bob"_s, .desk = u"2"_s}, u"lunch"_s)
                     : first;
    }));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));
    QCOMPARE(news(u"bob"_s).size(), 0);
    QCOMPARE(news(u"ann"_s).size(), 1);
    QVERIFY(news(u"ann"_s).first().kind == NoticeKind::TakenOver);
    QCOMPARE(news(u"ann"_s).first().by, u"bob"_s);
}

void NoticesTest::oneConversationIsToldOnceAKind()
{
    const Message asked = m_desk->asks(u"7"_s);
    const Fact mention{.fact = u"agent-mentioned"_s,
        .conversation = asked.conversation,
        .agent = u"bob"_s,
        .detail = {{u"agent"_s, u"ann"_s}}};
    tell(mention);
    tell(mention);
    QCOMPARE(news(u"ann"_s).size(), 1);
    tell({.fact = u"target-warned"_s, .conversation = asked.conversation});
    QCOMPARE(news(u"ann"_s).size(), 2);
}

void NoticesTest::whatNobodyNeedsToKnowIsNot()
{
    QVERIFY(!mayConcern({.fact = u"conversation-resolved"_s}));
    QVERIFY(mayConcern({.fact = u"target-warned"_s}));
    const Message asked = m_desk->asks(u"7"_s);
    makeUrgent(asked.conversation);
    tell({.fact = u"target-warned"_s, .conversation = {4711}}); // of a conversation that is not there
    tell({.fact = u"agent-mentioned"_s,
        .conversation = asked.conversation,
        .agent = u"ann"_s,
        .detail = {{u"agent"_s, u"ann"_s}}}); // a note to oneself
    const QList<DeskNotice> told = news(u"ann"_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().kind == NoticeKind::Urgent);
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::NoticesTest)
#include "notices_test.moc"

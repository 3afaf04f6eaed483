#include "app/dispatch/moderation.h"
#include "app/dispatch/moderation_step.h"
#include "tests/app/dispatch/sender_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

namespace {
constexpr int kSteps = 1200;

/// A network that keeps count of what reaches it, tells the truth or loses its answers, and shows its posts late.
class ScriptedNetwork
{
public:
    explicit ScriptedNetwork(quint32 seed) : m_random(seed) { }

    Outcome send(const Outgoing &outgoing, Instant now)
    {
        const int dice = m_random.bounded(10);
        if (dice == 0) {
            return notCarriedOut(ErrorCode::RateLimited, milliseconds(1000 + m_random.bounded(600'000)));
        }
        if (dice == 1) {
            return notCarriedOut(ErrorCode::Offline);
        }
        if (dice == 2) {
            return kLost;
        }
        if (dice == 3) {
            return rejected(ErrorCode::PersonUnreachable);
        }
        ++delivered[outgoing.body];
        const QString id = QString::number(++m_lastId);
        m_posts.append({.remoteId = id, .body = outgoing.body, .postedAt = now, .thread = outgoing.thread});
        return dice == 4
            ? kLost
            : Outcome{.kind = OutcomeKind::Accepted, .remoteId = id, .facts = {.httpStatus = 201}};
    }

    Outcome moderate()
    {
        const int dice = m_random.bounded(5);
        return dice == 0 ? kLost
            : dice == 1  ? notCarriedOut(ErrorCode::Offline)
            : dice == 2  ? rejected(ErrorCode::Forbidden)
                         : Outcome{.kind = OutcomeKind::Accepted, .facts = {.httpStatus = 200}};
    }

    [[nodiscard]] QList<Post> findSent(const Outgoing &outgoing, Instant now) const
    {
        QList<Post> found;
        for (const Post &post : m_posts) {
            if (post.body == outgoing.body && post.postedAt + 3s <= now) {
                found.append(post);
            }
        }
        return found;
    }

    QHash<QString, int> delivered;

private:
    QRandomGenerator m_random;
    QList<Post> m_posts;
    int m_lastId = 1'000'000;
};

/// People who press, a sender that does what is decided, and processes that die between any two steps.
struct Road : Sender {
    explicit Road(quint32 seed) : network(seed), random(seed + 1)
    {
        publish(everything());
        for (int i = 0; i < 12; ++i) {
            Post post = mention(QString::number(100 + i), QString::number(10 + i));
            post.traits
                = Traits({Trait::AddressesUs, Trait::CanReplyPrivately, Trait::CanHide, Trait::CanLike});
            if (i % 3 == 0) {
                post.kind = MessageKind::DirectMessage;
                post.lane = Lane::Private;
            }
            questions.append(keep(post));
        }
    }

    void pressSomething()
    {
        const Message &parent = questions[random.bounded(int(questions.size()))];
        const bool isPrivate = parent.lane == Lane::Private || random.bounded(3) == 0;
        if (random.bounded(4) == 0) {
            waitFor(Moderations(*store).ask(
                parent.id, random.bounded(2) == 0 ? Moderation::Hide : Moderation::Like, u"ann"_s));
            return;
        }
        const auto pressed = tryPress({.parent = parent.id,
            .lane = isPrivate ? Lane::Private : Lane::Public,
            .body = u"answer %1"_s.arg(++presses),
            .undoTime = milliseconds(random.bounded(5000))});
        QVERIFY(pressed || pressed.error().code == ErrorCode::AlreadyReplied
            || pressed.error().code == ErrorCode::WindowClosed);
    }

    void restart()
    {
        close();
        open();
        order = {};
        epoch = *waitFor(store->write([this](Database &db) {
            const qint64 taken = LeaseStore(db).take(account.id);
            recoverReplies(db, account, taken);
            recoverModerations(db, account, taken);
            return taken;
        }));
    }

    [[nodiscard]] bool isKilled() { return random.bounded(25) == 0; }

    /// One step of the sender; restarts where it dies. false: nothing is left to do.
    bool step()
    {
        const Decision decision = *waitFor(
            store->read([this](Database &db) { return decideNext(db, account.id, epoch, lookedUp, order); }));
        switch (decision.kind) {
        case Decision::Kind::Nothing:
        case Decision::Kind::Stop:
            return false;
        case Decision::Kind::Wait:
            clock.set(decision.until);
            break;
        case Decision::Kind::Send:
            send(decision.reply.id);
            break;
        case Decision::Kind::RejectLate:
            waitFor(store->write(
                [=, this](Database &db) { return rejectLate(db, account, decision.reply.id, epoch); }));
            break;
        case Decision::Kind::LookUp:
            lookedUp.insert(decision.reply.id, clock.now());
            found(decision.reply.id, network.findSent(decision.outgoing, clock.now()));
            break;
        case Decision::Kind::Moderate:
            moderate(decision.moderation);
            break;
        }
        return true;
    }

    void send(ReplyId id)
    {
        const Begun begun = *waitFor(
            store->write([=, this](Database &db) { return beginAttempt(db, account, id, epoch); }));
        if (!begun.attempt) {
            return;
        }
        if (isKilled()) { // before the first byte
            restart();
            return;
        }
        const Outcome outcome = network.send(begun.outgoing, clock.now());
        if (outcome.error.code != ErrorCode::Offline) { // then no byte left
            calls[begun.outgoing.operation].append(clock.now());
        }
        if (isKilled()) { // the network may have answered, and nobody wrote it down
            restart();
            return;
        }
        record(*begun.attempt, outcome);
    }

    void moderate(const ModerationRequest &request)
    {
        const auto attempt = *waitFor(store->write(
            [=, this](Database &db) { return beginModeration(db, account, request.id, epoch); }));
        if (!attempt || isKilled()) {
            restart();
            return;
        }
        const Outcome outcome = network.moderate();
        if (outcome.error.code != ErrorCode::Offline) {
            calls[request.operation].append(clock.now());
        }
        waitFor(store->write([=, this](Database &db) {
            return recordModeration(db, account, limits(), *attempt, outcome, order);
        }));
    }

    ScriptedNetwork network;
    QRandomGenerator random;
    QList<Message> questions;
    QHash<ReplyId, Instant> lookedUp;
    std::map<Operation, QList<Instant>> calls;
    int presses = 0;
};

/// Does any span of a window's length hold more calls than it allows?
bool isExceeded(const QList<Instant> &calls, const Window &window)
{
    for (qsizetype i = window.limit; i < calls.size(); ++i) {
        if (calls[i] - calls[i - window.limit] < window.length) {
            return true;
        }
    }
    return false;
}
} // namespace

/// I2 and I3 over both lanes and what is done to messages, with lost answers and processes that die.
class LanesRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomSequencesOverLanesReachTheNetworkAtMostOnceAndKeepEveryWindow()
    {
        const quint32 seed = printedSeed();
        Road road(seed);
        for (int i = 0; i < kSteps; ++i) {
            if (road.random.bounded(3) == 0) {
                road.pressSomething();
            }
            if (!road.step()) {
                road.clock.advance(milliseconds(road.random.bounded(20'000)));
            }
        }
        while (road.step()) { }
        check(road);
    }

private:
    static void check(Road &road)
    {
        QHash<ReplyState, int> states;
        const auto entries = waitFor(Outbox(*road.store).entries(-1));
        for (const OutboxEntry &entry : *entries) {
            const Reply &reply = entry.reply;
            ++states[reply.state];
            const int times = road.network.delivered.value(reply.body);
            QVERIFY2(times <= 1, qPrintable(reply.body));
            QVERIFY2((times == 1) == (reply.state == ReplyState::Accepted),
                qPrintable(u"%1: %2 (%3, %4), %5 times"_s
                               .arg(reply.body, toString(reply.state), reply.reason, reply.detail)
                               .arg(times)));
        }
        qInfo("%d presses, %d accepted, %d rejected", road.presses, states.value(ReplyState::Accepted),
            states.value(ReplyState::Rejected));
        QVERIFY(states.value(ReplyState::Accepted) > 0);
        for (const auto &[operation, calls] : road.calls) {
            for (const Window &window : road.limits().windowsOf(operation)) {
                QVERIFY2(!isExceeded(calls, window), qPrintable(toString(operation) + window.name));
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LanesRoadTest)
#include "lanes_road_test.moc"

#include "app/store/reply_store.h"
#include "connectors/sandbox/sandbox.h"
#include "tests/acceptance/road.h"
#include "tests/support/seed.h"
#include "tests/support/torn_vfs.h"
#include "ui/wiring/dispatch_run.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// How often the power fails: FW_POWER_LOSSES, for a batch of thousands.
int wantedLosses()
{
    const int wanted = qEnvironmentVariableIntValue("FW_POWER_LOSSES");
    return wanted > 0 ? wanted : 100;
}

QJsonObject settings()
{
    QJsonObject settings = hurriedSettings();
    QJsonObject limits = settings[u"limits"_s].toObject();
    limits[u"settle_ms"_s] = 800;
    limits[u"lookups_ms"_s] = QJsonArray{20, 200, 800};
    settings[u"limits"_s] = limits;
    settings.insert(u"deadline_ms"_s, 200);
    return settings;
}

/// A desk on a disk that loses power, and what it announced to people before.
class Desk
{
public:
    explicit Desk(quint32 seed)
        : m_random(seed)
        , m_sandbox(*sandbox::Sandbox::start(m_clock,
              {.scenario
                  = {{u"mention_count"_s, 60}, {u"windows"_s, roomyWindows()}, {u"lock_after_refusals"_s, 0}},
                  .seed = seed}))
        , m_control(m_sandbox->url())
    {
        auto workplace = open();
        Q_ASSERT(workplace);
        m_account = addAccount(*workplace, m_folder.path(), m_sandbox->url(), settings());
        Account patient = m_account;
        patient.settings.remove(u"deadline_ms"_s);
        const auto cut = pullOnce(*workplace, patient);
        Q_ASSERT(!cut);
        m_questions = answerable(*workplace);
    }

    TornVfs &disk() { return m_disk; }
    [[nodiscard]] int presses() const { return int(m_pressed.size()); }
    [[nodiscard]] int changesAtStake() const { return m_changesAtStake; }

    /// People at work until the power fails, or for a while. Returns what is wrong afterwards; empty: nothing.
    QString workUntilPowerFails()
    {
        m_disk.dieAfter(1 + m_random.bounded(400));
        if (auto workplace = open()) {
            for (int i = 0; i < 6 && !m_disk.isDead(); ++i) {
                step(*workplace);
            }
        }
        m_changesAtStake += m_disk.keepWhatLasted(m_random);
        return whatIsLost();
    }

    /// With power again: sends what is left and compares with the network.
    QString finish()
    {
        m_control.clearFaults();
        auto workplace = open();
        dispatch(*workplace, {});
        QHash<QString, int> there;
        for (const QJsonValue &post : m_control.posts(true)) {
            ++there[post[u"text"_s].toString()];
        }
        for (auto pressed = m_pressed.begin(); pressed != m_pressed.end(); ++pressed) {
            const int times = there.value(pressed.key());
            const bool isKnown = pressed->isAnnounced && !pressed->mayBeWithdrawn;
            if (times > 1 || (isKnown && times == 0) || (pressed->isWithdrawn && times > 0)) {
                return u"%1 is there %2 times"_s.arg(pressed.key()).arg(times);
            }
        }
        const auto pending = waitFor(workplace->outbox().entries(0));
        return pending && pending->isEmpty() ? QString() : u"the outbox is not empty"_s;
    }

private:
    struct Pressed {
        ReplyId id = {};
        bool isAnnounced = false;    // press() said that it is kept
        bool isWithdrawn = false;    // withdraw() said that it will not leave
        bool mayBeWithdrawn = false; // it was asked to
    };

    std::unique_ptr<wiring::Workplace> open()
    {
        auto opened = wiring::Workplace::create(m_folder.filePath(u"desk"_s), m_clock);
        return opened ? *std::move(opened) : nullptr;
    }

    void step(wiring::Workplace &workplace)
    {
        switch (m_random.bounded(4)) {
        case 0:
            pull(workplace);
            break;
        case 1:
            dispatch(workplace, milliseconds(m_random.bounded(150)));
            break;
        default:
            press(workplace);
        }
    }

    void press(wiring::Workplace &workplace)
    {
        const Message &question = m_questions[m_random.bounded(int(m_questions.size()))];
        const QString text = u"answer %1"_s.arg(m_pressed.size() + 1);
        const auto pressed = waitFor(workplace.outbox().press(
            {.conversation = question.conversation, .parent = question.id, .body = text}));
        Pressed &known = m_pressed[text];
        known.isAnnounced = pressed.has_value();
        known.id = pressed ? pressed->id : ReplyId{};
        if (pressed && m_random.bounded(8) == 0) {
            known.mayBeWithdrawn = true;
            const auto withdrawn = waitFor(workplace.outbox().withdraw(known.id));
            known.isWithdrawn = withdrawn && *withdrawn;
        }
    }

    void pull(wiring::Workplace &workplace)
    {
        const QString handle = m_sandbox->brandHandle();
        const QString id = m_control.write(u"someone"_s, u"@%1 question %2"_s.arg(handle).arg(++m_written));
        if (!pullOnce(workplace, m_account)) {
            m_stored.append(id);
        }
    }

    void dispatch(wiring::Workplace &workplace, std::optional<milliseconds> patience)
    {
        if (patience) {
            const QStringList kinds{u"drop_after_write"_s, u"timeout_after_write"_s, u"drop"_s};
            const bool areSet = m_control.setFaults({QJsonObject{{u"kind"_s, kinds[m_random.bounded(3)]},
                {u"operation"_s, u"create"_s}, {u"count"_s, m_random.bounded(2) + 1}}});
            Q_ASSERT(areSet);
            Q_UNUSED(areSet)
        }
        wiring::DispatchRun run(workplace, wiring::DispatchRun::Until::Empty);
        QEventLoop loop;
        QObject::connect(&run, &wiring::DispatchRun::finished, &loop, &QEventLoop::quit);
        if (const Done started = run.start({m_account}); !started) {
            return;
        }
        if (patience) {
            QTimer::singleShot(*patience, &loop, &QEventLoop::quit);
        }
        loop.exec();
    }

    QString whatIsLost()
    {
        const auto workplace = open();
        if (!workplace) {
            return u"the desk does not open"_s;
        }
        const auto checked = waitFor(workplace->store().read([](Database &db) {
            const QString check = db.one(u"PRAGMA integrity_check"_s, {}, [](const QSqlQuery &row) {
                                        return row.value(0).toString();
                                    }).value_or(u"unreadable"_s);
            return check == "ok"_L1 ? Result<QString>(check)
                                    : Result<QString>(Failure({.code = ErrorCode::Storage, .detail = check}));
        }));
        if (!checked) {
            return checked.error().detail;
        }
        for (auto pressed = m_pressed.begin(); pressed != m_pressed.end(); ++pressed) {
            const auto reply = waitFor(workplace->store().read(
                [id = pressed->id](Database &db) { return ReplyStore(db).byId(id); }));
            if (pressed->isAnnounced && (!reply || !*reply)) {
                return pressed.key() + u" was announced and is lost"_s;
            }
            if (pressed->isWithdrawn && (*reply)->state != ReplyState::Withdrawn) {
                return pressed.key() + u" was withdrawn and is back"_s;
            }
        }
        QStringList stored;
        for (const Message &message : inboundMessages(*workplace)) {
            stored.append(message.remoteId);
        }
        for (const QString &id : m_stored) {
            if (stored.count(id) != 1) {
                return u"a message that was stored is there %1 times"_s.arg(stored.count(id));
            }
        }
        return {};
    }

    QRandomGenerator m_random;
    SystemClock m_clock;
    TornVfs m_disk;
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    SandboxControl m_control;
    Account m_account;
    QList<Message> m_questions;
    QHash<QString, Pressed> m_pressed; // by text
    QStringList m_stored;              // remote ids intake has said are stored
    int m_written = 0;
    int m_changesAtStake = 0;
};
} // namespace

/// I1, I2 and I4 with a machine that loses power at any moment, on a disk that then has any part of what was not synced.
class PowerLossTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAnnouncedOutlivesEveryPowerLoss()
    {
        const quint32 seed = printedSeed();
        Desk desk(seed);
        const int wanted = wantedLosses();
        int losses = 0;
        for (int i = 0; i < wanted; ++i) {
            const QString wrong = desk.workUntilPowerFails();
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            ++losses;
        }
        const QString wrong = desk.finish();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        qInfo("seed %u: %d power losses, %d presses of Send, %d changes at stake", seed, losses,
            desk.presses(), desk.changesAtStake());
        QVERIFY(desk.changesAtStake() > 0);
    }

    /// Or the test above proves nothing.
    void aDiskThatLiesAboutSyncsIsFoundOut()
    {
        Desk desk(printedSeed());
        desk.disk().lieAboutSyncs(true);
        QString wrong;
        for (int i = 0; i < 50 && wrong.isEmpty(); ++i) {
            wrong = desk.workUntilPowerFails();
        }
        qInfo("%s", qPrintable(wrong));
        QVERIFY(!wrong.isEmpty());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PowerLossTest)
#include "power_loss_test.moc"

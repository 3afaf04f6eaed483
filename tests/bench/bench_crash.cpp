#include "app/dispatch/account_sender.h"
#include "app/dispatch/outbox.h"
#include "app/intake/keep_post.h"
#include "app/store/account_store.h"
#include "tests/bench/bench.h"
#include "tests/bench/null_network.h"
#include "tests/bench/or_exit.h"
#include "tests/support/torn_vfs.h"
#include "tests/support/wait_for.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>

#include <sqlite3.h>

#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;
using test::DiskStep;

namespace {
constexpr int kReplies = 12;
constexpr int kEveryWithdrawn = 5; // one of so many is taken back
constexpr int kSubsets = 64;       // of what was not synced, at most, for each moment

/// What people and the network know at some moment.
struct Known {
    QSet<QByteArray> pressed = {};   // Send said that it is kept
    QSet<QByteArray> withdrawn = {}; // it was said that it will not leave
    QSet<QByteArray> called = {};    // the network has it

    void learn(const QByteArray &mark)
    {
        const QByteArray text = mark.mid(mark.indexOf(' ') + 1);
        (mark.startsWith("pressed") ? pressed : mark.startsWith("called") ? called : withdrawn).insert(text);
    }
};

/// A desk at work on a disk that remembers every step: replies are pressed, some taken back, the others leave.
class Work
{
public:
    explicit Work(int replies)
        : m_file(m_folder.filePath(u"desk.db"_s))
        , m_ids(m_clock)
        , m_store(*Store::open(DatabasePlace::ofFile(m_file), m_clock, m_ids))
    {
        const Account account = addAccount();
        const QList<Message> questions = ask(account, replies);
        before = m_disk.record();
        Outbox outbox(*m_store);
        NullNetwork network;
        network.whenCalled([this](const Outgoing &reply) { m_disk.mark("called " + reply.body.toUtf8()); });
        network.setOpen(true);
        AccountSender sender(*m_store, network, m_clock, account.id);
        int toLeave = 0;
        QEventLoop loop;
        QObject::connect(&sender, &AccountSender::attempted, &loop, [&toLeave, &loop] {
            if (--toLeave == 0) {
                loop.quit();
            }
        });
        QTimer::singleShot(60'000, &loop, [] { giveUp(u"the replies do not leave"_s); });
        for (int i = 0; i < replies; ++i) {
            toLeave += press(outbox, questions.at(i), i) ? 1 : 0;
        }
        sender.start();
        loop.exec();
    }

    /// With the end of the work: the log goes into the file.
    QList<DiskStep> end()
    {
        m_store.reset();
        return m_disk.steps();
    }
    [[nodiscard]] const char *diskBelow() const { return m_disk.usualName(); }
    [[nodiscard]] QString file() const { return m_file; }

    QHash<QString, QByteArray> before;

private:
    Account addAccount()
    {
        const auto added = test::waitFor(m_store->write([](Database &db) -> Result<Account> {
            const QJsonObject windows{
                {u"reply"_s, QJsonObject{{u"15 min"_s, 100'000}, {u"24 h"_s, 100'000}}}};
            AccountStore accounts(db);
            const auto made = accounts.add({.name = u"care"_s,
                .baseUrl = u"http://127.0.0.1:1"_s,
                .tokenFile = u"/nowhere"_s,
                .settings = {{u"limits"_s,
                    QJsonObject{{u"gap_ms"_s, 0}, {u"jitter_ms"_s, 0}, {u"windows"_s, windows}}}}});
            if (made) {
                accounts.setProfile(made->id, u"1"_s, u"brand"_s, u"Brand"_s);
            }
            return made;
        }));
        if (!added) {
            giveUp(added.error().detail);
        }
        return *added;
    }

    QList<Message> ask(const Account &account, int count)
    {
        return *test::waitFor(m_store->write([this, account, count](Database &db) {
            QList<Message> kept;
            for (int i = 1; i <= count; ++i) {
                const QString number = QString::number(i);
                kept += keepPost(db, account,
                    {.author = {.remoteId = u"9"_s + number, .name = u"Somebody"_s},
                        .remoteId = number,
                        .versionId = number,
                        .body = u"Where is my parcel?"_s,
                        .postedAt = m_clock.now(),
                        .thread = number})
                            .message;
            }
            return kept;
        }));
    }

    /// Whether it will leave.
    bool press(Outbox &outbox, const Message &question, int number)
    {
        const QString text = u"answer number %1, in words of its own %2"_s.arg(number).arg(number * 7919);
        const auto pressed = test::waitFor(outbox.press({.conversation = question.conversation,
            .parent = question.id,
            .body = text,
            .agent = u"ann"_s,
            .isSure = true}));
        if (!pressed) {
            giveUp(pressed.error().detail);
        }
        m_disk.mark("pressed " + text.toUtf8());
        if (number % kEveryWithdrawn != 0) {
            return true;
        }
        const auto withdrawn = test::waitFor(outbox.withdraw(pressed->id));
        if (!withdrawn || !*withdrawn) {
            giveUp(u"a reply that waits cannot be taken back"_s);
        }
        m_disk.mark("withdrawn " + text.toUtf8());
        return false;
    }

    test::TornVfs m_disk;
    QTemporaryDir m_folder;
    QString m_file;
    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Store> m_store;
};

/// A file as the disk has it: for sure, and what it may have besides.
struct OnDisk {
    QByteArray synced = {};
    QList<DiskStep> unsynced = {};
};

/// Looks at what a desk would find, as the next program does: through SQLite's own recovery.
class Judge
{
public:
    Judge(const char *diskBelow, const QString &file)
        : m_diskBelow(diskBelow)
        , m_from(file)
        , m_file(m_folder.filePath(u"desk.db"_s))
    {
    }

    void judge(const QHash<QString, QByteArray> &contents, const Known &known)
    {
        QFile::remove(m_file + u"-shm"_s);
        for (const QString &tail : {QString(), u"-wal"_s}) {
            QFile file(m_file + tail);
            const auto content = contents.constFind(m_from + tail);
            if (content == contents.constEnd()) {
                file.remove();
            } else if (!file.open(QIODevice::WriteOnly) || file.write(*content) != content->size()) {
                giveUp(file.errorString());
            }
        }
        ++states;
        look(known);
    }

    qint64 states = 0;
    qint64 damaged = 0;
    qint64 lost = 0;
    qint64 doubled = 0;

private:
    void look(const Known &known)
    {
        QHash<QByteArray, QByteArray> stored; // state by text
        sqlite3 *db = nullptr;
        sqlite3_stmt *rows = nullptr;
        bool isWhole = sqlite3_open_v2(m_file.toUtf8().constData(), &db, SQLITE_OPEN_READWRITE, m_diskBelow)
                == SQLITE_OK
            && sqlite3_prepare_v2(db, "SELECT body, state FROM reply", -1, &rows, nullptr) == SQLITE_OK;
        int step = SQLITE_DONE;
        while (isWhole && (step = sqlite3_step(rows)) == SQLITE_ROW) {
            stored.insert(reinterpret_cast<const char *>(sqlite3_column_text(rows, 0)),
                reinterpret_cast<const char *>(sqlite3_column_text(rows, 1)));
        }
        isWhole = isWhole && step == SQLITE_DONE;
        sqlite3_finalize(rows);
        sqlite3_close(db);
        damaged += isWhole ? 0 : 1;
        for (const QByteArray &text : known.pressed) {
            lost += stored.contains(text) ? 0 : 1;
        }
        for (auto reply = stored.cbegin(); reply != stored.cend(); ++reply) {
            const bool isThere = known.called.contains(reply.key());
            // What the network has must not be found waiting as if nothing had been tried: it would leave again. An attempt that began is looked up first.
            doubled += isThere && (reply.value() == "queued" || reply.value() == "withdrawn") ? 1 : 0;
            doubled += known.withdrawn.contains(reply.key()) && reply.value() != "withdrawn" ? 1 : 0;
            lost += !isThere && reply.value() == "accepted" ? 1 : 0;
        }
    }

    QTemporaryDir m_folder{u"/dev/shm/fw-crash-XXXXXX"_s};
    const char *m_diskBelow;
    QString m_from;
    QString m_file;
};

/// Every moment between two steps, with all, nothing and any part of what was not synced by then.
void judgeMoment(Judge &judge, const QHash<QString, OnDisk> &files, const Known &known, bool isShort,
    QRandomGenerator &random)
{
    qsizetype pending = 0;
    for (const OnDisk &file : files) {
        pending += file.unsynced.size();
    }
    const int subsets = pending == 0 ? 1 : isShort ? 3 : kSubsets;
    for (int subset = 0; subset < subsets; ++subset) {
        QHash<QString, QByteArray> contents;
        for (auto file = files.begin(); file != files.end(); ++file) {
            QByteArray content = file->synced;
            for (const DiskStep &step : file->unsynced) {
                if (subset == 0) {
                    test::applyStep(content, step);
                } else if (subset > 1) {
                    test::applyTorn(content, step, subset % 2 == 0 ? 512 : 4096, random);
                }
            }
            contents.insert(file.key(), content);
        }
        judge.judge(contents, known);
    }
}
} // namespace

QJsonObject benchCrash(const Options &options)
{
    Work work(std::max(2, int(kReplies * options.size)));
    const QList<DiskStep> steps = work.end();
    QHash<QString, OnDisk> files;
    for (auto file = work.before.begin(); file != work.before.end(); ++file) {
        files[file.key()].synced = *file;
    }
    Judge judge(work.diskBelow(), work.file());
    Known known;
    QRandomGenerator random(quint32(options.firstSeed));
    for (const DiskStep &step : steps) {
        switch (step.what) {
        case DiskStep::What::Mark:
            known.learn(step.bytes);
            continue;
        case DiskStep::What::Delete:
            files.remove(step.file);
            break;
        case DiskStep::What::Sync:
            for (const DiskStep &change : std::as_const(files[step.file].unsynced)) {
                test::applyStep(files[step.file].synced, change);
            }
            files[step.file].unsynced.clear();
            break;
        default:
            files[step.file].unsynced.append(step);
        }
        judgeMoment(judge, files, known, options.size < 1, random);
    }
    std::printf(
        "%lld steps of the disk, %lld presses, %lld calls: %lld states after a power loss; %lld damaged, %lld"
        " losses, %lld doubled\n",
        qint64(steps.size()), qint64(known.pressed.size()), qint64(known.called.size()), judge.states,
        judge.damaged, judge.lost, judge.doubled);
    if (judge.damaged + judge.lost + judge.doubled > 0) {
        giveUp(u"what was announced does not last"_s);
    }
    return {{u"states"_s, judge.states}, {u"damaged"_s, judge.damaged}, {u"losses"_s, judge.lost},
        {u"doubled"_s, judge.doubled}};
}

} // namespace fw::bench

#pragma once

#include "app/core/async.h"
#include "app/store/change_listener.h"
#include "app/store/database.h"

#include <QThread>

#include <atomic>

namespace fw {

/// The desk's database behind two threads: one that writes, one that reads; a third reads what takes long, and on PostgreSQL one listens. Nothing
/// blocks the caller.
/// Thread: any, after open().
class Store final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)
public:
    /// Opens `place`, brings it to the newest schema (a copy is taken first when there is something to bring), and starts the threads.
    /// Errors: Storage; StorageNewer when it was written by a newer program (it is left untouched).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(
        const DatabasePlace &place, const Clock &clock, IdSource &ids);
    /// Finishes what was posted, then closes.
    ~Store() override;

    /// Runs `work(Database &)` in the writing thread in one transaction, committed durably before the future finishes. `work` returns a T, a
    /// Result<T> or nothing; a failure rolls everything back. Where several processes write, it is as if one did so after the other: the
    /// server may refuse a unit of work for that, and then `work` runs again, so it must leave no trace but in the database.
    template <typename Work>
    [[nodiscard]] auto write(Work work)
    {
        return post(m_writer, m_writing, std::move(work), true);
    }

    /// Runs `work(Database &)` in the reading thread on a consistent snapshot. It must not write.
    template <typename Work>
    [[nodiscard]] auto read(Work work)
    {
        return post(m_reader, m_reading, std::move(work), false);
    }

    /// The same in a thread of its own, for what reads so much that nobody should wait behind it. Connected with the first call.
    template <typename Work>
    [[nodiscard]] auto study(Work work)
    {
        QMetaObject::invokeMethod(&m_studying, [this] { connectStudier(); });
        return post(m_studier, m_studying, std::move(work), false);
    }

    [[nodiscard]] const DatabasePlace &place() const { return m_place; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    /// Changes made by other processes are told by committedSomewhere(); otherwise whoever wants to know has to ask.
    [[nodiscard]] bool isListening() const { return m_isListening; }
    /// How often units of work were run again since open(), because other writers came between or the connection was lost.
    [[nodiscard]] qint64 repetitions() const { return m_repetitions; }

Q_SIGNALS:
    /// A transaction of this process was committed. Emitted in the writing thread.
    void committed();
    /// Facts with ids from `first` to `last` were committed by some process, perhaps this one. Emitted in the listening thread.
    void committedSomewhere(fw::FactId first, fw::FactId last);
    /// Emitted in the listening thread.
    void listeningChanged(bool isListening);

private:
    Store(const DatabasePlace &place, const Clock &clock, IdSource &ids);
    Done connectAll();
    void connectStudier();
    Done openIn(QObject &context, std::unique_ptr<Database> &into, Database::Access access);
    void listen();

    template <typename R>
    struct Value {
        using type = R;
        static Result<R> lift(R value) { return value; }
    };
    template <typename R>
    requires std::is_void_v<R>
    struct Value<R> {
        using type = void;
    };
    template <typename R>
    struct Value<Result<R>> {
        using type = R;
        static Result<R> lift(Result<R> value) { return value; }
    };

    /// `database` is looked at in the thread of `context`; without one the answer is why there is none.
    template <typename Work>
    auto post(std::unique_ptr<Database> &database, QObject &context, Work work, bool isWriting)
    {
        using Returned = std::invoke_result_t<Work, Database &>;
        using T = typename Value<Returned>::type;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        QMetaObject::invokeMethod(&context, [this, &database, promise, work = std::move(work), isWriting] {
            promise->addResult(
                database ? unitOfWork<T>(*database, work, isWriting) : Result<T>(Failure(m_studyProblem)));
            promise->finish();
        });
        return future;
    }

    template <typename T, typename Work>
    Result<T> unitOfWork(Database &database, const Work &work, bool isWriting)
    {
        Result<T> result = once<T>(database, work, isWriting);
        for (int turn = 1; !result && database.mayRepeat(turn); ++turn) {
            ++m_repetitions;
            result = once<T>(database, work, isWriting);
        }
        return result;
    }

    template <typename T, typename Work>
    Result<T> once(Database &database, const Work &work, bool isWriting)
    {
        begin(database, isWriting);
        Result<T> result = run<T>(database, work);
        if (database.error()) { // whatever the work concluded from rows that could not be read
            result = Failure(*database.error());
        }
        if (!result) {
            database.rollback();
            return result;
        }
        if (const Done committedWork = end(database, isWriting); !committedWork) {
            return Failure(committedWork.error());
        }
        return result;
    }

    template <typename T, typename Work>
    static Result<T> run(Database &database, const Work &work)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Work, Database &>>) {
            work(database);
            return {};
        } else {
            return Value<std::invoke_result_t<Work, Database &>>::lift(work(database));
        }
    }

    static void begin(Database &database, bool isWriting);
    Done end(Database &database, bool isWriting);

    DatabasePlace m_place;
    const Clock &m_clock;
    IdSource &m_ids;
    QThread m_writingThread;
    QThread m_readingThread;
    QThread m_studyingThread;
    QThread m_listeningThread; // runs on PostgreSQL only
    QObject m_writing;         // lives in m_writingThread; calls are posted to it
    QObject m_reading;
    QObject m_studying;
    QObject m_listening;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Database> m_studier; // since the first study()
    Error m_studyProblem = {};           // why there is none
    std::unique_ptr<ChangeListener> m_listener;
    std::atomic<bool> m_isListening = false;
    std::atomic<qint64> m_repetitions = 0;
};

} // namespace fw

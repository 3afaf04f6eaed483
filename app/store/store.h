#pragma once

#include "app/core/async.h"
#include "app/store/database.h"

#include <QThread>

namespace fw {

/// The desk's database behind two threads: one that writes, one that reads. Nothing blocks the caller. Thread: any, after open().
class Store final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)
public:
    /// Opens `file`, brings it to the newest schema (a copy is taken first when there is something to bring), and starts the threads.
    /// Errors: Storage; StorageNewer when the file was written by a newer program (it is left untouched).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(
        const QString &file, const Clock &clock, IdSource &ids);
    /// Finishes what was posted, then closes.
    ~Store() override;

    /// Runs `work(Database &)` in the writing thread in one transaction, committed durably before the future finishes. `work` returns a T, a
    /// Result<T> or nothing; a failure rolls everything back.
    template <typename Work>
    [[nodiscard]] auto write(Work work)
    {
        return post(m_writer.get(), &m_writing, std::move(work), true);
    }

    /// Runs `work(Database &)` in the reading thread on a consistent snapshot. It must not write.
    template <typename Work>
    [[nodiscard]] auto read(Work work)
    {
        return post(m_reader.get(), &m_reading, std::move(work), false);
    }

    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }

Q_SIGNALS:
    /// A transaction of this process was committed. Emitted in the writing thread.
    void committed();

private:
    Store(const QString &file, const Clock &clock);

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

    template <typename Work>
    auto post(Database *database, QObject *context, Work work, bool isWriting)
    {
        using Returned = std::invoke_result_t<Work, Database &>;
        using T = typename Value<Returned>::type;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        QMetaObject::invokeMethod(
            context, [this, database, promise, work = std::move(work), isWriting]() mutable {
                promise->addResult(unitOfWork<T>(*database, work, isWriting));
                promise->finish();
            });
        return future;
    }

    template <typename T, typename Work>
    Result<T> unitOfWork(Database &database, Work &work, bool isWriting)
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
    static Result<T> run(Database &database, Work &work)
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

    QString m_file;
    const Clock &m_clock;
    QThread m_writingThread;
    QThread m_readingThread;
    QObject m_writing; // lives in m_writingThread; calls are posted to it
    QObject m_reading;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
};

} // namespace fw

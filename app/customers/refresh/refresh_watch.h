#pragma once

#include "app/customers/refresh/record_source.h"
#include "app/store/change_feed.h"
#include "app/store/refresh_store.h"

#include <QThreadPool>

namespace fw {

/// Looks up the customers somebody opened, and stores what the sources say; a few at a time, each once, however many watch one database. Needs the right to write records, as
/// the service has. Thread: the owner's; sources are asked in threads of their own.
class RefreshWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RefreshWatch)
public:
    RefreshWatch(Store &store, AskSource ask, QObject *parent = nullptr);
    /// Waits for the questions under way, as long as their time-outs allow; their answers are lost, and asked for again by whoever opens the customer next.
    ~RefreshWatch() override;

    /// Somebody may want something.
    void wake();

    static constexpr int kAtOnce = 4;

Q_SIGNALS:
    /// The answer, or why there is none, is stored.
    void ended(fw::CustomerId customer);

private:
    void take();
    void taken();
    void ask(const RefreshTask &task);
    void keep(const RefreshTask &task, const Result<QJsonValue> &answer);

    Store &m_store;
    const AskSource m_ask;
    QThreadPool m_pool;
    int m_underWay = 0;
    bool m_isTaking = false;
    bool m_isDirty = false;
};

/// Stores the answer to `task`, or that there is none, in the unit of work of `db`. What a source says of a customer who is gone is not stored. Thread: the database's.
void endRefresh(Database &db, const RefreshTask &task, const Result<QJsonValue> &answer);

} // namespace fw

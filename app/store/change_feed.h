#pragma once

#include "app/store/journal_store.h"
#include "app/store/store.h"

#include <QSet>
#include <QTimer>

namespace fw {

/// Tells which conversations and accounts changed, whoever changed them: this process at once, another process on the same file
/// within a second. Thread: the owner's.
class ChangeFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeFeed)
public:
    explicit ChangeFeed(Store &store, QObject *parent = nullptr);

Q_SIGNALS:
    void conversationsChanged(const QList<fw::ConversationId> &conversations);
    /// Accounts, budgets or the outbox of an account changed.
    void accountsChanged();

private:
    void poll();
    void tell(const QList<Fact> &facts);

    Store &m_store;
    QTimer m_timer;
    FactId m_from = {};    // read facts after this one next
    FactId m_last = {};    // newest fact seen
    QSet<qint64> m_recent; // facts already told, of the overlap that is read again
    bool m_isReading = false;
    bool m_isDirty = false;
};

} // namespace fw

#pragma once

#include "app/store/journal_store.h"
#include "app/store/store.h"

#include <QList>
#include <QSet>
#include <QTimer>

namespace fw {

/// Tells which conversations and accounts changed, whoever changed them: this process at once, another process on the same database
/// within a second. PostgreSQL tells what others commit; where nobody does, or while the connection for that is lost, the journal is read
/// every 0.7 s. Thread: the owner's.
class ChangeFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeFeed)
public:
    explicit ChangeFeed(Store &store, QObject *parent = nullptr);

Q_SIGNALS:
    void conversationsChanged(const QList<fw::ConversationId> &conversations);
    /// The facts behind it, each once.
    void told(const QList<fw::Fact> &facts);
    /// Accounts, budgets or the outbox of an account changed.
    void accountsChanged();

private:
    struct Span { // of ids of facts
        FactId first = {};
        FactId last = {};
    };
    void setPace();
    void poll();
    void readSpan(FactId first, FactId last);
    void readNext();
    void readNew();
    void readFrom(Span span);
    void tell(const QList<Fact> &facts);

    Store &m_store;
    const qint64 m_overlap;
    QTimer m_timer;
    FactId m_start = {};   // older facts are no news
    FactId m_from = {};    // read facts after this one next
    FactId m_last = {};    // newest fact seen
    qint64 m_version = 0;  // of the file when facts were read last; 0: not known
    QSet<qint64> m_recent; // facts already told, of the overlap that is read again
    QList<Span> m_spans;   // committed by somebody, and not read yet
    bool m_isReading = false;
    bool m_isDirty = false;
};

} // namespace fw

#pragma once

#include "app/store/database.h"

#include <QObject>
#include <QTimer>

namespace fw {

/// Hears from PostgreSQL which facts any process has committed, on a connection of its own. A lost connection is noticed within two seconds
/// and made again as soon as the server answers. Thread: its own, with an event loop; made, used and destroyed there.
class ChangeListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeListener)
public:
    ChangeListener(const DatabasePlace &place, const Clock &clock, IdSource &ids);

    /// Begins to listen; what is committed from now on is told.
    void start();

Q_SIGNALS:
    /// Somebody, perhaps this process, committed facts with ids from `first` to `last`.
    void committedSomewhere(fw::FactId first, fw::FactId last);
    /// While it does not hear, whoever wants to know has to ask.
    void hearingChanged(bool hears);

private:
    void beat();
    void listen();
    void tell(const QString &channel, const QVariant &payload);

    DatabasePlace m_place;
    const Clock &m_clock;
    IdSource &m_ids;
    std::unique_ptr<Database> m_database;
    QTimer m_timer{this};
};

} // namespace fw

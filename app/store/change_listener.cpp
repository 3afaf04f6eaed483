#include "app/store/change_listener.h"

#include "app/core/log.h"

#include <QSqlDriver>

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ChangeListener::ChangeListener(const DatabasePlace &place, const Clock &clock, IdSource &ids)
    : m_place(place)
    , m_clock(clock)
    , m_ids(ids)
{
    // The driver does not say when its connection breaks.
    m_timer.setInterval(2s);
    connect(&m_timer, &QTimer::timeout, this, &ChangeListener::beat);
}

void ChangeListener::start()
{
    listen();
    m_timer.start();
}

void ChangeListener::beat()
{
    if (!m_database) {
        listen();
        return;
    }
    m_database->script({u"SELECT 1"_s});
    if (m_database->error()) {
        log::warn(log::Area::Storage, "deaf to changes");
        m_database.reset();
        Q_EMIT hearingChanged(false);
    }
}

void ChangeListener::listen()
{
    auto opened = Database::open(m_place, Database::Access::ReadOnly, m_clock, m_ids);
    if (!opened) {
        return;
    }
    connect((*opened)->driver(), &QSqlDriver::notification, this,
        [this](const QString &channel, QSqlDriver::NotificationSource, const QVariant &payload) {
            tell(channel, payload);
        });
    if ((*opened)->driver()->subscribeToNotification(changeChannel())) {
        m_database = *std::move(opened);
        Q_EMIT hearingChanged(true);
    }
}

void ChangeListener::tell(const QString &channel, const QVariant &payload)
{
    const QString text = payload.toString();
    const FactId first{text.section(u' ', 0, 0).toLongLong()};
    const FactId last{text.section(u' ', 1, 1).toLongLong()};
    if (channel == changeChannel() && !first.isNull() && first <= last) {
        Q_EMIT committedSomewhere(first, last);
    }
}

} // namespace fw

#pragma once

#include "app/core/clock_timer.h"
#include "app/dispatch/outbox.h"
#include "app/model/conversation.h"

#include <QSet>

namespace fw::wiring {

/// The colleague who learns: proposes an answer to somebody who waits, now and then while his hour lasts. Not every one of them should leave. Thread: the
/// owner's.
class DemoTrainee final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoTrainee)
public:
    static constexpr const char *kName = "Tim";

    /// Between `from` and `until`, as many answers as he knows.
    DemoTrainee(Store &store, Outbox &outbox, const Clock &clock, Instant from, Instant until,
        QObject *parent = nullptr);

private:
    void propose();
    void answer(const Conversation &conversation);

    Store &m_store;
    Outbox &m_outbox;
    const milliseconds m_pause; // between two answers
    ClockTimer m_timer;
    qsizetype m_next = 0;
    QSet<ConversationId> m_answered;
};

} // namespace fw::wiring

#pragma once

#include "app/store/conversation_store.h"
#include "ui/wiring/workplace.h"

#include <QObject>

namespace fw::cli {

/// A demo day in figures.
struct DayCount {
    int messages = 0;
    int accepted = 0;
    int limited = 0;              // calls the network refused for a limit
    milliseconds medianWait = {}; // from a customer's message to the acceptance of its answer
    QueueCounts queue = {};
};

/// Answers whoever waits longest, with sentences of its own, as an agent would: through the outbox. For the demo day without a window.
class DemoAgent final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoAgent)
public:
    explicit DemoAgent(wiring::Workplace &workplace);

    /// Answers up to three people, then tells how the day stands.
    void answerSome();
    [[nodiscard]] QFuture<Result<DayCount>> count();

Q_SIGNALS:
    void counted(const fw::cli::DayCount &count);

private:
    wiring::Workplace &m_workplace;
    QHash<IdentityId, int> m_answers; // how often each customer was answered
    bool m_isBusy = false;
};

} // namespace fw::cli

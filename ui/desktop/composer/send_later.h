#pragma once

#include "app/core/clock.h"

#include <QPushButton>

class QMenu;

namespace fw::ui {

/// Beside Send: a menu of times at which a reply may leave instead. Times are of this machine's zone. Thread: GUI.
class SendLater final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendLater)
public:
    explicit SendLater(const Clock &clock, QWidget *parent = nullptr);
    /// Shows the menu, for a key.
    void choose();

Q_SIGNALS:
    void chosen(fw::Instant at);

private:
    void fill();
    void askForTime();

    const Clock &m_clock;
    QMenu *m_times;
};

} // namespace fw::ui

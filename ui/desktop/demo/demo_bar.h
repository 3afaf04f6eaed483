#pragma once

#include "ui/wiring/demo_day.h"

#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace fw {
class SteeredClock;
}

namespace fw::ui {

class ElidedLabel;

/// The demo's day along the top: what time it is, how fast it goes, what happens, and the way to what comes next. At the day's end the clock is stopped.
/// Thread: GUI.
class DemoBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoBar)
public:
    /// `clock` is steered from here and outlives the bar.
    DemoBar(SteeredClock &clock, wiring::DemoDay day, QWidget *parent = nullptr);

    void togglePause();
    /// On to what comes next; after the last of them to the day's end.
    void jump();
    /// One step of speed up or down.
    void changeSpeed(int by);

Q_SIGNALS:
    void tourAsked();
    void reviewAsked();
    /// Once.
    void dayEnded();

private:
    void makeSpeeds(QHBoxLayout &row);
    void setSpeed(int which);
    void showNow();
    void showNext(Instant now);
    [[nodiscard]] bool isOver() const;

    SteeredClock &m_clock;
    const wiring::DemoDay m_day;
    QTimer m_tick; // real time: it only draws
    QLabel *m_time;
    QPushButton *m_pause;
    QButtonGroup *m_speeds;
    ElidedLabel *m_happening;
    QPushButton *m_next;
    QPushButton *m_review;
    bool m_hasEnded = false;
};

} // namespace fw::ui

#pragma once

#include <QDialog>

namespace fw {
class Clock;
}

namespace fw::ui {

class NoticeWatch;

/// Which notices are wanted, with one to try out. What is chosen counts at once. Thread: GUI.
class NoticesSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticesSheet)
public:
    NoticesSheet(NoticeWatch &watch, const Clock &clock, QWidget *parent);

private:
    NoticeWatch &m_watch;
};

} // namespace fw::ui

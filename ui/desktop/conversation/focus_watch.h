#pragma once

#include "app/desk/focus_keeper.h"

class QWidget;

namespace fw::ui {

/// Tells the desk for how long the agent has the open conversation in front of them: its pane is seen, its window is the active one, and keys or the
/// pointer are used in it. Thread: GUI.
class FocusWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusWatch)
public:
    /// Lives as long as `pane`.
    FocusWatch(Store &store, const Clock &clock, const QString &agent, QWidget &pane);

    void open(ConversationId conversation);
    [[nodiscard]] const FocusKeeper &keeper() const { return m_keeper; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    QWidget &m_pane;
    Desk m_desk;
    FocusKeeper m_keeper;
    ConversationId m_open = {};
};

} // namespace fw::ui

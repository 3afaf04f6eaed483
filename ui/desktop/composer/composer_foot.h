#pragma once

#include "app/dispatch/outbox.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace fw::ui {

class Meter;
class SendLater;
class Theme;

/// The composer's lower edge: what there is to know before sending, how much room is left, and the buttons. Thread: GUI.
class ComposerFoot final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposerFoot)
public:
    ComposerFoot(const Clock &clock, Theme &theme, QWidget *parent = nullptr);

    /// The tightest window of the account.
    void setBudget(Network network, const WindowUse &tightest);
    void showBudget(bool isShown);
    void say(const QString &text, bool isWrong);
    [[nodiscard]] QPushButton &sendButton() { return *m_send; }
    [[nodiscard]] SendLater &later() { return *m_later; }

private:
    const Clock &m_clock;
    QLabel *m_reason;
    QLabel *m_budgetName;
    Meter *m_budget;
    QLabel *m_budgetUse;
    SendLater *m_later;
    QPushButton *m_send;
};

} // namespace fw::ui

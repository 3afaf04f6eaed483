#pragma once

#include "app/model/conversation.h"

#include <QFrame>

class QLabel;

namespace fw::ui {

class ElidedLabel;
class KeyButton;
class PromisePill;

/// Who is being talked to, and what can be done with the conversation.
class ConversationHeader final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationHeader)
public:
    /// Takes `promise`.
    explicit ConversationHeader(PromisePill *promise, QWidget *parent = nullptr);
    void show(const Conversation &conversation);
    /// Whether there is something to write: else Answer is not offered.
    void setAnswerable(bool isAnswerable);
    /// On the screen: the lower left of the button that snoozes.
    [[nodiscard]] QPoint snoozeMenuPlace() const;
    /// Of the name and the buttons; the rest is shown as far as there is room.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void answerPressed();
    void resolvePressed();
    void snoozePressed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int widthOfNeeded() const;
    [[nodiscard]] static QString stateOf(const Conversation &conversation);

    ElidedLabel *m_name;
    ElidedLabel *m_handle;
    QLabel *m_kind;
    QLabel *m_account;
    bool m_hasHandle = false;
    QLabel *m_state;
    PromisePill *m_promise;
    KeyButton *m_answer;
    KeyButton *m_snooze;
    KeyButton *m_resolve;
};

} // namespace fw::ui

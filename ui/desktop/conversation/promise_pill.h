#pragma once

#include "app/model/conversation.h"
#include "app/store/target_store.h"

#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace fw {
class Store;
}

namespace fw::ui {

class PromiseRuler;
class Theme;

/// What is left of the time promised in the open conversation; under the pointer or with the focus, how that came about. Hidden where nothing runs. Thread: GUI.
class PromisePill final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromisePill)
public:
    PromisePill(Store &store, const Clock &clock, Theme &theme, QWidget *parent = nullptr);
    ~PromisePill() override;

    void show(const Conversation &conversation);
    /// Something is promised.
    [[nodiscard]] bool isWanted() const { return !m_targets.isEmpty(); }

Q_SIGNALS:
    /// Another text, or none.
    void changed();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take(const QList<KeptTarget> &targets);
    void say();
    void showRuler();

    Store &m_store;
    const Clock &m_clock;
    Theme &m_theme;
    ConversationId m_conversation = {};
    QList<KeptTarget> m_targets; // that run, the next due first
    QPointer<PromiseRuler> m_ruler;
    QTimer m_ticks;
};

} // namespace fw::ui

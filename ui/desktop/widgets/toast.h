#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace fw::ui {

/// A short message over the lower part of its parent, just above `floor`, that goes by itself. Showing another replaces it.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)
public:
    Toast(const QWidget &floor, QWidget *parent);

    /// `action` is the text of the button, empty for none; pressing it emits actionPressed() and closes the toast.
    void say(const QString &text, const QString &action = {});
    [[nodiscard]] bool offersAction() const;
    [[nodiscard]] QString text() const;
    void press();

Q_SIGNALS:
    void actionPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    const QWidget &m_floor; // somewhere inside the parent
    QLabel *m_text;
    QPushButton *m_action;
    QTimer m_timer;
};

} // namespace fw::ui

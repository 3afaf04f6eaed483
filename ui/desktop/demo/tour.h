#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace fw::ui {

class Theme;

/// A part of the window, and what it is for.
struct TourStep {
    std::function<QWidget *()> part
        = nullptr; // brings it in view; null, or nothing found: the window as a whole
    QString title = {};
    QString text = {};
};

/// Lies over the window and goes from part to part: each is framed, with a card beside it that says what it is for. Return goes on, Backspace back, Escape ends.
/// Deletes itself at the end. Thread: GUI.
class Tour final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)
public:
    /// At least one step; over all of `window`, with the keyboard.
    Tour(QList<TourStep> steps, Theme &theme, QWidget *window);

    void next();
    void previous();
    void end();
    [[nodiscard]] qsizetype step() const { return m_at; }
    /// What is framed, in the window's coordinates.
    [[nodiscard]] QRect framed() const;

Q_SIGNALS:
    void ended();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void makeCard();
    void showStep();
    void place();
    [[nodiscard]] QPolygon arrow() const;

    const QList<TourStep> m_steps;
    Theme &m_theme;
    qsizetype m_at = 0;
    QPointer<QWidget> m_part = {};
    QPointer<QWidget> m_before; // had the keyboard
    QFrame *m_card;
    QLabel *m_place;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace fw::ui

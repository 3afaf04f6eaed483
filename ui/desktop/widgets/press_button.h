#pragma once

#include <QPushButton>

namespace fw::ui {

/// A button that Return and Enter press while it has the focus, as the space bar does, and only then: another button may be its dialog's default.
class PressButton : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PressButton)
public:
    explicit PressButton(const QString &text, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace fw::ui

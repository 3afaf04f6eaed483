#pragma once

#include "ui/desktop/widgets/press_button.h"

class QLabel;

namespace fw::ui {

/// A button that shows the key for what it does in a small box: "Resolve [E]".
class KeyButton final : public PressButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyButton)
public:
    KeyButton(const QString &text, const QString &key, QWidget *parent = nullptr);
    void setLabel(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QLabel *m_label;
};

} // namespace fw::ui

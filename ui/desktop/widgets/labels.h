#pragma once

#include <QLabel>
#include <QPushButton>

namespace fw::ui {

/// A label that never takes its text for mark-up (I9); `role` names its look in the style sheet.
[[nodiscard]] QLabel *plainLabel(const QString &text, const char *role, QWidget *parent = nullptr);
/// A button of a given look.
[[nodiscard]] QPushButton *button(const QString &text, const char *role, QWidget *parent = nullptr);
/// Gives a widget another look now.
void setRole(QWidget *widget, const char *role);

/// One line of plain text that gives way when there is no room and ends in an ellipsis then.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)
public:
    explicit ElidedLabel(const char *role, QWidget *parent = nullptr);
    void setFullText(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    [[nodiscard]] int aroundText() const;

    QString m_full;
};

} // namespace fw::ui

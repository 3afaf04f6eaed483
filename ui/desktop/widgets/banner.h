#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace fw::ui {

/// A coloured strip with a sentence and, when there is something to do about it, one button. Hidden while it has nothing to say.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    enum class Tone { Warn, Bad };
    explicit Banner(Tone tone, QWidget *parent = nullptr);

    /// An empty text hides the banner. An empty action hides the button.
    void say(const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void pressed();

private:
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace fw::ui

#pragma once

#include <QAbstractButton>

class QLabel;

namespace fw::ui {

/// One figure with its name and what belongs to it. Pressing it opens what was counted. Thread: GUI.
class Tile final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tile)
public:
    enum class Tone { Calm, Warn, Bad };

    explicit Tile(const QString &name, QWidget *parent = nullptr);
    void show(const QString &value, const QString &note, Tone tone = Tone::Calm);
    /// To be read from across a room.
    void setLarge(bool isLarge);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_name;
    QLabel *m_value;
    QLabel *m_note;
};

} // namespace fw::ui

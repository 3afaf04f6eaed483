#pragma once

#include <QWidget>

namespace fw::ui {

class Theme;

/// A thin bar that says how much of a window is used: accent, amber from 75 %, red when full.
class Meter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Meter)
public:
    explicit Meter(Theme &theme, QWidget *parent = nullptr);
    void setUse(int used, int limit);
    [[nodiscard]] QSize sizeHint() const override { return {70, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    double m_share = 0;
};

/// A small coloured disc: is an account well?
class Dot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dot)
public:
    enum class Tone { Good, Warn, Bad };
    explicit Dot(Theme &theme, QWidget *parent = nullptr);
    void setTone(Tone tone);
    [[nodiscard]] QSize sizeHint() const override { return {8, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Tone m_tone = Tone::Good;
};

} // namespace fw::ui

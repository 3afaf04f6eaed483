#pragma once

#include "app/core/clock.h"
#include "app/store/refresh_store.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fw::ui {

/// How old what is known of a customer is, whether it could be looked up, and the way to have it looked up again. Thread: GUI.
class FreshnessLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreshnessLine)
public:
    explicit FreshnessLine(const Clock &clock, QWidget *parent = nullptr);

    void show(const Freshness &freshness);

Q_SIGNALS:
    /// Somebody wants it looked up now.
    void wanted();

private:
    const Clock &m_clock;
    QLabel *m_text;
    QPushButton *m_again;
};

} // namespace fw::ui

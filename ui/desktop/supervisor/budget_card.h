#pragma once

#include "ui/desktop/shell/accounts_watch.h"

#include <QFrame>

class QVBoxLayout;

namespace fw::ui {

class Theme;

/// Of every account the reply window that is fullest, and when it runs out. Thread: GUI.
class BudgetCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BudgetCard)
public:
    BudgetCard(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void show(const QList<AccountStatus> &accounts);

private:
    struct Line;
    void makeLines(qsizetype count);

    Theme &m_theme;
    const Clock &m_clock;
    QVBoxLayout *m_column;
    QList<Line *> m_lines; // widgets of this card
};

/// The account whose reply window runs out first at the present pace; null: none does.
[[nodiscard]] const AccountStatus *firstToRunOut(const QList<AccountStatus> &accounts);

} // namespace fw::ui

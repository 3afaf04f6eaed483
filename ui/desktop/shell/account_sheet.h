#pragma once

#include "ui/desktop/shell/accounts_watch.h"

#include <QDialog>

class QVBoxLayout;

namespace fw::ui {

class Theme;

/// Of every account: what room its replies have, what it can do now and why not, how complete what we have is, its audience, and what it cost today.
/// Follows `watch` while it is open. Thread: GUI.
class AccountSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountSheet)
public:
    AccountSheet(AccountsWatch &watch, const Clock &clock, Theme &theme, QWidget *parent);

private:
    void show();
    [[nodiscard]] QWidget *makeAccount(const AccountStatus &status) const;
    [[nodiscard]] QWidget *makeBudget(const QList<WindowUse> &windows) const;
    [[nodiscard]] QWidget *makeTable(const Capabilities &can, Network network) const;
    [[nodiscard]] QStringList factsOf(const AccountStatus &status) const;

    AccountsWatch &m_watch;
    const Clock &m_clock;
    Theme &m_theme;
    QList<AccountStatus> m_shown;
    QVBoxLayout *m_accounts;
};

} // namespace fw::ui

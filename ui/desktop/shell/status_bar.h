#pragma once

#include "ui/desktop/shell/accounts_watch.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace fw::ui {

class Theme;

/// The strip at the bottom: per account its health, tightest window and how complete what we have is; then the outbox.
class StatusBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBar)
public:
    StatusBar(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void showAccounts(const QList<AccountStatus> &accounts);
    void showOutbox(int pendingReplies, bool isSaved);

private:
    struct Strip;
    void makeStrips(qsizetype count);
    void fill(Strip &strip, const AccountStatus &status, bool isAlone);
    void showComplete(const QList<AccountStatus> &accounts);

    Theme &m_theme;
    const Clock &m_clock;
    QHBoxLayout *m_row;
    QList<Strip *> m_strips;
    QLabel *m_complete; // of all accounts, when there are several
    QLabel *m_outbox;
};

} // namespace fw::ui

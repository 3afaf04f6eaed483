#pragma once

#include "app/dispatch/guard/brakes.h"
#include "ui/desktop/shell/accounts_watch.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace fw::ui {

/// Stops an account, or every conversation with a tag, at once, and lets it go again. Thread: GUI.
class BrakesSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrakesSheet)
public:
    BrakesSheet(Store &store, const AccountsWatch &watch, const Clock &clock, QString agent, QWidget *parent);

private:
    QWidget *makeForm();
    QWidget *makeRow(const Brake &brake);
    void read();
    void show(const Result<QList<Brake>> &brakes);
    void fillAccounts();
    void showWhat();
    void brake();
    void release(const Brake &brake);
    void tell(const Result<Brake> &done);
    [[nodiscard]] QString nameOf(const Brake &brake) const;

    Brakes m_brakes;
    const AccountsWatch &m_watch;
    const Clock &m_clock;
    const QString m_agent;
    QList<Brake> m_shown;
    QFormLayout *m_form = nullptr;
    QComboBox *m_what;
    QLineEdit *m_tag;
    QLineEdit *m_why;
    QPushButton *m_stop;
    QLabel *m_hint;
    QVBoxLayout *m_rows;
};

} // namespace fw::ui

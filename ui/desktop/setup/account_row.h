#pragma once

#include "ui/desktop/setup/sign_in_words.h"

#include <QFrame>

namespace fw::ui {

/// One account in the list, with what can be done about it.
class AccountRow final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountRow)
public:
    explicit AccountRow(const AccountLine &line, QWidget *parent = nullptr);

Q_SIGNALS:
    void connectAsked();
    void pasteAsked();
    void signOutAsked();
    void resumeAsked();

private:
    QWidget *makeButtons(const AccountLine &line); // null: there is nothing to do
};

} // namespace fw::ui

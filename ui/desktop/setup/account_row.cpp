#include "ui/desktop/setup/account_row.h"

#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace fw::ui {

using namespace Qt::StringLiterals;

AccountRow::AccountRow(const AccountLine &line, QWidget *parent) : QFrame(parent)
{
    setProperty("role", QLatin1String("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 11, 14, 11);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(plainLabel(line.account.name, "brand"));
    QLabel *network = plainLabel(Words::of(line.account.network), "pill");
    network->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    head->addWidget(network);
    head->addStretch(1);
    column->addLayout(head);
    QLabel *state = plainLabel(SignInWords::state(line), SignInWords::isGood(line) ? "small" : "smallWarn");
    state->setWordWrap(true);
    column->addWidget(state);
    if (QWidget *buttons = makeButtons(line)) {
        column->addWidget(buttons);
    }
}

QWidget *AccountRow::makeButtons(const AccountLine &line)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(8);
    const auto offer = [this, row, &line](const QString &text, void (AccountRow::*asked)(), bool isFirst) {
        QPushButton *offered = button(text, isFirst ? "primary" : "plain");
        offered->setAccessibleName(u"%1: %2"_s.arg(line.account.name, text));
        connect(offered, &QPushButton::clicked, this, asked);
        row->addWidget(offered);
    };
    const bool isRefused = line.account.pausedReason == toString(ErrorCode::Unauthorised);
    const bool hasClient = line.account.settings[u"oauth"_s][u"client_id"_s].toString() != QString();
    const bool isWanted = !SignInWords::isGood(line);
    if (line.standing.isInVault && hasClient) {
        offer(SignInWords::connectLabel(line), &AccountRow::connectAsked,
            isWanted && (isRefused || !line.standing.isSignedIn));
    }
    if (line.standing.isInVault) {
        offer(tr("Paste a token…"), &AccountRow::pasteAsked,
            isWanted && !hasClient && !line.standing.isSignedIn);
    }
    if (line.account.isPaused() && (!isRefused || !line.standing.isInVault)) {
        offer(tr("Resume"), &AccountRow::resumeAsked, true);
    }
    if (line.standing.isInVault && line.standing.isSignedIn) {
        offer(tr("Sign out…"), &AccountRow::signOutAsked, false);
    }
    if (row->isEmpty()) {
        delete box; // its token is in a file and all is well
        return nullptr;
    }
    row->addStretch(1);
    return box;
}

} // namespace fw::ui

#include "ui/desktop/shell/keys_sheet.h"

#include "ui/desktop/widgets/labels.h"

#include <QAction>
#include <QGridLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
}

KeysSheet::KeysSheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(7);
    grid->addWidget(plainLabel(tr("Keys"), "title"), 0, 0, 1, 2);
    grid->addWidget(
        plainLabel(tr("Single letters work while no text is being written."), "faint"), 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, 4);
    int row = 3;
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty()) {
            continue;
        }
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts()) {
            keys.append(sequence.toString(QKeySequence::NativeText));
        }
        grid->addWidget(plainLabel(action->text(), "soft"), row, 0);
        QLabel *key = plainLabel(keys.join(u"  ·  "_s), "key");
        grid->addWidget(key, row++, 1, Qt::AlignRight);
    }
    QPushButton *close = button(tr("Close"), "plain");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->setRowMinimumHeight(row, 6);
    grid->addWidget(close, row + 1, 1, Qt::AlignRight);
}

} // namespace fw::ui

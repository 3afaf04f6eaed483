#include "ui/desktop/shell/top_bar.h"

#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kHeight = 43;
constexpr int kFindWidth = 320;

QPushButton *makeFind(QAction *find)
{
    QPushButton *made = button(TopBar::tr("Find people, words, commands"), "find");
    made->setObjectName(u"find-box"_s);
    made->setFocusPolicy(Qt::TabFocus);
    made->setMinimumWidth(kFindWidth);
    made->setCursor(Qt::PointingHandCursor);
    auto *inside = new QHBoxLayout(made);
    inside->setContentsMargins(0, 0, 8, 0);
    QLabel *key = plainLabel({}, "key");
    key->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(key, 0, Qt::AlignRight | Qt::AlignVCenter);
    const auto showKey = [key, find] { key->setText(find->shortcut().toString(QKeySequence::NativeText)); };
    QObject::connect(find, &QAction::changed, key, showKey);
    QObject::connect(made, &QPushButton::clicked, find, &QAction::trigger);
    showKey();
    return made;
}
} // namespace

TopBar::TopBar(const QString &badge, const QString &agent, QAction *find, QMenu *menu, QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", QLatin1String("topBar"));
    setMinimumHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(12);
    row->addWidget(plainLabel(u"Fw"_s, "mark"));
    row->addSpacing(10);
    row->addWidget(plainLabel(u"Floorwalker"_s, "brand"));
    if (!badge.isEmpty()) {
        QLabel *pill = plainLabel(badge, "pillAccent");
        pill->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        pill->setToolTip(plainToolTip(tr("Simulated networks and customers: nothing leaves this computer.")));
        row->addWidget(pill);
    }
    row->addStretch(1);
    row->addWidget(makeFind(find));
    row->addStretch(1);
    if (!agent.isEmpty()) {
        row->addWidget(plainLabel(agent, "soft"));
    }
    auto *button = new QToolButton;
    button->setProperty("role", QLatin1String("menu"));
    button->setText(u"☰"_s);
    button->setAccessibleName(tr("Menu"));
    button->setToolTip(plainToolTip(tr("Menu")));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(button);
}

} // namespace fw::ui

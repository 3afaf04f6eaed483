#include "ui/desktop/notices/notices_sheet.h"

#include "ui/desktop/notices/notice_watch.h"
#include "ui/desktop/notices/notice_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace fw::ui {

using namespace std::chrono_literals;

NoticesSheet::NoticesSheet(NoticeWatch &watch, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_watch(watch)
{
    setWindowTitle(tr("Notices"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(
        plainLabel(tr("The desktop tells you, unless you have the conversation before you, when:"), "soft"));
    const auto add = [this, column](const QString &text, bool isOn,
                         const std::function<void(NoticeRules &, bool)> &set) {
        auto *box = new QCheckBox(text);
        box->setChecked(isOn);
        connect(box, &QCheckBox::toggled, this, [this, set](bool isWanted) {
            NoticeRules rules = m_watch.rules();
            set(rules, isWanted);
            m_watch.setRules(rules);
        });
        column->addWidget(box);
    };
    for (const NoticeKind kind : allNoticeKinds()) {
        add(NoticeWords::rule(kind), m_watch.rules().wanted.contains(kind),
            [kind](NoticeRules &rules, bool isWanted) {
                isWanted ? void(rules.wanted.insert(kind)) : void(rules.wanted.remove(kind));
            });
    }
    column->addSpacing(6);
    add(tr("Show what the customer wrote"), m_watch.rules().showsWords,
        [](NoticeRules &rules, bool isWanted) { rules.showsWords = isWanted; });
    add(tr("Do not disturb for an hour"), m_watch.rules().isQuiet(clock.now()),
        [&clock](NoticeRules &rules, bool isWanted) {
            rules.quietUntil = isWanted ? clock.now() + 1h : Instant();
        });
    QPushButton *tried = button(tr("Try it"), "plain");
    connect(tried, &QPushButton::clicked, &m_watch, &NoticeWatch::tryOut);
    QPushButton *close = button(tr("Close"), "primary");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addWidget(tried);
    foot->addStretch(1);
    foot->addWidget(close);
    column->addSpacing(6);
    column->addLayout(foot);
}

} // namespace fw::ui

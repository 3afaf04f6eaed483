#include "ui/desktop/supervisor/conversations_sheet.h"

#include "ui/desktop/supervisor/figure_table.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QVBoxLayout>

namespace fw::ui {

namespace {
constexpr QSize kSize(720, 480);
}

ConversationsSheet::ConversationsSheet(const QString &title, qsizetype count,
    const QFuture<Result<QList<Conversation>>> &shown, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_table(new FigureTable(title, {tr("Who"), tr("Where"), tr("Last message")}))
{
    setWindowTitle(title);
    resize(kSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(plainLabel(title, "title"));
    column->addWidget(plainLabel(count > kMost ? tr("The first %1 of %2 conversations").arg(kMost).arg(count)
                                               : tr("%n conversation(s)", nullptr, int(count)),
        "small"));
    column->addWidget(m_table, 1);
    QPushButton *close = button(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(m_table, &FigureTable::rowOpened, this, [this](const QString &key) {
        accept();
        Q_EMIT conversationChosen({key.toLongLong()});
    });
    whenDone(shown, this, [this, &clock](const Result<QList<Conversation>> &conversations) {
        if (conversations) {
            show(*conversations, clock.now());
        }
    });
    m_table->setFocus();
}

void ConversationsSheet::show(const QList<Conversation> &conversations, Instant now)
{
    QList<FigureTable::Row> rows;
    for (const Conversation &conversation : conversations) {
        rows.append({.key = conversation.id.toString(),
            .cells = {tr("%1: %2").arg(Words::nameOf(conversation.customer), Words::preview(conversation)),
                Words::of(conversation.network), Words::clockTime(conversation.lastMessageAt, now)}});
    }
    m_table->show(rows);
    if (!rows.isEmpty()) {
        m_table->selectRow(0);
    }
}

} // namespace fw::ui

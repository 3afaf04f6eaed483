#include "ui/desktop/customer/notes_part.h"

#include "app/core/async.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace fw::ui {

NotesPart::NotesPart(Store &store, const Clock &clock, QString agent, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_rows(new QVBoxLayout)
    , m_text(new QLineEdit)
    , m_problem(plainLabel({}, "smallBad"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 14);
    column->setSpacing(6);
    column->addWidget(plainLabel(tr("Notes of the team"), "heading"));
    m_rows->setSpacing(6);
    column->addLayout(m_rows);
    m_text->setPlaceholderText(tr("A note; @name tells somebody"));
    m_text->setAccessibleName(tr("New note"));
    m_text->setProperty("role", QLatin1String("note"));
    column->addWidget(m_text);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::returnPressed, this, &NotesPart::add);
    setVisible(false);
}

void NotesPart::open(ConversationId conversation)
{
    if (conversation != m_conversation) {
        m_conversation = conversation;
        m_text->clear();
        show({});
    }
    setVisible(!conversation.isNull());
    refresh();
}

void NotesPart::refresh()
{
    if (m_conversation.isNull()) {
        return;
    }
    auto notes = m_store.read([id = m_conversation](Database &db) { return NoteStore(db).of(id); });
    whenDone(notes, this, [this, id = m_conversation](const Result<QList<Note>> &read) {
        if (read && id == m_conversation && *read != m_notes) {
            show(*read);
        }
    });
}

void NotesPart::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

bool NotesPart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept(); // the end of the note, not the beginning of an answer
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPart::show(const QList<Note> &notes)
{
    m_notes = notes;
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const Note &note : notes) {
        auto *card = new QFrame;
        card->setProperty("role", QLatin1String("bannerWarn"));
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(10, 7, 10, 7);
        column->setSpacing(2);
        QLabel *body = plainLabel(note.body, "soft");
        body->setWordWrap(true);
        column->addWidget(body);
        column->addWidget(plainLabel(
            tr("%1 · %2").arg(oneLine(note.agent), Words::clockTime(note.writtenAt, m_clock.now())),
            "small"));
        m_rows->addWidget(card);
    }
}

void NotesPart::add()
{
    const QString body = m_text->text().trimmed();
    if (body.isEmpty()) {
        return;
    }
    auto added = m_store.write([id = m_conversation, body, agent = m_agent](
                                   Database &db) { return NoteStore(db).add(id, body, agent); });
    whenDone(added, this, [this, body](const Result<NoteId> &note) {
        if (note && m_text->text().trimmed() == body) {
            m_text->clear(); // only what was kept
        }
        m_problem->setText(note ? QString() : Words::reason(toString(note.error().code)));
        m_problem->setVisible(!note);
        refresh();
    });
}

} // namespace fw::ui

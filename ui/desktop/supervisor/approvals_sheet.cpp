#include "ui/desktop/supervisor/approvals_sheet.h"

#include "app/store/message_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr QSize kSize(620, 520);

/// A text to read, not to change; the keyboard scrolls it.
QPlainTextEdit *page(const QString &name)
{
    auto *text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setProperty("role", QLatin1String("page"));
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    return text;
}
} // namespace

ApprovalsSheet::ApprovalsSheet(Store &store, const Clock &clock, QString agent, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_approvals(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_place(plainLabel({}, "small"))
    , m_previous(button(tr("Previous"), "chip"))
    , m_next(button(tr("Next"), "chip"))
    , m_asked(plainLabel({}, "heading"))
    , m_question(page(tr("What was asked")))
    , m_wrote(plainLabel({}, "heading"))
    , m_answer(page(tr("What would be answered")))
    , m_why(new QLineEdit)
    , m_hint(plainLabel({}, "small"))
{
    setWindowTitle(tr("Waiting for approval"));
    resize(kSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Waiting for approval"), "title"));
    head->addStretch(1);
    head->addWidget(m_place);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    column->addLayout(head);
    column->addWidget(m_asked);
    column->addWidget(m_question, 1);
    column->addWidget(m_wrote);
    column->addWidget(m_answer, 1);
    m_why->setPlaceholderText(tr("what to change, to give it back"));
    m_why->setAccessibleName(tr("What to change"));
    column->addWidget(m_why);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addStretch(); // keeps the rest together while there is nothing to read
    makeFoot(*column);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_why, &QLineEdit::textChanged, this, &ApprovalsSheet::showCurrent);
    showCurrent();
    refresh();
}

void ApprovalsSheet::makeFoot(QLayout &column)
{
    auto *foot = new QHBoxLayout;
    m_open = button(tr("Open conversation"), "plain");
    m_return = button(tr("Give back"), "plain");
    m_approve = button(tr("Approve"), "primary");
    QPushButton *close = button(tr("Close"), "plain");
    m_approve->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_approve->setToolTip(plainToolTip(tr("Ctrl+Enter")));
    foot->addWidget(m_open);
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_return);
    foot->addWidget(m_approve);
    auto *holder = new QWidget;
    foot->setContentsMargins(0, 0, 0, 0);
    holder->setLayout(foot);
    column.addWidget(holder);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalsSheet::approve);
    connect(m_return, &QPushButton::clicked, this, &ApprovalsSheet::giveBack);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Proposal *proposal = current()) {
            const ConversationId conversation = proposal->reply.conversation;
            accept();
            Q_EMIT conversationChosen(conversation);
        }
    });
}

ApprovalsSheet::Proposals ApprovalsSheet::readProposals(Database &db, const QString &agent)
{
    Proposals read{.isTrainee = RosterStore(db).isTrainee(agent)};
    ReplyStore replies(db);
    for (const Reply &reply : replies.proposed()) {
        QStringList parts;
        for (const Reply &part : replies.partsLike(reply)) {
            parts.append(part.body);
        }
        read.list.append(
            {.reply = reply, .text = parts.join(u"\n\n"_s), .question = MessageStore(db).byId(reply.parent)});
    }
    return read;
}

void ApprovalsSheet::refresh()
{
    auto read = m_store.read([agent = m_agent](Database &db) { return readProposals(db, agent); });
    whenDone(read, this, [this](const Result<Proposals> &proposals) {
        if (proposals) {
            show(*proposals);
        } else {
            m_problem = tr("%1.").arg(Words::reason(toString(proposals.error().code)));
            showCurrent();
        }
    });
}

/// Stays at what is looked at; where that was judged, at what took its place.
void ApprovalsSheet::show(const Proposals &proposals)
{
    const ReplyId before = current() ? current()->reply.id : ReplyId{};
    m_proposals = proposals;
    const auto same = std::find_if(m_proposals.list.begin(), m_proposals.list.end(),
        [before](const Proposal &proposal) { return proposal.reply.id == before; });
    if (same != m_proposals.list.end()) {
        m_at = same - m_proposals.list.begin();
    } else {
        m_why->clear(); // it was about another answer
    }
    m_at = std::clamp<qsizetype>(m_at, 0, std::max<qsizetype>(m_proposals.list.size() - 1, 0));
    showCurrent();
}

const ApprovalsSheet::Proposal *ApprovalsSheet::current() const
{
    return m_at < m_proposals.list.size() ? &m_proposals.list.at(m_at) : nullptr;
}

QString ApprovalsSheet::whyNot(const Proposal &proposal) const
{
    if (proposal.reply.agent == m_agent) {
        return tr("You wrote this; somebody else judges it.");
    }
    return m_proposals.isTrainee ? tr("Somebody who is no trainee judges it.") : QString();
}

bool ApprovalsSheet::isReasonWritten() const
{
    return !m_why->text().trimmed().isEmpty();
}

QString ApprovalsSheet::hintFor(const Proposal *proposal) const
{
    if (!m_problem.isEmpty()) {
        return m_problem;
    }
    const QString refusal = proposal ? whyNot(*proposal) : QString();
    return proposal && refusal.isEmpty() && isReasonWritten()
        ? tr("With something to change it is given back; empty the line to approve it.")
        : refusal;
}

void ApprovalsSheet::showCurrent()
{
    const Proposal *proposal = current();
    const bool isOne = proposal != nullptr;
    const qsizetype count = m_proposals.list.size();
    m_place->setText(isOne ? tr("%1 of %2").arg(m_at + 1).arg(count) : QString());
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < count);
    for (QWidget *part : QList<QWidget *>{
             m_question, m_wrote, m_answer, m_why, m_previous, m_next, m_open, m_return, m_approve}) {
        part->setVisible(isOne);
    }
    const bool mayJudge = isOne && whyNot(*proposal).isEmpty() && !m_isJudging;
    m_approve->setEnabled(mayJudge && !isReasonWritten());
    m_return->setEnabled(mayJudge && isReasonWritten());
    m_open->setEnabled(isOne);
    m_hint->setText(hintFor(proposal));
    if (!isOne) {
        m_asked->setText(tr("Nothing waits for approval."));
        return;
    }
    const Reply &reply = proposal->reply;
    const Identity who = proposal->question ? proposal->question->author : Identity{};
    m_asked->setText(tr("%1 asked").arg(Words::nameOf(who)));
    m_wrote->setText(reply.lane == Lane::Private
            ? tr("%1 would answer in private · %2")
                  .arg(reply.agent, Words::clockTime(reply.createdAt, m_clock.now()))
            : tr("%1 would answer for everybody to read · %2")
                  .arg(reply.agent, Words::clockTime(reply.createdAt, m_clock.now())));
    const QString question = proposal->question ? Words::said(*proposal->question) : QString();
    if (m_question->toPlainText() != question) {
        m_question->setPlainText(question);
    }
    if (m_answer->toPlainText() != proposal->text) {
        m_answer->setPlainText(proposal->text);
    }
}

void ApprovalsSheet::step(int by)
{
    m_at = std::clamp<qsizetype>(m_at + by, 0, std::max<qsizetype>(m_proposals.list.size() - 1, 0));
    m_why->clear();
    m_problem.clear();
    showCurrent();
}

void ApprovalsSheet::approve()
{
    if (const Proposal *proposal = current()) {
        judge(*proposal, m_approvals.approve(proposal->reply.id, m_agent));
    }
}

void ApprovalsSheet::giveBack()
{
    if (const Proposal *proposal = current()) {
        judge(*proposal, m_approvals.giveBack(proposal->reply.id, m_agent, m_why->text().trimmed()));
    }
}

void ApprovalsSheet::judge(const Proposal &proposal, QFuture<Result<Reply>> judgement)
{
    m_isJudging = true;
    m_problem.clear();
    showCurrent();
    whenDone(std::move(judgement), this, [this, writer = proposal.reply.agent](const Result<Reply> &judged) {
        m_isJudging = false;
        if (!judged) {
            const bool isGone = judged.error().code == ErrorCode::NotFound;
            m_problem = tr("The answer by %1 was not judged. %2.")
                            .arg(writer,
                                isGone ? tr("It does not wait any more")
                                       : Words::reason(toString(judged.error().code)));
        }
        showCurrent();
        refresh();
    });
}

} // namespace fw::ui

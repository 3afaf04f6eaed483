#include "ui/desktop/conversation/conversation_header.h"

#include "ui/desktop/conversation/promise_pill.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/key_button.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kHeight = 52;
constexpr int kNameFirst = 220;
constexpr int kLeastName = 110;
} // namespace

ConversationHeader::ConversationHeader(PromisePill *promise, QWidget *parent)
    : QFrame(parent)
    , m_name(new ElidedLabel("title"))
    , m_handle(new ElidedLabel("faint"))
    , m_kind(plainLabel({}, "pill"))
    , m_account(plainLabel({}, "pillAccent"))
    , m_state(plainLabel({}, "pill"))
    , m_promise(promise)
    , m_answer(new KeyButton(tr("Answer"), u"R"_s))
    , m_snooze(new KeyButton(tr("Snooze"), u"Z"_s))
    , m_resolve(new KeyButton(tr("Resolve"), u"E"_s))
{
    setProperty("role", QLatin1String("header"));
    setFixedHeight(std::max(kHeight, m_answer->sizeHint().height() + 18));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 0, 14, 0);
    row->setSpacing(9);
    row->addWidget(m_name);
    row->addWidget(m_handle);
    row->addSpacing(2);
    for (QLabel *pill : {m_kind, m_account, m_state, static_cast<QLabel *>(m_promise)}) {
        pill->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(pill);
    }
    row->addStretch(1);
    row->addWidget(m_answer);
    row->addWidget(m_snooze);
    row->addWidget(m_resolve);
    connect(m_promise, &PromisePill::changed, this, &ConversationHeader::fit);
    connect(m_answer, &QPushButton::clicked, this, &ConversationHeader::answerPressed);
    connect(m_snooze, &QPushButton::clicked, this, &ConversationHeader::snoozePressed);
    connect(m_resolve, &QPushButton::clicked, this, &ConversationHeader::resolvePressed);
}

void ConversationHeader::show(const Conversation &conversation)
{
    m_promise->show(conversation);
    m_name->setFullText(Words::nameOf(conversation.customer));
    const QString handle = Words::handleOf(conversation.customer);
    m_handle->setFullText(handle);
    m_hasHandle = !handle.isEmpty();
    m_kind->setText(Words::kind(conversation.network, conversation.lastKind));
    m_account->setText(tr("to %1").arg(oneLine(conversation.accountName)));
    const QString state = stateOf(conversation);
    m_state->setText(state);
    m_resolve->setVisible(
        conversation.state == ConversationState::Waiting || conversation.state == ConversationState::Snoozed);
    m_snooze->setVisible(m_resolve->isVisibleTo(this));
    m_snooze->setLabel(conversation.snoozedUntil ? tr("Wake") : tr("Snooze"));
    // A signal asks for nothing that could be resolved here: somebody went and looked.
    m_resolve->setLabel(conversation.lastKind == MessageKind::Signal ? tr("Done") : tr("Resolve"));
    fit();
}

void ConversationHeader::setAnswerable(bool isAnswerable)
{
    m_answer->setVisible(isAnswerable);
    fit();
}

int ConversationHeader::widthOfNeeded() const
{
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right() + kLeastName;
    for (const KeyButton *button : {m_answer, m_snooze, m_resolve}) {
        needed += button->isVisibleTo(this) ? button->sizeHint().width() + layout()->spacing() : 0;
    }
    return needed;
}

QSize ConversationHeader::minimumSizeHint() const
{
    return {widthOfNeeded(), minimumHeight()};
}

/// What matters most first: who it is, what became of it, where it was said, to whom.
void ConversationHeader::fit()
{
    const int name = std::min(m_name->sizeHint().width(), kNameFirst);
    int room = width() - widthOfNeeded() - std::max(0, name - kLeastName);
    const auto give = [&room, this](QWidget *part, bool isWanted, int least) {
        const int needed = least + layout()->spacing();
        part->setVisible(isWanted && needed <= room);
        room -= part->isVisibleTo(this) ? needed : 0;
    };
    m_name->setMinimumWidth(std::min(name, kLeastName + std::max(0, width() - widthOfNeeded())));
    give(m_state, !m_state->text().isEmpty(), m_state->sizeHint().width());
    give(m_promise, m_promise->isWanted(), m_promise->sizeHint().width());
    give(m_kind, true, m_kind->sizeHint().width());
    give(m_handle, m_hasHandle, m_handle->minimumSizeHint().width());
    give(m_account, true, m_account->sizeHint().width());
}

QString ConversationHeader::stateOf(const Conversation &conversation)
{
    switch (conversation.state) {
    case ConversationState::Waiting:
    case ConversationState::WaitingForCustomer:
        return {};
    case ConversationState::Snoozed:
        return conversation.snoozedUntil
            ? tr("Snoozed until %1").arg(localTime(*conversation.snoozedUntil).toString(u"ddd HH:mm"_s))
            : tr("Snoozed");
    case ConversationState::Resolved:
        return tr("Resolved");
    case ConversationState::Archived:
        return tr("Archived");
    }
    Q_UNREACHABLE();
}

QPoint ConversationHeader::snoozeMenuPlace() const
{
    return m_snooze->mapToGlobal(QPoint(0, m_snooze->height()));
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    fit();
    QFrame::resizeEvent(event);
}

} // namespace fw::ui

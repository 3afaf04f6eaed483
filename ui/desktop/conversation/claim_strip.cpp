#include "ui/desktop/conversation/claim_strip.h"

#include "app/core/async.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/banner.h"

#include <QVBoxLayout>

namespace fw::ui {

ClaimStrip::ClaimStrip(Store &store, const Clock &clock, const QString &agent, QWidget *parent)
    : QWidget(parent)
    , m_keeper(store, clock, claimantFor(agent))
    , m_claims(store)
    , m_banner(new Banner(Banner::Tone::Warn))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::pressed, this, &ClaimStrip::takeOver);
    connect(&m_keeper, &PresenceKeeper::refused, this, &ClaimStrip::refuse);
    connect(&m_keeper, &PresenceKeeper::claimLost, this, &ClaimStrip::lose);
    connect(&m_keeper, &PresenceKeeper::othersChanged, this, &ClaimStrip::showOthers);
    connect(&m_keeper, &PresenceKeeper::claimed, this, [this] {
        m_problem.clear();
        say();
    });
    say();
}

void ClaimStrip::open(ConversationId conversation)
{
    if (conversation == m_keeper.conversation()) {
        return;
    }
    m_problem.clear();
    m_others.clear();
    m_keeper.open(conversation);
    say();
}

void ClaimStrip::setWriting(bool isWriting)
{
    m_keeper.setWriting(isWriting);
    if (isWriting && !m_keeper.held() && m_problem.isEmpty()) {
        m_keeper.claim();
    }
}

void ClaimStrip::takeOver()
{
    m_keeper.takeOver(tr("answers in their place"));
}

void ClaimStrip::refuse(const Error &error)
{
    if (error.code != ErrorCode::Claimed) {
        return; // pressing Send tells what is wrong
    }
    whenDone(m_claims.live(m_keeper.conversation()), this,
        [this, asked = m_keeper.conversation()](const Result<std::optional<Claim>> &claim) {
            if (claim && *claim && asked == m_keeper.conversation()) {
                m_problem = tr("%1 is answering this conversation. What you write stays a draft.")
                                .arg(oneLine((*claim)->holder.agent));
                say();
            }
        });
}

void ClaimStrip::lose()
{
    m_problem = tr("A colleague has taken this conversation over. What you wrote stays a draft.");
    say();
}

void ClaimStrip::showOthers(const QList<Presence> &others)
{
    QStringList names;
    bool isWriting = false;
    for (const Presence &other : others) {
        names.append(oneLine(other.who.agent));
        isWriting = isWriting || other.doing == Doing::Writing;
    }
    names.removeDuplicates();
    const QString who = names.join(QStringLiteral(", "));
    m_others = names.isEmpty() ? QString()
        : isWriting            ? tr("%1 is writing here.").arg(who)
                               : tr("%1 has this open too.").arg(who);
    say();
}

void ClaimStrip::say()
{
    const QString text = m_problem.isEmpty() ? m_others : m_problem;
    m_banner->say(text, m_problem.isEmpty() ? QString() : tr("Take over"));
    setVisible(!text.isEmpty());
}

} // namespace fw::ui

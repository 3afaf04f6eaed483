#include "ui/desktop/conversation/moderation_desk.h"

#include "ui/desktop/widgets/words.h"

namespace fw::ui {

namespace {
QString askedFor(Moderation what)
{
    switch (what) {
    case Moderation::Hide:
        return ModerationDesk::tr("It will be hidden.");
    case Moderation::Unhide:
        return ModerationDesk::tr("It will be shown again.");
    case Moderation::Like:
        return ModerationDesk::tr("It will be liked.");
    case Moderation::Unlike:
        return ModerationDesk::tr("The like will be taken back.");
    case Moderation::Remove:
        return ModerationDesk::tr("It will be deleted.");
    }
    Q_UNREACHABLE();
}

QString notDone(const ModerationRequest &request)
{
    const QString reason = Words::reason(request.reason);
    if (request.state == ModerationState::Unknown) {
        return ModerationDesk::tr(
            "It is not known whether this was carried out. %1. Asking again does no harm.")
            .arg(reason);
    }
    switch (moderationFromString(request.what).value_or(Moderation::Hide)) {
    case Moderation::Hide:
        return ModerationDesk::tr("Not hidden. %1.").arg(reason);
    case Moderation::Unhide:
        return ModerationDesk::tr("Not shown again. %1.").arg(reason);
    case Moderation::Like:
        return ModerationDesk::tr("Not liked. %1.").arg(reason);
    case Moderation::Unlike:
        return ModerationDesk::tr("The like is still there. %1.").arg(reason);
    case Moderation::Remove:
        return ModerationDesk::tr("Not deleted. %1.").arg(reason);
    }
    Q_UNREACHABLE();
}

std::optional<Moderation> oppositeOf(Moderation what)
{
    switch (what) {
    case Moderation::Hide:
        return Moderation::Unhide;
    case Moderation::Unhide:
        return Moderation::Hide;
    case Moderation::Like:
        return Moderation::Unlike;
    case Moderation::Unlike:
        return Moderation::Like;
    case Moderation::Remove:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}
} // namespace

ModerationDesk::ModerationDesk(Store &store, QString agent, QObject *parent)
    : QObject(parent)
    , m_moderations(store)
    , m_agent(std::move(agent))
{
}

void ModerationDesk::ask(const Message &message, Moderation what)
{
    whenDone(m_moderations.ask(message.id, what, m_agent), this,
        [this, message, what](const Result<ModerationRequest> &request) {
            if (!request) {
                Q_EMIT said(tr("Not asked for. %1.").arg(Words::reason(toString(request.error().code))));
                return;
            }
            m_newest = request->id;
            m_newestMessage = message;
            m_newestWhat = what;
            Q_EMIT asked(askedFor(what));
        });
}

void ModerationDesk::undo()
{
    const ModerationId newest = std::exchange(m_newest, {});
    if (newest.isNull()) {
        return;
    }
    whenDone(m_moderations.withdraw(newest), this,
        [this, message = m_newestMessage, what = m_newestWhat](
            const Result<bool> &taken) { withdrawn(taken.value_or(false), message, what); });
}

void ModerationDesk::withdrawn(bool isTaken, const Message &message, Moderation what)
{
    const auto opposite = oppositeOf(what);
    if (isTaken) {
        Q_EMIT said(tr("Taken back."));
    } else if (opposite) {
        ask(message, *opposite);
    } else {
        Q_EMIT said(tr("Too late: it has left."));
    }
}

void ModerationDesk::read(ConversationId conversation)
{
    m_conversation = conversation;
    whenDone(m_moderations.ofConversation(conversation), this,
        [this, conversation](const Result<QList<ModerationRequest>> &open) {
            if (conversation != m_conversation || !open) {
                return;
            }
            m_failure = {};
            QString sentence;
            for (const ModerationRequest &request : *open) {
                if (request.state == ModerationState::Refused || request.state == ModerationState::Unknown) {
                    m_failure = request.id;
                    sentence = notDone(request);
                }
            }
            Q_EMIT failed(sentence);
        });
}

void ModerationDesk::dismiss()
{
    whenDone(m_moderations.markHandled(m_failure), this,
        [this, conversation = m_conversation](const Result<bool> &) { read(conversation); });
}

} // namespace fw::ui

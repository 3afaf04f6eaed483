#include "ui/desktop/conversation/message_actions.h"

#include "app/network/capabilities.h"
#include "ui/desktop/composer/answer_ways.h"
#include "ui/desktop/widgets/words.h"

namespace fw::ui {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(fw::ui::MessageActions)
};
} // namespace

QList<std::pair<LineAction, QString>> messageActions(
    const Account &account, const Message &message, Instant now)
{
    const Capabilities can = capabilitiesFromJson(account.capabilities);
    const OfferFacts facts{.isPaused = account.isPaused(), .now = now + account.clockOffset};
    const auto isOffered = [&](Feature feature) { return offerOf(feature, can, message, facts).isOffered; };
    QList<std::pair<LineAction, QString>> actions;
    if (isWebAddress(message.permalink)) {
        actions.append({LineAction::Open, Words::openOn(account.network)});
    }
    if (isOffered(Feature::Like)) {
        const bool isLiked = message.traits.testFlag(Trait::Liked);
        actions.append({isLiked ? LineAction::Unlike : LineAction::Like,
            isLiked ? Texts::tr("Take the like back") : Texts::tr("Like")});
    }
    if (isOffered(Feature::Hide)) {
        const bool isHidden = message.traits.testFlag(Trait::Hidden);
        actions.append({isHidden ? LineAction::Unhide : LineAction::Hide,
            isHidden ? Texts::tr("Show it to everybody again") : Texts::tr("Hide from everybody else")});
    }
    if (isOffered(Feature::Remove)) {
        actions.append({LineAction::Remove, Texts::tr("Delete on %1…").arg(Words::of(account.network))});
    }
    return actions;
}

QString messageMarks(const Message &message)
{
    QStringList marks;
    if (message.traits.testFlag(Trait::Context)) {
        marks << Texts::tr("what it answers, by %1").arg(Words::nameOf(message.author));
    }
    if (message.traits.testFlag(Trait::Removed)) {
        marks << Texts::tr("deleted");
    }
    if (message.traits.testFlag(Trait::Hidden)) {
        marks << Texts::tr("hidden");
    }
    if (message.traits.testFlag(Trait::Liked)) {
        marks << Texts::tr("liked");
    }
    return marks.join(QStringLiteral(" · "));
}

} // namespace fw::ui

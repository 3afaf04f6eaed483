#include "ui/desktop/widgets/words.h"

#include <QLocale>

namespace fw::ui {

using namespace Qt::StringLiterals;

QString Words::of(Network network)
{
    switch (network) {
    case Network::Twitter:
        return tr("Twitter");
    case Network::Facebook:
        return tr("Facebook");
    case Network::Pinterest:
        return tr("Pinterest");
    }
    Q_UNREACHABLE();
}

QString Words::of(View view)
{
    switch (view) {
    case View::Waiting:
        return tr("Waiting");
    case View::Leaving:
        return tr("Leaving");
    case View::Failed:
        return tr("Not sent");
    case View::Answered:
        return tr("Answered");
    case View::Snoozed:
        return tr("Snoozed");
    case View::Archived:
        return tr("Archived");
    }
    Q_UNREACHABLE();
}

QString Words::kind(Network network, MessageKind kind)
{
    const QString where = of(network);
    switch (kind) {
    case MessageKind::Mention:
        return tr("%1 mention").arg(where);
    case MessageKind::Comment:
        return tr("%1 comment").arg(where);
    case MessageKind::Reply:
        return tr("%1 reply").arg(where);
    case MessageKind::DirectMessage:
        return tr("%1 message").arg(where);
    case MessageKind::Signal:
        return tr("%1 signal").arg(where);
    }
    Q_UNREACHABLE();
}

QString Words::of(const SignalFacts &facts)
{
    switch (facts.kind) {
    case SignalKind::NewComments: {
        const QString what = tr("%n new comment(s) on %1", nullptr, int(facts.count)).arg(facts.subject);
        return facts.count == facts.total ? what : tr("%1 (%2 in all)").arg(what).arg(facts.total);
    }
    case SignalKind::PinFromWebsite:
        return facts.place.isEmpty()
            ? tr("New pin from your website: %1").arg(facts.subject)
            : tr("New pin from your website on a board of %1: %2").arg(facts.place, facts.subject);
    case SignalKind::PinOnBoard:
        return facts.place.isEmpty()
            ? tr("New pin by somebody else on a shared board: %1").arg(facts.subject)
            : tr("New pin by somebody else on the board “%1”: %2").arg(facts.place, facts.subject);
    case SignalKind::None:
        break;
    }
    return {};
}

QString Words::said(const Message &message)
{
    return message.signal.kind == SignalKind::None ? message.body : of(message.signal);
}

QString Words::preview(const Conversation &conversation)
{
    return conversation.lastSignal.kind == SignalKind::None ? conversation.preview
                                                            : of(conversation.lastSignal);
}

QString Words::reason(const QString &code)
{
    switch (errorCodeFromString(code)) {
    case ErrorCode::Offline:
        return tr("The network cannot be reached");
    case ErrorCode::Timeout:
        return tr("The network does not answer");
    case ErrorCode::RateLimited:
        return tr("The network asked us to wait");
    case ErrorCode::CapReached:
        return tr("The plan's cap is reached");
    case ErrorCode::CreditsDepleted:
        return tr("The plan's credits are used up");
    case ErrorCode::Unauthorised:
        return tr("The network refuses the access token");
    case ErrorCode::Forbidden:
        return tr("The network does not allow this");
    case ErrorCode::NotSummoned:
        return tr("The network only allows replies to people who addressed us");
    case ErrorCode::DuplicateContent:
        return tr("The network refuses the same text twice");
    case ErrorCode::Spam:
        return tr("The network holds this account back for its rules on spam");
    case ErrorCode::WindowClosed:
        return tr("The time in which the network takes a message is over");
    case ErrorCode::AlreadyReplied:
        return tr("The comment was already answered privately");
    case ErrorCode::PersonUnreachable:
        return tr("The person takes no messages from us");
    case ErrorCode::NotOffered:
        return tr("This cannot be done here");
    case ErrorCode::SameText:
        return tr("The account said nearly the same to others not long ago");
    case ErrorCode::PublicLeak:
        return tr("The text tells in public what is nobody else's business");
    case ErrorCode::Braked:
        return tr("Somebody put the brake on");
    case ErrorCode::Claimed:
        return tr("A colleague has this conversation");
    case ErrorCode::NotFound:
        return tr("The post is gone");
    case ErrorCode::BadRequest:
        return tr("The network refuses the text");
    case ErrorCode::ServerFault:
        return tr("The network has trouble of its own");
    case ErrorCode::MalformedAnswer:
        return tr("The network's answer could not be read");
    case ErrorCode::UnknownOutcome:
        return tr("It is not known whether it arrived");
    case ErrorCode::Busy:
        return tr("Another program does this now");
    case ErrorCode::Locked:
        return tr("The access tokens are locked");
    case ErrorCode::Storage:
    case ErrorCode::Io:
        return tr("The desk's file could not be read or written");
    case ErrorCode::StorageNewer:
        return tr("The desk's file was written by a newer program");
    case ErrorCode::Internal:
    case ErrorCode::Cancelled:
    case ErrorCode::Usage:
        break;
    }
    return tr("Something went wrong");
}

QString Words::of(Feature feature)
{
    switch (feature) {
    case Feature::ReadMentions:
        return tr("Read mentions");
    case Feature::ReadComments:
        return tr("Read comments");
    case Feature::ReadMessages:
        return tr("Read messages");
    case Feature::ReadSignals:
        return tr("Notice that something was said");
    case Feature::ReplyPublic:
        return tr("Answer in public");
    case Feature::ReplyPrivate:
        return tr("Answer a comment privately");
    case Feature::SendMessage:
        return tr("Send messages");
    case Feature::Hide:
        return tr("Hide");
    case Feature::Like:
        return tr("Like");
    case Feature::Remove:
        return tr("Delete");
    }
    Q_UNREACHABLE();
}

QString Words::whyLacking(Network network, const QString &why)
{
    if (why == "access"_L1) {
        return tr("not with this kind of access");
    }
    if (why == "permission"_L1) {
        return tr("the access token lacks the permission");
    }
    if (why == "contract"_L1) {
        return tr("needs a partner's contract, and none is set up");
    }
    if (why == "off"_L1) {
        return tr("switched off in the settings");
    }
    return tr("%1 offers no such thing").arg(of(network));
}

QString Words::whyNotOffered(Network network, const QString &why)
{
    if (why == "not-summoned"_L1) {
        return tr("X takes replies only to people who mentioned or quoted us. Answer this one on X itself.");
    }
    if (why == "contract"_L1) {
        return tr("Pinterest gives comments only to partners under contract, and none is set up. Answer "
                  "there, then mark it done.");
    }
    if (why == "window-closed"_L1) {
        return tr("The time in which %1 takes a message to this person is over. They have to write first.")
            .arg(of(network));
    }
    if (why == "already-replied"_L1) {
        return tr("This comment was already answered privately; %1 takes one private answer.")
            .arg(of(network));
    }
    if (why == "removed"_L1) {
        return tr("The message is gone from %1.").arg(of(network));
    }
    if (why == "permission"_L1 || why == "access"_L1) {
        return tr("This account's access to %1 does not include it. An administrator can change that.")
            .arg(of(network));
    }
    if (why == "paused"_L1) {
        return tr("The account sends nothing now.");
    }
    if (why == "off"_L1) {
        return tr("It is switched off in the account's settings.");
    }
    if (network == Network::Pinterest) {
        return tr("Pinterest only tells that something was said. Open it there, then mark it done.");
    }
    return tr("%1 offers no such thing for this message.").arg(of(network));
}

QString Words::openOn(Network network)
{
    switch (network) {
    case Network::Twitter:
        return tr("Open on X");
    case Network::Facebook:
        return tr("Open on Facebook");
    case Network::Pinterest:
        return tr("Open on Pinterest");
    }
    Q_UNREACHABLE();
}

QString Words::dollars(qint64 microUsd)
{
    const int decimals = microUsd % 10'000 == 0 ? 2 : 3;
    return u'$' + QString::number(static_cast<double>(microUsd) / 1e6, 'f', decimals);
}

QString Words::remedy(const QString &code)
{
    switch (errorCodeFromString(code)) {
    case ErrorCode::Unauthorised:
        return tr("Re-connect it under Accounts (Ctrl+,), or put a new token in its file. Nothing is lost.");
    case ErrorCode::CreditsDepleted:
    case ErrorCode::CapReached:
        return tr("Raise the plan with the network or wait for its next period.");
    case ErrorCode::Forbidden:
        return tr("Check with the network whether the account is locked before sending more.");
    default:
        return tr("Replies stay queued and nothing is lost.");
    }
}

QString Words::waitsFor(const Forecast &forecast)
{
    const QString &what = forecast.waitsFor;
    if (what == u"gap" || what == u"nothing" || what == u"undo") {
        return {};
    }
    if (what == u"conversation") {
        return tr("after the earlier reply to the same person");
    }
    if (what == u"later") {
        return tr("the time that was chosen");
    }
    if (what == u"block") {
        return tr("the network asked us to wait");
    }
    if (what == u"reserve") {
        return tr("room is kept for more urgent replies");
    }
    if (what == u"paused") {
        return tr("the account is paused");
    }
    if (what == u"brake") {
        return tr("somebody put the brake on");
    }
    if (what == u"deadline") {
        return tr("it cannot leave before the network's time for it is over");
    }
    return tr("the %1 budget is used up").arg(what);
}

QString Words::of(Hold hold)
{
    switch (hold) {
    case Hold::CustomerWrote:
        return tr("the customer wrote again");
    case Hold::AnsweredElsewhere:
        return tr("somebody answered already");
    case Hold::MessageEdited:
        return tr("the message says something else now");
    case Hold::MessageRemoved:
        return tr("the message is gone");
    case Hold::PartFailed:
        return tr("an earlier part did not arrive");
    case Hold::StockChanged:
        return tr("the stock changed");
    }
    Q_UNREACHABLE();
}

QString Words::waited(milliseconds span)
{
    using namespace std::chrono;
    const auto total = duration_cast<minutes>(span).count();
    if (total < 1) {
        return tr("now");
    }
    if (total < 60) {
        return tr("%1 min").arg(total);
    }
    if (total < 24 * 60) {
        return tr("%1 h %2").arg(total / 60).arg(total % 60, 2, 10, QLatin1Char('0'));
    }
    return tr("%1 d").arg(total / (24 * 60));
}

QString Words::due(Instant due, Instant now)
{
    using namespace std::chrono;
    const auto left = due - now;
    if (left < milliseconds(0)) {
        return left > -minutes(1) ? tr("late") : tr("%1 late").arg(waited(-left));
    }
    return left < minutes(1) ? tr("due now") : tr("%1 left").arg(waited(left));
}

QString Words::clockTime(Instant at, Instant now)
{
    const QDateTime local = localTime(at);
    const QString time = local.time().toString(u"HH:mm"_s);
    const QDate today = localTime(now).date();
    return local.date() == today ? time : QLocale().toString(local.date(), u"d MMM"_s) + u' ' + time;
}

QString Words::day(const QDate &day, const QDate &today)
{
    if (day == today) {
        return tr("Today");
    }
    if (day == today.addDays(-1)) {
        return tr("Yesterday");
    }
    return QLocale().toString(day, day.year() == today.year() ? u"dddd d MMMM"_s : u"dddd d MMMM yyyy"_s);
}

QString Words::nameOf(const Identity &identity)
{
    if (!identity.name.trimmed().isEmpty()) {
        return identity.name;
    }
    if (!identity.handle.isEmpty()) {
        return u'@' + identity.handle;
    }
    return identity.network == Network::Facebook ? tr("Facebook user") : tr("Unknown author");
}

QString Words::handleOf(const Identity &identity)
{
    return identity.handle.isEmpty() || identity.name.trimmed().isEmpty() ? QString()
                                                                          : u'@' + identity.handle;
}

QDateTime localTime(Instant at)
{
    return toDateTime(at).toLocalTime();
}

QString plainToolTip(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s).prepend(u"<qt>"_s).append(u"</qt>"_s);
}

} // namespace fw::ui

#include "ui/desktop/conversation/bubble.h"

#include "ui/desktop/conversation/message_actions.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/words.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kPadX = 14;
constexpr int kPadTop = 10;
constexpr int kPadBottom = 9;
constexpr int kGap = 11;    // between bubbles
constexpr int kBetween = 5; // between text and the line under it
constexpr int kWidest = 640;
constexpr int kNarrowest = 120;
constexpr int kActionGap = 12;

/// Lays `body` out into lines of at most `width`; returns the box it takes.
QSize layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(Qt::AlignLeading);
    layout.setTextOption(option);
    double height = 0;
    double widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height() + 2;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {static_cast<int>(std::ceil(widest)) + 1, static_cast<int>(std::ceil(height))};
}

/// A refusal that the same text may not meet a second time.
bool isWorthRetrying(ErrorCode why)
{
    switch (why) {
    case ErrorCode::CapReached:
    case ErrorCode::CreditsDepleted:
    case ErrorCode::Unauthorised:
    case ErrorCode::Forbidden:
    case ErrorCode::PersonUnreachable:
    case ErrorCode::UnknownOutcome:
        return true;
    default:
        return Error{.code = why}.isTransient();
    }
}

QString withLineBreaks(QString body)
{
    body.replace(u"\r\n"_s, u"\n"_s).replace(u'\n', QChar(QChar::LineSeparator));
    return body;
}
} // namespace

BubbleWords Bubble::words(const Line &line, Network network, const QString &agent, Instant now)
{
    if (line.message && line.message->direction == Direction::Inbound) {
        QString meta = tr("%1 · %2").arg(Words::kind(network, line.message->kind),
            localTime(line.message->postedAt).time().toString(u"HH:mm"_s));
        const bool isSignal = line.message->kind == MessageKind::Signal; // nobody is its author
        if (!line.message->isAuthorAvailable && !isSignal) {
            meta = tr("%1 · author unavailable").arg(meta);
        }
        const QString marks = messageMarks(*line.message);
        return {marks.isEmpty() ? meta : tr("%1 · %2").arg(meta, marks), {}};
    }
    if (!line.reply) {
        return {
            tr("Answered outside this desk · %1").arg(localTime(line.at()).time().toString(u"HH:mm"_s)), {}};
    }
    const QString who = line.reply->reply.agent == agent ? tr("You") : oneLine(line.reply->reply.agent);
    return ofReply(*line.reply, who, now);
}

/// Of stock, what was said and what there is now.
QString Bubble::whyHeld(const OutboxEntry &entry)
{
    QStringList changed;
    for (const StockQuote &quote : entry.quotes) {
        if (entry.reply.hold == Hold::StockChanged && quote.found) {
            changed << tr("%1 in %2: said %3, now %4")
                           .arg(oneLine(quote.product + u' ' + quote.variant).trimmed(), oneLine(quote.place),
                               QString::number(quote.said), QString::number(*quote.found));
        }
    }
    const QString why = Words::of(*entry.reply.hold);
    return changed.isEmpty() ? why : tr("%1 (%2)").arg(why, changed.join(u"; "_s));
}

BubbleWords Bubble::ofQueued(const OutboxEntry &entry, const QString &who, Instant now)
{
    const std::pair undo{LineAction::Undo, tr("Undo")};
    if (entry.reply.hold) {
        return {tr("%1 · held: %2").arg(who, whyHeld(entry)),
            {{LineAction::Release, tr("Send all the same")}, {LineAction::Undo, tr("Take back")}}};
    }
    if (!entry.forecast || entry.forecast->isNever()) {
        return {tr("%1 · waits, the account is paused").arg(who), {undo}};
    }
    const QString time = Words::clockTime(entry.forecast->leavesAt, now);
    QString text = entry.forecast->leavesAt - now < std::chrono::seconds(15)
        ? tr("%1 · leaves now").arg(who)
        : tr("%1 · leaves about %2").arg(who, time);
    if (entry.forecast->ahead > 0) {
        text = tr("%1, %2 ahead").arg(text, QString::number(entry.forecast->ahead));
    }
    return {text, {undo}};
}

BubbleWords Bubble::ofRejected(const Reply &reply, const QString &who)
{
    BubbleWords words{tr("%1 · not sent: %2").arg(who, Words::reason(reply.reason)), {}};
    if (isWorthRetrying(errorCodeFromString(reply.reason))) {
        words.actions.append({LineAction::Retry, tr("Try again")});
    }
    words.actions.append({LineAction::CopyToComposer, tr("Copy to composer")});
    words.actions.append({LineAction::Dismiss, tr("Dismiss")});
    return words;
}

BubbleWords Bubble::ofReply(const OutboxEntry &entry, const QString &agent, Instant now)
{
    const Reply &reply = entry.reply;
    const QString who
        = reply.parts > 1 ? tr("%1, part %2 of %3").arg(agent).arg(reply.part).arg(reply.parts) : agent;
    switch (reply.state) {
    case ReplyState::Queued:
        return ofQueued(entry, who, now);
    case ReplyState::Proposed:
        return {tr("%1 · waits for approval").arg(who), {{LineAction::Undo, tr("Take back")}}};
    case ReplyState::Sending:
        return {tr("%1 · sending…").arg(who), {}};
    case ReplyState::Unknown:
        return {tr("%1 · checking whether it arrived…").arg(who), {}};
    case ReplyState::Rejected:
        return ofRejected(reply, who);
    case ReplyState::Accepted:
        return {
            tr("%1 · sent %2")
                .arg(who, localTime(reply.decidedAt.value_or(reply.createdAt)).time().toString(u"HH:mm"_s)),
            {}};
    case ReplyState::Withdrawn:
        return {tr("%1 · taken back").arg(who), {}};
    }
    Q_UNREACHABLE();
}

BubbleLayout Bubble::layout(const Line &line, const BubbleWords &words, int width, const Fonts &fonts)
{
    BubbleLayout result;
    const QFontMetrics small(fonts.small);
    int top = 0;
    if (line.startsDay) {
        result.day = {0, 6, width, small.height() + 4};
        top = result.day.bottom() + kGap;
    }
    const int widest = std::max(kNarrowest, std::min(kWidest, width * 3 / 4) - 2 * kPadX);
    QTextLayout text(withLineBreaks(line.body()), fonts.body);
    const QSize body = layOut(text, widest);
    int actionsWidth = 0;
    for (const auto &action : words.actions) {
        actionsWidth += kActionGap + small.horizontalAdvance(action.second);
    }
    const int metaWidth = small.horizontalAdvance(words.meta) + 2;
    const bool isOneRow = metaWidth + actionsWidth <= widest;
    const int inner = std::min(widest,
        std::max(body.width(), isOneRow ? metaWidth + actionsWidth : std::max(metaWidth, actionsWidth)));

    const int left = line.isOurs() ? width - inner - 2 * kPadX : 0;
    result.body = {left + kPadX, top + kPadTop, inner, body.height()};
    result.meta
        = {left + kPadX, result.body.bottom() + 1 + kBetween, isOneRow ? metaWidth : inner, small.height()};
    int actionLeft = isOneRow ? result.meta.right() + kActionGap : result.meta.left();
    const int actionTop = isOneRow ? result.meta.top() : result.meta.bottom() + 4;
    for (const auto &[action, name] : words.actions) {
        const QRect area(actionLeft, actionTop, small.horizontalAdvance(name), small.height());
        result.actions.append({action, area});
        actionLeft = area.right() + kActionGap;
    }
    const int bottom
        = (words.actions.isEmpty() ? result.meta.bottom() : actionTop + small.height()) + kPadBottom;
    result.bubble = QRect(QPoint(left, top), QPoint(left + inner + 2 * kPadX - 1, bottom));
    result.height = bottom + 1 + kGap;
    return result;
}

void Bubble::drawBody(QPainter &painter, const QRect &area, const QString &body, const QFont &font)
{
    const QString shown = withLineBreaks(body);
    QTextLayout text(shown, font);
    QList<QTextLayout::FormatRange> underlined;
    for (const TextLink &link : linksIn(shown)) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        underlined.append({.start = int(link.start), .length = int(link.length), .format = format});
    }
    text.setFormats(underlined);
    layOut(text, area.width());
    text.draw(&painter, area.topLeft());
}

std::optional<TextLink> Bubble::linkAt(
    const QRect &area, const QString &body, const QFont &font, const QPoint &position)
{
    const QString shown = withLineBreaks(body);
    const QList<TextLink> links = linksIn(shown);
    if (links.isEmpty() || !area.contains(position)) {
        return std::nullopt;
    }
    QTextLayout text(shown, font);
    layOut(text, area.width());
    const QPointF inside = position - area.topLeft();
    for (int i = 0; i < text.lineCount(); ++i) {
        const QTextLine line = text.lineAt(i);
        if (!line.naturalTextRect().contains(inside)) {
            continue;
        }
        const int at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const TextLink &link : links) {
            if (at >= link.start && at < link.start + link.length) {
                return link;
            }
        }
    }
    return std::nullopt;
}

} // namespace fw::ui

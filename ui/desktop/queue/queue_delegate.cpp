#include "ui/desktop/queue/queue_delegate.h"

#include "ui/desktop/queue/queue_model.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/due_tone.h"
#include "ui/desktop/widgets/words.h"

#include <QPainter>

namespace fw::ui {

namespace {
constexpr int kSide = 14;
constexpr int kTop = 10;
constexpr int kAvatar = 34;
constexpr int kTextLeft = kSide + kAvatar + 10;
constexpr int kTimeWidth = 110;
constexpr int kPillGap = 6;

int firstLineHeight(const Fonts &fonts)
{
    return QFontMetrics(fonts.strong).height() + 2;
}
QFont previewFont(const Fonts &fonts)
{
    QFont font = fonts.body;
    font.setPixelSize(font.pixelSize() - 1);
    return font;
}
int previewHeight(const Fonts &fonts)
{
    return 2 * QFontMetrics(previewFont(fonts)).lineSpacing();
}
} // namespace

struct QueueDelegate::Canvas {
    QPainter &painter;
    const Tokens &tokens;
    const Fonts &fonts;
    const QRect row;
    const Conversation &conversation;
    bool hasDraft;
    bool isSettled;
    bool isSelected;
};

QueueDelegate::QueueDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Fonts fonts(option.font);
    return {240, kTop + firstLineHeight(fonts) + previewHeight(fonts) + 5 + pillHeight(fonts.pill) + kTop};
}

struct QueueDelegate::Time {
    QString text = {};
    QColor ink = {};
};

QRect QueueDelegate::timeArea(const QRect &row, const QFont &base)
{
    return {row.right() - kSide - kTimeWidth, row.top() + kTop, kTimeWidth, firstLineHeight(Fonts(base))};
}

void QueueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const Fonts fonts(option.font);
    const auto conversation = index.data(QueueModel::ConversationRole).value<Conversation>();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const Canvas canvas{*painter, tokens, fonts, option.rect, conversation,
        index.data(QueueModel::HasDraftRole).toBool(), index.data(QueueModel::IsSettledRole).toBool(),
        isSelected};
    const QRect &row = option.rect;
    painter->save();
    const QColor ground = isSelected                     ? tokens.selected.ground
        : option.state.testFlag(QStyle::State_MouseOver) ? tokens.canvas
                                                         : tokens.surface;
    painter->fillRect(row, ground);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    if (isSelected) {
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), tokens.accent);
    }
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(tokens.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(row.adjusted(0, 0, -1, -1));
    }
    drawAvatar(*painter, QRect(row.left() + kSide, row.top() + kTop + 1, kAvatar, kAvatar),
        conversation.customer, ground);
    drawFirstLine(canvas);
    painter->setPen(tokens.inkSoft);
    const QRect preview(row.left() + kTextLeft, row.top() + kTop + firstLineHeight(fonts),
        row.width() - kTextLeft - kSide - 6, previewHeight(fonts));
    drawLines(*painter, preview, Words::preview(conversation), previewFont(fonts), 2);
    drawPills(canvas);
    painter->restore();
}

void QueueDelegate::drawFirstLine(const Canvas &canvas) const
{
    QPainter &painter = canvas.painter;
    const QRect line(canvas.row.left() + kTextLeft, canvas.row.top() + kTop,
        canvas.row.width() - kTextLeft - kSide, firstLineHeight(canvas.fonts));
    const Time time = timeOf(canvas);
    painter.setFont(canvas.fonts.smallStrong);
    painter.setPen(time.ink);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, time.text);

    int left = line.left();
    const int right = line.right() - QFontMetrics(canvas.fonts.smallStrong).horizontalAdvance(time.text) - 10;
    const QFontMetrics strong(canvas.fonts.strong);
    const QString name = strong.elidedText(
        oneLine(Words::nameOf(canvas.conversation.customer)), Qt::ElideRight, right - left);
    painter.setFont(canvas.fonts.strong);
    painter.setPen(canvas.tokens.ink);
    painter.drawText(QRect(left, line.top(), right - left, line.height()),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    left += strong.horizontalAdvance(name) + 5;
    if (right - left > 30) {
        const QFontMetrics body(canvas.fonts.body);
        const QString handle = body.elidedText(
            oneLine(Words::handleOf(canvas.conversation.customer)), Qt::ElideRight, right - left);
        painter.setFont(canvas.fonts.body);
        painter.setPen(canvas.tokens.inkFaint);
        painter.drawText(QRect(left, line.top(), right - left, line.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, handle);
    }
}

void QueueDelegate::drawPills(const Canvas &canvas) const
{
    const Conversation &conversation = canvas.conversation;
    const Tokens &t = canvas.tokens;
    // On the selected row a quiet pill would be grey on teal; it takes the surface's colour instead.
    const Tint quiet = canvas.isSelected ? Tint{t.quiet.ink, t.isDark ? t.quiet.ground : t.surface} : t.quiet;
    QList<std::pair<QString, Tint>> pills;
    if (conversation.failedReplies > 0) {
        pills.append({tr("not sent"), t.bad});
    }
    if (conversation.pendingReplies > 0) {
        pills.append({tr("leaving"), t.good});
    } else if (canvas.isSettled && conversation.state == ConversationState::Resolved) {
        pills.append({tr("resolved"), t.good});
    } else if (canvas.isSettled && !conversation.waitingSince) {
        pills.append({tr("answered"), t.good});
    }
    if (canvas.hasDraft) {
        pills.append({tr("draft"), t.warn});
    }
    pills.append({Words::kind(conversation.network, conversation.lastKind), quiet});
    if (conversation.unansweredCount > 1) {
        pills.append({tr("%n message(s)", nullptr, conversation.unansweredCount), quiet});
    }
    int left = canvas.row.left() + kTextLeft;
    const int top = canvas.row.bottom() - kTop - pillHeight(canvas.fonts.pill);
    for (const auto &[text, tint] : pills) {
        const int width = drawPill(
            canvas.painter, {left, top}, canvas.row.right() - kSide, text, tint, canvas.fonts.pill);
        left += width > 0 ? width + kPillGap : 0;
    }
}

/// Where something is promised what is left of it, in the colour of how little; else how long they have waited.
QueueDelegate::Time QueueDelegate::timeOf(const Canvas &canvas) const
{
    const Instant now = m_clock.now();
    const Conversation &conversation = canvas.conversation;
    const QColor usual = canvas.isSettled ? canvas.tokens.inkFaint : canvas.tokens.ink;
    if (m_view == View::Answered || !conversation.waitingSince) {
        return {Words::clockTime(conversation.lastMessageAt, now), usual};
    }
    if (canvas.isSettled || !conversation.dueAt) {
        return {Words::waited(now - *conversation.waitingSince), usual};
    }
    const DueTone tone = dueTone(*conversation.dueAt, now);
    return {Words::due(*conversation.dueAt, now),
        tone == DueTone::Late         ? canvas.tokens.bad.ink
            : tone == DueTone::Little ? canvas.tokens.warn.ink
                                      : usual};
}

} // namespace fw::ui

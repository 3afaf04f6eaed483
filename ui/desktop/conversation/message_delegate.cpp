#include "ui/desktop/conversation/message_delegate.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/words.h"

#include <QPainter>
#include <QPainterPath>

namespace fw::ui {

namespace {
constexpr int kMostMeasured = 2000;

bool isOnItsWay(const Line &line)
{
    return !line.message && line.reply->reply.state != ReplyState::Accepted
        && line.reply->reply.state != ReplyState::Rejected;
}

bool isHeld(const Line &line)
{
    return !line.message && line.reply->reply.hold;
}

bool isRefused(const Line &line)
{
    return !line.message && line.reply->reply.state == ReplyState::Rejected;
}
} // namespace

MessageDelegate::MessageDelegate(Theme &theme, const Clock &clock, QString agent, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_agent(std::move(agent))
{
}

BubbleWords MessageDelegate::wordsOf(const Line &line) const
{
    return Bubble::words(line, m_network, m_agent, m_clock.now());
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(MessageModel::LineRole).value<Line>();
    const int width = option.rect.width();
    const BubbleWords words = wordsOf(line);
    const qint64 key = line.message ? line.message->id.value : line.reply->reply.id.value;
    Measured &measured = m_measured[key];
    if (measured.width != width || measured.line != line || measured.meta != words.meta) {
        measured = {width, line, words.meta, Bubble::layout(line, words, width, Fonts(option.font)).height};
    }
    const QSize size(width, measured.height);
    if (m_measured.size() > kMostMeasured) {
        m_measured.clear();
    }
    return size;
}

LineAction MessageDelegate::actionAt(
    const QModelIndex &index, const QRect &area, const QPoint &position, const QFont &font) const
{
    const auto line = index.data(MessageModel::LineRole).value<Line>();
    const BubbleLayout layout = Bubble::layout(line, wordsOf(line), area.width(), Fonts(font));
    for (const auto &[action, rect] : layout.actions) {
        if (rect.adjusted(-4, -4, 4, 4).contains(position - area.topLeft())) {
            return action;
        }
    }
    return LineAction::None;
}

std::optional<TextLink> MessageDelegate::linkAt(
    const QModelIndex &index, const QRect &area, const QPoint &position, const QFont &font) const
{
    const auto line = index.data(MessageModel::LineRole).value<Line>();
    const Fonts fonts(font);
    const BubbleLayout layout = Bubble::layout(line, wordsOf(line), area.width(), fonts);
    return Bubble::linkAt(layout.body, line.body(), fonts.body, position - area.topLeft());
}

void MessageDelegate::drawBubble(QPainter &painter, const QRect &bubble, const Line &line) const
{
    const Tokens &t = m_theme.tokens();
    const bool isInbound = !line.isOurs();
    const QColor ground = isInbound ? t.surface
        : isRefused(line)           ? t.bad.ground
        : isHeld(line)              ? t.warn.ground
        : isOnItsWay(line)          ? t.leaving.ground
                                    : t.selected.ground;
    painter.setPen(isInbound ? QPen(t.line) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    const QRectF area = QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5);
    // The corner towards its writer is almost square, as in the pictures.
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(area, 11, 11);
    const QRectF corner(isInbound ? area.left() : area.right() - 14, area.top(), 14, 14);
    path.addRoundedRect(corner, 3, 3);
    painter.drawPath(path.simplified());
}

void MessageDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(MessageModel::LineRole).value<Line>();
    const Tokens &t = m_theme.tokens();
    const Fonts fonts(option.font);
    const BubbleWords words = wordsOf(line);
    const BubbleLayout layout = Bubble::layout(line, words, option.rect.width(), fonts);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    painter->setFont(fonts.small);
    if (!layout.day.isNull()) {
        painter->setPen(t.inkFaint);
        painter->drawText(layout.day, Qt::AlignCenter | Qt::TextSingleLine,
            Words::day(localTime(line.at()).date(), localTime(m_clock.now()).date()));
    }
    drawBubble(*painter, layout.bubble, line);
    const bool isFound = m_found.isValid() && m_found == index;
    if (isFound || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(isFound ? t.amber : t.accent, isFound ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(layout.bubble).adjusted(1, 1, -1, -1), 11, 11);
    }
    painter->setPen(isHeld(line) ? t.warn.ink : isOnItsWay(line) ? t.leaving.ink : t.ink);
    Bubble::drawBody(*painter, layout.body, line.body(), fonts.body);
    painter->setFont(fonts.small);
    painter->setPen(isRefused(line) ? t.bad.ink : isHeld(line) ? t.warn.ink : t.inkFaint);
    painter->drawText(layout.meta, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(fonts.small).elidedText(words.meta, Qt::ElideRight, layout.meta.width()));
    QFont link = fonts.small;
    link.setUnderline(true);
    painter->setFont(link);
    painter->setPen(isRefused(line) ? t.bad.ink : isHeld(line) ? t.warn.ink : t.accent);
    for (qsizetype i = 0; i < layout.actions.size(); ++i) {
        painter->drawText(layout.actions.at(i).second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            words.actions.at(i).second);
    }
    painter->restore();
}

} // namespace fw::ui

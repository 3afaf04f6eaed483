#include "ui/desktop/finder/finder_delegate.h"

#include "ui/desktop/finder/finder_model.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/words.h"

#include <QPainter>

namespace fw::ui {

namespace {
constexpr int kSide = 16;
constexpr int kGap = 10;
constexpr int kPadding = 6;

FinderModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<FinderModel::Kind>(index.data(FinderModel::KindRole).toInt());
}

/// Draws `text` at the right end of `line`; returns where it begins.
int drawAtEnd(QPainter &painter, const QRect &line, const QString &text)
{
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return line.right() - painter.fontMetrics().horizontalAdvance(text);
}

void drawElided(QPainter &painter, const QRect &line, const QString &text)
{
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(oneLine(text), Qt::ElideRight, line.width()));
}
} // namespace

FinderDelegate::FinderDelegate(Theme &theme, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
{
}

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, QFontMetrics(Fonts(option.font).strong).height() + 2 * kPadding};
}

void FinderDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const Fonts fonts(option.font);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, tokens.selected.ground);
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tokens.accent);
    }
    QRect line = option.rect.adjusted(kSide, 0, -kSide, 0);
    switch (kindOf(index)) {
    case FinderModel::Kind::Heading:
        painter->setFont(fonts.smallStrong);
        painter->setPen(tokens.inkFaint);
        drawElided(*painter, line, index.data().toString());
        break;
    case FinderModel::Kind::Command:
        painter->setFont(fonts.small);
        painter->setPen(isSelected ? tokens.selected.ink : tokens.inkSoft);
        line.setRight(drawAtEnd(*painter, line, index.data(FinderModel::KeyRole).toString()) - kGap);
        painter->setFont(fonts.body);
        painter->setPen(tokens.ink);
        drawElided(*painter, line, index.data().toString());
        break;
    case FinderModel::Kind::Message:
        drawMessage(*painter, line, option.font, index);
        break;
    }
    painter->restore();
}

void FinderDelegate::drawMessage(
    QPainter &painter, const QRect &line, const QFont &font, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const Fonts fonts(font);
    const auto message = index.data(FinderModel::MessageRole).value<Message>();
    QRect rest = line;
    painter.setFont(fonts.small);
    painter.setPen(tokens.inkSoft);
    const QString where = Words::of(message.author.network) + QStringLiteral(" · ")
        + Words::clockTime(message.postedAt, m_clock.now());
    rest.setRight(drawAtEnd(painter, rest, where) - kGap);
    painter.setFont(fonts.strong);
    painter.setPen(tokens.ink);
    const QString name = painter.fontMetrics().elidedText(
        oneLine(Words::nameOf(message.author)), Qt::ElideRight, rest.width() / 3);
    drawElided(painter, rest, name);
    rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(name) + kGap);
    painter.setFont(fonts.body);
    painter.setPen(tokens.inkSoft);
    drawElided(painter, rest, Words::said(message));
}

} // namespace fw::ui

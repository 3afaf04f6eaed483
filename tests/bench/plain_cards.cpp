#include "tests/bench/plain_cards.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPicture = 40;
constexpr int kMargin = 12;

class Rows final : public QAbstractListModel
{
public:
    Rows(int count, QObject *parent) : QAbstractListModel(parent), m_count(count) { }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : m_count;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(u"Person %1"_s.arg(index.row())) : QVariant();
    }

private:
    int m_count;
};

class Card final : public QStyledItemDelegate
{
public:
    Card(int height, QObject *parent) : QStyledItemDelegate(parent), m_height(height) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_height};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect card = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Qt::darkCyan);
        painter->drawEllipse(QRect(card.topLeft(), QSize(kPicture, kPicture)));
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(Qt::black);
        const QRect text = card.adjusted(kPicture + kMargin, 0, 0, 0);
        const int line = option.fontMetrics.height() + 2;
        painter->drawText(QRect(text.topLeft(), QSize(text.width(), line)), Qt::AlignLeft,
            index.data(Qt::DisplayRole).toString());
        painter->setFont(option.font);
        const QString elided = option.fontMetrics.elidedText(
            u"Where is my parcel? I have waited for it since last week, and nobody answers."_s,
            Qt::ElideRight, text.width());
        painter->drawText(QRect(text.left(), text.top() + line, text.width(), line), Qt::AlignLeft, elided);
        painter->setPen(Qt::darkGray);
        painter->drawText(QRect(text.left(), text.top() + 2 * line, text.width(), line), Qt::AlignLeft,
            u"waiting 12 min"_s);
        painter->restore();
    }

private:
    int m_height;
};
} // namespace

PlainCards::PlainCards(int rows, int rowHeight)
{
    setModel(new Rows(rows, this));
    setItemDelegate(new Card(rowHeight, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
}

} // namespace fw::bench

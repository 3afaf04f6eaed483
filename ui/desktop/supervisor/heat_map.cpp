#include "ui/desktop/supervisor/heat_map.h"

#include "ui/desktop/theme/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace fw::ui {

namespace {
constexpr int kHours = 24;
constexpr int kDays = 7;
constexpr int kCountRole = Qt::UserRole;
constexpr int kShareRole = Qt::UserRole + 1; // of the fullest hour, 0 to 1

/// A cell from the canvas to the accent.
class Shade final : public QStyledItemDelegate
{
public:
    Shade(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const double share = index.data(kShareRole).toDouble();
        const auto mix = [share](int from, int to) { return int(from + (to - from) * share); };
        const QColor &low = tokens.canvas;
        const QColor &high = tokens.accent;
        const QRectF cell = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(isFocused ? QPen(tokens.ink, 2) : QPen(Qt::NoPen));
        painter->setBrush(
            QColor(mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue())));
        painter->drawRoundedRect(cell, 3, 3);
        painter->restore();
    }

private:
    Theme &m_theme;
};
} // namespace

HeatMap::HeatMap(Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(kDays, kHours, this))
{
    setAccessibleName(tr("Arrivals by weekday and hour"));
    setModel(m_model);
    setItemDelegate(new Shade(theme, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(6);
    horizontalHeader()->hide(); // a section is narrower than its hour: the page writes them below
    verticalHeader()->setFixedWidth(kDayWidth);
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setMinimumSectionSize(14);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionsClickable(false);
    const QLocale locale;
    for (int day = 0; day < kDays; ++day) {
        m_model->setVerticalHeaderItem(day, new QStandardItem(locale.dayName(day + 1, QLocale::ShortFormat)));
        for (int hour = 0; hour < kHours; ++hour) {
            m_model->setItem(day, hour, new QStandardItem);
        }
    }
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void HeatMap::show(const Load &load)
{
    int most = 1;
    for (const auto &day : load) {
        most = std::max(most, *std::max_element(day.begin(), day.end()));
    }
    const QLocale locale;
    for (int day = 0; day < kDays; ++day) {
        for (int hour = 0; hour < kHours; ++hour) {
            const int count = load.at(size_t(day)).at(size_t(hour));
            QStandardItem *cell = m_model->item(day, hour);
            if (cell->data(kCountRole) == count && cell->data(kShareRole) == double(count) / most) {
                continue;
            }
            const QString text = tr("%1, %2 to %3: %n arrivals", nullptr, count)
                                     .arg(locale.dayName(day + 1, QLocale::LongFormat))
                                     .arg(hour)
                                     .arg(hour + 1);
            cell->setData(count, kCountRole);
            cell->setData(double(count) / most, kShareRole);
            cell->setAccessibleText(text);
            cell->setToolTip(text);
        }
    }
}

} // namespace fw::ui

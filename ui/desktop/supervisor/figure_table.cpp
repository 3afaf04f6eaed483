#include "ui/desktop/supervisor/figure_table.h"

#include "ui/desktop/theme/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace fw::ui {

namespace {
constexpr int kKeyRole = Qt::UserRole;
constexpr int kRowHeight = 29;
constexpr int kLeastName = 72;
} // namespace

FigureTable::FigureTable(const QString &name, const QStringList &columns, QWidget *parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(0, int(columns.size()), this))
{
    setAccessibleName(name);
    m_model->setHorizontalHeaderLabels(columns);
    setModel(m_model);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(kLeastName);
    for (int column = 0; column < columns.size(); ++column) {
        m_model->horizontalHeaderItem(column)->setTextAlignment(
            (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT rowOpened(currentKey()); });
}

QString FigureTable::currentKey() const
{
    return m_model->index(currentIndex().row(), 0).data(kKeyRole).toString();
}

void FigureTable::show(const QList<Row> &rows)
{
    const QString current = currentKey();
    m_model->setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        const Row &shown = rows.at(row);
        for (int column = 0; column < m_model->columnCount(); ++column) {
            QStandardItem *cell = m_model->item(row, column);
            if (!cell) {
                cell = new QStandardItem;
                cell->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
                m_model->setItem(row, column, cell);
            }
            const QString text = oneLine(shown.cells.value(column));
            if (cell->text() != text) {
                cell->setText(text);
            }
        }
        m_model->item(row, 0)->setData(shown.key, kKeyRole);
        if (!current.isEmpty() && shown.key == current && currentIndex().row() != row) {
            setCurrentIndex(m_model->index(row, 0));
        }
    }
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace fw::ui

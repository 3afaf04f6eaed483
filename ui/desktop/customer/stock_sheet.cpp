#include "ui/desktop/customer/stock_sheet.h"

#include "app/model/stock_quote.h"
#include "app/store/link_store.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QDateTimeEdit>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fw::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kWidth = 640;
constexpr int kMost = 30; // products, and holds
constexpr int kListRows = 5;
constexpr auto kPause = 150ms;
const QTime kEvening(18, 0);

enum Column { PlaceColumn, FreeColumn, DistanceColumn, AsOfColumn, ColumnCount };

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == FreeColumn || column == DistanceColumn;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

QString nameOf(const StockItem &item)
{
    const QString code = item.variant.isEmpty() ? item.product : item.product + u'/' + item.variant;
    return item.title.isEmpty() ? oneLine(code) : oneLine(item.title + u" · "_s + code);
}

QString nameOf(const PlaceStock &stock)
{
    return oneLine(stock.place && !stock.place->title.isEmpty() ? stock.place->title : stock.level.place);
}
} // namespace

StockSheet::StockSheet(Store &store, const Clock &clock, StockSeeker seeker, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_desk(store)
    , m_clock(clock)
    , m_seeker(std::move(seeker))
    , m_pause(this)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_hint(plainLabel({}, "small"))
    , m_quantity(new QSpinBox)
    , m_until(new QDateTimeEdit)
    , m_keep(button(tr("Hold"), "plain"))
    , m_holds(new QVBoxLayout)
    , m_insert(button(tr("Put into the answer"), "primary"))
{
    setWindowTitle(tr("Stock"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(plainLabel(tr("Stock"), "title"));
    m_search->setAccessibleName(tr("Find a product"));
    m_search->setPlaceholderText(tr("Name or code, for instance: boots 42"));
    column->addWidget(m_search);
    column->addWidget(makeLists(), 1);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_hold = makeHold();
    column->addWidget(m_hold);
    m_holds->setSpacing(4);
    column->addLayout(m_holds);
    column->addLayout(makeFoot());
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StockSheet::find);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause.start(kPause); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    showItems({});
    readCustomer();
}

QWidget *StockSheet::makeLists()
{
    m_list->setAccessibleName(tr("Products"));
    m_list->setMaximumHeight(kListRows * (fontMetrics().height() + 18));
    m_table->setAccessibleName(tr("Where it is"));
    m_table->setHorizontalHeaderLabels({tr("Place"), tr("Free"), tr("Distance"), tr("As of")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(150);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PlaceColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < ColumnCount; ++column) {
        m_table->horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
    }
    auto *lists = new QWidget;
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addWidget(m_table, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &StockSheet::readPlaces);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &StockSheet::choose);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &StockSheet::insert);
    return lists;
}

/// For the customer who is linked; hidden where nobody is.
QWidget *StockSheet::makeHold()
{
    m_quantity->setRange(1, 99);
    m_quantity->setAccessibleName(tr("How many"));
    const QDateTime now = localTime(m_clock.now());
    m_until->setDateTime(QDateTime(now.date().addDays(1), kEvening));
    m_until->setMinimumDateTime(now.addSecs(60));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_until->setAccessibleName(tr("Until"));
    m_keep->setAccessibleName(tr("Ask the store to hold it for the customer"));
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(plainLabel(tr("For the customer"), "soft"));
    row->addWidget(m_quantity);
    row->addWidget(plainLabel(tr("until"), "soft"));
    row->addWidget(m_until);
    row->addWidget(m_keep);
    row->addStretch(1);
    line->hide();
    connect(m_keep, &QPushButton::clicked, this, &StockSheet::hold);
    return line;
}

QHBoxLayout *StockSheet::makeFoot()
{
    QPushButton *close = button(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_insert, &QPushButton::clicked, this, &StockSheet::insert);
    m_insert->setDefault(true);
    m_insert->setVisible(m_seeker.canAnswer);
    close->setAutoDefault(false);
    m_keep->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_insert);
    return row;
}

void StockSheet::readCustomer()
{
    auto read = m_store.read([identity = m_seeker.identity](Database &db) {
        const auto link = LinkStore(db).active(identity);
        return link ? link->customer : CustomerId{};
    });
    whenDone(read, this, [this](const Result<CustomerId> &customer) {
        m_customer = customer.value_or(CustomerId{});
        m_hold->setVisible(!m_customer.isNull());
        readPlaces();
        readHolds();
    });
}

void StockSheet::find()
{
    whenDone(m_desk.find(m_search->text(), kMost), this,
        [this, asked = ++m_asked](const Result<QList<StockItem>> &items) {
            if (!items) {
                tell(items.error());
            } else if (asked == m_asked) {
                showItems(*items);
            }
        });
}

void StockSheet::showItems(const QList<StockItem> &items)
{
    m_items = items;
    m_list->clear();
    for (const StockItem &item : items) {
        m_list->addItem(nameOf(item));
    }
    const bool isAsked = !m_search->text().trimmed().isEmpty();
    m_hint->setText(!items.isEmpty() ? QString()
            : isAsked                ? tr("Nothing is called like that.")
                                     : tr("What is where, and how many of it are free."));
    m_list->setCurrentRow(items.isEmpty() ? -1 : 0);
    if (items.isEmpty()) {
        showPlaces({});
    }
}

void StockSheet::readPlaces()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_items.size()) {
        return;
    }
    const StockItem item = m_items.at(row);
    whenDone(m_desk.levels(item.product, item.variant, m_customer), this,
        [this, item](const Result<QList<PlaceStock>> &places) {
            const int now = m_list->currentRow();
            if (!places) {
                tell(places.error());
            } else if (now >= 0 && now < m_items.size() && m_items.at(now) == item) {
                showPlaces(*places);
            }
        });
}

void StockSheet::showPlaces(const QList<PlaceStock> &places)
{
    const int before = m_table->currentRow();
    m_places = places;
    m_table->setRowCount(int(places.size()));
    for (int row = 0; row < places.size(); ++row) {
        const PlaceStock &stock = places.at(row);
        const QString distance = stock.kilometres
            ? tr("%1 km").arg(QLocale().toString(*stock.kilometres, 'f', *stock.kilometres < 10 ? 1 : 0))
            : QString();
        const QStringList cells{nameOf(stock), QLocale().toString(std::max<qint64>(0, stock.free())),
            distance, Words::clockTime(stock.level.asOf, m_clock.now())};
        for (int column = 0; column < cells.size(); ++column) {
            auto *cell = new QTableWidgetItem(cells.at(column));
            cell->setTextAlignment(alignmentOf(column));
            m_table->setItem(row, column, cell);
        }
    }
    m_table->setColumnHidden(DistanceColumn,
        std::none_of(places.begin(), places.end(),
            [](const PlaceStock &stock) { return stock.kilometres.has_value(); }));
    m_table->setCurrentCell(std::clamp(before, 0, std::max(0, int(places.size()) - 1)), 0);
    choose();
}

const PlaceStock *StockSheet::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_places.size() ? &m_places.at(row) : nullptr;
}

void StockSheet::choose()
{
    const PlaceStock *stock = chosen();
    m_insert->setEnabled(
        stock && !stockField(stock->level.product, stock->level.variant, stock->level.place).isEmpty());
    m_keep->setEnabled(stock && stock->free() > 0);
    m_quantity->setMaximum(stock ? int(std::clamp<qint64>(stock->free(), 1, 99)) : 1);
}

void StockSheet::insert()
{
    const PlaceStock *stock = chosen();
    if (stock && m_seeker.canAnswer && m_insert->isEnabled()) {
        Q_EMIT inserted(stockField(stock->level.product, stock->level.variant, stock->level.place));
        accept();
    }
}

void StockSheet::hold()
{
    const PlaceStock *stock = chosen();
    if (!stock) {
        return;
    }
    m_keep->setEnabled(false); // once
    const auto made = m_desk.hold({.product = stock->level.product,
        .variant = stock->level.variant,
        .place = stock->level.place,
        .quantity = m_quantity->value(),
        .customer = m_customer,
        .agent = m_seeker.agent,
        .until = instantFromMs(m_until->dateTime().toMSecsSinceEpoch())});
    whenDone(made, this, [this](const Result<StockHold> &held) {
        if (!held) {
            tell(held.error());
        } else {
            m_hint->setText(tr("On the store's list of what to hold. Nobody is told by the program."));
        }
        readPlaces();
        readHolds();
    });
}

void StockSheet::readHolds()
{
    if (m_customer.isNull()) {
        return;
    }
    whenDone(m_desk.holds(m_customer, true, kMost), this, [this](const Result<QList<StockHold>> &holds) {
        if (holds) {
            showHolds(*holds);
        } else {
            tell(holds.error());
        }
    });
}

void StockSheet::showHolds(const QList<StockHold> &holds)
{
    while (QLayoutItem *old = m_holds->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    if (!holds.isEmpty()) {
        m_holds->addWidget(plainLabel(tr("Held for the customer"), "heading"));
    }
    for (const StockHold &hold : holds) {
        m_holds->addWidget(makeHoldRow(hold));
    }
}

QWidget *StockSheet::makeHoldRow(const StockHold &hold)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    const QString what = nameOf(StockItem{.product = hold.product, .variant = hold.variant});
    auto *label = new ElidedLabel("soft");
    label->setFullText(tr("%1 of %2 in %3, until %4, by %5")
                           .arg(QLocale().toString(hold.quantity), what, oneLine(hold.place),
                               Words::clockTime(hold.until, m_clock.now()), oneLine(hold.agent)));
    row->addWidget(label, 1);
    QPushButton *release = button(tr("Release…"), "plain");
    release->setAutoDefault(false);
    release->setAccessibleName(tr("Release %1 in %2").arg(what, oneLine(hold.place)));
    connect(release, &QPushButton::clicked, this, [this, id = hold.id] { askWhyReleased(id); });
    row->addWidget(release);
    return line;
}

void StockSheet::askWhyReleased(HoldId hold)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Release"));
    dialog->setLabelText(tr("Why is it not held any longer?"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, hold](const QString &reason) {
        whenDone(
            m_desk.release(hold, m_seeker.agent, reason), this, [this](const Result<StockHold> &released) {
                if (!released) {
                    tell(released.error());
                }
                readPlaces();
                readHolds();
            });
    });
    dialog->open();
}

void StockSheet::tell(const Error &error)
{
    m_hint->setText(Words::reason(toString(error.code)));
}

} // namespace fw::ui

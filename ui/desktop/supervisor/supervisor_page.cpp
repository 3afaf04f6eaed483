#include "ui/desktop/supervisor/supervisor_page.h"

#include "ui/desktop/shell/accounts_watch.h"
#include "ui/desktop/supervisor/arrivals_chart.h"
#include "ui/desktop/supervisor/budget_card.h"
#include "ui/desktop/supervisor/figure_table.h"
#include "ui/desktop/supervisor/floor_words.h"
#include "ui/desktop/supervisor/heat_map.h"
#include "ui/desktop/supervisor/page_files.h"
#include "ui/desktop/supervisor/tile.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QButtonGroup>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kSoon = 500ms;
constexpr auto kRegularly = 15s;
constexpr int kRest = 10; // readings' time
constexpr int kTilesInRow = 6;
constexpr int kTilesOnWall = 3;
constexpr std::array kRanges = {FloorRange::Today, FloorRange::Yesterday, FloorRange::Week};

/// A card with a heading over something.
QFrame *card(const QString &heading, QWidget *inside)
{
    auto *made = new QFrame;
    made->setProperty("role", QLatin1String("card"));
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(plainLabel(heading, "heading"));
    column->addWidget(inside, 1);
    return made;
}
} // namespace

SupervisorPage::SupervisorPage(
    FloorSource source, const AccountsWatch &accounts, Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_accounts(accounts)
    , m_theme(theme)
    , m_clock(clock)
    , m_proposals(new Banner(Banner::Tone::Warn))
{
    auto *inside = new QWidget;
    inside->setProperty("role", QLatin1String("canvas"));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(m_proposals);
    connect(m_proposals, &Banner::pressed, this, &SupervisorPage::approvalsAsked);
    column->addWidget(makeTiles());
    column->addWidget(makeMiddle(), 4);
    m_notForWalls.append(makeFoot());
    column->addWidget(m_notForWalls.constLast(), 5);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("The floor"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_regularly.setInterval(kRegularly);
    connect(&m_soon, &QTimer::timeout, this, &SupervisorPage::read);
    connect(&m_regularly, &QTimer::timeout, this, &SupervisorPage::read);
    connect(&accounts, &AccountsWatch::changed, this, &SupervisorPage::showBudget);
}

QWidget *SupervisorPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(plainLabel(tr("The floor"), "title"));
    m_ranges = new QButtonGroup(this);
    for (const FloorRange range : kRanges) {
        QPushButton *chip = button(FloorWords::of(range), "chip");
        chip->setCheckable(true);
        chip->setChecked(range == m_range);
        m_ranges->addButton(chip, static_cast<int>(range));
        m_notForWalls.append(chip);
        row->addWidget(chip);
    }
    connect(
        m_ranges, &QButtonGroup::idClicked, this, [this](int id) { setRange(static_cast<FloorRange>(id)); });
    m_asOf = plainLabel({}, "small");
    row->addStretch(1);
    row->addWidget(m_asOf);
    QPushButton *csv = button(tr("Export CSV…"), "chip");
    connect(csv, &QPushButton::clicked, this, &SupervisorPage::exportCsv);
    row->addWidget(csv);
    QPushButton *pdf = button(tr("Save as PDF…"), "chip");
    connect(pdf, &QPushButton::clicked, this, &SupervisorPage::exportPdf);
    row->addWidget(pdf);
    m_notForWalls += {csv, pdf};
    return head;
}

void SupervisorPage::setProposals(int count)
{
    m_proposals->say(
        count > 0 ? tr("%n answer(s) of trainees wait for approval.", nullptr, count) : QString(),
        tr("Look"));
}

Tile *SupervisorPage::makeTile(const QString &name, const QString &figure)
{
    auto *tile = new Tile(name);
    tile->setToolTip(plainToolTip(FloorWords::definition(figure)));
    connect(tile, &Tile::clicked, this, [this, name, figure] { open(name, {.figure = figure}); });
    return tile;
}

QWidget *SupervisorPage::makeTiles()
{
    m_waiting = makeTile(tr("Waiting"), u"waiting"_s);
    m_oldest = makeTile(tr("Oldest"), u"oldest"_s);
    m_response = makeTile(tr("First response"), u"first-response"_s);
    m_kept = makeTile(tr("Promises kept"), u"sla"_s);
    m_resolved = makeTile(tr("Resolved"), u"resolutions"_s);
    m_budget = new Tile(tr("Reply budget"));
    m_budget->setToolTip(plainToolTip(FloorWords::definition(u"budget"_s)));
    connect(m_budget, &Tile::clicked, this, &SupervisorPage::accountsAsked);
    auto *tiles = new QWidget;
    m_tiles = new QGridLayout(tiles);
    m_tiles->setContentsMargins(0, 0, 0, 0);
    m_tiles->setSpacing(12);
    placeTiles(kTilesInRow);
    return tiles;
}

/// All in columns of the same width.
void SupervisorPage::placeTiles(int inRow)
{
    const QList<Tile *> tiles{m_waiting, m_oldest, m_response, m_kept, m_resolved, m_budget};
    for (int i = 0; i < tiles.size(); ++i) {
        m_tiles->removeWidget(tiles.at(i));
        m_tiles->addWidget(tiles.at(i), i / inRow, i % inRow);
        m_tiles->setColumnStretch(i, i < inRow ? 1 : 0);
    }
}

QWidget *SupervisorPage::makeMiddle()
{
    m_chart = new ArrivalsChart(m_theme);
    m_budgets = new BudgetCard(m_theme, m_clock);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(card(tr("Arrived and answered, per hour"), m_chart), 2);
    row->addWidget(m_budgets, 1);
    return middle;
}

/// The map with its hours below.
QWidget *SupervisorPage::makeLoad()
{
    m_load = new HeatMap(m_theme);
    auto *hours = new QHBoxLayout;
    hours->setContentsMargins(HeatMap::kDayWidth, 0, 0, 0);
    hours->setSpacing(0);
    for (const int hour : {0, 6, 12, 18}) {
        hours->addWidget(plainLabel(QString::number(hour), "small"), 1);
    }
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_load, 1);
    column->addLayout(hours);
    return both;
}

QWidget *SupervisorPage::makeFoot()
{
    m_agents = new FigureTable(tr("Agents"),
        {tr("Agent"), tr("State"), tr("Open"), tr("Answered"), tr("First response"), tr("Handle time"),
            tr("Kept")});
    connect(m_agents, &FigureTable::rowOpened, this, [this](const QString &agent) {
        open(tr("Answered by %1").arg(agent), {.figure = u"replies"_s, .by = u"agent"_s, .group = agent});
    });
    m_reasons = new FigureTable(tr("Why they write"), {tr("Tag"), tr("Share")});
    connect(m_reasons, &FigureTable::rowOpened, this, [this](const QString &tag) {
        open(tr("Tag %1").arg(tag), {.figure = u"conversations"_s, .by = u"tag"_s, .group = tag});
    });
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(card(tr("Agents"), m_agents), 6);
    row->addWidget(card(tr("Arrivals by weekday and hour, four weeks"), makeLoad()), 4);
    row->addWidget(card(tr("Why they write"), m_reasons), 2);
    return foot;
}

void SupervisorPage::refresh()
{
    if (isVisible() && !m_soon.isActive()) {
        m_soon.start();
    }
}

void SupervisorPage::setRange(FloorRange range)
{
    m_range = range;
    m_ranges->button(static_cast<int>(range))->setChecked(true);
    read();
}

void SupervisorPage::setOnWall(bool isOnWall)
{
    m_isOnWall = isOnWall;
    for (QWidget *part : std::as_const(m_notForWalls)) {
        part->setVisible(!isOnWall);
    }
    for (Tile *tile : findChildren<Tile *>()) {
        tile->setLarge(isOnWall);
    }
    placeTiles(isOnWall ? kTilesOnWall : kTilesInRow);
    if (isOnWall) {
        setRange(FloorRange::Today);
    } else if (isVisible()) {
        read();
    }
}

void SupervisorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_regularly.start();
    showBudget();
    read();
}

void SupervisorPage::hideEvent(QHideEvent *event)
{
    m_regularly.stop();
    QWidget::hideEvent(event);
}

void SupervisorPage::read()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    QElapsedTimer taken;
    taken.start();
    whenDone(
        m_source.figures(m_range), this, [this, taken, range = m_range](const Result<FloorFigures> &figures) {
            m_isReading = false;
            if (range != m_range) {
                m_isStale = false;
                read();
                return;
            }
            // A long history takes its time to read: most of the time it is left alone.
            const milliseconds rest = kRest * milliseconds(taken.elapsed());
            m_soon.setInterval(std::max<milliseconds>(kSoon, rest));
            m_regularly.setInterval(std::max<milliseconds>(kRegularly, rest));
            if (figures) {
                show(*figures);
            } else {
                Q_EMIT said(tr("The figures could not be read: %1.")
                                .arg(Words::reason(toString(figures.error().code))));
            }
            if (std::exchange(m_isStale, false)) {
                m_soon.start();
            }
        });
}

void SupervisorPage::show(const FloorFigures &figures)
{
    showTiles(figures);
    m_chart->show(figures);
    QList<FigureTable::Row> agents;
    for (const AgentFigures &agent : figures.agents) {
        agents.append({.key = agent.agent, .cells = FloorWords::cells(agent)});
    }
    m_agents->show(agents);
    m_load->show(figures.load);
    QList<FigureTable::Row> reasons;
    for (const ReasonFigures &reason : figures.reasons) {
        reasons.append({.key = reason.tag, .cells = {reason.tag, FloorWords::share(reason.share)}});
    }
    m_reasons->show(reasons);
    m_asOf->setText(tr("as of %1").arg(Words::clockTime(figures.at, m_clock.now())));
}

void SupervisorPage::showTiles(const FloorFigures &figures)
{
    m_waiting->show(QString::number(figures.waiting),
        tr("%1 unclaimed · %2 late").arg(figures.unclaimed).arg(figures.late),
        figures.late > 0 ? Tile::Tone::Warn : Tile::Tone::Calm);
    m_oldest->show(FloorWords::span(figures.oldest), m_isOnWall ? QString() : figures.oldestName);
    m_response->show(FloorWords::span(figures.firstResponse),
        figures.slowResponse ? tr("median of %n", nullptr, figures.responses) + u" · "_s
                + tr("9 of 10 within %1").arg(FloorWords::span(figures.slowResponse))
                             : tr("median of %n", nullptr, figures.responses));
    m_kept->show(figures.kept ? FloorWords::share(*figures.kept) : u"–"_s,
        figures.promises > 0 ? tr("of %n", nullptr, figures.promises) : tr("nothing promised fell due"));
    m_resolved->show(QString::number(figures.resolved),
        figures.reopened ? tr("reopened %1").arg(FloorWords::share(*figures.reopened)) : QString());
}

void SupervisorPage::showBudget()
{
    if (!isVisible()) {
        return;
    }
    const QList<AccountStatus> &accounts = m_accounts.accounts();
    m_budgets->show(accounts);
    const AccountStatus *first = firstToRunOut(accounts);
    if (!first) {
        m_budget->show(tr("enough"), tr("no window runs out at this pace"));
        return;
    }
    const auto minutes = std::chrono::duration<double, std::ratio<60>>(*first->windows.first().headroom);
    const Instant full = m_clock.now() + std::chrono::duration_cast<milliseconds>(minutes);
    m_budget->show(Words::clockTime(full, m_clock.now()),
        tr("%1 is full at this pace").arg(first->account.name),
        minutes.count() < 60 ? Tile::Tone::Warn : Tile::Tone::Calm);
}

void SupervisorPage::open(const QString &title, const FigureKey &key)
{
    FigureKey asked = key;
    asked.range = m_range;
    whenDone(m_source.conversations(asked), this, [this, title](const Result<QList<ConversationId>> &found) {
        if (!found) {
            Q_EMIT said(
                tr("The figures could not be read: %1.").arg(Words::reason(toString(found.error().code))));
        } else if (found->isEmpty()) {
            Q_EMIT said(tr("There is no conversation behind this figure."));
        } else {
            Q_EMIT conversationsFound(title, *found);
        }
    });
}

void SupervisorPage::exportCsv()
{
    const QString file = askForFile(this, tr("Export CSV"), u"floor.csv"_s);
    if (file.isEmpty()) {
        return;
    }
    whenDone(m_source.csv(m_range), this, [this, file](const Result<QByteArray> &bytes) {
        const Done kept = bytes ? keepFile(file, *bytes) : Done(Failure(bytes.error()));
        Q_EMIT said(kept
                ? tr("Saved %1.").arg(file)
                : tr("%1 could not be saved: %2.").arg(file, Words::reason(toString(kept.error().code))));
    });
}

void SupervisorPage::exportPdf()
{
    const QString file = askForFile(this, tr("Save as PDF"), u"floor.pdf"_s);
    if (file.isEmpty()) {
        return;
    }
    const Done kept = printTo(file, *this);
    Q_EMIT said(kept
            ? tr("Saved %1.").arg(file)
            : tr("%1 could not be saved: %2.").arg(file, Words::reason(toString(kept.error().code))));
}

} // namespace fw::ui

#include "ui/desktop/supervisor/arrivals_chart.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/words.h"

#include <QGraphicsLayout>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLegendMarker>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <numeric>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr double kLine = 2.0;
constexpr int kDayLabels = 26; // hours from which days are told instead of hours

template <typename Count>
QList<QPointF> pointsOf(Instant from, const QList<Count> &counts)
{
    QList<QPointF> points;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        points.append({double(toMs(from + i * 1h)), double(counts.at(i))});
    }
    return points;
}
} // namespace

ArrivalsChart::ArrivalsChart(Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_arrived(new QLineSeries)
    , m_answered(new QLineSeries)
    , m_forecast(new QLineSeries)
    , m_time(new QDateTimeAxis)
    , m_count(new QValueAxis)
{
    m_arrived->setName(tr("arrived"));
    m_answered->setName(tr("answered"));
    m_forecast->setName(tr("expected"));
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_count, Qt::AlignLeft);
    for (QLineSeries *series : {m_arrived, m_answered, m_forecast}) {
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_count);
    }
    m_count->setLabelFormat(u"%d"_s);
    m_count->setTickCount(4);
    m_time->setGridLineVisible(false);
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({0, 0, 0, 0});
    chart()->legend()->setAlignment(Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // nothing in it to act on; its sum is its description
    setAccessibleName(tr("Arrived and answered per hour"));
    setMinimumHeight(170);
    dress();
    connect(&theme, &Theme::changed, this, &ArrivalsChart::dress);
}

void ArrivalsChart::dress()
{
    const Tokens &tokens = m_theme.tokens();
    m_arrived->setPen(QPen(tokens.amber, kLine));
    m_answered->setPen(QPen(tokens.accent, kLine));
    m_forecast->setPen(QPen(tokens.amber, kLine, Qt::DashLine));
    const QFont small = Fonts(font()).small;
    for (QAbstractAxis *axis : QList<QAbstractAxis *>{m_time, m_count}) {
        axis->setLabelsColor(tokens.inkSoft);
        axis->setLabelsFont(small);
        axis->setLinePenColor(tokens.line);
        axis->setGridLineColor(tokens.line);
    }
    chart()->legend()->setLabelColor(tokens.inkSoft);
    chart()->legend()->setFont(small);
}

void ArrivalsChart::show(const FloorFigures &figures)
{
    const Instant lastHour = figures.from + std::max<qsizetype>(0, figures.arrived.size() - 1) * 1h;
    QList<QPointF> expected = pointsOf(lastHour + 1h, figures.forecast);
    if (!expected.isEmpty() && !figures.arrived.isEmpty()) {
        expected.prepend({double(toMs(lastHour)), double(figures.arrived.last())});
    }
    m_arrived->replace(pointsOf(figures.from, figures.arrived));
    m_answered->replace(pointsOf(figures.from, figures.answered));
    m_forecast->replace(expected);
    for (QLegendMarker *marker : chart()->legend()->markers(m_forecast)) {
        marker->setVisible(!expected.isEmpty());
    }
    double most = 4;
    for (const QLineSeries *series : {m_arrived, m_answered, m_forecast}) {
        for (const QPointF &point : series->points()) {
            most = std::max(most, point.y());
        }
    }
    const qsizetype hours = std::max<qsizetype>(2, figures.arrived.size() + figures.forecast.size());
    m_time->setRange(localTime(figures.from), localTime(figures.from + (hours - 1) * 1h));
    m_time->setFormat(hours > kDayLabels ? u"ddd d"_s : u"HH:mm"_s);
    m_count->setRange(0, most);
    m_count->applyNiceNumbers();
    const int arrived = std::accumulate(figures.arrived.begin(), figures.arrived.end(), 0);
    const int answered = std::accumulate(figures.answered.begin(), figures.answered.end(), 0);
    setAccessibleDescription(tr("%1 arrived, %2 answered").arg(arrived).arg(answered));
}

} // namespace fw::ui

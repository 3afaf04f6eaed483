#pragma once

#include "ui/desktop/supervisor/floor_figures.h"

#include <QtCharts/QChartView>

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace fw::ui {

class Theme;

/// Arrived and answered per hour, and what is expected of the hours to come. Thread: GUI.
class ArrivalsChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArrivalsChart)
public:
    explicit ArrivalsChart(Theme &theme, QWidget *parent = nullptr);
    void show(const FloorFigures &figures);

private:
    void dress();

    Theme &m_theme;
    QLineSeries *m_arrived;
    QLineSeries *m_answered;
    QLineSeries *m_forecast;
    QDateTimeAxis *m_time;
    QValueAxis *m_count;
};

} // namespace fw::ui

#pragma once

#include <QTableView>

#include <array>

class QStandardItemModel;

namespace fw::ui {

class Theme;

/// Arrivals by weekday and hour: the more, the darker. A table underneath, so that keys and screen readers walk it. Thread: GUI.
class HeatMap final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMap)
public:
    static constexpr int kDayWidth = 46;             // of the names of the days, left of the cells
    using Load = std::array<std::array<int, 24>, 7>; // from Monday; local hours

    explicit HeatMap(Theme &theme, QWidget *parent = nullptr);
    void show(const Load &load);

private:
    QStandardItemModel *m_model;
};

} // namespace fw::ui

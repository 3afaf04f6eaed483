#pragma once

#include "ui/desktop/supervisor/floor_figures.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace fw::ui {

class AccountsWatch;
class ArrivalsChart;
class Banner;
class BudgetCard;
class FigureTable;
class HeatMap;
class Theme;
class Tile;

/// The floor at a glance: who waits, how fast we answer, whether promises are kept, what budget is left, who does what, when and why people write. Reads
/// only while it is seen. Every figure opens the conversations it counted. Thread: GUI.
class SupervisorPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SupervisorPage)
public:
    SupervisorPage(FloorSource source, const AccountsWatch &accounts, Theme &theme, const Clock &clock,
        QWidget *parent = nullptr);

    /// Something changed: what is shown is read again soon.
    void refresh();
    /// How many answers of trainees wait for somebody's approval.
    void setProposals(int count);
    void setRange(FloorRange range);
    /// For a screen on the wall: the figures larger, of today, without buttons and without anybody's name.
    void setOnWall(bool isOnWall);
    [[nodiscard]] bool isOnWall() const { return m_isOnWall; }
    void exportCsv();
    void exportPdf();

Q_SIGNALS:
    /// A figure was pressed; `title` says what it counts.
    void conversationsFound(const QString &title, const QList<fw::ConversationId> &conversations);
    void said(const QString &sentence);
    void accountsAsked();
    void approvalsAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTiles();
    void placeTiles(int inRow);
    QWidget *makeMiddle();
    QWidget *makeLoad();
    QWidget *makeFoot();
    Tile *makeTile(const QString &name, const QString &figure);
    void read();
    void show(const FloorFigures &figures);
    void showTiles(const FloorFigures &figures);
    void showBudget();
    void open(const QString &title, const FigureKey &key);

    FloorSource m_source;
    const AccountsWatch &m_accounts;
    Theme &m_theme;
    const Clock &m_clock;
    FloorRange m_range = FloorRange::Today;
    QTimer m_soon;
    QTimer m_regularly; // waiting grows without anything being written
    bool m_isReading = false;
    bool m_isStale = false;
    bool m_isOnWall = false;
    QGridLayout *m_tiles = nullptr;
    QList<QWidget *> m_notForWalls = {};
    QButtonGroup *m_ranges = nullptr;
    Banner *m_proposals;
    Tile *m_waiting = nullptr;
    Tile *m_oldest = nullptr;
    Tile *m_response = nullptr;
    Tile *m_kept = nullptr;
    Tile *m_resolved = nullptr;
    Tile *m_budget = nullptr;
    ArrivalsChart *m_chart = nullptr;
    BudgetCard *m_budgets = nullptr;
    FigureTable *m_agents = nullptr;
    HeatMap *m_load = nullptr;
    FigureTable *m_reasons = nullptr;
    QLabel *m_asOf = nullptr;
};

} // namespace fw::ui

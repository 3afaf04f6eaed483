#pragma once

#include "app/customers/stock_desk.h"

#include <QDialog>
#include <QTimer>

class QDateTimeEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QVBoxLayout;

namespace fw::ui {

/// Whom something is looked up for.
struct StockSeeker {
    IdentityId identity
        = {}; // whose customer's nearest stores come first, and for whom something can be held
    QString agent = {};
    bool canAnswer = false; // there is a text to put a number into
};

/// What is where: found by name or code, put into the answer as a number that must still be true when it leaves, or held for the customer. Thread: GUI.
class StockSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockSheet)
public:
    StockSheet(Store &store, const Clock &clock, StockSeeker seeker, QWidget *parent);

Q_SIGNALS:
    /// A stock field (stock_quote.h) for the answer.
    void inserted(const QString &field);

private:
    QWidget *makeLists();
    QWidget *makeHold();
    QHBoxLayout *makeFoot();
    void readCustomer();
    void find();
    void showItems(const QList<StockItem> &items);
    void readPlaces();
    void showPlaces(const QList<PlaceStock> &places);
    void choose();
    void insert();
    void hold();
    void readHolds();
    void showHolds(const QList<StockHold> &holds);
    QWidget *makeHoldRow(const StockHold &hold);
    void askWhyReleased(HoldId hold);
    void tell(const Error &error);
    [[nodiscard]] const PlaceStock *chosen() const;

    Store &m_store;
    StockDesk m_desk;
    const Clock &m_clock;
    const StockSeeker m_seeker;
    CustomerId m_customer = {}; // null: nobody is linked
    QTimer m_pause;             // after typing
    int m_asked = 0;            // number of the newest question; answers to earlier ones are dropped
    QList<StockItem> m_items = {};
    QList<PlaceStock> m_places = {};
    QLineEdit *m_search;
    QListWidget *m_list;
    QTableWidget *m_table;
    QLabel *m_hint;
    QWidget *m_hold = nullptr;
    QSpinBox *m_quantity;
    QDateTimeEdit *m_until;
    QPushButton *m_keep;
    QVBoxLayout *m_holds;
    QPushButton *m_insert;
};

} // namespace fw::ui

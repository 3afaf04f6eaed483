#include "tests/app/customers/people_desk.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/customer/stock_sheet.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
/// A window with one conversation open, at a brand that sells boots in two places.
struct Shop : WindowBench {
    Conversation ana;

    Shop()
    {
        level(u"Baixa"_s, 3);
        level(u"Chiado"_s, 0);
        ana = desk.customerWrites(u"ana"_s, u"do you have these?"_s);
    }

    void level(const QString &place, int quantity)
    {
        putRow(*desk.store, ImportKind::Stock,
            {{u"product"_s, u"KL-204"_s}, {u"variant"_s, u"42"_s}, {u"title"_s, u"Bottes d'été"_s},
                {u"place"_s, place}, {u"place_kind"_s, u"store"_s}, {u"quantity"_s, quantity},
                {u"as_of"_s, toMs(desk.clock.now())}});
    }

    /// Ana is somebody we know.
    void link()
    {
        putRow(*desk.store, ImportKind::Customers, {{u"key"_s, u"1"_s}, {u"name"_s, u"Ana Lima"_s}});
        const auto known = *waitFor(desk.store->read(
            [](Database &db) { return CustomerStore(db).byKey(u"crm"_s, u"1"_s).value_or(Customer{}).id; }));
        const auto linked = waitFor(Customers(*desk.store)
                                        .link({.identity = ana.customer.id,
                                            .customer = known,
                                            .agent = QString::fromLatin1(StaffedDesk::kAgent),
                                            .reason = u"said so"_s,
                                            .statement = u"said so"_s}));
        QVERIFY(linked);
    }

    void openAna()
    {
        start();
        QTRY_COMPARE(queue().rowCount(), 1);
        press(Qt::Key_J);
        QTRY_COMPARE(pane().conversation(), ana.id);
        QTRY_VERIFY(pane().composer().isAnswerable());
        QTRY_VERIFY(!window->findChild<CustomerPane *>()->identity().isNull());
    }

    /// Opens the sheet and finds the boots.
    StockSheet *look()
    {
        press(Qt::Key_G, Qt::ControlModifier);
        auto *sheet = window->findChild<StockSheet *>();
        if (sheet) {
            QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"bottes 42"_s);
        }
        return sheet;
    }
};

QTableWidget &placesIn(const StockSheet &sheet)
{
    return *sheet.findChild<QTableWidget *>();
}

bool says(const QWidget &parent, const QString &part)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisibleTo(&parent) && label->text().contains(part); });
}
} // namespace

class StockSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundGoesIntoTheAnswer()
    {
        Shop shop;
        shop.openAna();
        shop.press(Qt::Key_R);
        QTRY_VERIFY(shop.edit().hasFocus());
        QTest::keyClicks(&shop.edit(), u"We have "_s);
        StockSheet *sheet = shop.look();
        QVERIFY(sheet);
        QTRY_COMPARE(placesIn(*sheet).rowCount(), 2);
        QCOMPARE(sheet->findChild<QListWidget *>()->count(), 1);
        QCOMPARE(placesIn(*sheet).item(0, 1)->text(), u"3"_s);
        QTest::mouseClick(buttonOf(*sheet, StockSheet::tr("Put into the answer")), Qt::LeftButton);
        QTRY_COMPARE(shop.edit().toPlainText(), u"We have {stock:KL-204/42@Baixa}"_s);
        QTRY_VERIFY(says(shop.pane(), u"says 3"_s));
        shop.window->activateWindow();
        QTRY_VERIFY(shop.window->isActiveWindow());
        shop.pane().composer().focusText();
        QTRY_VERIFY(shop.edit().hasFocus());
        shop.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.desk.replies(shop.ana.id).size(), 1);
        QCOMPARE(shop.desk.replies(shop.ana.id).first().body, u"We have 3"_s);
    }

    void whatNobodySellsIsSaid()
    {
        Shop shop;
        shop.openAna();
        StockSheet *sheet = shop.look();
        QVERIFY(sheet);
        QTRY_COMPARE(placesIn(*sheet).rowCount(), 2);
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), u" zzz"_s);
        QTRY_COMPARE(placesIn(*sheet).rowCount(), 0);
        QVERIFY(says(*sheet, StockSheet::tr("Nothing is called like that.")));
        QVERIFY(!buttonOf(*sheet, StockSheet::tr("Put into the answer"))->isEnabled());
    }

    void forACustomerSomethingIsHeldAndReleased()
    {
        Shop shop;
        shop.link();
        shop.openAna();
        StockSheet *sheet = shop.look();
        QVERIFY(sheet);
        QPushButton *hold = buttonOf(*sheet, StockSheet::tr("Hold"));
        QTRY_COMPARE(placesIn(*sheet).rowCount(), 2);
        QTRY_VERIFY(hold->isVisible() && hold->isEnabled());
        QTest::mouseClick(hold, Qt::LeftButton);
        QTRY_COMPARE(placesIn(*sheet).item(0, 1)->text(), u"2"_s);
        QTRY_VERIFY(says(*sheet, u"Baixa"_s));
        QPushButton *release = buttonOf(*sheet, StockSheet::tr("Release…"));
        QVERIFY(release);
        QTest::mouseClick(release, Qt::LeftButton);
        auto *why = sheet->findChild<QInputDialog *>();
        QVERIFY(why);
        QTest::keyClicks(why->findChild<QLineEdit *>(), u"she came"_s);
        QTest::keyClick(why, Qt::Key_Return);
        QTRY_COMPARE(placesIn(*sheet).item(0, 1)->text(), u"3"_s);
        QTRY_VERIFY(!buttonOf(*sheet, StockSheet::tr("Release…")));
    }

    void forSomebodyUnknownNothingIsHeld()
    {
        Shop shop;
        shop.openAna();
        StockSheet *sheet = shop.look();
        QVERIFY(sheet);
        QTRY_COMPARE(placesIn(*sheet).rowCount(), 2);
        QVERIFY(!buttonOf(*sheet, StockSheet::tr("Hold"))->isVisible());
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::StockSheetTest)
#include "stock_sheet_test.moc"

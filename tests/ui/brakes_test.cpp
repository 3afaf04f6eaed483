#include "app/dispatch/guard/brakes.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/shell/brakes_sheet.h"
#include "ui/desktop/widgets/banner.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
bool isBannerShown(const WindowBench &bench, const QString &part)
{
    const auto banners = bench.window->findChildren<Banner *>();
    return std::any_of(banners.begin(), banners.end(),
        [&](const Banner *banner) { return banner->isVisible() && banner->text().contains(part); });
}
} // namespace

class BrakesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountIsStoppedAndReleasedByKeys()
    {
        WindowBench bench;
        bench.start();
        QTRY_VERIFY(bench.window->findChild<QueuePane *>()); // the accounts are read meanwhile
        Brakes brakes(*bench.desk.store);
        bench.press(Qt::Key_B, Qt::ControlModifier);
        auto *sheet = bench.window->findChild<BrakesSheet *>();
        QVERIFY(sheet);
        QPushButton *stop = buttonOf(*sheet, BrakesSheet::tr("Stop now"));
        QVERIFY(stop && !stop->isEnabled()); // not without a reason
        QTRY_VERIFY(sheet->findChild<QComboBox *>()->count() == 2);
        QLineEdit *why = sheet->findChildren<QLineEdit *>().last();
        QTest::keyClicks(why, u"wrong price in the answers"_s);
        QVERIFY(stop->isEnabled());
        QTest::keyClick(why, Qt::Key_Return);
        QTRY_VERIFY(buttonOf(*sheet, BrakesSheet::tr("Release")));
        const Result<QList<Brake>> held = waitFor(brakes.current());
        QVERIFY(held && held->size() == 1);
        QCOMPARE(held->first().account, bench.desk.account.id);
        QCOMPARE(held->first().agent, QString::fromLatin1(StaffedDesk::kAgent));
        QTRY_VERIFY(isBannerShown(bench, u"wrong price in the answers"_s));
        QPushButton *release = buttonOf(*sheet, BrakesSheet::tr("Release"));
        release->setFocus();
        QTest::keyClick(release, Qt::Key_Return);
        QTRY_VERIFY(!buttonOf(*sheet, BrakesSheet::tr("Release")));
        QTRY_VERIFY(!isBannerShown(bench, u"wrong price in the answers"_s));
    }

    void aTagIsStoppedByItsName()
    {
        WindowBench bench;
        bench.start();
        bench.press(Qt::Key_B, Qt::ControlModifier);
        auto *sheet = bench.window->findChild<BrakesSheet *>();
        QVERIFY(sheet);
        auto *what = sheet->findChild<QComboBox *>();
        QTRY_VERIFY(what->count() >= 1);
        what->setCurrentIndex(what->count() - 1);
        const auto lines = sheet->findChildren<QLineEdit *>();
        QTest::keyClicks(lines.first(), u"two words"_s);
        QTest::keyClicks(lines.last(), u"recall"_s);
        QPushButton *stop = buttonOf(*sheet, BrakesSheet::tr("Stop now"));
        QVERIFY(!stop->isEnabled()); // a tag is one word
        lines.first()->clear();
        QTest::keyClicks(lines.first(), u"Boots"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        Brakes brakes(*bench.desk.store);
        QTRY_VERIFY(!waitFor(brakes.current()).value_or(QList<Brake>{}).isEmpty());
        const Result<QList<Brake>> held = waitFor(brakes.current());
        QCOMPARE(held->first().tag, u"boots"_s);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::BrakesTest)
#include "brakes_test.moc"

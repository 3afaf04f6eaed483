#include "app/core/async.h"
#include "ui/desktop/setup/welcome_dialog.h"
#include "ui/wiring/team_place.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

/// The first thing somebody sees.
class WelcomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnTriesItOut();
    void aDeskOfOnesOwnIsInAFolder();
    void aTeamIsReachedBeforeItIsTaken();
    void anAddressWithAPasswordIsRefused();
    void whatWasChosenIsRemembered();

private:
    static WelcomeDialog::Reach nobody()
    {
        return [](const QString &) { return ready(Done()); };
    }
    static QRadioButton *wayOf(const QDialog &dialog, int which)
    {
        return dialog.findChildren<QRadioButton *>().at(which);
    }
    static void expose(QDialog &dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }
};

void WelcomeTest::returnTriesItOut()
{
    WelcomeDialog dialog(u"/desk"_s, nobody());
    expose(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(dialog.choice().kind == DeskChoice::Kind::Demo);
}

void WelcomeTest::aDeskOfOnesOwnIsInAFolder()
{
    WelcomeDialog dialog(u"/desk"_s, nobody());
    expose(dialog);
    auto *const folder = dialog.findChildren<QLineEdit *>().first();
    QVERIFY(!folder->isVisible());
    QTest::keyClick(wayOf(dialog, 0), Qt::Key_Down);
    QVERIFY(wayOf(dialog, 1)->isChecked());
    QVERIFY(folder->isVisible());
    folder->clear();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible()); // nowhere is no place
    folder->setText(u"/elsewhere"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QVERIFY((dialog.choice() == DeskChoice{.kind = DeskChoice::Kind::Here, .folder = u"/elsewhere"_s}));
}

void WelcomeTest::aTeamIsReachedBeforeItIsTaken()
{
    QString asked;
    bool isThere = false;
    WelcomeDialog dialog(u"/desk"_s, [&](const QString &address) {
        asked = address;
        return ready(
            isThere ? Done() : Done(Failure({.code = ErrorCode::Storage, .detail = u"it is <b>away</b>"_s})));
    });
    expose(dialog);
    wayOf(dialog, 2)->setChecked(true);
    auto *const address = dialog.findChildren<QLineEdit *>().last();
    QTest::keyClicks(address, u" postgresql://ann@db/desk"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(asked, u"postgresql://ann@db/desk"_s);
    const auto isTold = [&dialog] {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == "it is <b>away</b>"_L1 && label->textFormat() == Qt::PlainText;
        });
    };
    QTRY_VERIFY(isTold());
    QVERIFY(dialog.isVisible());
    isThere = true;
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY((dialog.choice()
        == DeskChoice{.kind = DeskChoice::Kind::Team, .database = u"postgresql://ann@db/desk"_s}));
}

void WelcomeTest::anAddressWithAPasswordIsRefused()
{
    auto refused = wiring::reachTeam(u"postgresql://ann:geheim@db/desk"_s);
    refused.waitForFinished();
    QVERIFY(!refused.result() && refused.result().error().code == ErrorCode::Usage);
    QVERIFY(!refused.result().error().detail.contains(u"geheim"_s));
    auto nowhere = wiring::reachTeam(u"postgresql://ann@127.0.0.1:1/desk?connect_timeout=2"_s);
    nowhere.waitForFinished();
    QVERIFY(!nowhere.result() && nowhere.result().error().code == ErrorCode::Storage);
}

void WelcomeTest::whatWasChosenIsRemembered()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"new/start.ini"_s);
    QVERIFY(readDeskChoice(file).kind == DeskChoice::Kind::None);
    const DeskChoice here{.kind = DeskChoice::Kind::Here, .folder = u"/de,sk"_s};
    QVERIFY(writeDeskChoice(file, here));
    QVERIFY(readDeskChoice(file) == here);
    const DeskChoice team{
        .kind = DeskChoice::Kind::Team, .database = u"postgresql://ann@db/desk?sslmode=require"_s};
    QVERIFY(writeDeskChoice(file, team));
    QVERIFY(readDeskChoice(file) == team);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
    QVERIFY(!writeDeskChoice(u"/proc/nowhere/start.ini"_s, here));
}

} // namespace fw::test

QTEST_MAIN(fw::test::WelcomeTest)
#include "welcome_test.moc"

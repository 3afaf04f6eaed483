#include "ui/desktop/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextStandsOutFromItsGround_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
            const QString theme = tokens->isDark ? u"dark"_s : u"light"_s;
            for (const TextOnGround &pair : textPairs(*tokens)) {
                QTest::newRow(qPrintable(theme + u": "_s + pair.name)) << pair.ink << pair.ground;
            }
        }
    }

    void everyTextStandsOutFromItsGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrastRatio(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2 is %3:1"_s.arg(ink.name(), ground.name()).arg(ratio)));
    }

    void knowsTheContrastOfBlackOnWhite()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
    }

    void aModeSurvivesItsName()
    {
        for (const ThemeMode mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark}) {
            QVERIFY(themeModeFromString(toString(mode)) == mode);
        }
        QVERIFY(themeModeFromString(u"purple"_s) == ThemeMode::System);
    }

    void togglesAndLeavesNoTokenUnnamed()
    {
        Theme theme(ThemeMode::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(!theme.tokens().isDark);
        QVERIFY(!qApp->styleSheet().isEmpty());
        theme.toggle();
        QVERIFY(theme.tokens().isDark);
        QVERIFY(theme.mode() == ThemeMode::Dark);
        QCOMPARE(changed.size(), 1);
        const QString sheet = qApp->styleSheet();
        const QString rules = sheet.mid(sheet.indexOf(u"*/"_s)); // the head comment speaks of @names
        QVERIFY2(!rules.contains(u'@'), qPrintable(rules.mid(rules.indexOf(u'@'), 40)));
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().surface);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::ThemeTest)
#include "theme_test.moc"

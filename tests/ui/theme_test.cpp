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
        QTest::addColumn<double>("least");
        const QList<std::tuple<QString, const Tokens *, double>> themes{{u"light"_s, &lightTokens(), 4.5},
            {u"dark"_s, &darkTokens(), 4.5}, {u"contrast"_s, &contrastTokens(), 7.0}};
        for (const auto &[theme, tokens, least] : themes) {
            for (const TextOnGround &pair : textPairs(*tokens)) {
                const bool isAvatar = pair.name.startsWith(u"avatar"_s); // the same in all of them
                QTest::newRow(qPrintable(theme + u": "_s + pair.name))
                    << pair.ink << pair.ground << (isAvatar ? 4.5 : least);
            }
        }
    }

    void everyTextStandsOutFromItsGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = contrastRatio(ink, ground);
        QVERIFY2(ratio >= least, qPrintable(u"%1 on %2 is %3:1"_s.arg(ink.name(), ground.name()).arg(ratio)));
    }

    void knowsTheContrastOfBlackOnWhite()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
    }

    void aModeSurvivesItsName()
    {
        for (const ThemeMode mode :
            {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::Contrast}) {
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

    void highContrastComesAndGoes()
    {
        Theme theme(ThemeMode::Dark);
        theme.toggleContrast();
        QVERIFY(theme.mode() == ThemeMode::Contrast);
        QCOMPARE(QApplication::palette().color(QPalette::Window), contrastTokens().surface);
        theme.toggleContrast();
        QVERIFY(theme.mode() == ThemeMode::Dark);
    }

    void textGrowsWithTheDesktops()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPixelSize(26);
        QApplication::setFont(large);
        const Theme theme(ThemeMode::Light);
        const QString sheet = qApp->styleSheet();
        QApplication::setFont(before);
        QVERIFY(sheet.contains(
            u"QLabel[role=\"figure\"] { color: %1; font-size: 52px;"_s.arg(lightTokens().ink.name())));
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::ThemeTest)
#include "theme_test.moc"

#include "tests/ui/window_bench.h"
#include "ui/desktop/composer/dictionaries.h"
#include "ui/desktop/composer/spell_watch.h"

#include <QMenu>
#include <QTemporaryDir>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
QStringList textsOf(const QList<TextMark> &marks, const QString &text)
{
    QStringList texts;
    for (const TextMark &mark : marks) {
        texts << text.mid(mark.start, mark.length);
    }
    return texts;
}
} // namespace

/// Misspelt words in the composer.
class SpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWordsAreLookedUp_data();
    void onlyWordsAreLookedUp();
    void eachLanguageIsMeasuredByItsOwnWords_data();
    void eachLanguageIsMeasuredByItsOwnWords();
    void ownWordsAreKeptPrivately();
    void aBetterWordIsTakenFromTheMenu();
    void whatIsBeingWrittenIsLeftAlone();
    void itCanBeSwitchedOff();

private:
    void write(const QString &text);
    [[nodiscard]] SpellWatch &spelling() { return m_bench->pane().composer().spelling(); }
    [[nodiscard]] static QMenu *openMenu()
    {
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    std::unique_ptr<WindowBench> m_bench;
};

void SpellingTest::onlyWordsAreLookedUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u"Your parcel, please."_s << QStringList{u"Your"_s, u"parcel"_s, u"please"_s};
    QTest::newRow("links, names, tags")
        << u"see https://shop.example/helo @anamm #saleee a@b.example {customer.nam} www.shop.example/xx"_s
        << QStringList{u"see"_s};
    QTest::newRow("numbers") << u"order 45-AB12 in 3 days"_s << QStringList{u"order"_s, u"in"_s, u"days"_s};
    QTest::newRow("accents") << u"l\u2019\u00e9t\u00e9 e\u0301t\u00e9"_s
                             << QStringList{u"l\u2019\u00e9t\u00e9"_s, u"e\u0301t\u00e9"_s};
    QTest::newRow("nothing") << u"\U0001F600 !! 12"_s << QStringList();
}

void SpellingTest::onlyWordsAreLookedUp()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(textsOf(wordsIn(text), text), words);
}

void SpellingTest::eachLanguageIsMeasuredByItsOwnWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("wrong");
    QTest::newRow("English") << u"We are sory, your parcel will arive tomorrow."_s
                             << QStringList{u"sory"_s, u"arive"_s};
    QTest::newRow("French") << u"Nous sommes d\u00e9sol\u00e9s, l\u2019article ariveraa demain au magasin."_s
                            << QStringList{u"ariveraa"_s};
    QTest::newRow("another") << u"Wir bedauern das sehr und melden uns morgen wieder bei Ihnen"_s
                             << QStringList();
    QTest::newRow("apostrophes") << u"It isn't here, don\u2019t worry: it's on its way."_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void SpellingTest::eachLanguageIsMeasuredByItsOwnWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, wrong);
    Dictionaries dictionaries({});
    QCOMPARE(textsOf(dictionaries.misspelt(text), text), wrong);
}

void SpellingTest::ownWordsAreKeptPrivately()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"own-words.txt"_s);
    const QString text = u"We have the Zwigglo in our shop now"_s;
    {
        Dictionaries dictionaries(file);
        QCOMPARE(textsOf(dictionaries.misspelt(text), text), QStringList{u"Zwigglo"_s});
        dictionaries.add(u"Zwigglo"_s);
        QCOMPARE(dictionaries.misspelt(text).size(), 0);
    }
    Dictionaries again(file);
    QCOMPARE(again.misspelt(text).size(), 0);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
}

void SpellingTest::write(const QString &text)
{
    m_bench.reset();
    m_bench = std::make_unique<WindowBench>();
    m_bench->desk.customerWrites(u"ana"_s, u"Where is my parcel?"_s);
    m_bench->start();
    QTRY_COMPARE(m_bench->queue().rowCount(), 1);
    m_bench->press(Qt::Key_Down);
    QTRY_VERIFY(!m_bench->pane().conversation().isNull());
    m_bench->press(Qt::Key_R);
    QTRY_VERIFY(m_bench->edit().hasFocus());
    QTest::keyClicks(&m_bench->edit(), text);
}

void SpellingTest::aBetterWordIsTakenFromTheMenu()
{
    write(u"your parcell comes tomorrow "_s);
    QTRY_COMPARE(m_bench->edit().extraSelections().size(), 1);
    m_bench->press(Qt::Key_F7);
    QTRY_VERIFY(openMenu());
    QCOMPARE(openMenu()->activeAction()->text(), u"parcel"_s);
    QTest::keyClick(openMenu(), Qt::Key_Return);
    QTRY_COMPARE(m_bench->edit().toPlainText(), u"your parcel comes tomorrow "_s);
    QTRY_COMPARE(m_bench->edit().extraSelections().size(), 0);
    m_bench->edit().undo();
    QCOMPARE(m_bench->edit().toPlainText(), u"your parcell comes tomorrow "_s);
}

void SpellingTest::whatIsBeingWrittenIsLeftAlone()
{
    write(u"your order comes tomorro"_s);
    QTest::qWait(800); // more than the pause
    QCOMPARE(m_bench->edit().extraSelections().size(), 0);
    QTest::keyClicks(&m_bench->edit(), u" then"_s);
    QTRY_COMPARE(m_bench->edit().extraSelections().size(), 1);
}

void SpellingTest::itCanBeSwitchedOff()
{
    write(u"your parcell comes tomorrow "_s);
    QTRY_COMPARE(m_bench->edit().extraSelections().size(), 1);
    m_bench->press(Qt::Key_F7, Qt::ShiftModifier);
    QTRY_COMPARE(m_bench->edit().extraSelections().size(), 0);
    QVERIFY(!spelling().isOn());
    m_bench->window->close();
    m_bench->start();
    QVERIFY(!spelling().isOn());
}

} // namespace fw::test

QTEST_MAIN(fw::test::SpellingTest)
#include "spelling_test.moc"

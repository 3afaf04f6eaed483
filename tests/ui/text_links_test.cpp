#include "ui/desktop/conversation/text_links.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

class TextLinksTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown");
        const auto row = [](const char *name, const QString &text, const QStringList &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("none", u"no address, but a.b and www.example.org"_s, {});
        row("one", u"see https://example.org/a?b=1&c=2#d please"_s, {u"https://example.org/a?b=1&c=2#d"_s});
        row("two", u"http://a.example, then HTTPS://B.example."_s,
            {u"http://a.example"_s, u"HTTPS://B.example"_s});
        row("end of a sentence", u"(https://example.org/a)!?"_s, {u"https://example.org/a"_s});
        row("brackets around brackets", u"((https://example.org/a_(b)))."_s,
            {u"https://example.org/a_(b)"_s});
        row("brackets of its own", u"https://example.org/a_(b)"_s, {u"https://example.org/a_(b)"_s});
        row("a name and a password", u"https://bank.example@evil.example/ https://a:b@evil.example"_s, {});
        row("other schemes", u"javascript://x.example file:///etc/passwd data:text/html,x"_s, {});
        row("inside a word", u"xhttps://example.org"_s, {});
        row("no host", u"https:// https:///x"_s, {});
        row("signs nobody sees", u"https://example.org/a\u202Egnp.exe"_s, {u"https://example.org/a"_s});
        row("mark-up", u"<a href=\"https://example.org\">https://other.example</a>"_s,
            {u"https://example.org"_s, u"https://other.example"_s});
        row("lines", u"https://a.example\u2028https://b.example"_s,
            {u"https://a.example"_s, u"https://b.example"_s});
    }
    void addressesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, shown);
        QStringList found;
        for (const TextLink &link : linksIn(text)) {
            found.append(text.mid(link.start, link.length));
        }
        QCOMPARE(found, shown);
    }

    void whereItLeadsCannotBeMistaken()
    {
        const QString text
            = u"https://\u0430pple.example/\u00E9 and https://example.org"_s; // a Cyrillic letter
        const auto links = linksIn(text);
        QCOMPARE(links.size(), 2);
        QCOMPARE(targetOf(links[0]), u"xn--pple-43d.example\nhttps://xn--pple-43d.example/%C3%A9"_s);
        QCOMPARE(targetOf(links[1]), u"example.org\nhttps://example.org"_s);
        const auto endless = linksIn(u"https://example.org/"_s + QString(5'000, u'a'));
        QVERIFY(targetOf(endless.first()).size() < 400);
        QCOMPARE(linksIn(u"https://a.example "_s.repeated(500)).size(), 50);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TextLinksTest)
#include "text_links_test.moc"

#include "app/store/message_store.h"
#include "app/store/search_store.h"
#include "app/store/tag_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/seed.h"

#include <QTimeZone>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct Archive : DeskFixture {
    Message say(const QString &body, const QString &author = u"5"_s)
    {
        clock.advance(1min);
        const QString id = QString::number(++m_last);
        return keep(mention(id, author, body));
    }

    [[nodiscard]] QList<Message> find(
        const QString &typed, SearchOrder order = SearchOrder::Newest, MessageId after = {}, int limit = 50)
    {
        const SearchQuery query = *parseSearch(typed, QTimeZone::utc());
        return *waitFor(
            store->read([=](Database &db) { return SearchStore(db).find(query, order, after, limit); }));
    }

    [[nodiscard]] QStringList texts(const QString &typed)
    {
        QStringList found;
        const QList<Message> messages = find(typed);
        for (const Message &message : messages) {
            found.append(message.body);
        }
        return found;
    }

private:
    int m_last = 1000;
};

/// What a person would call the same word.
QString folded(const QString &word)
{
    QString plain;
    const QString apart = word.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar c : apart) {
        if (!c.isMark()) {
            plain += c;
        }
    }
    return plain;
}
} // namespace

class SearchTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newestFirstWithoutAccentsAndCase()
    {
        Archive desk;
        desk.say(u"Où est ma commande ? Le café est fermé"_s);
        desk.say(u"The CAFE was closed"_s);
        desk.say(u"Nothing of that"_s);
        QCOMPARE(desk.texts(u"cafe"_s),
            (QStringList{u"The CAFE was closed"_s, u"Où est ma commande ? Le café est fermé"_s}));
        QCOMPARE(desk.texts(u"CAFÉ ferme"_s), QStringList{u"Où est ma commande ? Le café est fermé"_s});
        QVERIFY(desk.texts(u"cafeteria"_s).isEmpty());
    }

    void rowsOfWordsBeginningsAndOrderNumbers()
    {
        Archive desk;
        desk.say(u"my parcel is not here"_s);
        desk.say(u"here is not my parcel"_s);
        desk.say(u"order #A-1234 came, A 12345 did not"_s);
        QCOMPARE(desk.texts(u"\"not here\""_s), QStringList{u"my parcel is not here"_s});
        QCOMPARE(desk.texts(u"parc*"_s).size(), 2);
        QCOMPARE(desk.texts(u"\"is not h\"*"_s), QStringList{u"my parcel is not here"_s});
        QCOMPARE(desk.texts(u"#A-1234"_s).size(), 1);
        QVERIFY(desk.texts(u"#A-999"_s).isEmpty());
    }

    void operatorsNarrowItDown()
    {
        Archive desk;
        const Message first = desk.say(u"late parcel"_s, u"5"_s);
        desk.say(u"late again"_s, u"6"_s);
        QCOMPARE(desk.texts(u"late from:@h5"_s), QStringList{u"late parcel"_s});
        QCOMPARE(desk.texts(u"from:\"name 6\""_s), QStringList{u"late again"_s});
        QVERIFY(waitFor(desk.store->write(
            [&first](Database &db) { return TagStore(db).add(first.conversation, u"vip"_s, u"ann"_s); })));
        QCOMPARE(desk.texts(u"tag:vip"_s), QStringList{u"late parcel"_s});
        QCOMPARE(
            desk.texts(u"late network:twitter account:care lane:public is:waiting is:theirs"_s).size(), 2);
        QVERIFY(desk.texts(u"late network:facebook"_s).isEmpty());
        QVERIFY(desk.texts(u"late is:resolved"_s).isEmpty());
        QVERIFY(desk.texts(u"late is:failed"_s).isEmpty());
        QVERIFY(desk.texts(u"late is:ours"_s).isEmpty());
        const QString today = toDateTime(desk.clock.now()).toString(u"yyyy-MM-dd"_s);
        QVERIFY(desk.texts(u"late before:"_s + today).isEmpty());
        QVERIFY(desk.texts(u"late after:"_s + today).isEmpty());
    }

    void whatWasEditedIsFoundByItsNewWords()
    {
        Archive desk;
        const Message message = desk.say(u"wrong words"_s);
        QVERIFY(waitFor(desk.store->write([&message](Database &db) {
            MessageStore(db).setVersion(message.id, u"v2"_s, u"right ones"_s);
        })));
        QVERIFY(desk.texts(u"wrong"_s).isEmpty());
        QCOMPARE(desk.texts(u"right"_s), QStringList{u"right ones"_s});
    }

    void pagesFollowEachOther()
    {
        Archive desk;
        for (int i = 0; i < 25; ++i) {
            desk.say(u"parcel %1"_s.arg(i));
        }
        QList<Message> all;
        QList<Message> page;
        do {
            page = desk.find(
                u"parcel"_s, SearchOrder::Newest, page.isEmpty() ? MessageId() : page.last().id, 10);
            all += page;
        } while (page.size() == 10);
        QCOMPARE(all.size(), 25);
        QVERIFY(std::is_sorted(
            all.begin(), all.end(), [](const Message &a, const Message &b) { return a.id > b.id; }));
    }

    void byRelevanceTheBestComesFirst()
    {
        Archive desk;
        desk.say(u"refund refund refund"_s);
        desk.say(u"I asked for a refund some weeks ago and have not heard from anybody since then"_s);
        QCOMPARE(desk.find(u"refund"_s, SearchOrder::Relevance).first().body, u"refund refund refund"_s);
        QCOMPARE(desk.find(u"refund from:h5"_s, SearchOrder::Relevance).size(), 2);
        QVERIFY(desk.find(u"parcel"_s, SearchOrder::Relevance).isEmpty());
    }

    void nothingTypedBreaksTheStatement()
    {
        Archive desk;
        desk.say(u"it's \"quoted\" (AND) NEAR/3 col:on - ^x & | ! <-> \\ '"_s);
        for (const QString &typed : {u"it's"_s, u"\"\"quoted"_s, u"AND"_s, u"NEAR/3"_s, u"a&b|!c"_s, u"'a"_s,
                 u"x<->*"_s, u"\\x*"_s, u"from:'*"_s, u"from:\"a \\ b\""_s, u"NOT -x ^x {a b}"_s, u"a:*"_s}) {
            const SearchQuery query
                = parseSearch(typed, QTimeZone::utc()).value_or(SearchQuery{.terms = {{.text = typed}}});
            const auto found = waitFor(desk.store->read(
                [=](Database &db) { return SearchStore(db).find(query, SearchOrder::Newest, {}, 10); }));
            QVERIFY2(found.has_value(), qPrintable(typed));
        }
        QCOMPARE(desk.texts(u"\"quoted\""_s).size(), 1);
    }

    /// Against looking at every message.
    void itFindsWhatReadingEverythingFinds()
    {
        static const QStringList vocabulary{u"parcel"_s, u"Parcelle"_s, u"café"_s, u"cafe"_s, u"refund"_s,
            u"élan"_s, u"elan"_s, u"size"_s, u"42"_s, u"Grüße"_s};
        QRandomGenerator random(printedSeed());
        const auto word = [&random] { return vocabulary[random.bounded(int(vocabulary.size()))]; };
        Archive desk;
        QList<QStringList> said;
        for (int i = 0; i < 60; ++i) {
            QStringList words;
            for (int count = random.bounded(1, 6); count > 0; --count) {
                words.append(word());
            }
            said.prepend(words);
            desk.say(words.join(u' '));
        }
        for (int i = 0; i < 60; ++i) {
            const QStringList wanted{word(), word()};
            const bool isRow = random.bounded(2) == 0;
            QStringList expected;
            for (const QStringList &words : said) {
                const QString plain = u' ' + folded(words.join(u' ')) + u' ';
                const auto has
                    = [&plain](const QString &part) { return plain.contains(u' ' + folded(part) + u' '); };
                if (isRow ? has(wanted.join(u' ')) : has(wanted[0]) && has(wanted[1])) {
                    expected.append(words.join(u' '));
                }
            }
            QCOMPARE(desk.texts(isRow ? u'"' + wanted.join(u' ') + u'"' : wanted.join(u' ')).mid(0, 50),
                expected.mid(0, 50));
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SearchTest)
#include "search_test.moc"

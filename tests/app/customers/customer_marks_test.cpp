#include "app/customers/customer_marks.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const QStringList kFirst = {u"Ana"_s, u"José"_s, u"Zoë"_s, u"Jürgen"_s, u"Łukasz"_s, u"Søren"_s,
    u"Maria José"_s, u"Jean-Luc"_s, u"Siân"_s, u"Ðorđe"_s};
const QStringList kLast = {u"Martins"_s, u"Müller"_s, u"O'Brien"_s, u"Nuñez"_s, u"Großmann"_s, u"Lefèvre"_s,
    u"Ångström"_s, u"van der Berg"_s, u"Żak"_s, u"Smith-Jones"_s};
const QStringList kStreets = {u"Rua das Flores"_s, u"Königstraße"_s, u"Baker Street"_s,
    u"Avenue de l'Opéra"_s, u"Calle Núñez"_s, u"ul. Długa"_s};
const QStringList kCities = {u"Porto"_s, u"Köln"_s, u"London"_s, u"Besançon"_s, u"A Coruña"_s, u"Łódź"_s};

class Variants final
{
public:
    explicit Variants(quint32 seed) : m_random(seed) { }

    int below(int bound) { return int(m_random.bounded(bound)); }
    QString pick(const QStringList &from) { return from[below(int(from.size()))]; }
    QString digits(int count)
    {
        QString text = QString::number(1 + below(9));
        while (text.size() < count) {
            text += QString::number(below(10));
        }
        return text;
    }

    CustomerMarks customer()
    {
        const QString first = pick(kFirst);
        const QString last = pick(kLast);
        const QString mail = QString(first + u'.' + last).normalized(QString::NormalizationForm_KD).toLower();
        QString local;
        for (const QChar c : mail) {
            local += c.unicode() < 128 && (c.isLetter() || c == u'.') ? QString(c) : QString();
        }
        return {.name = first + u' ' + last,
            .email = local + digits(3) + u"@example.org"_s,
            .phone
            = pick({u"+351 9"_s, u"+49 30 "_s, u"020 7"_s, u"+33 6 "_s}) + digits(3) + u' ' + digits(4),
            .address = pick(kStreets) + u' ' + digits(2),
            .postcode = digits(5),
            .city = pick(kCities),
            .orderNumbers = {pick({u"FW-"_s, u"HV"_s, u"R/"_s}) + digits(6), digits(8)},
            .points = 100 + below(20000)};
    }

    /// The same with other case, accents, spaces and punctuation.
    QString words(QString text)
    {
        if (below(3) == 0) {
            text = text.normalized(QString::NormalizationForm_D);
        } else if (below(3) == 0) {
            text = without(text);
        }
        text = below(3) == 0 ? text.toUpper() : below(3) == 0 ? text.toLower() : text;
        text.replace(u' ', pick({u" "_s, u"  "_s, u"\u00A0"_s, u"-"_s, u", "_s, u"\n"_s, u""_s}));
        return text;
    }

    QString name(const QString &name)
    {
        return below(2) == 0
            ? words(name)
            : words(name.section(u' ', -1) + pick({u", "_s, u" "_s}) + name.section(u' ', 0, -2));
    }

    QString number(const QString &number)
    {
        QString text;
        for (const QChar c : number) {
            const bool isBetween = !c.isLetterOrNumber();
            text += isBetween ? pick({u" "_s, u"-"_s, u""_s, u"."_s, u"\u2013"_s}) : QString(c);
        }
        return below(2) == 0 ? text.toLower() : u'#' + text;
    }

    QString phone(const QString &phone)
    {
        QString digits;
        for (const QChar c : phone) {
            digits += c.isDigit() ? QString(c) : QString();
        }
        if (below(2) == 0) {
            digits = digits.right(8);
        }
        QString text = pick({u""_s, u"+"_s, u"00"_s, u"(0)"_s});
        for (qsizetype i = 0; i < digits.size(); ++i) {
            text += digits[i]
                + (i + 1 < digits.size() && below(3) == 0 ? pick({u" "_s, u"-"_s, u"."_s, u"/"_s})
                                                          : QString());
        }
        return text;
    }

    QString email(const QString &email)
    {
        const QString text = below(2) == 0 ? email.toUpper() : email;
        return below(3) == 0
            ? QString(text).replace(u'@', pick({u" (at) "_s, u" [at] "_s, u" @ "_s, u" at "_s}))
            : text;
    }

    QString points(qint64 points)
    {
        QString text = QString::number(points);
        if (text.size() > 3 && below(2) == 0) {
            text.insert(text.size() - 3, pick({u","_s, u"."_s, u" "_s, u"'"_s, u"\u202F"_s}));
        }
        return text;
    }

private:
    static QString without(const QString &text)
    {
        QString plain;
        for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
            plain += c.isMark() ? QString() : QString(c);
        }
        return plain;
    }

    QRandomGenerator m_random;
};

/// The replies of a shop that the guards are measured on.
QStringList replies()
{
    QFile file(QStringLiteral(FW_CORPUS));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen)
    QStringList texts;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#')) {
            texts += line.split(u'\t').mid(3);
        }
    }
    return texts;
}

bool isFound(const QString &text, const CustomerMarks &marks, qsizetype start, qsizetype length)
{
    for (const CustomerMark &mark : findCustomerMarks(text, marks)) {
        if (mark.start < start + length && start < mark.start + mark.length) {
            return true;
        }
    }
    return false;
}
} // namespace

class CustomerMarksTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOnRecordIsFoundWhereItStands()
    {
        const CustomerMarks marks{.name = u"Ana Martins"_s,
            .email = u"ana@example.org"_s,
            .phone = u"+351 912 345 678"_s,
            .address = u"Rua das Flores 12"_s,
            .postcode = u"4000-123"_s,
            .city = u"Porto"_s,
            .orderNumbers = {u"FW-100001"_s},
            .points = 1250};
        const QString text
            = u"Hi MARTINS, Ana: order fw 100001 went to 12 rua das flores, 4000123 PORTO. You have 1,250 points; we call 912-345-678."_s;
        QStringList found;
        for (const CustomerMark &mark : findCustomerMarks(text, marks)) {
            found.append(mark.what + u'=' + text.mid(mark.start, mark.length));
        }
        QCOMPARE(found,
            QStringList({u"name=MARTINS, Ana"_s, u"order=fw 100001"_s, u"address=12 rua das flores"_s,
                u"address=4000123 PORTO"_s, u"points=1,250"_s, u"phone=912-345-678"_s}));
    }

    void nothingIsMissedHoweverItIsWritten()
    {
        const quint32 seed = printedSeed();
        Variants variants(seed);
        const QStringList texts = replies();
        for (int i = 0; i < 1000; ++i) {
            const CustomerMarks marks = variants.customer();
            const QStringList said
                = {variants.name(marks.name), variants.email(marks.email), variants.phone(marks.phone),
                    variants.words(marks.address), variants.words(marks.postcode + u' ' + marks.city),
                    variants.number(variants.pick(marks.orderNumbers)), variants.points(*marks.points)};
            for (const QString &one : said) {
                const QString before
                    = variants.pick(texts) + variants.pick({u" "_s, u" ("_s, u"\n"_s, u": "_s, u" \u201C"_s});
                const QString text = before + one
                    + variants.pick({u" "_s, u". "_s, u")"_s, u"!"_s, u"\u201D "_s, u" \u2013 "_s})
                    + variants.pick(texts);
                QVERIFY2(isFound(text, marks, before.size(), one.size()),
                    qPrintable(u"missed \"%1\" in \"%2\""_s.arg(one, text)));
            }
        }
    }

    void ordinaryRepliesAreSeldomMarked()
    {
        Variants variants(7);
        const QStringList texts = replies();
        int marked = 0;
        constexpr int kCustomers = 20;
        for (int i = 0; i < kCustomers; ++i) {
            const CustomerMarks marks = variants.customer();
            for (const QString &text : texts) {
                marked += findCustomerMarks(text, marks).isEmpty() ? 0 : 1;
            }
        }
        const auto looked = double(kCustomers * texts.size());
        qInfo("%d of %.0f ordinary replies marked", marked, looked);
        QVERIFY(texts.size() > 500);
        QVERIFY(marked / looked < 0.001);
    }

    void whatEverybodyMaySayIsNotMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("first name") << u"Hi Ana, sorry about that"_s;
        QTest::newRow("handle") << u"@ana.martins @anamartins we are on it"_s;
        QTest::newRow("city") << u"our store in Porto has it"_s;
        QTest::newRow("longer name") << u"Ana Martinsen is our florist"_s;
        QTest::newRow("price") << u"it costs €450 or 450 EUR, 450% sure"_s;
        QTest::newRow("few digits") << u"within 10 days, 1000 thanks"_s;
        QTest::newRow("longer number") << u"see ticket 9FW-1000019 and 14500"_s;
    }

    void whatEverybodyMaySayIsNotMarked()
    {
        QFETCH(const QString, text);
        const CustomerMarks marks{.name = u"Ana Martins"_s,
            .postcode = u"4000-123"_s,
            .city = u"Porto"_s,
            .orderNumbers = {u"FW-100001"_s},
            .points = 450};
        QCOMPARE(findCustomerMarks(text, marks), QList<CustomerMark>());
    }

    void theLinkedCustomersRecordIsKeptInWithoutAnyConsent()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, {{u"name"_s, u"Ana Martins"_s}});
        desk.order(u"FW-100001"_s, u"c1"_s);
        const Message message = desk.keep(desk.mention(u"1"_s, u"7"_s, u"hello"_s));
        const auto marks = [&] {
            return *waitFor(
                desk.store->read([at = message.conversation](Database &db) { return marksBeside(db, at); }));
        };
        QVERIFY(!marks());
        QVERIFY(desk.link(message.author.id, id, u"said so"_s));
        QVERIFY(marks());
        QCOMPARE(marks()->name, u"Ana Martins"_s);
        QCOMPARE(marks()->orderNumbers, QStringList(u"FW-100001"_s));
        QVERIFY(waitFor(desk.people().unlink(message.author.id, u"ann"_s, u"her sister"_s)));
        QVERIFY(!marks());
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::CustomerMarksTest)
#include "customer_marks_test.moc"

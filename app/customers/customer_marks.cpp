#include "app/customers/customer_marks.h"

#include "app/store/conversation_store.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"
#include "app/store/loyalty_store.h"
#include "app/store/order_store.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLeastNeedle = 4;
constexpr qsizetype kPhoneDigits
    = 7; // enough to tell a number, and the same with every way to write what stands before
constexpr qsizetype kBareOrderDigits = 6;
constexpr qint64 kTellingPoints = 100;

/// Letters and digits only, lower case and without accents, with the place in the text that each comes from.
struct Squeezed {
    QString letters = {};
    QList<qsizetype> places = {};
};

/// How a letter that is no other one with an accent is written without it; empty: as it stands.
QString plain(QChar lower, bool isLong)
{
    switch (lower.unicode()) {
    case u'ä':
        return isLong ? u"ae"_s : u"a"_s;
    case u'ö':
    case u'ø':
        return isLong ? u"oe"_s : u"o"_s;
    case u'ü':
        return isLong ? u"ue"_s : u"u"_s;
    case u'å':
        return isLong ? u"aa"_s : u"a"_s;
    case u'æ':
        return isLong ? u"ae"_s : u"a"_s;
    case u'œ':
        return isLong ? u"oe"_s : u"o"_s;
    case u'ß':
        return u"ss"_s;
    case u'ł':
        return u"l"_s;
    case u'đ':
        return u"d"_s;
    case u'ı':
        return u"i"_s;
    default:
        return {};
    }
}

QString squeezedLetter(QChar c, bool isLong)
{
    if (const QString other = plain(c.toLower(), isLong); !other.isEmpty()) {
        return other;
    }
    QString letters;
    for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD)) {
        if (part.isDigit()) {
            letters += QChar(char16_t(u'0' + part.digitValue()));
        } else if (part.isLetterOrNumber()) {
            letters += part.toLower();
        }
    }
    return letters;
}

/// `isLong`: ü is ue, else u. Somebody writes Mueller, somebody else Muller.
Squeezed squeeze(const QString &text, bool isLong)
{
    // An accent that follows its letter is taken with it, and the places stay those of the text.
    Squeezed squeezed;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QChar c = text[i];
        if (i + 1 < text.size() && text[i + 1].isMark()) {
            const QString whole = text.mid(i, 2).normalized(QString::NormalizationForm_C);
            c = whole.size() == 1 ? whole[0] : c;
        }
        for (const QChar letter : squeezedLetter(c, isLong)) {
            squeezed.letters += letter;
            squeezed.places.append(i);
        }
    }
    return squeezed;
}

bool isWordAt(const QString &text, qsizetype place)
{
    return place >= 0 && place < text.size() && text[place].isLetterOrNumber();
}

/// Looks for things in one text; what was found first stays.
class Finder final
{
public:
    explicit Finder(const QString &text)
        : m_text(text)
        , m_short(squeeze(text, false))
        , m_long(squeeze(text, true))
    {
    }

    /// Whole words that are `wanted` when both are squeezed.
    void find(const QString &wanted, const QString &what)
    {
        for (const bool isLong : {false, true}) {
            findIn(isLong ? m_long : m_short, squeeze(wanted, isLong).letters, what);
        }
    }

    void add(qsizetype start, qsizetype end, const QString &what)
    {
        const bool isNew
            = std::none_of(m_found.begin(), m_found.end(), [start, end](const CustomerMark &known) {
                  return start < known.start + known.length && known.start < end;
              });
        if (isNew) {
            m_found.append({.start = start, .length = end - start, .what = what});
        }
    }

    /// The last digits of a telephone number, with all that stands before them and belongs to it.
    void findPhone(const QString &phone)
    {
        QString digits;
        for (const QChar c : squeeze(phone, false).letters) {
            digits += c.isDigit() ? QString(c) : QString();
        }
        const QString ending = digits.right(kPhoneDigits);
        for (qsizetype at = 0;
             ending.size() == kPhoneDigits && (at = m_short.letters.indexOf(ending, at)) >= 0; ++at) {
            const qsizetype end = m_short.places[at + kPhoneDigits - 1] + 1;
            if (end >= m_text.size() || !m_text[end].isDigit()) {
                add(phoneStart(m_short.places[at]), end, u"phone"_s);
            }
        }
    }

    [[nodiscard]] QList<CustomerMark> found() const
    {
        QList<CustomerMark> inOrder = m_found;
        std::sort(inOrder.begin(), inOrder.end(),
            [](const CustomerMark &a, const CustomerMark &b) { return a.start < b.start; });
        return inOrder;
    }

private:
    void findIn(const Squeezed &squeezed, const QString &needle, const QString &what)
    {
        if (needle.size() < kLeastNeedle) {
            return;
        }
        for (qsizetype at = 0; (at = squeezed.letters.indexOf(needle, at)) >= 0; ++at) {
            const qsizetype start = squeezed.places[at];
            qsizetype end = squeezed.places[at + needle.size() - 1] + 1;
            while (end < m_text.size() && m_text[end].isMark()) {
                ++end;
            }
            if (!isWordAt(m_text, start - 1) && !isWordAt(m_text, end)) {
                add(start, end, what);
            }
        }
    }

    [[nodiscard]] qsizetype phoneStart(qsizetype start) const
    {
        const auto belongs = [](QChar c) { return c.isDigit() || u"+()./- \u00A0\u202F"_s.contains(c); };
        qsizetype first = start;
        while (first > 0 && belongs(m_text[first - 1])) {
            --first;
        }
        while (first < start && !m_text[first].isDigit() && m_text[first] != u'+' && m_text[first] != u'(') {
            ++first;
        }
        return first;
    }

    QString m_text;
    Squeezed m_short;
    Squeezed m_long;
    QList<CustomerMark> m_found;
};

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

/// As it stands, and with the word at either end moved to the other: "Martins, Ana", "12 Rua das Flores".
QStringList turned(const QString &text)
{
    QStringList words = wordsOf(text);
    QStringList turns = {words.join(u' ')};
    if (words.size() > 1) {
        words.prepend(words.takeLast());
        turns.append(words.join(u' '));
        words.append(words.takeFirst());
        words.append(words.takeFirst());
        turns.append(words.join(u' '));
    }
    turns.removeDuplicates();
    return turns;
}

/// Handles are public, and somebody may be called as their handle says.
QString withoutHandles(QString text)
{
    static const QRegularExpression handle(
        u"(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString before = text;
    for (auto matches = handle.globalMatch(before); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    return text;
}

void findEmail(Finder &finder, const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 1) {
        return;
    }
    const QStringList people = {email.left(at), email.left(at).section(u'+', 0, 0)};
    const QString host = email.mid(at + 1);
    for (const QString &person : people) {
        finder.find(person + host, u"email"_s);
        finder.find(person + u"at"_s + host, u"email"_s);
        finder.find(person + u"at"_s + QString(host).replace(u'.', u"dot"_s), u"email"_s);
    }
}

void findOrder(Finder &finder, const QString &number)
{
    finder.find(number, u"order"_s);
    static const QRegularExpression letters(u"^\\D+"_s);
    const QString digits = QString(number).remove(letters);
    if (digits.count(QRegularExpression(u"\\d"_s)) >= kBareOrderDigits) {
        finder.find(digits, u"order"_s);
    }
}

void findPoints(Finder &finder, const QString &text, qint64 points)
{
    static const QRegularExpression number(
        u"(?<![\\d\\p{L}]|\\d[.,:/-]|\\p{Sc}|\\p{Sc} )(\\d{1,3}(?:[ .,'’\\x{A0}\\x{202F}]\\d{3})+|\\d+)"
        "(?!\\d|[.,:/-]\\d|\\p{L}|\\s?(?:\\p{Sc}|%|(?:EUR|USD|GBP|CHF)\\b))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression aboutPoints(
        u"\\b(?:points?|pts|punkten?|punten|puntos|pontos|punti|balance|bonus|loyalty|miles)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const bool isTold = aboutPoints.match(text).hasMatch();
    for (auto matches = number.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QString digits;
        for (const QChar c : match.captured()) {
            digits += c.isDigit() ? QString::number(c.digitValue()) : QString();
        }
        if (digits.toLongLong() == points && (points >= kTellingPoints || isTold)) {
            finder.add(match.capturedStart(), match.capturedEnd(), u"points"_s);
        }
    }
}
} // namespace

QList<CustomerMark> findCustomerMarks(const QString &text, const CustomerMarks &marks)
{
    Finder finder(text);
    findEmail(finder, marks.email);
    for (const QString &number : marks.orderNumbers) {
        findOrder(finder, number);
    }
    finder.findPhone(marks.phone);
    for (const QString &address : turned(marks.address)) {
        finder.find(address, u"address"_s);
    }
    if (!marks.postcode.isEmpty() && !marks.city.isEmpty()) {
        finder.find(marks.postcode + marks.city, u"address"_s);
        finder.find(marks.city + marks.postcode, u"address"_s);
    }
    if (wordsOf(marks.name).size() > 1) {
        Finder names(withoutHandles(text));
        for (const QString &name : turned(marks.name)) {
            names.find(name, u"name"_s);
        }
        for (const CustomerMark &name : names.found()) {
            finder.add(name.start, name.start + name.length, name.what);
        }
    }
    if (marks.points) {
        findPoints(finder, text, *marks.points);
    }
    return finder.found();
}

std::optional<CustomerMarks> marksBeside(Database &db, ConversationId conversation)
{
    const auto open = ConversationStore(db).byId(conversation);
    const auto link = open ? LinkStore(db).active(open->customer.id) : std::nullopt;
    const auto customer = link ? CustomerStore(db).byId(link->customer) : std::nullopt;
    if (!customer) {
        return std::nullopt;
    }
    CustomerMarks marks{.name = customer->name,
        .email = customer->email,
        .phone = customer->phone,
        .address = customer->address,
        .postcode = customer->postcode,
        .city = customer->city,
        .orderNumbers = OrderStore(db).numbersOf(customer->id)};
    const auto newest = LoyaltyStore(db).events(customer->id, 1);
    if (!newest.isEmpty()) {
        marks.points = newest.first().points;
    }
    return marks;
}

} // namespace fw

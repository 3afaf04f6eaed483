#include "app/dispatch/guard/leak.h"

#include "app/store/account_store.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw::guard {

namespace {
using namespace Qt::StringLiterals;

constexpr int kLeastPhone = 9;
constexpr int kLeastInternational = 8;
constexpr int kMostPhone = 15; // ITU-T E.164
constexpr int kLeastCard = 13; // ISO/IEC 7812
constexpr int kMostCard = 19;

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(
        text, QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
}

/// What matched is written over, place for place, so that it is found once and as one thing.
void blank(QString &text, qsizetype start, qsizetype length)
{
    text.replace(start, length, QString(length, u'\u00A6'));
}

void blankAll(QString &text, const QRegularExpression &what)
{
    const QString before = text;
    for (auto matches = what.globalMatch(before); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        blank(text, match.capturedStart(), match.capturedLength());
    }
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += QChar(char16_t(u'0' + c.digitValue()));
        }
    }
    return digits;
}

bool passesLuhn(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue() * (i % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

bool isCard(QStringView found)
{
    const QString digits = digitsOf(found);
    return digits.size() >= kLeastCard && digits.size() <= kMostCard && passesLuhn(digits)
        && digits.count(digits[0]) < digits.size();
}

bool isPhone(QStringView found)
{
    const qsizetype digits = digitsOf(found).size();
    const bool isInternational = found.startsWith(u'+') || found.startsWith(u"00") || found.startsWith(u"(+");
    return digits <= kMostPhone + (found.startsWith(u"00") ? 2 : 0)
        && digits >= (isInternational ? kLeastInternational : kLeastPhone);
}

bool always(QStringView)
{
    return true;
}

void find(QList<LeakSpan> &spans, QString &text, const QRegularExpression &what, const QString &name,
    bool (*isReally)(QStringView))
{
    const QString before = text;
    for (auto matches = what.globalMatch(before); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isReally(match.capturedView())) {
            spans.append({.start = match.capturedStart(), .length = match.capturedLength(), .what = name});
            blank(text, match.capturedStart(), match.capturedLength());
        }
    }
}

void blankHarmlessNumbers(QString &text)
{
    // Not the middle of "06.12.10.20.30", which is a telephone number.
    static const QRegularExpression date = pattern(
        u"(?<!\\d)\\d{4}([-./])\\d{1,2}\\1\\d{1,2}(?!\\d)|(?<!\\d)\\d{1,2}-\\d{1,2}-\\d{4}(?!\\d)"
        "|(?<!\\d)(?<!\\d[./])(?:0?[1-9]|[12]\\d|3[01])([./])(?:0?[1-9]|1[0-2])\\2(?:\\d{4}|\\d{2})(?!\\2?\\d)"_s);
    static const QRegularExpression time = pattern(u"(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)"_s);
    static const QRegularExpression price = pattern(
        u"\\p{Sc}\\s?\\d{1,3}(?:[ .,'\\x{A0}\\x{202F}]?\\d{3})*(?:[.,]\\d{2})?(?!\\d)"
        "|(?<!\\d)\\d{1,3}(?:[ .,'\\x{A0}\\x{202F}]?\\d{3})*(?:[.,]\\d{2})?\\s?(?:\\p{Sc}|(?:EUR|USD|GBP|CHF|CAD|euros?|dollars?|pounds?)\\b)"_s);
    for (const QRegularExpression *harmless : {&date, &time, &price}) {
        blankAll(text, *harmless);
    }
}
} // namespace

QList<LeakSpan> personalMarks(const QString &text)
{
    static const QRegularExpression link = pattern(u"\\bhttps?://\\S+|\\bwww\\.\\S+"_s);
    static const QRegularExpression email = pattern(
        u"[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+-]*[\\p{L}\\p{N}_%+-])?@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}"_s);
    static const QRegularExpression handle = pattern(u"(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]+"_s);
    static const QRegularExpression card
        = pattern(u"(?<![\\p{L}\\p{N}#+])\\p{Nd}(?:[ \\x{A0}-]?\\p{Nd}){12,18}(?![\\p{L}\\p{N}])"_s);
    static const QRegularExpression phone = pattern(
        u"(?<![\\p{L}\\p{N}#/_-])(?:\\(?\\+)?\\(?\\p{Nd}(?:(?:[ \\x{A0}./-]|\\)? ?\\(|\\) ?|\\)-)?\\p{Nd}){6,}(?![\\p{L}\\p{N}])"_s);
    QString rest = text;
    QList<LeakSpan> spans;
    blankAll(rest, link);
    find(spans, rest, email, u"email"_s, &always);
    blankAll(rest, handle);
    find(spans, rest, card, u"card"_s, &isCard);
    blankHarmlessNumbers(rest);
    find(spans, rest, phone, u"phone"_s, &isPhone);
    std::sort(
        spans.begin(), spans.end(), [](const LeakSpan &a, const LeakSpan &b) { return a.start < b.start; });
    return spans;
}

namespace {
/// However it is written: 020…, +44 20…, +44 (0)20…, 0044 20….
bool isSameNumber(const QString &a, const QString &b)
{
    const auto significant = [](QString text) {
        QString digits = digitsOf(text.remove(u"(0)"_s));
        while (digits.startsWith(u'0')) {
            digits.remove(0, 1);
        }
        return digits;
    };
    const QString one = significant(a);
    const QString other = significant(b);
    return std::min(one.size(), other.size()) >= kLeastInternational - 1
        && (one.endsWith(other) || other.endsWith(one));
}

bool isOwn(const LeakSpan &span, const QString &text, const QStringList &contacts)
{
    const QString found = text.mid(span.start, span.length);
    return std::any_of(contacts.begin(), contacts.end(), [&](const QString &contact) {
        if (span.what == "email"_L1) {
            return contact.startsWith(u'@') ? found.endsWith(contact, Qt::CaseInsensitive)
                                            : found.compare(contact, Qt::CaseInsensitive) == 0;
        }
        return span.what == "phone"_L1 && isSameNumber(found, contact);
    });
}
} // namespace

QList<LeakSpan> personalMarks(const QString &text, const QStringList &ownContacts)
{
    QList<LeakSpan> spans = personalMarks(text);
    spans.removeIf([&](const LeakSpan &span) { return isOwn(span, text, ownContacts); });
    return spans;
}

QList<LeakSpan> findLeaks(Database &db, const PublicDraft &draft, const QList<LeakFinder> &finders)
{
    QList<LeakSpan> spans = personalMarks(draft.text);
    if (!spans.isEmpty()) {
        const Account account = AccountStore(db).byId(draft.account).value_or(Account{});
        spans
            = personalMarks(draft.text, account.settings.value(u"own_contacts"_s).toVariant().toStringList());
    }
    for (const LeakFinder &finder : finders) {
        for (const LeakSpan &span : finder(db, draft)) {
            const bool isNew = std::none_of(spans.begin(), spans.end(), [&span](const LeakSpan &known) {
                return span.start < known.start + known.length && known.start < span.start + span.length;
            });
            if (isNew) {
                spans.append(span);
            }
        }
    }
    std::sort(
        spans.begin(), spans.end(), [](const LeakSpan &a, const LeakSpan &b) { return a.start < b.start; });
    return spans;
}

} // namespace fw::guard

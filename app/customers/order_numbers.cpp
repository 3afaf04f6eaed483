#include "app/customers/order_numbers.h"

#include "app/customers/customer_view.h"
#include "app/store/order_store.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestFormat = 40;
constexpr qsizetype kLeastDigits = 4;

QString patternOf(QChar c)
{
    if (c == u'#') {
        return u"[0-9]"_s;
    }
    if (c == u'@') {
        return u"[A-Za-z]"_s;
    }
    return c == u'-' ? u"[- ]?"_s : QRegularExpression::escape(QString(c));
}

QString patternOf(const QString &format)
{
    QString pattern;
    for (const QChar c : format) {
        pattern += patternOf(c);
    }
    return pattern;
}
} // namespace

QStringList usualOrderFormats()
{
    return {u"@@-######"_s, u"@@@-######"_s, u"@@-########"_s, u"########"_s};
}

Result<QString> orderFormat(const QString &format)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9#@./-]+$"_s);
    const QString trimmed = format.trimmed();
    const bool isGood = shape.match(trimmed).hasMatch() && trimmed.size() <= kLongestFormat
        && trimmed.count(u'#') >= kLeastDigits;
    if (!isGood) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"\"%1\" is no format: say # for a digit (at least four), @ for a letter, and letters, digits, - . / for themselves, as in FW-######"_s
                  .arg(trimmed)});
    }
    return trimmed;
}

QList<OrderMention> findOrderNumbers(const QString &text, const QStringList &formats)
{
    QStringList longestFirst = formats;
    std::sort(longestFirst.begin(), longestFirst.end(), [](const QString &a, const QString &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    QStringList patterns;
    std::transform(longestFirst.begin(), longestFirst.end(), std::back_inserter(patterns),
        [](const QString &format) { return patternOf(format); });
    if (patterns.isEmpty()) {
        return {};
    }
    // Not inside a word, a link, a longer number or an amount.
    const QRegularExpression numbers(
        u"(?<![\\w@/.,-])(?:%1)(?![\\w@/-]|[.,][0-9])"_s.arg(patterns.join(u'|')),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QList<OrderMention> found;
    for (auto matches = numbers.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        found.append(
            {.start = match.capturedStart(), .length = match.capturedLength(), .number = match.captured()});
    }
    return found;
}

QList<OrderMention> knownOrderNumbers(Database &db, const QString &text)
{
    OrderStore store(db);
    const QStringList formats = store.formats();
    QList<OrderMention> known;
    for (OrderMention mention : findOrderNumbers(text, formats.isEmpty() ? usualOrderFormats() : formats)) {
        for (const Order &order : store.byNumber(mention.number)) {
            if (FactGate(db, order.customer).allows(FactKind::Orders)) {
                mention.orders.append(order.id);
            }
        }
        if (!mention.orders.isEmpty()) {
            known.append(mention);
        }
    }
    return known;
}

} // namespace fw

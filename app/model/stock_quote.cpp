#include "app/model/stock_quote.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
const QLatin1String kBegin("{stock:");
constexpr char16_t kFirstPrivate = 0xE000;
constexpr char16_t kLastPrivate = 0xF8FF;

const QRegularExpression &form()
{
    static const QRegularExpression field(u"\\{stock:([^{}@/\\n]+)(?:/([^{}@\\n]+))?@([^{}\\n]+)\\}"_s);
    return field;
}

/// "{stock:" that nothing ends, or that names no place.
QStringList brokenIn(const QString &text)
{
    QStringList broken;
    const QString rest = withoutStockFields(text);
    for (qsizetype at = rest.indexOf(kBegin); at >= 0; at = rest.indexOf(kBegin, at + 1)) {
        broken.append(rest.mid(at)
                          .section(u'\n', 0, 0)
                          .section(u'}', 0, 0, QString::SectionIncludeTrailingSep)
                          .left(40));
    }
    return broken;
}
} // namespace

QList<StockField> stockFieldsIn(const QString &text)
{
    QList<StockField> fields;
    for (auto matches = form().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        fields.append({.product = match.captured(1).trimmed(),
            .variant = match.captured(2).trimmed(),
            .place = match.captured(3).trimmed(),
            .start = match.capturedStart(),
            .length = match.capturedLength()});
    }
    return fields;
}

QString stockField(const QString &product, const QString &variant, const QString &place)
{
    const QString whole = variant.isEmpty() ? u"{stock:%1@%2}"_s.arg(product, place)
                                            : u"{stock:%1/%2@%3}"_s.arg(product, variant, place);
    const QList<StockField> read = stockFieldsIn(whole);
    const bool isSame = read.size() == 1 && read.first().product == product && read.first().variant == variant
        && read.first().place == place && read.first().length == whole.size();
    return isSame ? whole : QString();
}

QuotedText quoteStock(const QString &text, const StockSource &source)
{
    QuotedText quoted;
    qsizetype copied = 0;
    for (const StockField &field : stockFieldsIn(text)) {
        const auto live = source(field);
        if (!live) {
            quoted.unknown.append(text.mid(field.start, field.length));
            continue;
        }
        quoted.text += text.mid(copied, field.start - copied);
        const qint64 said = std::max<qint64>(0, live->free);
        quoted.quotes.append({.product = live->product,
            .variant = live->variant,
            .place = live->place,
            .said = said,
            .asOf = live->asOf,
            .start = quoted.text.size()});
        quoted.text += QString::number(said);
        copied = field.start + field.length;
    }
    quoted.text += text.mid(copied);
    quoted.unknown += brokenIn(text);
    return quoted;
}

QString withStockFields(const QString &body, const QList<StockQuote> &quotes)
{
    QString text = body;
    for (auto quote = quotes.rbegin(); quote != quotes.rend(); ++quote) { // from the end, so that places stay
        const QString number = QString::number(quote->said);
        const QString field = stockField(quote->product, quote->variant, quote->place);
        if (!field.isEmpty() && text.mid(quote->start, number.size()) == number) {
            text.replace(quote->start, number.size(), field);
        }
    }
    return text;
}

QString withoutStockFields(const QString &text)
{
    QString blank = text;
    for (const StockField &field : stockFieldsIn(text)) {
        blank.replace(field.start, field.length, QString(field.length, u' '));
    }
    return blank;
}

bool hasStockFields(const QString &text)
{
    return text.contains(kBegin);
}

StandIns::StandIns(const QString &text, const QList<StockQuote> &quotes)
{
    char16_t next = kFirstPrivate;
    qsizetype copied = 0;
    for (const StockField &field : stockFieldsIn(text)) {
        const auto quote = std::find_if(quotes.begin(), quotes.end(), [&field](const StockQuote &one) {
            return one.product == field.product && one.variant == field.variant && one.place == field.place;
        });
        while (text.contains(QChar(next)) && next < kLastPrivate) {
            ++next;
        }
        if (quote == quotes.end() || next >= kLastPrivate) {
            continue;
        }
        m_signs.append({.sign = QChar(next++),
            .field = text.mid(field.start, field.length),
            .number = QString::number(quote->said)});
        m_text += text.mid(copied, field.start - copied) + m_signs.last().sign;
        copied = field.start + field.length;
    }
    m_text += text.mid(copied);
}

QString StandIns::asRead(QString part) const
{
    for (const StandIn &one : m_signs) {
        part.replace(one.sign, one.number);
    }
    return part;
}

QString StandIns::asWritten(QString part) const
{
    for (const StandIn &one : m_signs) {
        part.replace(one.sign, one.field);
    }
    return part;
}

bool isStillTrue(const StockQuote &quote, qint64 now)
{
    const bool isTrue = quote.said == 0 ? now <= 0 : now >= quote.said;
    const bool isNoWorse
        = quote.overruled && (quote.said == 0 ? now <= *quote.overruled : now >= *quote.overruled);
    return isTrue || isNoWorse;
}

} // namespace fw

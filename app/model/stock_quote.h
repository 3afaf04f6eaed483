#pragma once

#include "app/model/stock.h"

#include <QStringList>

#include <functional>

namespace fw {

/// A field that says how many of something can be promised in one place: {stock:KL-204/42@Baixa}, without a variant {stock:KL-204@Baixa}.
struct StockField {
    QString product = {};
    QString variant = {};
    QString place = {};
    qsizetype start = 0;  // in the text, UTF-16 units
    qsizetype length = 0; // with its braces
    bool operator==(const StockField &) const = default;
};

/// A number in a reply that must still be true when the reply leaves.
struct StockQuote {
    QString product = {};
    QString variant = {};
    QString place = {};
    qint64 said = 0;
    Instant asOf = {};                    // of the level it was made from
    qsizetype start = 0;                  // where the number stands in the text, UTF-16 units
    std::optional<qint64> found = {};     // what there was when the reply was stopped for it
    std::optional<qint64> overruled = {}; // somebody let it leave though there was only this
    bool operator==(const StockQuote &) const = default;
};

/// A text with its stock fields replaced by numbers.
struct QuotedText {
    QString text = {};
    QList<StockQuote> quotes = {};
    QStringList unknown
        = {}; // fields of which nothing is known, or that are not whole; they still stand in the text
    bool operator==(const QuotedText &) const = default;
};

/// Those that are whole, in order.
[[nodiscard]] QList<StockField> stockFieldsIn(const QString &text);
/// The field as it is written; empty where a code has a character that ends it.
[[nodiscard]] QString stockField(const QString &product, const QString &variant, const QString &place);
/// What stands where a field does, its braces included.
using StockSource = std::function<std::optional<LiveStock>(const StockField &)>;
[[nodiscard]] QuotedText quoteStock(const QString &text, const StockSource &source);
/// `body` with its numbers as the fields they were made from; the way back from quoteStock(). A number that does not stand where it should stays.
[[nodiscard]] QString withStockFields(const QString &body, const QList<StockQuote> &quotes);
/// Each field as so many spaces: for looking at the words around them, at the same places.
[[nodiscard]] QString withoutStockFields(const QString &text);
/// Whether a text has fields, whole or not.
[[nodiscard]] bool hasStockFields(const QString &text);

/// A text with one character for each stock field, so that it can be measured and cut as it will be read.
class StandIns final
{
public:
    /// Fields that are not in `quotes` stay as they are.
    StandIns(const QString &text, const QList<StockQuote> &quotes);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// A part of it with the numbers.
    [[nodiscard]] QString asRead(QString part) const;
    /// A part of it with the fields.
    [[nodiscard]] QString asWritten(QString part) const;

private:
    struct StandIn {
        QChar sign = {}; // that the text does not have, of a private use area
        QString field = {};
        QString number = {};
    };
    QString m_text = {};
    QList<StandIn> m_signs = {};
};

/// Whether what was said holds with `now` of it: as many as said, or more; "none" only while there are none. What somebody let leave stays all right until it
/// gets worse.
[[nodiscard]] bool isStillTrue(const StockQuote &quote, qint64 now);

} // namespace fw

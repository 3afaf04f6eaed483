#include "app/customers/import/import_row.h"

#include "app/model/currency.h"

#include <QCryptographicHash>
#include <QTimeZone>
#include <QtEndian>

#include <cmath>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestCell = 2000;
constexpr qsizetype kLongestKey = 200;

Failure unfit(const ImportField &field, const QString &cell, const QString &wanted)
{
    const QString shown = cell.size() > 60 ? cell.left(60) + u'…' : cell;
    return Failure({.code = ErrorCode::Usage, .detail = u"%1 \"%2\": %3"_s.arg(field.name, shown, wanted)});
}

Result<QVariant> wholeNumber(const ImportField &field, const QString &cell)
{
    bool isNumber = false;
    const qint64 number = cell.toLongLong(&isNumber);
    return isNumber ? Result<QVariant>(QVariant(number)) : unfit(field, cell, u"say a whole number"_s);
}

Result<QVariant> amount(const ImportField &field, const QString &cell, const QString &currency)
{
    const auto digits = minorDigits(currency);
    if (!digits) {
        return QVariant(0); // the currency's own cell tells
    }
    const auto minor = minorUnits(cell, *digits);
    return minor ? Result<QVariant>(QVariant(*minor))
                 : unfit(field, cell, u"say an amount such as 1234.50, as fine as the currency is"_s);
}

Result<QVariant> millionths(const ImportField &field, const QString &cell)
{
    constexpr double kMost = 180;
    constexpr double kPerDegree = 1e6;
    if (cell.isEmpty()) {
        return QVariant();
    }
    bool isNumber = false;
    const double degrees = cell.toDouble(&isNumber);
    return isNumber && degrees >= -kMost && degrees <= kMost
        ? Result<QVariant>(QVariant(qint64(std::llround(degrees * kPerDegree))))
        : unfit(field, cell, u"say degrees, such as 41.15"_s);
}

Result<QVariant> valueOf(const ImportField &field, const QString &cell, const QString &currency)
{
    switch (field.type) {
    case FieldType::Whole:
        return wholeNumber(field, cell);
    case FieldType::Money:
        return amount(field, cell, currency);
    case FieldType::Degrees:
        return millionths(field, cell);
    case FieldType::Currency:
        return minorDigits(cell.toUpper()) ? Result<QVariant>(QVariant(cell.toUpper()))
                                           : unfit(field, cell, u"no currency of ISO 4217, such as EUR"_s);
    case FieldType::Time:
        if (const auto time = importTime(cell)) {
            return QVariant(toMs(*time));
        }
        return unfit(field, cell, u"say a date, or date and time, such as 2026-11-22T09:30:00Z"_s);
    case FieldType::Choice:
        return field.choices.contains(cell.toLower())
            ? Result<QVariant>(QVariant(cell.toLower()))
            : unfit(field, cell, u"say one of: %1"_s.arg(field.choices.join(u", "_s)));
    case FieldType::Text:
    case FieldType::Customer:
    case FieldType::Order:
        break;
    }
    return QVariant(cell);
}

QString currencyIn(ImportKind kind, const QStringList &cells)
{
    const QList<ImportField> &fields = fieldsOf(kind);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields[i].type == FieldType::Currency) {
            return cells.value(i).trimmed().toUpper();
        }
    }
    return {};
}

Result<QVariant> readCell(const ImportField &field, const QString &cell, const QString &currency)
{
    const QString text = cell.isEmpty() ? field.otherwise : cell;
    if (text.isEmpty() && field.isRequired) {
        return unfit(field, cell, u"must not be empty"_s);
    }
    if (text.size() > (field.isKey ? kLongestKey : kLongestCell)) {
        return unfit(
            field, cell, u"longer than %1 characters"_s.arg(field.isKey ? kLongestKey : kLongestCell));
    }
    return valueOf(field, text, currency);
}

} // namespace

qint64 rowHash(const QVariantList &values)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QVariant &value : values) {
        hash.addData(value.toString().toUtf8());
        hash.addData(QByteArrayView("\x1f", 1));
    }
    return qFromBigEndian<qint64>(hash.result().constData());
}

std::optional<Instant> importTime(const QString &text)
{
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso[10] == u' ') {
        iso[10] = u'T';
    }
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid() || iso.size() < 10) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return instantFromMs(time.toMSecsSinceEpoch());
}

Result<ImportRow> importRow(ImportKind kind, const QStringList &cells, qint64 line, Instant now)
{
    const QList<ImportField> &fields = fieldsOf(kind);
    const QString currency = currencyIn(kind, cells);
    ImportRow row{.line = line};
    QStringList key;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString cell = cells.value(i).trimmed();
        const auto value = readCell(fields[i], cell, currency);
        if (!value) {
            return Failure(value.error());
        }
        if (kind == ImportKind::Consents && fields[i].type == FieldType::Time
            && value->toLongLong() > toMs(now)) {
            return unfit(fields[i], cell, u"lies in the future"_s);
        }
        if (fields[i].isKey) {
            key.append(value->toString().replace(u'|', u"||"_s));
        }
        row.values.append(*value);
    }
    row.key = key.size() == 1 ? key.first().replace(u"||"_s, u"|"_s) : key.join(u"|"_s);
    row.hash = rowHash(row.values);
    return row;
}

} // namespace fw

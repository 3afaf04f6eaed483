#include "app/model/currency.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Source: ISO 4217, list one (active codes of money in use, 2024), without funds and metals.
const QString kNone = u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"_s;
const QString kThree = u"BHD IQD JOD KWD LYD OMR TND"_s;
const QString kTwo
    = u"AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
      u"CHF CNY "
      "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF "
      "IDR ILS "
      "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
      "MXN MYR "
      "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE "
      "SOS SRD "
      "SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWL"_s;

QHash<QString, int> readDigits()
{
    QHash<QString, int> digits;
    const auto add = [&digits](const QString &codes, int places) {
        for (const QString &code : codes.split(u' ')) {
            digits.insert(code, places);
        }
    };
    add(kNone, 0);
    add(kThree, 3);
    add(kTwo, 2);
    return digits;
}

/// Where the decimal separator stands, -1 without one; nothing when it cannot be told.
std::optional<qsizetype> separatorIn(const QString &amount, int digits)
{
    const qsizetype last = std::max(amount.lastIndexOf(u'.'), amount.lastIndexOf(u','));
    if (last < 0) {
        return -1;
    }
    const qsizetype places = amount.size() - last - 1;
    const qsizetype same = amount.count(amount[last]);
    const bool isGrouped = same > 1 && places == 3; // 1.234.567
    if (isGrouped) {
        return -1;
    }
    const bool isAmbiguous = places == 3 && amount.count(u'.') + amount.count(u',') == 1 && digits != 3;
    return isAmbiguous || same > 1 ? std::nullopt : std::optional(last);
}
} // namespace

std::optional<int> minorDigits(const QString &currency)
{
    static const QHash<QString, int> digits = readDigits();
    const auto found = digits.constFind(currency);
    return found == digits.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<qint64> minorUnits(const QString &text, int digits)
{
    static const QRegularExpression shape(u"^[+-]?[0-9][0-9., '\\x{a0}\\x{202f}\\x{2019}]*$"_s);
    QString amount = text.trimmed();
    if (!shape.match(amount).hasMatch()) {
        return std::nullopt;
    }
    const bool isNegative = amount.startsWith(u'-');
    static const QRegularExpression spaces(u"[+ '\\x{a0}\\x{202f}\\x{2019}-]"_s);
    amount.remove(spaces);
    const auto separator = separatorIn(amount, digits);
    if (!separator) {
        return std::nullopt;
    }
    const QString fraction = *separator < 0 ? QString() : amount.mid(*separator + 1);
    QString whole = *separator < 0 ? amount : amount.left(*separator);
    whole.remove(u'.').remove(u',');
    if (fraction.size() > digits) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 minor = (whole + fraction.leftJustified(digits, u'0')).toLongLong(&isNumber);
    return isNumber ? std::optional(isNegative ? -minor : minor) : std::nullopt;
}

QString amountText(qint64 minor, const QString &currency)
{
    const int digits = minorDigits(currency).value_or(0);
    QString text = QString::number(std::abs(minor)).rightJustified(digits + 1, u'0');
    if (digits > 0) {
        text.insert(text.size() - digits, u'.');
    }
    return (minor < 0 ? u"-"_s : QString()) + text + u' ' + currency;
}

} // namespace fw

#pragma once

#include <QString>

#include <optional>

namespace fw {

/// How many decimal places the minor unit of an ISO 4217 currency has; nothing for a code that is none.
[[nodiscard]] std::optional<int> minorDigits(const QString &currency);

/// `text` ("1 234,50", "1,234.50", "-12") in minor units of a currency with `digits` decimal places. Nothing when it is no amount, has more places
/// than that, or when "1,234" may mean either of two.
[[nodiscard]] std::optional<qint64> minorUnits(const QString &text, int digits);
/// "1234.50 EUR"
[[nodiscard]] QString amountText(qint64 minor, const QString &currency);

} // namespace fw

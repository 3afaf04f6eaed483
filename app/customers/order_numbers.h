#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// An order's number in a text.
struct OrderMention {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    QString number = {}; // as it was written
    QList<OrderId> orders
        = {}; // what may be opened: orders of customers who agreed to purchases being looked at
    bool operator==(const OrderMention &) const = default;
};

/// What order numbers look like where nobody said otherwise.
[[nodiscard]] QStringList usualOrderFormats();
/// A format: # is a digit, @ a letter, everything else stands for itself; a - may be missing or a space in what people write. Errors: Usage when it has
/// fewer than four digits, other characters than letters, digits and - . / or more than 40.
[[nodiscard]] Result<QString> orderFormat(const QString &format);
/// Numbers of these formats, in order; no two overlap. Pure.
[[nodiscard]] QList<OrderMention> findOrderNumbers(const QString &text, const QStringList &formats);
/// By the desk's formats, those of orders we have; with the orders that may be opened. Thread: the database's.
[[nodiscard]] QList<OrderMention> knownOrderNumbers(Database &db, const QString &text);

} // namespace fw

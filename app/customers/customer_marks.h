#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// What of one customer must not be read by everybody.
struct CustomerMarks {
    QString name = {};
    QString email = {};
    QString phone = {};
    QString address = {};
    QString postcode = {};
    QString city = {};
    QStringList orderNumbers = {};
    std::optional<qint64> points = {}; // where the customer stands
    bool operator==(const CustomerMarks &) const = default;
};

/// A part of a text that is the customer's own.
struct CustomerMark {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    QString what = {}; // "name", "email", "phone", "address", "order", "points"
    bool operator==(const CustomerMark &) const = default;
};

/// Where `text` says something of `marks`, however it is written: case, accents, spaces, punctuation, "MARTINS, Ana", +351 or 0. Not a first name alone,
/// a city alone, nor points below 100 away from a word for them. In order, and no two overlap. Pure.
[[nodiscard]] QList<CustomerMark> findCustomerMarks(const QString &text, const CustomerMarks &marks);

/// Of the customer to whom the conversation's identity is linked; nothing when there is none. It is there to keep things in, so it needs no consent:
/// nobody is told what is on record, only where a draft says it. Cost: index ranges of one customer. Thread: the database's.
[[nodiscard]] std::optional<CustomerMarks> marksBeside(Database &db, ConversationId conversation);

} // namespace fw

#pragma once

#include "app/core/ids.h"
#include "app/store/database.h"

#include <functional>

namespace fw::guard {

/// A part of a draft that everybody would read and that looks like somebody's own.
struct LeakSpan {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    QString what = {}; // "card", "email", "phone", "order", "address", "name", "points"
    bool operator==(const LeakSpan &) const = default;
};

/// What is about to be published.
struct PublicDraft {
    AccountId account = {};
    ConversationId conversation = {};
    QString text = {};
};

/// Looks into a public draft. Registered with the outbox by whoever knows what must not get out, such as the records of the customer whose
/// conversation is open. Runs at every check: an index look-up, not a scan. Thread: the database's.
using LeakFinder = std::function<QList<LeakSpan>(Database &, const PublicDraft &)>;

/// Numbers that pass the check of payment cards (13 to 19 digits, Luhn), e-mail addresses, and telephone numbers (with a country code, or 9 digits
/// and more). Not in links, handles, dates, times and prices. Pure; in order, and no two overlap.
[[nodiscard]] QList<LeakSpan> personalMarks(const QString &text);
/// Without the brand's own: e-mail addresses, "@shop.example" for all of a domain, telephone numbers however they are written.
[[nodiscard]] QList<LeakSpan> personalMarks(const QString &text, const QStringList &ownContacts);

/// Everything the built-in finder (but for the account's setting `own_contacts`) and `finders` see, in order; what overlaps something found before is left out.
[[nodiscard]] QList<LeakSpan> findLeaks(
    Database &db, const PublicDraft &draft, const QList<LeakFinder> &finders);

} // namespace fw::guard

#pragma once

#include "app/model/message.h"

namespace fw {

using CustomerId = Id<struct CustomerTag>;
using OrderId = Id<struct OrderTag>;
using LinkId = Id<struct LinkTag>;
using ImportId = Id<struct ImportTag>;

/// What a customer may agree to, each by itself.
enum class Purpose { LinkSocial, Purchases, Loyalty, Preferences, StoreVisits, Recommendations };

/// What is known of a customer, in the portions in which it is shown or hidden.
enum class FactKind { Record, Identities, Orders, Loyalty, Preferences, StoreVisits };

/// The consent a kind of fact needs before it is shown or used.
[[nodiscard]] Purpose purposeOf(FactKind kind);

[[nodiscard]] QString toString(Purpose purpose); // "link-social", "store-visits", …
[[nodiscard]] std::optional<Purpose> purposeFromString(const QString &name);
[[nodiscard]] const QList<Purpose> &allPurposes();
[[nodiscard]] QString toString(FactKind kind); // "record", "identities", …

/// A person, as the brand's own systems know them. Texts are as they were given; empty: not known.
struct Customer {
    CustomerId id = {};
    QString source = {}; // where the record comes from
    QString key = {};    // there
    QString name = {};
    QString email = {};
    QString phone = {};
    QString address = {};
    QString postcode = {};
    QString city = {};
    QString country = {};
    QString language = {};
    QString favouriteStore = {};
    QString twitter = {}; // accounts the customer named to the brand: a handle, or the network's id
    QString facebook = {};
    QString pinterest = {};
    Instant changedAt = {};
    bool operator==(const Customer &) const = default;
    /// The account the customer named on `network`.
    [[nodiscard]] QString named(Network network) const;
};

/// Somebody said yes or no to a purpose. By the customer, or in a conversation by an identity, whoever that is linked to.
struct Consent {
    CustomerId customer = {};
    IdentityId identity = {};
    Purpose purpose = Purpose::LinkSocial;
    bool isGiven = false;
    QString source = {}; // "crm", "conversation 7", …
    QString agent = {};  // who recorded it; empty: imported
    Instant at = {};
    bool operator==(const Consent &) const = default;
};

/// An identity was taken to be a customer, by somebody, for a reason.
struct IdentityLink {
    LinkId id = {};
    Identity identity = {};
    CustomerId customer = {};
    QString agent = {};
    QString reason = {};
    QString consent = {}; // how the person agreed
    Instant linkedAt = {};
    std::optional<Instant> unlinkedAt = {}; // empty: it holds
    QString unlinkedBy = {};
    QString unlinkReason = {};
    bool operator==(const IdentityLink &) const = default;
};

struct OrderLine {
    QString line = {};
    QString product = {};
    QString variant = {};
    QString title = {};
    qint64 quantity = 0;
    qint64 valueMinor = 0;
    QString currency = {}; // empty: the order's
    bool operator==(const OrderLine &) const = default;
};

/// Something bought or brought back, online or in a store.
struct Order {
    OrderId id = {};
    CustomerId customer = {};
    QString source = {};
    QString number = {};
    QString kind = {};          // "order", "return"
    QString returnedOrder = {}; // of a return
    QString channel = {};       // "online", "store"
    QString status = {};        // in the words of its source
    Instant placedAt = {};
    qint64 valueMinor = 0; // cents, yen, …
    QString currency = {}; // ISO 4217
    QString store = {};
    QString tracking = {};
    QList<OrderLine> lines = {};
    bool operator==(const Order &) const = default;
};

struct LoyaltyEvent {
    Instant at = {};
    QString tier = {};
    qint64 pointsChange = 0;
    qint64 points = 0; // after it
    QString reason = {};
    QString source = {};
    bool operator==(const LoyaltyEvent &) const = default;
};

/// What a customer shared: "size" is "42", "hours" is "evenings" …
struct Preference {
    QString preference = {};
    QString value = {};
    Instant at = {};
    QString source = {};
    bool operator==(const Preference &) const = default;
};

struct StoreVisit {
    QString store = {};
    Instant at = {};
    QString zone = {};
    std::chrono::seconds duration = {};
    QString source = {};
    bool operator==(const StoreVisit &) const = default;
};

/// So many of a product in a place, as of a time.
struct StockLevel {
    QString source = {};
    QString product = {};
    QString variant = {};
    QString title = {};
    QString place = {};
    QString placeKind = {}; // "store", "warehouse"
    qint64 quantity = 0;
    Instant asOf = {};
    bool operator==(const StockLevel &) const = default;
};

} // namespace fw

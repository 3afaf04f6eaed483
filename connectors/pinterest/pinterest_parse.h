#pragma once

#include "app/network/connector.h"
#include "connectors/http/json_view.h"

namespace fw::pinterest {

/// A pin as far as the desk wants to know it. Members may be absent, null or of a wrong type: they count as not told.
struct Pin {
    QString id = {};
    QString title = {};
    QString description = {};
    QString boardOwner = {};             // a user name; nobody tells who made the pin
    std::optional<bool> isOurs = {};     // is_owner
    std::optional<qint64> comments = {}; // pin_metrics.lifetime_metrics.comment
    std::optional<Instant> createdAt = {};
    QString subject = {}; // what the partner profile's pointer names
    bool operator==(const Pin &) const = default;

    [[nodiscard]] QString
    caption() const; // the title in quotation marks, or the beginning of the description, or the id
};

struct Board {
    QString id = {};
    QString name = {};
    QString owner = {};
    std::optional<qint64> collaborators = {};
    bool operator==(const Board &) const = default;
};

template <typename T>
struct List {
    QList<T> entries = {};
    QString bookmark = {}; // empty: the end. A missing, null or blank one is the end.
    int announced = 0;
    int unreadable = 0; // entries without an id
};

struct TopPins {
    QStringList pins = {};
    Instant asOf = {}; // the epoch: not told
};

struct AccountAnswer {
    Profile profile = {};
    std::optional<qint64> followers = {};
};

/// Answers of GET /pins, /boards, /boards/{id}/pins, /pins/{id}, /user_account and /user_account/analytics/top_pins. Errors: MalformedAnswer
/// (with the offset). Source: OpenAPI 5.23.0 and captured answers, which have members it does not know.
[[nodiscard]] Result<List<Pin>> readPins(const QByteArray &body, const QString &subject = {});
[[nodiscard]] Result<List<Board>> readBoards(const QByteArray &body);
[[nodiscard]] Result<Pin> readPin(const QByteArray &body);
[[nodiscard]] Result<TopPins> readTopPins(const QByteArray &body);
[[nodiscard]] Result<AccountAnswer> readAccount(const QByteArray &body);

/// Decimal digits, at most 32 of them, as text or (in hand-made answers) as a small number. Empty when it is anything else.
[[nodiscard]] QString idIn(JsonView value);

} // namespace fw::pinterest

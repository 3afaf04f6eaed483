#pragma once

#include "app/model/message.h"
#include "connectors/http/json_view.h"

#include <QHash>

namespace fw::twitter {

/// The people an answer describes, by id.
using People = QHash<QString, Identity>;

/// The member under its old ("tweet") or its new ("post") name.
[[nodiscard]] JsonView eitherOf(JsonView object, std::string_view oldName, std::string_view newName);

/// A user object. Every member may be missing or of a wrong type: it counts as not told.
[[nodiscard]] Identity readUser(JsonView user);

/// Everybody in `includes.users`.
[[nodiscard]] People readPeople(JsonView root);

/// Who `id` is, and whether the answer describes them. Somebody who is deleted, protected or withheld is left out of an answer, with an entry in
/// errors[] instead: then only the id is known.
struct KnownPerson {
    Identity identity = {};
    bool isAvailable = true;
};
[[nodiscard]] KnownPerson personWith(const QString &id, const People &people, const Account &account);

/// `created_at`, else what the id tells, else `serverTime`.
[[nodiscard]] Instant postedAtIn(JsonView object, const QString &id, Instant serverTime);

/// `&amp;` `&lt;` `&gt;` as the characters they stand for; the network escapes these three and no others.
[[nodiscard]] QString decodeEntities(const QString &text);

} // namespace fw::twitter

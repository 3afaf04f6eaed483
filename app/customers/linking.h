#pragma once

#include "app/customers/customers.h"

namespace fw {

// What Customers does, in the database's thread. Errors: as there.

/// Why this link cannot be made now.
[[nodiscard]] std::optional<Error> whyNoLink(
    Database &db, IdentityId identity, CustomerId customer, const QString &statement);
[[nodiscard]] Result<IdentityLink> makeLink(Database &db, const LinkRequest &request);
[[nodiscard]] Result<std::optional<IdentityLink>> linkIfCertain(Database &db, IdentityId identity);
[[nodiscard]] Result<IdentityLink> endLink(
    Database &db, IdentityId identity, const QString &agent, const QString &reason);
[[nodiscard]] Result<IdentityLink> undoLink(Database &db, LinkId id, const QString &agent);
[[nodiscard]] Result<LinkPreview> previewLink(Database &db, IdentityId identity, CustomerId customer);

} // namespace fw

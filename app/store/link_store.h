#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// Which identity is taken to be which customer. Links are ended, never removed, and nothing is copied from one side to the other: what is known
/// through a link is looked up when it is shown. Thread: the database's.
class LinkStore final
{
public:
    explicit LinkStore(Database &db) : m_db(db) { }

    [[nodiscard]] std::optional<Identity> identity(IdentityId id);
    [[nodiscard]] std::optional<Identity> identity(Network network, const QString &handle);
    /// On any network, with this handle whatever its case; at most `limit`.
    [[nodiscard]] QList<Identity> withHandle(const QString &handle, int limit);

    [[nodiscard]] std::optional<IdentityLink> byId(LinkId id);
    /// The link that holds.
    [[nodiscard]] std::optional<IdentityLink> active(IdentityId identity);
    /// Those that hold, oldest first.
    [[nodiscard]] QList<IdentityLink> activeOf(CustomerId customer);
    /// All there ever were, newest first.
    [[nodiscard]] QList<IdentityLink> history(IdentityId identity);
    /// All the customer ever had, oldest first.
    [[nodiscard]] QList<IdentityLink> allOf(CustomerId customer);

    /// `link` with id and time. The identity must have no link that holds. With the fact ("identity-linked").
    IdentityLink link(IdentityLink link);
    /// With the fact ("identity-unlinked").
    void unlink(const IdentityLink &link, const QString &agent, const QString &reason);

    /// What the identity wrote, newest first. Cost: one index range for each of its conversations.
    [[nodiscard]] QList<Message> messagesBy(IdentityId identity, int limit);

private:
    Database &m_db;
};

} // namespace fw

#pragma once

#include "app/customers/customer_view.h"
#include "app/customers/link_suggestions.h"
#include "app/customers/order_numbers.h"
#include "app/store/store.h"

namespace fw {

/// Somebody wants an identity to be a customer.
struct LinkRequest {
    IdentityId identity = {};
    CustomerId customer = {};
    QString agent = {};
    QString reason = {};
    QString statement
        = {}; // how the person agreed, if that is not on record: "said so in message 17"; it is recorded
};

/// One field beside the other, before a link is made.
struct FieldComparison {
    enum class Verdict { Same, Different, OnlyOne };
    QString field = {}; // "name", "account", "email", "phone", "order"
    QString ofIdentity = {};
    QString ofCustomer = {};
    Verdict verdict = Verdict::OnlyOne;
    bool operator==(const FieldComparison &) const = default;
};

/// What a link would bring together.
struct LinkPreview {
    Identity identity = {};
    Customer customer = {};
    QList<FieldComparison> fields = {};
    QList<IdentityLink> others = {}; // identities of the customer already
    QList<FactKind> wouldShow = {};
    QList<HiddenFact> wouldHide = {};
    std::optional<Error> refusal = {}; // why it cannot be made without a statement, or at all
};

/// The customer beside every conversation: who they are, as far as they agreed, and how we came to think so. Durable before it is announced. Thread: any.
class Customers final
{
public:
    explicit Customers(Store &store) : m_store(store) { }

    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<CustomerView>> view(const ViewRequest &request);
    /// By e-mail, telephone number, whole name, order number, or an account's name; at most `limit`.
    [[nodiscard]] QFuture<Result<QList<Customer>>> search(const QString &text, int limit);

    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<QList<LinkSuggestion>>> suggest(IdentityId identity, int limit);
    /// Links the identity if that is certain (certainCustomer()); the link that holds then, if one does.
    [[nodiscard]] QFuture<Result<std::optional<IdentityLink>>> linkIfCertain(IdentityId identity);
    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<LinkPreview>> preview(IdentityId identity, CustomerId customer);
    /// Errors: NotFound, Usage (no reason; linked already), Forbidden: the customer said no to being linked, or nothing is on record and there is no
    /// statement either.
    [[nodiscard]] QFuture<Result<IdentityLink>> link(const LinkRequest &request);
    /// The link that was ended. Errors: NotFound when none holds, Usage without a reason.
    [[nodiscard]] QFuture<Result<IdentityLink>> unlink(
        IdentityId identity, const QString &agent, const QString &reason);
    /// Takes back what last happened to a link, at any later time: one that holds is ended, one that was ended holds again, as a new link. That one, as it
    /// is then. Errors: NotFound; as link().
    [[nodiscard]] QFuture<Result<IdentityLink>> undo(LinkId link, const QString &agent);

    /// Errors: Usage (neither or both of customer and identity, no source), NotFound.
    [[nodiscard]] QFuture<Result<Consent>> record(const Consent &consent);

private:
    Store &m_store;
};

} // namespace fw

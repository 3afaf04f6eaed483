#include "app/customers/linking.h"

#include "app/store/consent_store.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

Error notFound(const QString &detail)
{
    return {.code = ErrorCode::NotFound, .detail = detail};
}

std::optional<Error> whoIsMissing(Database &db, IdentityId identity, CustomerId customer)
{
    if (!LinkStore(db).identity(identity)) {
        return notFound(u"no identity %1"_s.arg(identity.toString()));
    }
    if (!CustomerStore(db).byId(customer)) {
        return notFound(u"no customer %1"_s.arg(customer.toString()));
    }
    return std::nullopt;
}
} // namespace

std::optional<Error> whyNoLink(
    Database &db, IdentityId identity, CustomerId customer, const QString &statement)
{
    if (const auto held = LinkStore(db).active(identity)) {
        return usage(
            u"the identity is linked to customer %1; unlink it first"_s.arg(held->customer.toString()));
    }
    const FactGate gate(db, customer, identity);
    if (gate.forbids(Purpose::LinkSocial) && statement.isEmpty()) {
        return Error{.code = ErrorCode::Forbidden,
            .detail = u"the customer said no to being linked to accounts on networks"_s};
    }
    // Source: X Developer Policy, "Off-Twitter matching": with the person's express opt-in consent, or what they gave directly. One rule for all networks.
    if (!gate.allows(Purpose::LinkSocial) && statement.isEmpty()) {
        return Error{.code = ErrorCode::Forbidden,
            .detail
            = u"nobody recorded that the customer agrees to being linked; say how the person agreed"_s};
    }
    return std::nullopt;
}

Result<IdentityLink> makeLink(Database &db, const LinkRequest &request)
{
    if (const auto missing = whoIsMissing(db, request.identity, request.customer)) {
        return Failure(*missing);
    }
    if (request.reason.trimmed().isEmpty()) {
        return Failure(usage(u"say why they are the same person"_s));
    }
    const QString statement = request.statement.trimmed();
    if (const auto refusal = whyNoLink(db, request.identity, request.customer, statement)) {
        return Failure(*refusal);
    }
    if (!statement.isEmpty()) { // by the identity: it stays with it when the link ends
        ConsentStore(db).record({.identity = request.identity,
            .purpose = Purpose::LinkSocial,
            .isGiven = true,
            .source = statement,
            .agent = request.agent,
            .at = db.now()});
    }
    const auto agreed = ConsentStore(db).currentWith(request.customer, request.identity, Purpose::LinkSocial);
    return LinkStore(db).link({.identity = *LinkStore(db).identity(request.identity),
        .customer = request.customer,
        .agent = request.agent,
        .reason = request.reason.trimmed(),
        .consent = agreed ? u"%1, %2"_s.arg(agreed->source, toIso(agreed->at)) : QString()});
}

Result<std::optional<IdentityLink>> linkIfCertain(Database &db, IdentityId identity)
{
    const auto known = LinkStore(db).identity(identity);
    if (!known) {
        return Failure(notFound(u"no identity %1"_s.arg(identity.toString())));
    }
    if (const auto held = LinkStore(db).active(identity)) {
        return held;
    }
    const auto customer = certainCustomer(db, *known);
    if (!customer) {
        return std::optional<IdentityLink>();
    }
    return makeLink(
        db, {.identity = identity, .customer = customer->id, .reason = u"the customer named this account"_s})
        .map([](const IdentityLink &link) { return std::optional(link); });
}

Result<IdentityLink> endLink(Database &db, IdentityId identity, const QString &agent, const QString &reason)
{
    const auto held = LinkStore(db).active(identity);
    if (!held) {
        return Failure(notFound(u"identity %1 is not linked"_s.arg(identity.toString())));
    }
    if (reason.trimmed().isEmpty()) {
        return Failure(usage(u"say why they are not the same person"_s));
    }
    LinkStore(db).unlink(*held, agent, reason.trimmed());
    return *LinkStore(db).byId(held->id);
}

Result<IdentityLink> undoLink(Database &db, LinkId id, const QString &agent)
{
    const auto link = LinkStore(db).byId(id);
    if (!link) {
        return Failure(notFound(u"no link %1"_s.arg(id.toString())));
    }
    if (!link->unlinkedAt) {
        return endLink(db, link->identity.id, agent, u"undone"_s);
    }
    return makeLink(db,
        {.identity = link->identity.id,
            .customer = link->customer,
            .agent = agent,
            .reason = u"undone: "_s + link->unlinkReason});
}

} // namespace fw

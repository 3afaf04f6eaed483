#include "app/customers/refresh/refresh.h"
#include "app/model/currency.h"
#include "app/store/link_store.h"
#include "ui/cli/customer_output.h"
#include "ui/cli/refresh_now.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

/// A desk and the people a command is about; those it does not name are null.
struct Named {
    std::unique_ptr<wiring::Workplace> workplace = {};
    IdentityId identity = {};
    CustomerId customer = {};
};

Result<Named> named(const Invocation &call, const QString &person, const QString &customer)
{
    auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Named found{.workplace = *std::move(workplace)};
    if (!person.isEmpty()) {
        const auto identity = identityNamed(*found.workplace, person);
        if (!identity) {
            return Failure(identity.error());
        }
        found.identity = *identity;
    }
    if (!customer.isEmpty()) {
        const auto known = customerNamed(*found.workplace, customer);
        if (!known) {
            return Failure(known.error());
        }
        found.customer = *known;
    }
    return found;
}

void tellRecord(const Invocation &call, const CustomerView &view)
{
    if (!view.record) {
        return;
    }
    const Customer &record = *view.record;
    call.terminal.line(
        u"%1  (%2:%3, id %4)"_s.arg(record.name, record.source, record.key, record.id.toString()));
    for (const QString &text :
        {record.email, record.phone, record.address, record.city, record.language, record.favouriteStore}) {
        if (!text.isEmpty()) {
            call.terminal.line(u"  "_s + text);
        }
    }
}

void tellPurchases(const Invocation &call, const CustomerView &view)
{
    for (const Order &order : view.orders) {
        call.terminal.line(u"  %1 %2 %3, %4, %5, %6 %7"_s.arg(toIso(order.placedAt), order.kind, order.number,
            order.channel, order.status, amountText(order.valueMinor, order.currency), order.tracking));
        for (const OrderLine &line : order.lines) {
            call.terminal.line(u"    %1 × %2 %3 %4"_s.arg(
                QString::number(line.quantity), line.product, line.variant, line.title));
        }
    }
    if (view.arePurchasesLeftOut) {
        call.terminal.line(u"  purchases: shown with --purchases, and it is written down who looked"_s);
    }
}

void tell(const Invocation &call, const CustomerView &view)
{
    tellRecord(call, view);
    for (const IdentityLink &link : view.identities) {
        call.terminal.line(u"  "_s + sentence(link));
    }
    tellPurchases(call, view);
    for (const LoyaltyEvent &event : view.loyalty) {
        call.terminal.line(u"  %1 %2, %3 points (%4) %5"_s.arg(toIso(event.at), event.tier,
            QString::number(event.points), QString::number(event.pointsChange), event.reason));
    }
    for (const Preference &preference : view.preferences) {
        call.terminal.line(u"  %1: %2"_s.arg(preference.preference, preference.value));
    }
    for (const StoreVisit &visit : view.visits) {
        call.terminal.line(u"  %1 in %2, %3, %4 s"_s.arg(
            toIso(visit.at), visit.store, visit.zone, QString::number(visit.duration.count())));
    }
    for (const HiddenFact &hidden : view.hidden) {
        call.terminal.line(u"  "_s + sentence(hidden));
    }
}

/// The customer a conversation's person is linked to.
Result<CustomerId> linkedCustomer(wiring::Workplace &workplace, IdentityId identity)
{
    const auto link = await(workplace.store().read([identity](Database &db) -> Result<CustomerId> {
        return LinkStore(db).active(identity).value_or(IdentityLink{}).customer;
    }));
    if (link && link->isNull()) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"nobody knows which customer that is; see: floorwalkerctl customer suggest"_s});
    }
    return link;
}

Done runShow(const Invocation &call)
{
    const QString word = call.words.value(0);
    const bool isPerson = call.has(u"person"_s);
    if (word.isEmpty() == !isPerson) {
        return Failure(usage(u"say which: customer show CUSTOMER, or customer show --person PERSON"_s));
    }
    auto found = named(call, call.value(u"person"_s), word);
    if (!found) {
        return Failure(found.error());
    }
    if (isPerson) {
        const auto customer = linkedCustomer(*found->workplace, found->identity);
        if (!customer) {
            return Failure(customer.error());
        }
        found->customer = *customer;
    }
    const auto fresh = call.has(u"refresh"_s)
        ? refreshNow(call, *found->workplace, found->customer)
        : await(Refresh(found->workplace->store()).freshness(found->customer));
    if (!fresh) {
        return Failure(fresh.error());
    }
    const auto view = await(Customers(found->workplace->store())
                                .view({.customer = found->customer,
                                    .through = found->identity,
                                    .agent = call.value(u"agent"_s),
                                    .isWithPurchases = call.has(u"purchases"_s)}));
    if (!view) {
        return Failure(view.error());
    }
    if (call.isJson) {
        QJsonObject object = toJson(*view);
        object.insert(u"freshness"_s, *fresh ? QJsonValue(toJson(**fresh)) : QJsonValue());
        call.terminal.json(object);
        return {};
    }
    tell(call, *view);
    if (*fresh) {
        call.terminal.line(u"  "_s + sentence(**fresh));
    } else if (call.has(u"refresh"_s)) {
        call.terminal.line(u"  nobody said where to look them up; see: floorwalkerctl refresh set"_s);
    }
    return {};
}

Done runSearch(const Invocation &call)
{
    const QString text = call.words.join(u' ');
    if (text.trimmed().isEmpty()) {
        return Failure(
            usage(u"say what to look for: an e-mail address, a telephone number, a whole name …"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto found = await(Customers((*workplace)->store()).search(text, 20));
    if (!found) {
        return Failure(found.error());
    }
    QJsonArray array;
    for (const Customer &customer : *found) {
        array.append(QJsonObject{{u"customer"_s, customer.id.toString()}, {u"source"_s, customer.source},
            {u"key"_s, customer.key}, {u"name"_s, customer.name}, {u"city"_s, customer.city}});
        if (!call.isJson) {
            call.terminal.line(u"%1  %2:%3  %4, %5"_s.arg(
                customer.id.toString(), customer.source, customer.key, customer.name, customer.city));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (found->isEmpty()) {
        call.terminal.line(u"Nobody."_s);
    }
    return {};
}

Done runSuggest(const Invocation &call)
{
    const auto found = named(call, call.words.value(0, u"?"_s), {});
    if (!found) {
        return Failure(found.error());
    }
    const auto suggestions = await(Customers(found->workplace->store()).suggest(found->identity, 10));
    if (!suggestions) {
        return Failure(suggestions.error());
    }
    QJsonArray array;
    for (const LinkSuggestion &suggestion : *suggestions) {
        array.append(toJson(suggestion));
        if (!call.isJson) {
            call.terminal.line(u"%1 %  %2 (%3:%4, id %5)"_s.arg(qRound(suggestion.confidence * 100))
                                   .arg(suggestion.customer.name, suggestion.customer.source,
                                       suggestion.customer.key, suggestion.customer.id.toString()));
            for (const LinkEvidence &evidence : suggestion.evidence) {
                call.terminal.line(u"       "_s + sentence(evidence));
            }
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (suggestions->isEmpty()) {
        call.terminal.line(u"Nobody."_s);
    }
    return {};
}

Done runPreview(const Invocation &call)
{
    const auto found = named(call, call.words.value(0, u"?"_s), call.words.value(1, u"?"_s));
    if (!found) {
        return Failure(found.error());
    }
    const auto preview
        = await(Customers(found->workplace->store()).preview(found->identity, found->customer));
    if (!preview) {
        return Failure(preview.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*preview));
        return {};
    }
    for (const FieldComparison &field : preview->fields) {
        const QString mark = field.verdict == FieldComparison::Verdict::Same ? u"="_s
            : field.verdict == FieldComparison::Verdict::Different           ? u"≠"_s
                                                                             : u" "_s;
        call.terminal.line(u"%1 %2 | %3 | %4"_s.arg(mark, field.field, field.ofIdentity, field.ofCustomer));
    }
    for (const HiddenFact &hidden : preview->wouldHide) {
        call.terminal.line(u"  "_s + sentence(hidden));
    }
    if (preview->refusal) {
        call.terminal.line(u"refused: "_s + preview->refusal->detail);
    }
    return {};
}

Done print(const Invocation &call, const Result<IdentityLink> &link)
{
    if (!link) {
        return Failure(link.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*link));
    } else {
        call.terminal.line(sentence(*link));
    }
    return {};
}

Done linkIfCertain(const Invocation &call, const Named &found)
{
    const auto link = await(Customers(found.workplace->store()).linkIfCertain(found.identity));
    if (!link) {
        return Failure(link.error());
    }
    if (!*link) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"it is not certain who that is; see: floorwalkerctl customer suggest"_s});
    }
    return print(call, **link);
}

Done runLink(const Invocation &call)
{
    const bool isCertain = call.has(u"certain"_s);
    const auto found
        = named(call, call.words.value(0, u"?"_s), isCertain ? QString() : call.words.value(1, u"?"_s));
    if (!found) {
        return Failure(found.error());
    }
    if (isCertain) {
        return linkIfCertain(call, *found);
    }
    return print(call,
        await(Customers(found->workplace->store())
                  .link({.identity = found->identity,
                      .customer = found->customer,
                      .agent = call.value(u"agent"_s),
                      .reason = call.value(u"reason"_s),
                      .statement = call.value(u"consent"_s)})));
}

Done runUnlink(const Invocation &call)
{
    const auto found = named(call, call.words.value(0, u"?"_s), {});
    if (!found) {
        return Failure(found.error());
    }
    return print(call,
        await(Customers(found->workplace->store())
                  .unlink(found->identity, call.value(u"agent"_s), call.value(u"reason"_s))));
}

Done runUndo(const Invocation &call)
{
    bool isNumber = false;
    const LinkId link{call.words.value(0).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure(usage(u"say which link: customer undo LINK"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return print(call, await(Customers((*workplace)->store()).undo(link, call.value(u"agent"_s))));
}
} // namespace

QList<Command> customerCommands()
{
    const QCommandLineOption agent = agentOption(u"Who does it."_s);
    const QCommandLineOption reason{u"reason"_s, u"Why."_s, u"TEXT"_s};
    return {{.name = u"customer show"_s,
                .arguments = u"CUSTOMER"_s,
                .summary = u"What the customer agreed to be shown, and what is hidden and why."_s,
                .options = {{u"person"_s, u"The customer this person is linked to."_s, u"PERSON"_s},
                    {u"purchases"_s, u"With orders and returns; it is written down who looked."_s},
                    {u"refresh"_s, u"Looked up at its source first."_s}, agent},
                .run = &runShow},
        {.name = u"customer search"_s,
            .arguments = u"TEXT"_s,
            .summary = u"Customers by e-mail address, telephone or order number, whole name or account."_s,
            .run = &runSearch},
        {.name = u"customer suggest"_s,
            .arguments = u"PERSON"_s,
            .summary = u"Which customers a person on a network may be, and why."_s,
            .run = &runSuggest},
        {.name = u"customer preview"_s,
            .arguments = u"PERSON CUSTOMER"_s,
            .summary = u"What a link would bring together, field by field."_s,
            .run = &runPreview},
        {.name = u"customer link"_s,
            .arguments = u"PERSON CUSTOMER"_s,
            .summary = u"Says that a person on a network is a customer."_s,
            .options
            = {reason, {u"consent"_s, u"How the person agreed, where that is not on record."_s, u"TEXT"_s},
                {u"certain"_s, u"Only if the customer named this account and agreed."_s}, agent},
            .run = &runLink},
        {.name = u"customer unlink"_s,
            .arguments = u"PERSON"_s,
            .summary = u"Ends the link of a person."_s,
            .options = {reason, agent},
            .run = &runUnlink},
        {.name = u"customer undo"_s,
            .arguments = u"LINK"_s,
            .summary = u"Takes back what last happened to a link."_s,
            .options = {agent},
            .run = &runUndo}};
}

} // namespace fw::cli

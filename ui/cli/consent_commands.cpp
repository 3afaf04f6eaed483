#include "app/store/consent_store.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto customer = customerNamed(**workplace, call.words.value(0));
    if (!customer) {
        return Failure(customer.error());
    }
    const auto history = await(
        (*workplace)->store().read([id = *customer](Database &db) { return ConsentStore(db).history(id); }));
    if (!history) {
        return Failure(history.error());
    }
    QJsonArray array;
    for (const Consent &consent : *history) {
        array.append(toJson(consent));
        if (!call.isJson) {
            call.terminal.line(sentence(consent));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (history->isEmpty()) {
        call.terminal.line(u"Nothing was ever said."_s);
    }
    return {};
}

Result<Consent> wanted(const Invocation &call, wiring::Workplace &workplace)
{
    const auto purpose = purposeFromString(call.words.value(1));
    const QString said = call.words.value(2);
    if (!purpose || (said != "given"_L1 && said != "withdrawn"_L1)) {
        QStringList names;
        for (const Purpose known : allPurposes()) {
            names << toString(known);
        }
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"say who, to what, and yes or no: consent set CUSTOMER|PERSON PURPOSE given|withdrawn --from TEXT; purposes: "_s
                + names.join(u", "_s)});
    }
    Consent consent{.purpose = *purpose,
        .isGiven = said == "given"_L1,
        .source = call.value(u"from"_s),
        .agent = call.value(u"agent"_s)};
    const QString who = call.words.value(0);
    const bool isPerson = networkFromString(who.section(u':', 0, 0)) || who.startsWith("conversation:"_L1);
    if (isPerson) {
        return identityNamed(workplace, who).map([&consent](IdentityId id) {
            consent.identity = id;
            return consent;
        });
    }
    return customerNamed(workplace, who).map([&consent](CustomerId id) {
        consent.customer = id;
        return consent;
    });
}

Done runSet(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto consent = wanted(call, **workplace);
    if (!consent) {
        return Failure(consent.error());
    }
    const auto recorded = await(Customers((*workplace)->store()).record(*consent));
    if (!recorded) {
        return Failure(recorded.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*recorded));
    } else {
        call.terminal.line(sentence(*recorded));
    }
    return {};
}
} // namespace

QList<Command> consentCommands()
{
    return {{.name = u"consent show"_s,
                .arguments = u"CUSTOMER"_s,
                .summary = u"What a customer agreed to, and when and where; newest first."_s,
                .run = &runShow},
        {.name = u"consent set"_s,
            .arguments = u"CUSTOMER|PERSON PURPOSE given|withdrawn"_s,
            .summary = u"Records that somebody agreed to a purpose, or no longer does."_s,
            .options
            = {{u"from"_s, u"Where that is known from."_s, u"TEXT"_s}, agentOption(u"Who records it."_s)},
            .run = &runSet}};
}

} // namespace fw::cli

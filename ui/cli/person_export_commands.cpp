#include "app/customers/export/person_export.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

void tell(const Invocation &call, const ExportedPerson &exported)
{
    if (call.isJson) {
        QJsonObject counts;
        for (const ExportedKind &kind : exported.counts) {
            counts.insert(kind.what, kind.count);
        }
        call.terminal.json(QJsonObject{{u"exported_at"_s, toIso(exported.at)},
            {u"customer"_s,
                exported.customer.isNull() ? QJsonValue() : QJsonValue(exported.customer.toString())},
            {u"folder"_s, exported.folder}, {u"files"_s, QJsonArray::fromStringList(exported.files)},
            {u"counts"_s, counts}, {u"notes_left_out"_s, exported.notesLeftOut}});
        return;
    }
    call.terminal.line(u"%1: %2"_s.arg(exported.folder, exported.files.join(u", "_s)));
    for (const ExportedKind &kind : exported.counts) {
        if (kind.count > 0) {
            call.terminal.line(u"  %1 %2"_s.arg(QString::number(kind.count), kind.what));
        }
    }
    if (exported.notesLeftOut > 0) {
        call.terminal.line(u"Not in it: %1 notes about conversations in which others wrote, too."_s.arg(
            exported.notesLeftOut));
    }
}

Done runExport(const Invocation &call)
{
    const QString word = call.words.value(0);
    const bool isPerson = call.has(u"person"_s);
    if (word.isEmpty() == !isPerson) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say whose: customer export CUSTOMER, or customer export --person PERSON"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    ExportRequest request{.folder = call.value(u"to"_s), .agent = call.value(u"agent"_s)};
    if (isPerson) {
        const auto identity = identityNamed(**workplace, call.value(u"person"_s));
        if (!identity) {
            return Failure(identity.error());
        }
        request.identity = *identity;
    } else {
        const auto customer = customerNamed(**workplace, word);
        if (!customer) {
            return Failure(customer.error());
        }
        request.customer = *customer;
    }
    const auto exported = exportPerson((*workplace)->store(), request);
    if (!exported) {
        return Failure(exported.error());
    }
    tell(call, *exported);
    return {};
}
} // namespace

QList<Command> personExportCommands()
{
    return {{.name = u"customer export"_s,
        .arguments = u"CUSTOMER"_s,
        .summary = u"Writes all that is kept of a person into a folder, as a page to read and as JSON."_s,
        .options
        = {{u"person"_s, u"Of this person on a network, linked to a customer or not."_s, u"PERSON"_s},
            {u"to"_s, u"The folder: a new one, or one with nothing in it."_s, u"FOLDER"_s},
            agentOption(u"Who asks for it; it is written down."_s)},
        .run = &runExport}};
}

} // namespace fw::cli

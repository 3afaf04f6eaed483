#include "app/customers/erasure.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonArray toJson(const QList<KeptKind> &kinds)
{
    QJsonArray array;
    for (const KeptKind &kind : kinds) {
        array.append(QJsonObject{{u"what"_s, kind.what}, {u"count"_s, kind.count},
            {u"fate"_s, kind.isRemoved ? u"removed"_s : u"emptied"_s}});
    }
    return array;
}

void tell(const Invocation &call, const QList<KeptKind> &kinds)
{
    for (const KeptKind &kind : kinds) {
        if (kind.count > 0) {
            call.terminal.line(u"  %1 %2: %3"_s.arg(
                QString::number(kind.count), kind.what, kind.isRemoved ? u"removed"_s : u"emptied"_s));
        }
    }
}

Done tell(const Invocation &call, const Result<ErasurePreview> &preview)
{
    if (!preview) {
        return Failure(preview.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"would_erase"_s, toJson(preview->kept)},
            {u"identities"_s, preview->identities.size()}, {u"pending_replies"_s, preview->pendingReplies}});
        return {};
    }
    call.terminal.line(u"With --yes this goes, for good:"_s);
    tell(call, preview->kept);
    if (preview->pendingReplies > 0) {
        call.terminal.line(u"Not now: %1 replies to them have not left."_s.arg(preview->pendingReplies));
    }
    return {};
}

Done tell(const Invocation &call, const Result<ErasureCertificate> &certificate)
{
    if (!certificate) {
        return Failure(certificate.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"erased_at"_s, toIso(certificate->at)},
            {u"customer"_s, certificate->customer.toString()}, {u"agent"_s, certificate->agent},
            {u"reason"_s, certificate->reason}, {u"erased"_s, toJson(certificate->erased)},
            {u"traces"_s, certificate->traces}, {u"shared_traces"_s, certificate->sharedTraces},
            {u"searched_files"_s, QJsonArray::fromStringList(certificate->searchedFiles)},
            {u"searched_bytes"_s, certificate->searchedBytes},
            {u"found_in"_s, QJsonArray::fromStringList(certificate->foundIn)}});
        return {};
    }
    call.terminal.line(u"Customer %1 was erased at %2 by %3: %4"_s.arg(
        certificate->customer.toString(), toIso(certificate->at), certificate->agent, certificate->reason));
    tell(call, certificate->erased);
    call.terminal.line(u"%1 texts were searched for in %2 bytes of %3 files; found in: %4"_s.arg(
        QString::number(certificate->traces), QString::number(certificate->searchedBytes),
        QString::number(certificate->searchedFiles.size()),
        certificate->foundIn.isEmpty() ? u"none"_s : certificate->foundIn.join(u", "_s)));
    return {};
}

Done runErase(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Erasure erasure((*workplace)->store(), call.clock);
    if (call.has(u"clean-up"_s)) {
        return erasure.cleanUp();
    }
    const auto customer = customerNamed(**workplace, call.words.value(0));
    if (!customer) {
        return Failure(customer.error());
    }
    if (!call.has(u"yes"_s)) {
        return tell(call, await(erasure.preview(*customer)));
    }
    return tell(call,
        erasure.erase(
            {.customer = *customer, .agent = call.value(u"agent"_s), .reason = call.value(u"reason"_s)}));
}
} // namespace

QList<Command> erasureCommands()
{
    return {{.name = u"customer erase"_s,
        .arguments = u"CUSTOMER"_s,
        .summary
        = u"Says what would be erased of a person; with --yes erases it and proves it by a search."_s,
        .options = {{u"reason"_s, u"Why; it stands in the certificate."_s, u"TEXT"_s},
            {u"yes"_s, u"Do it: nothing of it comes back."_s},
            {u"clean-up"_s, u"Only clean the files of what was erased, where that could not be done then."_s},
            agentOption(u"Who does it."_s)},
        .run = &runErase}};
}

} // namespace fw::cli

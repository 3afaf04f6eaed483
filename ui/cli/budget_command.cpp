#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QString tell(const WindowUse &use)
{
    const QString unit = use.window.isPercent ? u"%"_s : QString();
    const QString headroom
        = use.headroom ? u"%1 min left at this pace"_s.arg(int(*use.headroom)) : u"no pace"_s;
    return u"  %1 %2 %3%5 of %4%5, %6, %7"_s.arg(toString(use.window.operation).leftJustified(14),
        use.window.name.leftJustified(14), QString::number(use.used), QString::number(use.window.limit), unit,
        toString(use.window.evidence), headroom);
}

void tell(const Invocation &call, const LockRisk &risk)
{
    call.terminal.line(u"  lock risk %1 of 100"_s.arg(risk.value));
    for (const RiskPart &part : risk.parts) {
        if (part.value > 0) {
            call.terminal.line(u"    %1 %2: %3"_s.arg(part.name).arg(part.value).arg(part.lower));
        }
    }
}

Result<QJsonObject> budgetOf(const Invocation &call, wiring::Workplace &workplace, const Account &account)
{
    const auto budget = await(workplace.outbox().budget(account.id));
    const auto risk = await(workplace.outbox().lockRisk(account.id));
    if (!budget || !risk) {
        return Failure(budget ? risk.error() : budget.error());
    }
    if (!call.isJson) {
        call.terminal.line(account.name);
        tell(call, *risk);
    }
    QJsonArray windows;
    for (const WindowUse &use : *budget) {
        windows.append(toJson(use));
        if (!call.isJson) {
            call.terminal.line(tell(use));
        }
    }
    return QJsonObject{
        {u"account"_s, account.name}, {u"windows"_s, windows}, {u"lock_risk"_s, toJson(*risk)}};
}

Done runBudget(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto accounts = chosenAccounts(call, **workplace);
    if (!accounts) {
        return Failure(accounts.error());
    }
    QJsonArray all;
    for (const Account &account : *accounts) {
        const auto budget = budgetOf(call, **workplace, account);
        if (!budget) {
            return Failure(budget.error());
        }
        all.append(*budget);
    }
    if (call.isJson) {
        call.terminal.json(all);
    }
    return {};
}
} // namespace

QList<Command> budgetCommands()
{
    return {{.name = u"budget"_s,
        .summary = u"Tells of each window what is used, what is left at the present pace, and how we know."_s,
        .options = {{u"account"_s, u"The account's name; without it every account."_s, u"NAME"_s}},
        .run = &runBudget}};
}

} // namespace fw::cli

#include "ui/desktop/widgets/budget_words.h"

#include "ui/desktop/widgets/words.h"

#include <cmath>

namespace fw::ui {

QString BudgetWords::name(const Window &window)
{
    return tr("%1, %2").arg(of(window.operation), window.name);
}

QString BudgetWords::used(const WindowUse &use)
{
    return use.window.isPercent ? tr("%1 %").arg(use.used) : tr("%1/%2").arg(use.used).arg(use.window.limit);
}

QString BudgetWords::outlook(const WindowUse &use, Instant now)
{
    QStringList parts;
    if (use.freesAt) {
        parts << tr("full, room again about %1").arg(Words::clockTime(*use.freesAt, now));
    } else if (use.headroom
        && std::chrono::duration<double, std::ratio<60>>(*use.headroom) < use.window.length) {
        const auto left = std::chrono::minutes(std::lround(*use.headroom)); // else it never gets full
        parts << tr("full in about %1 at this pace")
                     .arg(Words::waited(std::max<milliseconds>(left, std::chrono::minutes(1))));
    }
    if (use.resetAt) {
        parts << tr("begins anew at %1").arg(Words::clockTime(*use.resetAt, now));
    }
    parts << of(use.window.evidence);
    return parts.join(QStringLiteral(" · "));
}

QString BudgetWords::of(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Documented:
        return tr("as documented");
    case Evidence::Configured:
        return tr("as set for this account");
    case Evidence::Observed:
        return tr("as the network told");
    case Evidence::Learned:
        return tr("learned from a refusal");
    }
    Q_UNREACHABLE();
}

QString BudgetWords::of(Operation operation)
{
    switch (operation) {
    case Operation::PrivateReply:
        return tr("Private answers to comments");
    case Operation::DirectMessage:
        return tr("Messages");
    default:
        return tr("Public replies");
    }
}

} // namespace fw::ui

#include "ui/cli/attempt_output.h"

namespace fw::cli {

using namespace Qt::StringLiterals;

QString describe(const AttemptReport &report)
{
    const QString why
        = report.reason.isEmpty() ? QString() : u" (%1: %2)"_s.arg(report.reason, report.detail);
    return u"reply %1, attempt %2: %3%4"_s.arg(report.reply.id.toString())
        .arg(report.number)
        .arg(report.outcome, why);
}

QString describe(const ModerationReport &report)
{
    const QString why
        = report.reason.isEmpty() ? QString() : u" (%1: %2)"_s.arg(report.reason, report.detail);
    return u"%1 %2, attempt %3: %4%5"_s.arg(report.request.what, report.request.remoteId)
        .arg(report.number)
        .arg(report.outcome, why);
}

} // namespace fw::cli

#include "ui/desktop/supervisor/floor_words.h"

#include <QLocale>

namespace fw::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString FloorWords::of(FloorRange range)
{
    switch (range) {
    case FloorRange::Today:
        return tr("Today");
    case FloorRange::Yesterday:
        return tr("Yesterday");
    case FloorRange::Week:
        return tr("Last 7 days");
    }
    Q_UNREACHABLE();
}

QString FloorWords::span(const std::optional<milliseconds> &span)
{
    if (!span) {
        return u"–"_s;
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*span).count();
    if (*span < 1min) {
        return tr("%1 s").arg(std::chrono::duration_cast<std::chrono::seconds>(*span).count());
    }
    return minutes < 60 ? tr("%1 min").arg(minutes)
                        : tr("%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString FloorWords::share(double share)
{
    return tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

QString FloorWords::state(const AgentFigures &agent)
{
    if (agent.state == "online"_L1) {
        return tr("available");
    }
    if (agent.state == "away"_L1) {
        return agent.why.isEmpty() ? tr("away") : tr("away: %1").arg(agent.why);
    }
    return agent.state == "offline"_L1 ? tr("offline") : QString();
}

QStringList FloorWords::cells(const AgentFigures &agent)
{
    return {agent.agent, state(agent), QString::number(agent.open), QString::number(agent.answered),
        span(agent.firstResponse), span(agent.handle), agent.kept ? share(*agent.kept) : u"–"_s};
}

QString FloorWords::definition(const QString &figure)
{
    if (figure == "waiting"_L1) {
        return tr("Conversations in which we owe an answer, now. Late: a promise in them is broken.");
    }
    if (figure == "oldest"_L1) {
        return tr("How long the one who has waited longest has waited, by the network's clock.");
    }
    if (figure == "first-response"_L1) {
        return tr("From the first message of an episode to the first public answer the network accepted, "
                  "by the time of the answer. Median; nine of ten were answered within the other.");
    }
    if (figure == "sla"_L1) {
        return tr("Promises kept, of those kept or broken in this time. What still runs is not counted.");
    }
    if (figure == "resolutions"_L1) {
        return tr("Resolutions in this time, and the share of them that a customer reopened.");
    }
    return tr("When the account that is used most runs out of replies, if it goes on like this.");
}

} // namespace fw::ui

#include "app/model/figure.h"

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Named {
    Figure figure = Figure::Waiting;
    QLatin1String name = {};
    QLatin1String definition = {};
};

constexpr auto kFigures = std::to_array<Named>({
    {Figure::Waiting, "waiting"_L1,
        "conversations in which a customer waits for us at the end of the period: time since the oldest unanswered message"_L1},
    {Figure::FirstResponse, "first-response"_L1,
        "episodes first answered in the period: from the oldest customer message to the first answer the network accepted"_L1},
    {Figure::NextResponse, "next-response"_L1,
        "later customer turns answered in the period: from the first unanswered message to the answer"_L1},
    {Figure::ReplyTime, "reply-time"_L1,
        "all customer turns answered in the period, first ones too: from the first unanswered message to the answer"_L1},
    {Figure::Resolution, "resolution"_L1,
        "conversations resolved in the period: from the beginning of the last episode that ended in it to its end"_L1},
    {Figure::FirstResolution, "first-resolution"_L1,
        "conversations whose first episode ended in the period: from its beginning to its end"_L1},
    {Figure::FullResolution, "full-resolution"_L1,
        "conversations resolved in the period and not opened again: from the first customer message to the last resolution"_L1},
    {Figure::HandleTime, "handle-time"_L1,
        "resolutions in the period with recorded focus: time people had the conversation before them, never wall clock"_L1},
    {Figure::Backlog, "backlog"_L1,
        "conversations unresolved at the end of a local day in the period: their age then; without days the last of them"_L1},
    {Figure::NewConversations, "new-conversations"_L1,
        "conversations whose first customer message is in the period"_L1},
    {Figure::CustomerMessages, "customer-messages"_L1, "customer messages posted in the period"_L1},
    {Figure::Episodes, "episodes"_L1,
        "openings and reopenings whose first customer message is in the period"_L1},
    {Figure::Resolutions, "resolutions"_L1,
        "ends of episodes in the period that nobody took back; distinct conversations and customers beside them"_L1},
    {Figure::Reopen, "reopen"_L1,
        "of the resolutions in the period, those after which the customer wrote again within the stated days"_L1},
    {Figure::SlaFirstAnswer, "sla-first-answer"_L1,
        "first-answer targets due or met in the period: met in time, of met and missed; running ones apart"_L1},
    {Figure::SlaNextAnswer, "sla-next-answer"_L1,
        "next-answer targets due or met in the period: met in time, of met and missed; running ones apart"_L1},
    {Figure::SlaResolution, "sla-resolution"_L1,
        "resolution targets due or met in the period: met in time, of met and missed; running ones apart"_L1},
});
} // namespace

QList<Figure> allFigures()
{
    QList<Figure> figures;
    for (const Named &named : kFigures) {
        figures.append(named.figure);
    }
    return figures;
}

QString toString(Figure figure)
{
    return kFigures.at(size_t(figure)).name;
}

std::optional<Figure> figureFromString(const QString &name)
{
    for (const Named &named : kFigures) {
        if (named.name == name) {
            return named.figure;
        }
    }
    return std::nullopt;
}

QString definitionOf(Figure figure)
{
    return kFigures.at(size_t(figure)).definition;
}

} // namespace fw

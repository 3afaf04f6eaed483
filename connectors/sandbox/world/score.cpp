#include "connectors/sandbox/world/score.h"

#include <QJsonArray>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
QJsonObject toJson(const ClassScore &score)
{
    return {{u"name"_s, score.name}, {u"weight"_s, score.weight}, {u"jobs"_s, score.jobs},
        {u"on_time"_s, score.onTime}, {u"late"_s, score.late}, {u"absent"_s, score.absent},
        {u"mean_lateness_s"_s, score.meanLateness}, {u"max_lateness_s"_s, score.maxLateness}};
}
} // namespace

int Score::refused() const
{
    int sum = 0;
    for (const auto &[code, count] : refusals) {
        sum += count;
    }
    return sum;
}

double Score::microsecondsADecision() const
{
    return decisions > 0 ? deskSeconds * 1e6 / double(decisions) : 0;
}

QJsonObject Score::toJson(bool timed) const
{
    QJsonObject byCode;
    for (const auto &[code, count] : refusals) {
        byCode.insert(QString::number(code), count);
    }
    QJsonArray byClass;
    for (const ClassScore &score : classes) {
        byClass.append(world::toJson(score));
    }
    QJsonObject json{{u"on_time_weight"_s, onTimeWeight}, {u"share"_s, share},
        {u"utilisation"_s, utilisation}, {u"refusals"_s, byCode}, {u"refused"_s, refused()},
        {u"lookups"_s, lookups}, {u"locked_at_hour"_s, lockedAtHour}, {u"duplicates"_s, duplicates},
        {u"lost"_s, lost()}, {u"falsely_done"_s, falselyDone}, {u"given_up"_s, givenUp},
        {u"equal_texts"_s, equalTexts}, {u"falsely_dropped"_s, falselyDropped}, {u"never_sent"_s, neverSent},
        {u"unsettled"_s, unsettled}, {u"classes"_s, byClass}, {u"decisions"_s, decisions},
        {u"breaches"_s, QJsonArray::fromStringList(breaches)}};
    if (timed) {
        json.insert(u"us_a_decision"_s, microsecondsADecision());
    }
    return json;
}

} // namespace fw::world

#include "connectors/sandbox/people_rule.h"

namespace fw::sandbox {

using namespace Qt::StringLiterals;

std::optional<PeopleRule> readPeopleRule(JsonReader &reader)
{
    if (!reader.has(u"people"_s)) {
        return std::nullopt;
    }
    JsonReader people = reader.object(u"people"_s);
    people.allow({u"arrivals_s"_s, u"answers_s"_s, u"answer_share"_s});
    PeopleRule rule{.arrivals = people.seconds(u"arrivals_s"_s, {20, 60}),
        .answers = people.seconds(u"answers_s"_s, {15, 90}),
        .answerShare = people.number(u"answer_share"_s, 0.7, 0, 1)};
    if (rule.arrivals.first <= milliseconds::zero()) {
        people.fail(u"arrivals_s"_s, u"must be more than 0 s apart"_s);
    }
    return rule;
}

milliseconds between(std::pair<milliseconds, milliseconds> range, QRandomGenerator &random)
{
    const qint64 span = (range.second - range.first).count();
    return range.first + milliseconds(random.bounded(span + 1));
}

} // namespace fw::sandbox

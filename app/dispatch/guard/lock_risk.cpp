#include "app/dispatch/guard/lock_risk.h"

#include <algorithm>
#include <cmath>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// A few replies say nothing of shares and paces.
constexpr int kFewReplies = 5;
constexpr double kLeastUsual = 4;

/// 0 up to `from`, 100 at `to` and above.
int between(double value, double from, double to)
{
    return int(std::lround(100 * std::clamp((value - from) / (to - from), 0.0, 1.0)));
}

int percent(int part, int whole)
{
    return whole == 0 ? 0 : int(std::lround(100.0 * part / whole));
}

struct Weighed {
    RiskPart part = {};
    double weight = 1;
};

Weighed made(const QString &name, double weight, int value, const QString &lower)
{
    return {.part = {.name = name, .value = value, .lower = value > 0 ? lower : QString()}, .weight = weight};
}

Weighed burst(const RiskFacts &facts)
{
    const double times = facts.latest / std::max(facts.usual, kLeastUsual);
    const int byPace = between(times, 1.5, 4);
    const int byWindow = between(facts.fullest, 0.6, 1);
    const QString lower = byPace >= byWindow
        ? u"%1 replies in the last quarter of an hour, %2 times the usual: give them later due times or the class low, so that they spread."_s
              .arg(facts.latest)
              .arg(times, 0, 'f', 1)
        : u"The fullest window is used to %1 %: answer what is urgent first and let the rest wait."_s.arg(
            int(std::lround(100 * facts.fullest)));
    return made(u"burst"_s, 0.6, std::max(byPace, byWindow), lower);
}

Weighed share(const QString &name, double weight, int part, const RiskFacts &facts, double from, double to,
    const QString &lower)
{
    const int value = facts.replies < kFewReplies ? 0 : between(double(part) / facts.replies, from, to);
    return made(name, weight, value, lower.arg(percent(part, facts.replies)));
}

Weighed refusals(const RiskFacts &facts)
{
    if (facts.verdicts > 0 || facts.isHeldBack) {
        return made(u"refusals"_s, 1, 100,
            u"The network held the account back as spam or refused it: see to that in the network's own app before anything is sent."_s);
    }
    const int points = facts.limited + 3 * facts.refused;
    return made(u"refusals"_s, 0.8, between(points, 2, 20),
        u"%1 calls were refused for a limit and %2 replies for what they are: set lower limits for the account, and open refused ones on the network instead of sending them again."_s
            .arg(facts.limited)
            .arg(facts.refused));
}
} // namespace

LockRisk lockRiskOf(const RiskFacts &facts)
{
    const QList<Weighed> weighed{burst(facts),
        share(u"repetition"_s, 0.7, facts.repeated, facts, 0.1, 0.6,
            u"%1 % of the day's public replies say nearly the same: write what is particular to the person, or answer once in public and then in private."_s),
        share(u"links"_s, 0.3, facts.withLink, facts, 0.3, 0.9,
            u"%1 % of the day's public replies hold a link: leave it out where words will do."_s),
        share(u"unsolicited"_s, 0.7, facts.unasked, facts, 0, 0.25,
            u"%1 % of the day's public replies go to people who had not addressed the account: leave them, or answer on the network."_s),
        refusals(facts)};
    LockRisk risk;
    double left = 1;
    for (const Weighed &one : weighed) {
        left *= 1 - one.weight * one.part.value / 100;
        risk.parts.append(one.part);
    }
    risk.value = int(std::lround(100 * (1 - left)));
    return risk;
}

} // namespace fw

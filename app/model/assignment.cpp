#include "app/model/assignment.h"

#include <algorithm>
#include <tuple>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Less used, then longer without anything new, then by name.
bool isBefore(const Candidate &a, const Candidate &b)
{
    const qint64 usedByA = qint64(a.load) * b.agent.capacity; // of fractions with the same denominator
    const qint64 usedByB = qint64(b.load) * a.agent.capacity;
    return std::tie(usedByA, a.lastAssigned, a.agent.name) < std::tie(usedByB, b.lastAssigned, b.agent.name);
}

QString reason(const Candidate &chosen, const Needs &needs, int couldTake)
{
    QStringList words;
    if (!needs.language.isEmpty()) {
        words << u"speaks %1"_s.arg(needs.language);
    }
    if (!needs.skills.isEmpty()) {
        words << u"knows %1"_s.arg(needs.skills.join(u" and "_s));
    }
    if (!needs.team.isEmpty()) {
        words << u"of team %1"_s.arg(needs.team);
    }
    const QString load = u"had %1 of %2"_s.arg(chosen.load).arg(chosen.agent.capacity);
    words << (couldTake > 1 ? u"%1, the least loaded of %2 who could"_s.arg(load).arg(couldTake)
                            : u"%1, the only one who could"_s.arg(load));
    return words.join(u", "_s);
}
} // namespace

bool canAnswer(const Agent &agent, const Needs &needs)
{
    const bool knows = std::all_of(needs.skills.begin(), needs.skills.end(),
        [&agent](const QString &skill) { return agent.skills.contains(skill); });
    return knows && (needs.language.isEmpty() || agent.languages.contains(needs.language))
        && (needs.team.isEmpty() || agent.teams.contains(needs.team));
}

QList<Pick> assign(const QList<Unassigned> &inOrder, QList<Candidate> candidates)
{
    QList<Pick> picks;
    for (const Unassigned &waiting : inOrder) {
        Candidate *chosen = nullptr;
        int couldTake = 0;
        bool isRoomLeft = false;
        for (Candidate &candidate : candidates) {
            isRoomLeft = isRoomLeft || candidate.hasRoom();
            if (!candidate.hasRoom() || !canAnswer(candidate.agent, waiting.needs)) {
                continue;
            }
            ++couldTake;
            chosen = !chosen || isBefore(candidate, *chosen) ? &candidate : chosen;
        }
        if (!isRoomLeft) {
            break;
        }
        if (chosen) {
            picks.append({.conversation = waiting.conversation,
                .agent = chosen->agent.name,
                .why = reason(*chosen, waiting.needs, couldTake)});
            ++chosen->load;
            // Given something now, after everybody else.
            const auto last = std::max_element(candidates.begin(), candidates.end(),
                [](const Candidate &a, const Candidate &b) { return a.lastAssigned < b.lastAssigned; });
            chosen->lastAssigned = last->lastAssigned + milliseconds(1);
        }
    }
    return picks;
}

} // namespace fw

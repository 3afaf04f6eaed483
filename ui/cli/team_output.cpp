#include "ui/cli/team_output.h"

#include "app/model/policy/policy_form.h"
#include "app/model/roster_form.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

#include <QJsonArray>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kPreview = 120;

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// "2h5m"; whole minutes are enough for people.
QString roughly(milliseconds span)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(span);
    return minutes.count() == 0 ? u"less than a minute"_s : durationText(minutes);
}
} // namespace

QJsonObject toJson(const Claim &claim)
{
    return {{u"conversation"_s, claim.conversation.toString()}, {u"agent"_s, claim.holder.agent},
        {u"desk"_s, claim.holder.desk}, {u"epoch"_s, claim.epoch}, {u"taken_at"_s, toIso(claim.takenAt)},
        {u"expires_at"_s, toIso(claim.expiresAt)}};
}

QString tell(const Claim &claim)
{
    return u"%1: %2 has it until %3"_s.arg(
        claim.conversation.toString(), claim.holder.agent, toIso(claim.expiresAt));
}

QJsonObject toJson(const ClaimNotice &notice)
{
    return {{u"conversation"_s, notice.conversation.toString()}, {u"agent"_s, notice.agent},
        {u"taken_by"_s, notice.takenBy}, {u"why"_s, notice.why}, {u"at"_s, toIso(notice.at)}};
}

QJsonObject toJson(const RosterEntry &entry)
{
    QJsonObject json = fw::toJson(entry.agent);
    json.insert(u"state"_s, toString(entry.standing.state));
    json.insert(u"reason"_s, textOrNull(entry.standing.reason));
    json.insert(u"since"_s, toIso(entry.standing.since));
    json.insert(u"on_shift"_s, entry.isOnShift);
    json.insert(u"at_work"_s, entry.isAtWork());
    return json;
}

QString tell(const RosterEntry &entry)
{
    const Agent &agent = entry.agent;
    const QString standing = entry.isAtWork() ? u"at work"_s : entry.absence();
    return u"%1 (%2)  %3 since %4; at most %5 at once; speaks %6; knows %7"_s
        .arg(agent.name, agent.teams.isEmpty() ? u"no team"_s : agent.teams.join(u", "_s), standing,
            toIso(entry.standing.since))
        .arg(agent.capacity)
        .arg(agent.languages.isEmpty() ? u"-"_s : agent.languages.join(u", "_s),
            agent.skills.isEmpty() ? u"-"_s : agent.skills.join(u", "_s));
}

QJsonObject toJson(const Team &team)
{
    return {{u"name"_s, team.name}, {u"members"_s, QJsonArray::fromStringList(team.members)}};
}

QJsonObject toJson(const Assignment &assignment)
{
    return {{u"conversation"_s, assignment.conversation.toString()},
        {u"agent"_s, textOrNull(assignment.agent)}, {u"team"_s, textOrNull(assignment.team)},
        {u"since"_s, toIso(assignment.since)}, {u"why"_s, assignment.why}};
}

QString tell(const Assignment &assignment)
{
    const QString who = assignment.agent.isEmpty() ? u"team "_s + assignment.team
        : assignment.team.isEmpty()                ? assignment.agent
                                    : u"%1 for team %2"_s.arg(assignment.agent, assignment.team);
    return assignment.why.isEmpty()
        ? u"%1: %2"_s.arg(assignment.conversation.toString(), who)
        : u"%1: %2 (%3)"_s.arg(assignment.conversation.toString(), who, assignment.why);
}

QJsonObject toJson(const OpenWork &work)
{
    QJsonObject json = toJson(work.conversation);
    json.insert(u"assignment"_s, work.assignment ? QJsonValue(toJson(*work.assignment)) : QJsonValue());
    json.insert(u"claim"_s, work.claim ? QJsonValue(toJson(*work.claim)) : QJsonValue());
    json.insert(u"due_at"_s, timeOrNull(work.dueAt));
    json.insert(u"drafts"_s, QJsonArray::fromStringList(work.drafts));
    return json;
}

QStringList linesOf(const OpenWork &work, Instant now)
{
    const Conversation &conversation = work.conversation;
    QStringList state{toString(conversation.state)};
    if (conversation.waitingSince) {
        state << u"for %1"_s.arg(roughly(now - *conversation.waitingSince));
    }
    if (work.dueAt) {
        state << (*work.dueAt < now ? u"late by %1"_s.arg(roughly(now - *work.dueAt))
                                    : u"due in %1"_s.arg(roughly(*work.dueAt - now)));
    }
    if (work.claim) {
        state << u"claimed until %1"_s.arg(toIso(work.claim->expiresAt));
    }
    QStringList lines{u"%1  %2 on %3: %4"_s.arg(conversation.id.toString(), nameOf(conversation.customer),
        conversation.accountName, state.join(u", "_s))};
    lines << u"  said last: %1"_s.arg(conversation.preview.simplified().left(kPreview));
    if (work.assignment && !work.assignment->why.isEmpty()) {
        lines << u"  assigned: %1"_s.arg(work.assignment->why);
    }
    for (const QString &draft : work.drafts) {
        lines << u"  draft: %1"_s.arg(draft.simplified().left(kPreview));
    }
    return lines;
}

} // namespace fw::cli

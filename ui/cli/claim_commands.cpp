#include "app/desk/claims/claims.h"
#include "ui/cli/command.h"
#include "ui/cli/team_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// All runs of this program by one agent are one desk: a claim taken by one is renewed by the next.
Claimant claimantOf(const Invocation &call)
{
    return {.agent = call.value(u"agent"_s), .desk = u"floorwalkerctl"_s};
}

Result<Claim> lost(ConversationId id)
{
    return Failure({.code = ErrorCode::NotFound,
        .detail
        = u"you do not hold conversation %1 (any more); take it: claim %1 take"_s.arg(id.toString())});
}

Result<Claim> renewed(Claims &claims, ConversationId id, const Claimant &claimant)
{
    const auto held = await(claims.live(id));
    if (!held) {
        return Failure(held.error());
    }
    if (!*held || (*held)->holder != claimant) {
        return lost(id);
    }
    return await(claims.renew(**held)).and_then([id](const std::optional<Claim> &claim) {
        return claim ? Result<Claim>(*claim) : lost(id);
    });
}

Done printReleased(const Invocation &call, const Result<bool> &released, ConversationId id)
{
    if (!released || !*released) {
        return Failure(released ? lost(id).error() : released.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"conversation"_s, id.toString()}, {u"claim"_s, QJsonValue()}});
    } else {
        call.terminal.line(u"%1: given back"_s.arg(id.toString()));
    }
    return {};
}

Done printClaim(const Invocation &call, const Result<Claim> &claim)
{
    if (!claim) {
        return Failure(claim.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*claim));
    } else {
        call.terminal.line(tell(*claim));
    }
    return {};
}

Done listClaims(const Invocation &call, Claims &claims)
{
    const auto live = await(claims.allLive(call.has(u"agent"_s) ? call.value(u"agent"_s) : QString()));
    if (!live) {
        return Failure(live.error());
    }
    QJsonArray array;
    for (const Claim &claim : *live) {
        array.append(toJson(claim));
        if (!call.isJson) {
            call.terminal.line(tell(claim));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (live->isEmpty()) {
        call.terminal.line(u"Nothing is claimed."_s);
    }
    return {};
}

Done listNotices(const Invocation &call, Claims &claims)
{
    const QString agent = call.value(u"agent"_s);
    const auto notices = await(claims.unreadNotices(agent));
    if (!notices) {
        return Failure(notices.error());
    }
    QJsonArray array;
    for (const ClaimNotice &notice : *notices) {
        array.append(toJson(notice));
        if (!call.isJson) {
            call.terminal.line(u"%1  %2 took %3 over: %4"_s.arg(
                toIso(notice.at), notice.takenBy, notice.conversation.toString(), notice.why));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (notices->isEmpty()) {
        call.terminal.line(u"Nothing was taken over."_s);
    }
    if (notices->isEmpty()) {
        return {};
    }
    return await(claims.markNoticesRead(agent, notices->last().id)).map([](int) {});
}

Done runClaim(const Invocation &call)
{
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    const QString act = isNumber ? call.words.value(1) : call.words.value(0);
    const bool isKnown = isNumber
        ? QStringList{u"take"_s, u"renew"_s, u"release"_s, u"take-over"_s}.contains(act)
        : QStringList{u"list"_s, u"notices"_s}.contains(act);
    if (!isKnown) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"say which and what: claim CONVERSATION take|renew|release|take-over, claim list, or claim notices"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Claims claims((*workplace)->store());
    if (!isNumber) {
        return act == "list"_L1 ? listClaims(call, claims) : listNotices(call, claims);
    }
    const Claimant claimant = claimantOf(call);
    if (act == "release"_L1) {
        return printReleased(call, await(claims.release(id, claimant)), id);
    }
    return printClaim(call,
        act == "take"_L1        ? await(claims.take(id, claimant))
            : act == "renew"_L1 ? renewed(claims, id, claimant)
                                : await(claims.takeOver(id, claimant, call.value(u"why"_s))));
}
} // namespace

QList<Command> claimCommands()
{
    return {{.name = u"claim"_s,
        .arguments = u"CONVERSATION take|renew|release|take-over, list, notices"_s,
        .summary = u"The right to answer a conversation: takes it, keeps it, gives it back, takes it over."_s,
        .options = {agentOption(u"Who does it; of list: whose."_s),
            {u"why"_s, u"Of take-over: what whoever had it is told."_s, u"TEXT"_s}},
        .run = &runClaim}};
}

} // namespace fw::cli

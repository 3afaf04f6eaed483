#include "app/store/team_roles.h"

#include <QRegularExpression>

#include <array>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Name {
    TeamRole role;
    const char *name;
};
constexpr std::array<Name, 4> kNames{{{TeamRole::Agent, "agent"}, {TeamRole::Supervisor, "supervisor"},
    {TeamRole::Service, "service"}, {TeamRole::Administrator, "administrator"}}};
} // namespace

QString toString(TeamRole role)
{
    for (const Name &known : kNames) {
        if (known.role == role) {
            return QLatin1String(known.name);
        }
    }
    return {};
}

std::optional<TeamRole> teamRoleFromString(const QString &name)
{
    for (const Name &known : kNames) {
        if (name == QLatin1String(known.name)) {
            return known.role;
        }
    }
    return {};
}

const QList<TeamRole> &allTeamRoles()
{
    static const QList<TeamRole> roles{
        TeamRole::Agent, TeamRole::Supervisor, TeamRole::Service, TeamRole::Administrator};
    return roles;
}

QString TableGrant::of(TeamRole role) const
{
    switch (role) {
    case TeamRole::Agent:
        return QLatin1String(agent);
    case TeamRole::Supervisor:
        return QLatin1String(supervisor);
    case TeamRole::Service:
        return QLatin1String(service);
    case TeamRole::Administrator:
        break;
    }
    return u"SIUD"_s;
}

const QList<TableGrant> &tableGrants()
{
    // Where agents change rows, it is what happens when they press, claim, note, snooze, merge or undo. What a customer wrote, and what the network answered,
    // is the service's. No token is in any table.
    static const QList<TableGrant> grants{
        {"account", "S", "SU(paused_reason,paused_detail)",
            "SU(remote_id,handle,display_name,clock_offset_ms,paused_reason,paused_detail,capabilities)"},
        {"agent", "SU(state,reason,since_ms)", "SIUD", "S"},
        {"agent_mention", "SIUD", "SIUD", "SD"},
        {"applied_policy", "SIU", "SIU", "SIU"},
        {"arrival_rule", "S", "SID", "S"},
        {"assignment", "SIUD", "SIUD", "SIUD"},
        {"attempt", "S", "S", "SIU"},
        {"audience", "S", "S", "SIU"},
        {"basket", "S", "SIUD", "SIUD"},
        {"basket_change", "SI", "SIUD", "SIUD"},
        {"block", "S", "SD", "SIUD"},
        {"brake", "SIU", "SIU", "S"},
        {"calendar_version", "S", "SI", "S"},
        {"charge", "S", "S", "SIU"},
        {"claim", "SIU", "SIU", "SIU"},
        {"claim_notice", "SIU", "SIU", "SIU"},
        {"class_rules", "S", "SI", "S"},
        {"consent", "SI", "SIU", "SIU"},
        {"conversation", "SIU", "SIU", "SIU"},
        {"conversation_tag", "SID", "SID", "SID"},
        {"customer", "S", "SIU", "SIU"},
        {"customer_order", "S", "SIU", "SIUD"},
        {"customer_order_line", "S", "SIU", "SIUD"},
        {"customer_refresh", "SIU", "SIUD", "SU"},
        {"draft", "SIUD", "SIUD", "SIUD"},
        {"follower", "SIUD", "SIUD", "SIU"},
        {"gap", "S", "S", "SIU"},
        {"identity", "S", "S", "SIU"},
        {"identity_link", "SIU", "SIU", "S"},
        {"import_map", "", "SIU", ""},
        {"import_reject", "", "SIU", "SD"},
        {"import_run", "S", "SIU", "S"},
        {"journal", "SI", "SI", "SI"},
        {"journal_anchor", "SI", "SI", "SI"},
        {"journal_writer", "SIU", "SIU", "SIU"},
        {"learned_limit", "S", "S", "SIUD"},
        {"lease", "S", "S", "SIU"},
        {"ledger", "S", "S", "SID"},
        {"limit_signal", "S", "S", "SIU"},
        {"loyalty_event", "S", "SIU", "SIU"},
        {"macro", "S", "SID", "S"},
        {"macro_run", "SIU", "SIU", "S"},
        {"message", "SU(conversation_id,settled_by)", "SU(conversation_id,settled_by)", "SIUD"},
        {"moderation", "SIU", "SIU", "SU"},
        {"moderation_attempt", "S", "S", "SIU"},
        {"note", "SIU", "SIU", "SU(body,removed_at_ms)"},
        {"order_format", "S", "SID", "S"},
        {"outbox_revision", "SIU", "SIU", "SIU"},
        {"policy_version", "S", "SIU", "S"},
        {"preference", "SI", "SIU", "SIU"},
        {"presence", "SIUD", "SIUD", "SIUD"},
        {"product_count", "S", "SIUD", "SIUD"},
        {"product_pair", "S", "SIUD", "SIUD"},
        {"refresh_source", "S", "SIUD", "S"},
        {"relocated_message", "SI", "SI", "SD"},
        {"relocation", "SIU", "SIU", "S"},
        {"reply", "SIU", "SIU", "SIU"},
        {"reply_quote", "SIU", "SIU", "SIU"},
        {"reply_shape", "SI", "SI", "SID"},
        {"retention_rule", "S", "SID", "S"},
        {"retention_run", "S", "SID", "SIUD"},
        {"roster_rule", "S", "SID", "S"},
        {"saved_reply", "S", "SIU", "S"},
        {"saved_reply_use", "SIU", "SIU", "SIU"},
        {"saved_view", "SIUD", "SIUD", "S"},
        {"schema_migration", "S", "S", "S"},
        {"service", "S", "S", "SIUD"},
        {"stock_hold", "SIU", "SIU", "SU"},
        {"stock_item", "S", "SIU", "S"},
        {"stock_level", "S", "SIU", "S"},
        {"store_place", "S", "SIU", "S"},
        {"store_visit", "S", "SIU", "SIUD"},
        {"stream", "S", "S", "SIU"},
        {"target", "SIUD", "SIUD", "SIUD"},
        {"undone_act", "SI", "SI", "S"},
    };
    return grants;
}

const QList<OwnRows> &ownRows()
{
    static const QList<OwnRows> rows{
        {"agent", "name", false}, {"draft", "agent", true}, {"note", "agent", false}};
    return rows;
}

QStringList privilegesIn(const QString &letters)
{
    static const QRegularExpression letter(u"([SIUD])(?:\\(([a-z_,]+)\\))?"_s);
    QStringList privileges;
    for (auto found = letter.globalMatch(letters); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QChar what = match.captured(1).at(0);
        QString word = what == u'S' ? u"SELECT"_s
            : what == u'I'          ? u"INSERT"_s
            : what == u'U'          ? u"UPDATE"_s
                                    : u"DELETE"_s;
        if (!match.captured(2).isEmpty()) {
            word += u" (%1)"_s.arg(match.captured(2));
        }
        privileges << word;
    }
    return privileges;
}

} // namespace fw

#include "app/store/arrival_rules.h"

#include "app/store/account_store.h"
#include "app/store/assignment_store.h"
#include "app/store/definition_text.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_rows.h"
#include "app/store/prepared_words.h"
#include "app/store/state_store.h"
#include "app/store/tag_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSlice = 500;
// A network's and ours, at most: a message is stored after it was posted.
constexpr std::chrono::days kClocksDiffer{1};

QStringList actionsOf(const RuleActions &then)
{
    QStringList actions;
    for (const QString &tag : then.tags) {
        actions << u"tag "_s + tag;
    }
    if (!then.team.isEmpty()) {
        actions << u"team "_s + then.team;
    }
    if (!then.agent.isEmpty()) {
        actions << u"agent "_s + then.agent;
    }
    if (!then.draft.isEmpty()) {
        actions << u"draft "_s + then.draft;
    }
    if (then.workClass) {
        actions << u"class "_s + toString(*then.workClass);
    }
    return actions;
}

bool hasFixedClass(Database &db, ConversationId conversation)
{
    return db.number(u"SELECT count(*) FROM conversation WHERE id = ? AND fixed_class IS NOT NULL"_s,
               {conversation.value})
        > 0;
}
} // namespace

void ArrivalRules::import(const QList<ArrivalRule> &rules, const QString &by)
{
    m_db.exec(u"DELETE FROM arrival_rule"_s);
    int place = 0;
    for (const ArrivalRule &rule : rules) {
        m_db.exec(u"INSERT INTO arrival_rule (place, definition) VALUES (?, ?)"_s,
            {++place, QString::fromUtf8(QJsonDocument(toJson(rule)).toJson(QJsonDocument::Compact))});
    }
    JournalStore(m_db).add(
        {.fact = u"arrival-rules-imported"_s, .agent = by, .detail = {{u"rules"_s, place}}});
}

QList<ArrivalRule> ArrivalRules::all()
{
    const QStringList texts = m_db.list(u"SELECT definition FROM arrival_rule ORDER BY place"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    QList<ArrivalRule> rules;
    for (const QString &text : texts) {
        if (const auto rule = definedIn(text, &arrivalRuleIn)) {
            rules.append(*rule);
        }
    }
    return rules;
}

QList<ArrivalRule> ArrivalRules::chosen(const QList<ArrivalRule> &rules, const Message &message)
{
    if (rules.isEmpty()) {
        return {};
    }
    const Account account = AccountStore(m_db).byId(message.account).value_or(Account{});
    return chosenRules(rules,
        {.network = account.network,
            .account = account.name,
            .lane = message.lane,
            .kind = message.kind,
            .tags = TagStore(m_db).of(message.conversation)},
        message);
}

bool ArrivalRules::layDraft(const ArrivalRule &rule, const Message &message)
{
    DraftStore drafts(m_db);
    if (!drafts.body(message.conversation, rule.then.agent, message.lane).isEmpty()) {
        return false;
    }
    const auto filled
        = fillSavedReply(m_db, {&knownFields}, rule.then.draft, message.conversation, rule.then.agent);
    if (filled) {
        drafts.save(message.conversation, rule.then.agent, message.lane, filled->text);
    }
    return filled.has_value();
}

QStringList ArrivalRules::carryOut(const ArrivalRule &rule, const Message &message)
{
    const RuleActions &then = rule.then;
    RuleActions done;
    for (const QString &tag : then.tags) {
        if (TagStore(m_db).add(message.conversation, tag, {})) {
            done.tags << tag;
        }
    }
    AssignmentStore assignments(m_db);
    if ((!then.agent.isEmpty() || !then.team.isEmpty()) && !assignments.of(message.conversation)) {
        const QString why = u"rule: %1"_s.arg(rule.name);
        if (!then.agent.isEmpty()
            && assignments.assign(message.conversation, {.agent = then.agent, .team = then.team}, why, {})) {
            done.agent = then.agent;
            done.team = then.team;
        } else if (!then.team.isEmpty()
            && assignments.assign(message.conversation, {.team = then.team}, why, {})) {
            done.team = then.team; // the agent is not at work
        }
    }
    if (!then.draft.isEmpty() && layDraft(rule, message)) {
        done.draft = then.draft;
    }
    if (then.workClass && !hasFixedClass(m_db, message.conversation)
        && StateStore(m_db).setClass(message.conversation, then.workClass, {})) {
        done.workClass = then.workClass;
    }
    return actionsOf(done);
}

QList<RuleEffect> ArrivalRules::run(const Message &message)
{
    QList<RuleEffect> effects;
    for (const ArrivalRule &rule : chosen(all(), message)) {
        const QStringList actions = carryOut(rule, message);
        JournalStore(m_db).add({.fact = u"rule-applied"_s,
            .account = message.account,
            .conversation = message.conversation,
            .message = message.id,
            .detail = {{u"rule"_s, rule.name}, {u"actions"_s, QJsonArray::fromStringList(actions)}}});
        effects.append({.message = message.id,
            .conversation = message.conversation,
            .rule = rule.name,
            .actions = actions});
    }
    return effects;
}

QList<RuleEffect> ArrivalRules::dryRun(Instant from, Instant to)
{
    QList<RuleEffect> effects;
    for (DryRun run{.from = from, .to = to}; !run.isAtEnd;) {
        DrySlice slice = dryRunSlice(run, kSlice);
        effects += slice.effects;
        run = std::move(slice.rest);
    }
    return effects;
}

DrySlice ArrivalRules::dryRunSlice(const DryRun &run, int limit)
{
    DrySlice slice{.rest = run};
    if (!slice.rest.rules) {
        slice.rest.rules = all();
        slice.rest.after = IdSource::before<MessageId>(run.from - kClocksDiffer);
    }
    const auto messages = m_db.list(
        selectMessages(u"WHERE m.id > ? AND m.direction = 'inbound' AND (m.traits & 256) = 0 AND "
                       u"m.conversation_id IS NOT"
                       " NULL AND m.posted_at_ms >= ? AND m.posted_at_ms < ? ORDER BY m.id LIMIT ?"_s),
        {slice.rest.after.value, toMs(run.from), toMs(run.to), limit}, &readMessage);
    for (const Message &message : messages) {
        for (const ArrivalRule &rule : chosen(*slice.rest.rules, message)) {
            slice.effects.append({.message = message.id,
                .conversation = message.conversation,
                .rule = rule.name,
                .actions = actionsOf(rule.then)});
        }
        slice.rest.after = message.id;
    }
    slice.rest.isAtEnd = messages.size() < limit;
    return slice;
}

} // namespace fw

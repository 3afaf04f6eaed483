#include "app/dispatch/guard/guard.h"

#include "app/store/journal_store.h"

#include <QJsonArray>

namespace fw::guard {

using namespace Qt::StringLiterals;

namespace {
QString span(milliseconds time)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(time).count();
    return hours > 0 ? u"%1 h"_s.arg(hours)
                     : u"%1 min"_s.arg(std::chrono::duration_cast<std::chrono::minutes>(time).count());
}

GuardFinding sameText(const SimilarReplies &found, const SameTextTerms &terms, Lane lane)
{
    QStringList ids;
    for (const SimilarReply &other : found.newest) {
        ids.append(other.reply.toString());
    }
    const QString what = lane == Lane::Public
        ? u"the account gave nearly this answer %1 times in the last %2 (reply %3)"_s
        : u"this person was told exactly this %1 times in the last %2 (reply %3)"_s;
    return {.code = ErrorCode::SameText,
        .detail = what.arg(found.count).arg(span(terms.within), ids.join(u", "_s)),
        .count = found.count,
        .others = found.newest};
}

QString nameOf(const QString &what)
{
    return what == "card"_L1   ? u"a number like a payment card's"_s
        : what == "email"_L1   ? u"an e-mail address"_s
        : what == "phone"_L1   ? u"a telephone number"_s
        : what == "order"_L1   ? u"the customer's order number"_s
        : what == "address"_L1 ? u"the customer's address"_s
        : what == "name"_L1    ? u"the customer's full name"_s
        : what == "points"_L1  ? u"the customer's points"_s
                               : what;
}

GuardFinding leak(const QList<LeakSpan> &spans)
{
    QStringList places;
    for (const LeakSpan &span : spans) {
        places.append(
            u"%1 at %2-%3"_s.arg(nameOf(span.what)).arg(span.start + 1).arg(span.start + span.length));
    }
    return {.code = ErrorCode::PublicLeak,
        .detail = u"everybody would read %1"_s.arg(places.join(u", "_s)),
        .spans = spans};
}

void noteOverruled(Database &db, const Reply &reply, const QList<GuardFinding> &findings)
{
    QJsonArray guards;
    int others = 0;
    for (const GuardFinding &finding : findings) {
        guards.append(toString(finding.code));
        others += finding.count;
    }
    JournalStore(db).add({.fact = u"guard-overruled"_s,
        .account = reply.account,
        .conversation = reply.conversation,
        .reply = reply.id,
        .agent = reply.agent,
        .detail = {{u"guards"_s, guards}, {u"others"_s, others}}});
}

QList<GuardFinding> findingsOf(Database &db, const Draft &draft, const SimilarReplies &similar,
    const SameTextTerms &terms, const QList<LeakFinder> &finders)
{
    QList<GuardFinding> findings;
    if (draft.lane == Lane::Public) {
        const auto spans = findLeaks(
            db, {.account = draft.account, .conversation = draft.conversation, .text = draft.text}, finders);
        if (!spans.isEmpty()) {
            findings.append(leak(spans));
        }
    }
    if (similar.isTold) {
        findings.append(sameText(similar, terms, draft.lane));
    }
    return findings;
}
} // namespace

QList<GuardFinding> check(
    Database &db, const Draft &draft, const SameTextTerms &terms, const Knowledge &knowledge)
{
    return findingsOf(
        db, draft, similarReplies(db, draft, terms, *knowledge.shapes), terms, knowledge.finders);
}

Result<int> pass(Database &db, const Reply &reply, const QString &text, bool isSure,
    const SameTextTerms &terms, const Knowledge &knowledge)
{
    const Draft draft{
        .account = reply.account, .conversation = reply.conversation, .lane = reply.lane, .text = text};
    const SimilarReplies similar = similarReplies(db, draft, terms, *knowledge.shapes);
    const QList<GuardFinding> findings = findingsOf(db, draft, similar, terms, knowledge.finders);
    if (!findings.isEmpty() && !isSure) {
        QStringList doubts;
        for (const GuardFinding &finding : findings) {
            doubts.append(finding.detail);
        }
        return Failure({.code = findings.first().code, .detail = doubts.join(u"; "_s)});
    }
    if (!findings.isEmpty()) {
        noteOverruled(db, reply, findings);
    }
    return similar.count;
}

} // namespace fw::guard

#include "app/insight/day_review.h"

#include "app/model/figure_summary.h"
#include "app/store/conversation_store.h"
#include "app/store/figure_store.h"
#include "app/store/journal_store.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostLost = 1000;

/// The conversations of rows, each once, in the order of time.
QList<ConversationId> conversationsOf(QList<FigureRow> rows)
{
    std::stable_sort(
        rows.begin(), rows.end(), [](const FigureRow &a, const FigureRow &b) { return a.at < b.at; });
    QList<ConversationId> all;
    QSet<ConversationId> seen;
    for (const FigureRow &row : rows) {
        if (!seen.contains(row.conversation)) {
            seen.insert(row.conversation);
            all.append(row.conversation);
        }
    }
    return all;
}

void countFigures(Database &db, DayReview &review, const FigureTerms &terms)
{
    QList<FigureRow> begun;
    QList<FigureRow> answered;
    QList<FigureRow> waiting;
    QList<FigureRow> broken;
    FigureStore(db).eachPast(terms.period, terms.asOf, [&](const ConversationPast &past) {
        begun += figureRows(Figure::NewConversations, past, terms);
        answered += figureRows(Figure::FirstResponse, past, terms);
        waiting += figureRows(Figure::Waiting, past, terms);
        for (const Figure promise : {Figure::SlaFirstAnswer, Figure::SlaNextAnswer, Figure::SlaResolution}) {
            for (const FigureRow &row : figureRows(promise, past, terms)) {
                if (row.hit && !*row.hit) {
                    broken.append(row);
                }
            }
        }
    });
    review.wrote = int(summaries(begun, Breakdown::None, terms.zone).value(0).customers);
    review.answered = int(answered.size());
    QList<milliseconds> spans;
    for (const FigureRow &row : answered) {
        spans.append(row.calendarTime.value_or(milliseconds(0)));
    }
    std::sort(spans.begin(), spans.end());
    if (!spans.isEmpty()) {
        review.medianFirst = spans.at((spans.size() - 1) / 2);
    }
    review.late = conversationsOf(broken);
    review.waiting = conversationsOf(waiting);
}

void countOverruled(Database &db, DayReview &review, const TimeSpan &day)
{
    const auto add = [](QList<ConversationId> &to, ConversationId conversation) {
        if (!to.contains(conversation)) {
            to.append(conversation);
        }
    };
    for (const Fact &fact : JournalStore(db).named(u"guard-overruled"_s, day.from, day.to)) {
        const QJsonArray guards = fact.detail.value(u"guards"_s).toArray();
        if (guards.contains(toString(ErrorCode::SameText))) {
            add(review.repeated, fact.conversation);
        }
        if (guards.contains(toString(ErrorCode::PublicLeak))) {
            add(review.leaked, fact.conversation);
        }
    }
}
} // namespace

DayReview reviewDay(Database &db, const TimeSpan &day, Instant asOf)
{
    DayReview review;
    countFigures(db, review, {.period = day, .asOf = asOf});
    countOverruled(db, review, day);
    for (const Conversation &failed : ConversationStore(db).page(View::Failed, {}, kMostLost)) {
        review.lost.append(failed.id);
    }
    return review;
}

} // namespace fw

#pragma once

#include "app/dispatch/guard/same_text.h"

namespace fw {

/// A doubt about a text before it is queued. Whoever wrote it may insist.
struct GuardFinding {
    ErrorCode code = ErrorCode::SameText;   // or PublicLeak
    QString detail = {};                    // English, one sentence; no text of a message, no name
    int count = 0;                          // SameText: replies like it
    QList<guard::SimilarReply> others = {}; // the newest of them
    QList<guard::LeakSpan> spans = {};      // PublicLeak: where in the text
};

namespace guard {

/// Everything there is to ask about a draft. Leaks are looked for in public only. Errors: Usage for limits that cannot be read. Thread: the
/// database's.
[[nodiscard]] Result<QList<GuardFinding>> check(
    Database &db, const Draft &draft, const QList<LeakFinder> &finders);

/// Before `reply` is inserted: how many are like it, for keepShape(). Refuses (SameText, PublicLeak) where there is something to ask about, unless its writer
/// is sure; then it is written down what was overruled ("guard-overruled"). `text`: the whole text, of which `reply` may be the first part.
[[nodiscard]] Result<int> pass(
    Database &db, const Reply &reply, const QString &text, bool isSure, const QList<LeakFinder> &finders);

} // namespace guard
} // namespace fw

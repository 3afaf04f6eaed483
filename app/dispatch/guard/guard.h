#pragma once

#include "app/dispatch/guard/same_text.h"

#include <memory>

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

/// What a draft is compared with and searched for.
struct Knowledge {
    std::shared_ptr<KnownShapes> shapes = std::make_shared<KnownShapes>();
    QList<LeakFinder> finders = {};
};

/// Everything there is to ask about a draft. Leaks are looked for in public only. Thread: the database's.
[[nodiscard]] QList<GuardFinding> check(
    Database &db, const Draft &draft, const SameTextTerms &terms, const Knowledge &knowledge);

/// Before `reply` is inserted: how many are like it, for keepShape(). Refuses (SameText, PublicLeak) where there is something to ask about, unless its writer
/// is sure; then it is written down what was overruled ("guard-overruled"). `text`: the whole text, of which `reply` may be the first part.
[[nodiscard]] Result<int> pass(Database &db, const Reply &reply, const QString &text, bool isSure,
    const SameTextTerms &terms, const Knowledge &knowledge);

} // namespace guard
} // namespace fw

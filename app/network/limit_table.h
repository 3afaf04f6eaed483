#pragma once

#include "app/core/error.h"
#include "app/model/account.h"
#include "app/model/limits.h"
#include "app/model/reply.h"

#include <map>

namespace fw {

/// What a class of replies is worth on time, and how soon that is unless somebody says otherwise.
struct ClassTerms {
    double weight = 1;
    milliseconds due = {};
};

/// When a public reply is taken for one the account gave before, and somebody is asked before it is queued.
struct SameTextTerms {
    milliseconds within = {}; // compared with replies pressed in the last so long; zero: with none
    double likeness = 1;      // from which on two texts are alike, 0 to 1
    int others = 1;           // so many like it, and somebody is asked
    int courtesies = 0;       // the same of very short texts ("Thank you!"), which people say often
    bool operator==(const SameTextTerms &) const = default;
};

/// The limits of one network, read from resources/limits/<network>.json and overlaid by the account's own settings.
struct LimitTable {
    QList<Window> windows = {};
    milliseconds gap = {};    // least time between two replies of an account
    milliseconds jitter = {}; // up to this much more, drawn per reply
    milliseconds settle = {}; // a reply not visible this long after its attempt began was not carried out
    std::map<ReplyClass, ClassTerms> classes = {};
    SameTextTerms sameText = {};
    QList<milliseconds> lookups
        = {}; // when an unknown reply is looked up, counted from its attempt's beginning
    milliseconds blockWithoutReset = {}; // how long to keep away after a refusal that names no reset
    milliseconds backOff = {};           // pause after a network that cannot be reached, doubled each time
    milliseconds longestBackOff = {};
    int attemptsBeforeGivingUp = 0;

    [[nodiscard]] QList<Window> windowsOf(Operation operation) const;
};

/// Errors: Usage with the place of the mistake.
[[nodiscard]] Result<LimitTable> parseLimitTable(const QJsonObject &json);
/// The built-in table of `account.network`, with `account.settings["limits"]` laid over it: {"settle_ms":…, "gap_ms":…, "jitter_ms":…,
/// "lookups_ms":[…], "block_ms":…,
/// "backoff_ms":…, "longest_backoff_ms":…, "attempts":…, "classes":{"<class>":{"weight":…, "due_s":…}}, "windows":{"<operation>":{"<name>":limit}},
/// "same_text":{"within_s":…, "likeness":…, "others":…, "courtesies":…}}.
[[nodiscard]] Result<LimitTable> limitTableFor(const Account &account);

} // namespace fw

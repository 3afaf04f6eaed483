#pragma once

#include "app/model/account.h"
#include "app/network/capabilities.h"

namespace fw::ui {

/// One way in which a message can be answered from here.
struct AnswerWay {
    Feature feature = Feature::ReplyPublic;
    Lane lane = Lane::Public;
    int textLimit = 0;                 // 0: none
    std::optional<Instant> until = {}; // the network takes it until then; our clock
    bool operator==(const AnswerWay &) const = default;
};

struct AnswerWays {
    QList<AnswerWay> ways = {}; // the natural one first; empty: not from here
    QString whyNone = {};       // Offer::whyNot of the natural way, when there is none
    QString permalink = {};     // where it can be answered instead; may be empty
    bool operator==(const AnswerWays &) const = default;
};

/// The ways of answering `message`. Pure. An account that published nothing yet gets its message's own lane and `usualLimit`.
[[nodiscard]] AnswerWays answerWays(
    const Account &account, const Message &message, int usualLimit, Instant now);

/// Whether a link of a network may be opened in the browser: an https address, and nothing else.
[[nodiscard]] bool isWebAddress(const QString &link);

} // namespace fw::ui

#pragma once

#include <QString>

namespace fw {

/// What a signal tells: the interface has words for it in every language.
enum class SignalKind {
    None,           // not told, as in desks from before signals had facts: then the message's text says it
    NewComments,    // below a post of ours
    PinFromWebsite, // somebody pinned from our website
    PinOnBoard,     // somebody else pinned on a board we share
};

struct SignalFacts {
    SignalKind kind = SignalKind::None;
    qint64 count = 0;     // NewComments: so many came
    qint64 total = 0;     // NewComments: so many there are
    QString subject = {}; // what it is about, ready to be shown: a title in quotation marks, or an id
    QString place = {};   // PinFromWebsite: whose board; PinOnBoard: which board; empty: not told
    bool operator==(const SignalFacts &) const = default;
};

/// The sentence in English: the text of the message, for programs and the search.
[[nodiscard]] QString sentenceOf(const SignalFacts &facts);

/// For the store: compact JSON, empty for SignalKind::None.
[[nodiscard]] QString toText(const SignalFacts &facts);
[[nodiscard]] SignalFacts signalFactsFromText(const QString &text);

} // namespace fw

#pragma once

#include "app/core/clock.h"

#include <QHash>

#include <optional>

namespace fw::pinterest {

/// What is remembered of one thing.
struct Note {
    qint64 count = 0;    // the last number the network gave
    qint64 total = 0;    // of a pin: its first count plus every rise since, so that it never falls
    Instant readAt = {}; // of a pin whose comments can be read: when all of them were
    Instant seenAt = {}; // when a walk last met it
    bool operator==(const Note &) const = default;
};

/// What a stream remembers from one whole walk to the next, because the network cannot be asked for what is new since. Travels as PostPage::newState
/// and Cursor::state: some 20 bytes per thing.
struct Memory {
    Instant walkedAt = {};
    QHash<QString, Note> notes = {};

    [[nodiscard]] QByteArray toState() const;
    /// Empty when there is none or it cannot be read, which is the same as having never walked.
    [[nodiscard]] static std::optional<Memory> fromState(const QByteArray &state);

    /// Takes over what `before` knew and this walk did not see, except what was missing for a long time: lists are not complete every time, and
    /// a pin that comes back must not look new.
    void carryOver(const Memory &before);
};

} // namespace fw::pinterest

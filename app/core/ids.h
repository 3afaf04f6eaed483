#pragma once

#include "app/core/clock.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace fw {

/// A 64-bit key. The tag keeps a MessageId from being passed where a ConversationId is expected. 0 means none.
template <typename Tag>
struct Id {
    qint64 value = 0;
    [[nodiscard]] bool isNull() const noexcept { return value == 0; }
    [[nodiscard]] QString toString() const { return QString::number(value); }
    friend auto operator<=>(const Id &, const Id &)
        = default; // NOLINT(modernize-use-nullptr): misread by clang-tidy 14
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using AccountId = Id<struct AccountTag>;
using IdentityId = Id<struct IdentityTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using ReplyId = Id<struct ReplyTag>;
using AttemptId = Id<struct AttemptTag>;
using FactId = Id<struct FactTag>;

/// Makes time-ordered ids: 42 bits of milliseconds since 2020, 10 random bits drawn per process, 11 bits of sequence.
/// Ids of one source are strictly increasing; ids of two processes collide only if they drew the same 10 bits in the same
/// millisecond, and then the store's primary key refuses the second. Thread: any.
class IdSource
{
public:
    explicit IdSource(const Clock &clock);

    template <typename T>
    [[nodiscard]] T next()
    {
        return T{nextValue()};
    }

    /// Less than every id made at `instant` or later.
    template <typename T>
    [[nodiscard]] static T before(Instant instant)
    {
        return T{valueBefore(instant)};
    }

private:
    [[nodiscard]] qint64 nextValue();
    [[nodiscard]] static qint64 valueBefore(Instant instant);

    const Clock &m_clock;
    std::mutex m_mutex;
    qint64 m_last = 0;
    qint64 m_processBits = 0;
};

} // namespace fw

#include "app/core/ids.h"

#include <QRandomGenerator>

#include <algorithm>

namespace fw {

namespace {
constexpr qint64 kEpochMs = 1'577'836'800'000; // 2020-01-01T00:00:00Z
constexpr int kSequenceBits = 11;
constexpr int kProcessBits = 10;
constexpr qint64 kTickStep = qint64(1) << (kSequenceBits + kProcessBits);
} // namespace

IdSource::IdSource(const Clock &clock)
    : m_clock(clock)
    , m_processBits(qint64(QRandomGenerator::system()->bounded(1 << kProcessBits)) << kSequenceBits)
{
}

qint64 IdSource::valueBefore(Instant instant)
{
    return std::max<qint64>(1, toMs(instant) - kEpochMs) * kTickStep - 1;
}

qint64 IdSource::nextValue()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 floor = std::max<qint64>(1, toMs(m_clock.now()) - kEpochMs) * kTickStep + m_processBits;
    qint64 value = floor;
    if (value <= m_last) {
        value = m_last + 1;
        constexpr qint64 kSequenceMask = (qint64(1) << kSequenceBits) - 1;
        if ((value & kSequenceMask) == 0) { // 2048 in one millisecond: borrow the next one
            value = (value / kTickStep + 1) * kTickStep + m_processBits;
        }
    }
    m_last = value;
    return value;
}

} // namespace fw

#pragma once

#include <QtGlobal>

namespace fw::world {

/// Numbers that look random and are the same on every machine for the same seed (splitmix64).
class Dice
{
public:
    /// Streams of one seed are independent of each other.
    explicit Dice(quint64 seed, quint64 stream = 0, quint64 part = 0);

    quint64 next();
    double unit(); // 0 <= x < 1
    double between(double low, double high);
    qint64 whole(qint64 low, qint64 high); // both included
    bool chance(double probability);
    double normal();
    double exponential(double mean);

private:
    quint64 m_state = 0;
};

} // namespace fw::world

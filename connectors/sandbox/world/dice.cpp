#include "connectors/sandbox/world/dice.h"

#include <cmath>
#include <numbers>

namespace fw::world {

namespace {
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}
} // namespace

Dice::Dice(quint64 seed, quint64 stream, quint64 part)
    : m_state(mixed(mixed(mixed(seed + 1) + stream) + part))
{
}

quint64 Dice::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    return mixed(m_state);
}

double Dice::unit()
{
    return double(next() >> 11) * 0x1.0p-53;
}

double Dice::between(double low, double high)
{
    return low + (high - low) * unit();
}

qint64 Dice::whole(qint64 low, qint64 high)
{
    return low + qint64(unit() * double(high - low + 1));
}

bool Dice::chance(double probability)
{
    return unit() < probability;
}

double Dice::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - unit()));
    return radius * std::cos(2 * std::numbers::pi * unit());
}

double Dice::exponential(double mean)
{
    return -mean * std::log(1 - unit());
}

} // namespace fw::world

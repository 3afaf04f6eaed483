#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QtGlobal>

namespace fw::test {

/// A seed from the system, or the one in FW_SEED to see the same run again. Printed either way.
inline quint32 printedSeed()
{
    const quint32 given = qEnvironmentVariable("FW_SEED").toUInt();
    const quint32 seed = given != 0 ? given : QRandomGenerator::system()->generate();
    qInfo("seed %u (the same run again: FW_SEED=%u)", seed, seed);
    return seed;
}

} // namespace fw::test

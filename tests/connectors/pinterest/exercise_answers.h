#pragma once

#include <QByteArray>

namespace fw::test {

/// Feeds `bytes` to everything of the connector that reads what came from outside: the first byte says to what. Any end but a crash is right.
void exerciseAnswers(const QByteArray &bytes);

/// How many readers there are: the first byte counts modulo this.
constexpr int kReaders = 12;

} // namespace fw::test

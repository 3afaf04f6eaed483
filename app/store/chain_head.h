#pragma once

#include "app/core/ids.h"

#include <QByteArray>
#include <QList>

namespace fw {

/// How far a writer's chain of facts goes. Each connection that writes is a writer of its own: two processes never wait for each other's hash.
struct ChainHead {
    qint64 writer = 0; // 0: none yet
    qint64 seq = 0;    // of its newest fact, from 1; 0: none yet
    FactId fact = {};
    QByteArray hash = {}; // of that fact, Base64
    bool operator==(const ChainHead &) const = default;
};

/// What a fact's hash covers, as the row has it. The detail is covered by its digest, so that it can be blanked without breaking the chain.
struct Link {
    qint64 writer = 0;
    qint64 seq = 0;
    qint64 id = 0;
    qint64 atMs = 0;
    QString fact = {};
    qint64 account = 0;
    qint64 conversation = 0;
    qint64 message = 0;
    qint64 reply = 0;
    QString agent = {};
    QByteArray digest = {};
};

/// SHA-256, Base64. The salt keeps a blanked detail from being guessed.
[[nodiscard]] QByteArray digestOf(const QByteArray &salt, const QByteArray &detail);
/// SHA-256 over the previous fact's hash and this one, Base64.
[[nodiscard]] QByteArray hashOf(const QByteArray &previous, const Link &link);
/// What stands for the hash before a writer's first fact: it covers where the chains ended that were there already.
[[nodiscard]] QByteArray beginningOf(qint64 writer, qint64 openedAtMs, QList<ChainHead> anchors);

} // namespace fw

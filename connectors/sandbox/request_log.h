#pragma once

#include "app/core/clock.h"

#include <QString>

#include <deque>

namespace fw::sandbox {

/// One request as the sandbox saw it.
struct SeenRequest {
    Instant at = {};
    QByteArray method = {};
    QString path = {};      // with the query, still encoded
    QString operation = {}; // empty: no endpoint of ours
    int connection = 0;
    int status = 0;            // 0: no answer was sent
    bool isCarriedOut = false; // a write took place (possibly later than the connection lived)
    QString fault = {};
    QString remoteId = {}; // what a carried-out write made, changed or removed
};

/// Every request since the start, oldest first. Stable addresses: a late write completes its entry.
using RequestLog = std::deque<SeenRequest>;

} // namespace fw::sandbox

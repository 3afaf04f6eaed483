#pragma once

#include "app/core/ids.h"

#include <QJsonObject>

namespace fw {

enum class Network { Twitter, Facebook, Pinterest };

/// One of the brand's own accounts. The token itself is never here: only the file it is read from.
struct Account {
    AccountId id = {};
    QString name = {}; // chosen by the administrator, unique; used on the command line
    Network network = Network::Twitter;
    QString baseUrl = {};
    QString tokenFile = {}; // absolute path
    QString remoteId = {};  // empty until the network was asked once
    QString handle = {};    // without @
    QString displayName = {};
    QJsonObject settings = {}; // per network; e.g. {"selector":"tweet"}
    QJsonObject capabilities
        = {}; // what the account can do now, as its connector last said; see app/network/capabilities.h
    milliseconds clockOffset = {}; // network clock minus ours, learned from Date
    QString pausedReason = {};     // not empty: nothing is sent; the kebab-case ErrorCode
    QString pausedDetail = {};
    bool operator==(const Account &) const = default;
    [[nodiscard]] bool isPaused() const { return !pausedReason.isEmpty(); }
};

[[nodiscard]] QString toString(Network network); // "twitter"
[[nodiscard]] std::optional<Network> networkFromString(const QString &name);

} // namespace fw

#pragma once

#include <QByteArray>

namespace fw {

/// The value of `appsecret_proof`: lower-case hex of HMAC-SHA256 with the app's secret as key and the token sent in the call as message.
/// Source: developers.facebook.com/docs/graph-api/guides/secure-requests.
[[nodiscard]] QByteArray appSecretProof(const QByteArray &token, const QByteArray &appSecret);

} // namespace fw

#include "connectors/oauth/app_secret_proof.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace fw {

QByteArray appSecretProof(const QByteArray &token, const QByteArray &appSecret)
{
    return QMessageAuthenticationCode::hash(token, appSecret, QCryptographicHash::Sha256).toHex();
}

} // namespace fw

#include "connectors/facebook/app_proof.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace fw::facebook {

QByteArray appSecretProof(const QByteArray &secret, const QByteArray &token)
{
    return QMessageAuthenticationCode::hash(token, secret, QCryptographicHash::Sha256).toHex();
}

} // namespace fw::facebook

#pragma once

#include "connectors/sandbox/http.h"
#include "connectors/sandbox/json_reader.h"

namespace fw::sandbox {

/// A call of the control endpoint.
struct ControlRequest {
    QByteArray method = {};
    QStringList path = {}; // what follows /sandbox/<network>/, decoded
    QJsonObject body = {};
    QUrlQuery query = {};
    /// `wanted`: a method and a path in which * stands for an id, as "POST posts/*/edit"; `id` gets what stood there.
    [[nodiscard]] bool is(const char *wanted, QString *id = nullptr) const;
};

/// `{"error": ...}`
[[nodiscard]] HttpAnswer controlComplaint(int status, const QString &error);
[[nodiscard]] HttpAnswer controlDone(); // {"ok": true}
[[nodiscard]] HttpAnswer controlUnknown();

} // namespace fw::sandbox

#pragma once

#include <QJsonObject>

namespace fw {

/// index.html of an export: everything that `exported` (toExport()) holds, to be read by the person it is about. One file without script, pictures or
/// anything fetched from elsewhere; light or dark as the reader's system is. Every text is escaped, also an address, which is no link. Pure.
[[nodiscard]] QByteArray personPage(const QJsonObject &exported);

} // namespace fw

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace fw {

inline constexpr char kFormContentType[] = "application/x-www-form-urlencoded";

/// `fields` as the body of a form: UTF-8, everything but letters, digits and -._~ as %XX, also the space.
/// Source: url.spec.whatwg.org, application/x-www-form-urlencoded.
[[nodiscard]] QByteArray formBody(const QList<QPair<QString, QString>> &fields);

} // namespace fw

#pragma once

#include <QByteArray>
#include <QHash>

namespace fw {

/// `body` as it can be attached to a bug report: nothing of what people wrote, their names, handles, addresses or tokens is left, and every
/// byte stands where it stood. Works on anything, also on JSON that is cut short or no JSON at all.
///
/// Kept: names of members, numbers, true, false, null, brackets, white space and punctuation, escapes of control characters, and digits in
/// the values of members that are called an id and look like one, or that look like a time. In all other values letters become x and digits 0;
/// a character of several bytes becomes another of as many, one that is no UTF-8 stays none. After the first byte that is no JSON, numbers
/// become 0 too, and only those names of members are kept that were seen before it.
[[nodiscard]] QByteArray redactBody(const QByteArray &body);

/// `headers` for the same purpose: values of those about limits, formats, dates, caching and request ids stay; all others become x and 0.
[[nodiscard]] QHash<QByteArray, QByteArray> redactHeaders(const QHash<QByteArray, QByteArray> &headers);

} // namespace fw

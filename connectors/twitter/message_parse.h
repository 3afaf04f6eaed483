#pragma once

#include "connectors/twitter/twitter_parse.h"

namespace fw::twitter {

/// A page of direct messages, in either vocabulary. Somebody joining or leaving is no message and is passed over. A message without a text and
/// without an attachment is one of the encrypted chat, which only the network's own apps can read: it is told, not shown.
/// A page without entries is the end, whatever tokens it has, and so is one that reaches back to `watermark`.
/// Errors: as readPage(). Source: docs.x.com/x-api/direct-messages/lookup, OpenAPI 2.166 and 2.167, DmEvent.
[[nodiscard]] Result<ReadPage> readMessagePage(
    const QByteArray &body, const Reading &reading, const QString &watermark);

} // namespace fw::twitter

#pragma once

#include "connectors/twitter/twitter_parse.h"

#include <QJsonObject>

namespace fw::twitter {

/// The object a page is: it has a list under `data`, or none and then at least `meta`. Errors: as readPage().
[[nodiscard]] Result<QJsonObject> pageIn(const QByteArray &body);

/// Ids of what the page's errors[] call deleted, hidden from us or otherwise out of reach.
[[nodiscard]] QStringList goneIn(const QJsonObject &root);

/// Fills in everything but what is missing and included, once page.posts and page.unreadable are known.
void readNotes(const QJsonObject &root, const Account &account, ReadPage &page);

} // namespace fw::twitter

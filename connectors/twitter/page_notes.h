#pragma once

#include "connectors/http/json_answer.h"
#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/twitter_parse.h"

namespace fw::twitter {

/// The answer a page is: it has a list under `data`, or none and then at least `meta`. Errors: as readPage().
[[nodiscard]] Result<JsonAnswer> pageIn(const QByteArray &body);

/// Ids of what the page's errors[] call deleted, hidden from us or otherwise out of reach.
[[nodiscard]] QStringList goneIn(JsonView root);

/// Fills in everything but what is missing and included, once `people` (readPeople() of `root`), page.posts and page.unreadable are known.
void readNotes(JsonView root, const People &people, const Account &account, ReadPage &page);

} // namespace fw::twitter

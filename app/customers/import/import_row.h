#pragma once

#include "app/store/import_store.h"

namespace fw {

/// A row's cells, in the order of fieldsOf(kind), as what is stored: times in milliseconds, amounts in minor units, everything else as text; a formula is
/// text, too. The failure's detail says which cell makes no sense and what would. `now`: consents cannot be later. Pure.
[[nodiscard]] Result<ImportRow> importRow(
    ImportKind kind, const QStringList &cells, qint64 line, Instant now);

/// By which a row that is other than the one stored is known. Pure.
[[nodiscard]] qint64 rowHash(const QVariantList &values);

/// ISO 8601 date, or date and time; without a zone it is UTC.
[[nodiscard]] std::optional<Instant> importTime(const QString &text);

} // namespace fw

#pragma once

#include "app/core/ids.h"

#include <QStringList>
#include <QVariant>

#include <algorithm>

namespace fw {

/// So many ids are asked for with one statement.
inline constexpr qsizetype kIdPage = 100;

/// "?, ?, …" for kIdPage ids, so that a statement with it is one and the same however many are asked for.
[[nodiscard]] inline QString idMarks()
{
    static const QString marks = QStringList(kIdPage, QStringLiteral("?")).join(QStringLiteral(", "));
    return marks;
}

/// The values for idMarks(): 1 to kIdPage ids; the last one is said again for those that are left over.
template <typename Tag>
[[nodiscard]] QVariantList idValues(const QList<Id<Tag>> &ids)
{
    Q_ASSERT(!ids.isEmpty() && ids.size() <= kIdPage);
    QVariantList values;
    for (qsizetype i = 0; i < kIdPage; ++i) {
        values.append(ids[std::min(i, ids.size() - 1)].value);
    }
    return values;
}

} // namespace fw

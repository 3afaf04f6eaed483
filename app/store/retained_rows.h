#pragma once

#include "app/model/retention.h"

#include <QHash>
#include <QString>
#include <QVariantList>

namespace fw {

/// Rows of one table that go by age. In SQL :before stands for the time they have to be older than, :now for the present.
struct RetainedRows {
    QString table = {};
    QString key = QStringLiteral("id"); // by which the table is gone through
    QString condition = {};
    QString assignments = {};  // empty: rows are removed
    QString conversation = {}; // the column that names one whose preview has to be made anew
    QString order = {};        // the column that names one whose basket is another then
    bool isOfJournal = false;  // only who may change the journal does it
};

/// In an order in which nothing is left that refers to something removed.
[[nodiscard]] const QList<RetainedRows> &retainedRows(RetainedKind kind);

/// SQL with its places in order.
struct BoundSql {
    QString sql = {};
    QVariantList values = {};
};
/// Of ":before", ":now", ":after", ":up_to", ":rows".
[[nodiscard]] BoundSql bound(const QString &sql, const QHash<QString, QVariant> &values);

} // namespace fw

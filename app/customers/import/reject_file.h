#pragma once

#include "app/store/import_store.h"

#include <QFile>

namespace fw {

/// Rows that were refused, as CSV: line, reason, and what stood there. Cells that a spreadsheet would take for a formula begin with an apostrophe.
/// Only its owner can read it. An empty name: nothing is written.
class RejectFile final
{
    Q_DISABLE_COPY_MOVE(RejectFile)
public:
    explicit RejectFile(const QString &name);
    /// The first row makes the file, in place of one that was there. Errors: Io.
    [[nodiscard]] Done add(const RefusedRow &row);
    /// Errors: Io.
    [[nodiscard]] Done close();

private:
    [[nodiscard]] Done put(const QString &text);

    QFile m_file;
};

/// `text` as a cell of CSV: in quotes, and no formula.
[[nodiscard]] QString csvCell(const QString &text);

} // namespace fw

#pragma once

#include "app/core/error.h"

#include <QFileInfo>
#include <QJsonObject>

namespace fw {

/// A folder only its owner can enter; made when it is not there. Errors: Io.
[[nodiscard]] Done ownFolder(const QString &folder);

/// Puts a file that was imported into `folder` (see ownFolder), with `report` as NAME.report.json and `rejects`, when there is such a file, as
/// NAME.refused.csv; in that order, the file itself last. Each can be read by its owner only. What is there stays: a number is added to the name. Only what was
/// written for this very file, before a program was ended between the steps, is replaced. Returns the file's new place. Errors: Io.
[[nodiscard]] Result<QString> putAway(
    const QFileInfo &file, const QString &folder, const QString &rejects, const QJsonObject &report);

} // namespace fw

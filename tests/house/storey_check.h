#pragma once

#include <QList>
#include <QString>

namespace fw::test {

/// One file of the repository. `path` is from its root, with slashes: "app/core/clock.h".
struct SourceFile {
    QString path = {};
    QString text = {};
};

/// A rule of the house that a line of a file breaks.
struct Violation {
    QString path = {};
    int line = 1;                           // from 1
    QString what = {};                      // English, one sentence
    [[nodiscard]] QString toString() const; // "app/core/clock.h:3: ..."
};

/// The files the rules are about: sources, SQL, scripts and documents below `root`, without what is built.
[[nodiscard]] QList<SourceFile> sourceFilesUnder(const QString &root);

/// What `file` does that the house does not allow, by line:
/// - includes go down only (ui -> connectors -> app; inside app core <- model <- network, store <- departments), by full path;
/// - app includes of Qt only Core and, in app/store, Sql; connectors neither Gui nor Widgets;
/// - text in SQL stands in app/store only (the sandbox and tests may quote it);
/// - app/core/error.h alone names the library behind Result;
/// - no C++ file is longer than kMaxLines; no mark of unfinished work is left.
[[nodiscard]] QList<Violation> violationsIn(const SourceFile &file);

/// The Qt module `header` belongs to ("QtGui" for "QColor"), empty when it is not one of the installed Qt's.
[[nodiscard]] QString qtModuleOf(const QString &header);

constexpr int kMaxLines = 450;

} // namespace fw::test

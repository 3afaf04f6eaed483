#pragma once

#include "app/customers/import/line_reader.h"

#include <QJsonObject>
#include <QStringList>

#include <deque>
#include <memory>

namespace fw {

/// One row of a file, as it was read.
struct Record {
    qint64 line = 0;        // where it begins
    QStringList names = {}; // of JSON's members; empty for CSV
    QStringList cells = {};
    QString text = {};    // its beginning as it stands in the file
    QString problem = {}; // why it cannot be read; no cells then
};

/// A file record by record. What cannot be read is a record with a problem, and reading goes on behind it. Memory: that of the longest record, which is
/// at most LineReader::kLongestLine. Thread: one at a time.
class RecordReader
{
    Q_DISABLE_COPY_MOVE(RecordReader)
public:
    virtual ~RecordReader() = default;
    /// Nothing at the end.
    [[nodiscard]] virtual std::optional<Record> next() = 0;
    [[nodiscard]] virtual qint64 position() const = 0;
    [[nodiscard]] virtual qint64 size() const = 0;

protected:
    RecordReader() = default;
};

/// One JSON object, of members that are text or numbers, as a record without its text. Pure.
[[nodiscard]] Record recordOf(const QJsonObject &object, qint64 line);

/// CSV (RFC 4180, with the form's delimiter) or JSON Lines. `device` is open.
[[nodiscard]] std::unique_ptr<RecordReader> readRecords(
    std::unique_ptr<QIODevice> device, const TextForm &form);
/// Errors: Io.
[[nodiscard]] Result<std::unique_ptr<RecordReader>> openRecords(const QString &file, const TextForm &form);

} // namespace fw

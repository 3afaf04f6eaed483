#include "app/customers/import/import_columns.h"
#include "app/customers/import/import_row.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>

namespace fw::fuzz {

namespace {
void requireRow(ImportKind kind, const Record &record)
{
    const auto columns = ImportColumns::ofJson(kind, {}, record.names);
    const QStringList cells = record.names.isEmpty() || !columns ? record.cells : columns->cellsOf(record);
    const auto row = importRow(kind, cells, record.line, readAt());
    if (!row) {
        requirePlainDetail(row.error());
        return;
    }
    require(row->values.size() == fieldsOf(kind).size(), "a row has a value for each field");
    require(!row->key.isEmpty(), "a row has a key");
}

void importFile(const HttpAnswer &answer)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(answer.body);
    require(device->open(QIODevice::ReadOnly), "a buffer opens");
    const auto records = readRecords(std::move(device), formOf(answer.body));
    qint64 line = 0;
    while (const auto record = records->next()) {
        require(record->line >= line && record->line > 0, "records come in their order");
        line = record->line;
        require(record->problem.isEmpty() || record->cells.isEmpty(), "what cannot be read has no cells");
        for (const ImportKind kind : allImportKinds()) {
            if (record->problem.isEmpty()) {
                requireRow(kind, *record);
            }
        }
    }
}
} // namespace

Target importTarget()
{
    return {.name = "import", .payloads = "import/payloads", .entries = {importFile}};
}

} // namespace fw::fuzz

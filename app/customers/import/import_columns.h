#pragma once

#include "app/customers/import/record_reader.h"
#include "app/model/import_form.h"

#include <QJsonObject>

namespace fw {

/// Which columns of a file are which fields of a kind.
class ImportColumns final
{
public:
    /// By `map` ({"columns": {field: name of the column}}), and by name for fields the map does not mention: without case, with _ for everything
    /// between words. Errors: Usage when the map names a field or a column there is none of, or a column that is needed is missing; says which there are.
    [[nodiscard]] static Result<ImportColumns> of(
        ImportKind kind, const QJsonObject &map, const QStringList &header);
    /// The same for JSON, where each record has names of its own; `first` are those of one of them, and nothing need be there.
    [[nodiscard]] static Result<ImportColumns> ofJson(
        ImportKind kind, const QJsonObject &map, const QStringList &first);

    /// The cells of a record in the order of fieldsOf(kind); empty where there is none.
    [[nodiscard]] QStringList cellsOf(const Record &record) const;
    /// The column of each field; empty: none.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// Columns nothing is read from.
    [[nodiscard]] const QStringList &ignored() const { return m_ignored; }
    [[nodiscard]] qsizetype width() const { return m_width; }

private:
    ImportKind m_kind = ImportKind::Customers;
    QStringList m_names;
    QList<qsizetype> m_places; // of CSV; -1: none
    QStringList m_ignored;
    qsizetype m_width = 0;
};

} // namespace fw

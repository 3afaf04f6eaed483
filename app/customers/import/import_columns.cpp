#include "app/customers/import/import_columns.h"

#include "app/model/customer_keys.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

QString normalised(const QString &column)
{
    return foldedText(column).replace(u' ', u'_');
}

/// Where the field is by its own name or one it is known by; -1: nowhere.
qsizetype placeOf(const ImportField &field, const QStringList &header)
{
    const QStringList names = QStringList{field.name} + field.aliases;
    for (const QString &name : names) {
        const auto found = std::find_if(header.begin(), header.end(),
            [&name](const QString &column) { return normalised(column) == name; });
        if (found != header.end()) {
            return found - header.begin();
        }
    }
    return -1;
}

QStringList namesOf(ImportKind kind)
{
    QStringList names;
    for (const ImportField &field : fieldsOf(kind)) {
        names.append(field.name);
    }
    return names;
}

/// Nothing when the map only names fields of the kind.
std::optional<Error> problemOf(ImportKind kind, const QJsonObject &mapped)
{
    for (const QString &field : mapped.keys()) {
        if (!namesOf(kind).contains(field)) {
            return usage(u"the map names a field \"%1\"; %2 have: %3"_s.arg(
                field, toString(kind), namesOf(kind).join(u", "_s)));
        }
    }
    return std::nullopt;
}

QStringList without(const QStringList &header, const QStringList &used)
{
    QStringList left;
    std::copy_if(header.begin(), header.end(), std::back_inserter(left),
        [&used](const QString &column) { return !used.contains(column); });
    return left;
}
} // namespace

Result<ImportColumns> ImportColumns::of(ImportKind kind, const QJsonObject &map, const QStringList &header)
{
    const QJsonObject mapped = map[u"columns"_s].toObject();
    if (const auto problem = problemOf(kind, mapped)) {
        return Failure(*problem);
    }
    ImportColumns columns;
    columns.m_kind = kind;
    columns.m_width = header.size();
    for (const ImportField &field : fieldsOf(kind)) {
        const bool isMapped = mapped.contains(field.name);
        const QString column = mapped[field.name].toString();
        const qsizetype place = isMapped ? header.indexOf(column) : placeOf(field, header);
        if (isMapped && place < 0) {
            return Failure(usage(u"the map wants a column \"%1\" for %2; there is: %3"_s.arg(
                column, field.name, header.join(u", "_s))));
        }
        if (place < 0 && field.isRequired) {
            return Failure(usage(u"no column for %1 in: %2. Say which one is with --map or call it %1"_s.arg(
                field.name, header.join(u", "_s))));
        }
        columns.m_places.append(place);
        columns.m_names.append(place < 0 ? QString() : header[place]);
    }
    columns.m_ignored = without(header, columns.m_names);
    return columns;
}

Result<ImportColumns> ImportColumns::ofJson(ImportKind kind, const QJsonObject &map, const QStringList &first)
{
    const QJsonObject mapped = map[u"columns"_s].toObject();
    if (const auto problem = problemOf(kind, mapped)) {
        return Failure(*problem);
    }
    ImportColumns columns;
    columns.m_kind = kind;
    for (const ImportField &field : fieldsOf(kind)) {
        const qsizetype place = mapped.contains(field.name) ? -1 : placeOf(field, first);
        columns.m_names.append(place < 0 ? mapped[field.name].toString() : first[place]);
    }
    columns.m_ignored = without(first, columns.m_names);
    return columns;
}

QStringList ImportColumns::cellsOf(const Record &record) const
{
    const QList<ImportField> &fields = fieldsOf(m_kind);
    QStringList cells;
    cells.reserve(fields.size());
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const qsizetype place = record.names.isEmpty() ? m_places.value(i, -1)
            : m_names[i].isEmpty()                     ? placeOf(fields[i], record.names)
                                                       : record.names.indexOf(m_names[i]);
        cells.append(place < 0 ? QString() : record.cells.value(place));
    }
    return cells;
}

} // namespace fw

#include "app/customers/import/report_json.h"

#include <QJsonArray>

namespace fw {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ImportReport &report)
{
    QJsonObject columns;
    for (qsizetype i = 0; i < report.fields.size(); ++i) {
        if (!report.columns[i].isEmpty()) {
            columns.insert(report.fields[i], report.columns[i]);
        }
    }
    QJsonArray refused;
    for (const RefusedRow &row : report.refused) {
        refused.append(QJsonObject{{u"line"_s, row.line}, {u"reason"_s, row.reason}});
    }
    return {{u"import"_s, report.id.isNull() ? QJsonValue() : QJsonValue(report.id.toString())},
        {u"dry_run"_s, report.id.isNull()}, {u"format"_s, report.form.isJsonLines ? u"jsonl"_s : u"csv"_s},
        {u"encoding"_s, toString(report.form.encoding)},
        {u"delimiter"_s,
            report.form.isJsonLines ? QJsonValue() : QJsonValue(QString(QLatin1Char(report.form.delimiter)))},
        {u"columns"_s, columns}, {u"ignored"_s, QJsonArray::fromStringList(report.ignored)},
        {u"continued_at"_s, report.continuedAt}, {u"done"_s, report.isDone},
        {u"records"_s, report.counts.records}, {u"added"_s, report.counts.added},
        {u"changed"_s, report.counts.changed}, {u"unchanged"_s, report.counts.unchanged},
        {u"refused"_s, report.counts.refused}, {u"first_refused"_s, refused}};
}

} // namespace fw

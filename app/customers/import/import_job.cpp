#include "app/customers/import/import_job.h"

#include "app/customers/import/import_row.h"
#include "app/store/basket_store.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtEndian>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kHead = 1 << 20;
constexpr qsizetype kBatch = 2000;
constexpr qsizetype kShownRefused = 20;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

QString whyRefused(ImportStore::Put put, qint64 lineBefore)
{
    switch (put) {
    case ImportStore::Put::Duplicate:
        return lineBefore > 0 ? u"the same key as in line %1"_s.arg(lineBefore)
                              : u"the same key as in an earlier line"_s;
    case ImportStore::Put::NoCustomer:
        return u"no customer with this key in this source; import customers first"_s;
    case ImportStore::Put::NoOrder:
        return u"no order with this number in this source; import orders first"_s;
    default:
        return {};
    }
}

void count(ImportCounts &counts, ImportStore::Put put)
{
    switch (put) {
    case ImportStore::Put::Added:
        ++counts.added;
        break;
    case ImportStore::Put::Changed:
        ++counts.changed;
        break;
    case ImportStore::Put::Unchanged:
        ++counts.unchanged;
        break;
    default:
        ++counts.refused;
    }
}

/// One transaction: the rows, the refused ones, and how far the import is.
Result<ImportCounts> storeBatch(Database &db, const ImportRun &run, const ImportJob::Batch &batch)
{
    ImportStore imports(db);
    const auto now = imports.byId(run.id);
    if (!now || now->counts.records != run.counts.records || now->state != "running"_L1) {
        return Failure({.code = ErrorCode::Busy, .detail = u"another program imports the same file"_s});
    }
    ImportCounts counts{.records = batch.records, .refused = batch.refused.size()};
    for (const ImportRow &row : batch.rows) {
        const auto put = imports.put(run, row);
        count(counts, put);
        const qint64 before = put == ImportStore::Put::Duplicate ? imports.lineOf(run, row.key) : 0;
        if (const QString reason = whyRefused(put, before); !reason.isEmpty()) {
            imports.refuse(run.id, {.line = row.line, .reason = reason, .record = row.key});
        }
    }
    for (const RefusedRow &row : batch.refused) {
        imports.refuse(run.id, row);
    }
    imports.advance(run, counts);
    return counts;
}

void add(ImportCounts &total, const ImportCounts &batch)
{
    total.records += batch.records;
    total.added += batch.added;
    total.changed += batch.changed;
    total.unchanged += batch.unchanged;
    total.refused += batch.refused;
}

qint64 digest(const QString &key)
{
    return qFromBigEndian<qint64>(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).constData());
}

template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : CancelledValue<T>::make();
}
} // namespace

ImportJob::ImportJob(Store &store, const ImportRequest &request)
    : m_store(store)
    , m_request(request)
    , m_rejects(request.rejects)
{
}

Done ImportJob::prepare()
{
    if (m_request.source.trimmed().isEmpty()) {
        return Failure(usage(u"say which source the keys are of: --source crm"_s));
    }
    return detect().and_then([this] { return readHeader(); }).and_then([this] {
        return m_request.isDryRun ? Done() : begin();
    });
}

Done ImportJob::detect()
{
    QFile file(m_request.file);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot read %1: %2"_s.arg(m_request.file, file.errorString())});
    }
    m_head = file.read(kHead);
    m_report.form = formOf(m_head);
    if (m_request.encoding && *m_request.encoding != m_report.form.encoding) {
        m_report.form.encoding = *m_request.encoding;
    }
    if (m_request.delimiter) {
        m_report.form.delimiter = *m_request.delimiter;
    }
    auto records = openRecords(m_request.file, m_report.form);
    if (!records) {
        return Failure(records.error());
    }
    m_records = *std::move(records);
    return {};
}

Done ImportJob::readHeader()
{
    const auto first = m_records->next();
    if (!first) {
        return Failure(usage(u"%1 is empty"_s.arg(m_request.file)));
    }
    if (!first->problem.isEmpty()) {
        return Failure(usage(u"%1, line %2: %3"_s.arg(m_request.file).arg(first->line).arg(first->problem)));
    }
    const QStringList header = m_report.form.isJsonLines ? first->names : first->cells;
    if (m_report.form.isJsonLines) {
        m_first = first;
    }
    const auto columns = m_report.form.isJsonLines
        ? ImportColumns::ofJson(m_request.kind, m_request.map, header)
        : ImportColumns::of(m_request.kind, m_request.map, header);
    if (!columns) {
        return Failure(usage(u"%1: %2"_s.arg(m_request.file, columns.error().detail)));
    }
    m_columns = *columns;
    for (const ImportField &field : fieldsOf(m_request.kind)) {
        m_report.fields.append(field.name);
    }
    m_report.columns = columns->names();
    m_report.ignored = columns->ignored();
    return {};
}

QString ImportJob::fingerprint() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QFileInfo file(m_request.file);
    hash.addData(m_head);
    hash.addData(QByteArray::number(file.size()));
    hash.addData(QByteArray::number(file.lastModified().toMSecsSinceEpoch()));
    hash.addData(QJsonDocument(m_request.map).toJson(QJsonDocument::Compact));
    hash.addData(toString(m_report.form.encoding).toLatin1() + m_report.form.delimiter);
    return QString::fromLatin1(hash.result().toHex());
}

Done ImportJob::begin()
{
    const ImportRun wanted{.kind = m_request.kind,
        .source = m_request.source.trimmed(),
        .file = QFileInfo(m_request.file).fileName(),
        .fingerprint = fingerprint(),
        .agent = m_request.agent};
    const auto run = waited(m_store.write([wanted](Database &db) { return ImportStore(db).begin(wanted); }));
    if (!run) {
        return Failure(run.error());
    }
    m_run = *run;
    m_report.id = run->id;
    m_report.counts = run->counts;
    m_report.continuedAt = run->counts.records;
    for (qint64 skipped = 0; skipped < run->counts.records; ++skipped) {
        if (m_first) {
            m_first.reset();
        } else if (!m_records->next()) {
            break;
        }
    }
    return {};
}

void ImportJob::sort(const Record &record, Batch &batch)
{
    QString problem = record.problem;
    if (problem.isEmpty() && record.names.isEmpty() && record.cells.size() != m_columns->width()) {
        problem = u"%1 cells instead of %2"_s.arg(record.cells.size()).arg(m_columns->width());
    }
    if (problem.isEmpty()) {
        auto row = importRow(m_request.kind, m_columns->cellsOf(record), record.line, m_store.now());
        if (row) {
            batch.rows.append(*std::move(row));
            return;
        }
        problem = row.error().detail;
    }
    batch.refused.append({.line = record.line, .reason = problem, .record = record.text});
}

ImportJob::Batch ImportJob::read()
{
    Batch batch;
    while (batch.records < kBatch) {
        const auto record = m_first ? std::exchange(m_first, std::nullopt) : m_records->next();
        if (!record) {
            break;
        }
        ++batch.records;
        sort(*record, batch);
    }
    return batch;
}

Result<ImportCounts> ImportJob::store(const Batch &batch)
{
    return waited(m_store.write([run = m_run, batch](Database &db) { return storeBatch(db, run, batch); }));
}

Result<ImportCounts> ImportJob::tryOut(const Batch &batch)
{
    const auto puts = waited(m_store.read([run = m_run, batch](Database &db) {
        QList<ImportStore::Put> list;
        for (const ImportRow &row : batch.rows) {
            list.append(ImportStore(db).wouldPut(run, row));
        }
        return list;
    }));
    if (!puts) {
        return Failure(puts.error());
    }
    ImportCounts counts{.records = batch.records, .refused = batch.refused.size()};
    QList<RefusedRow> refused = batch.refused;
    for (qsizetype i = 0; i < batch.rows.size(); ++i) {
        const bool isNew = m_seen.insert(digest(batch.rows[i].key)).second;
        const auto put = isNew ? puts->at(i) : ImportStore::Put::Duplicate;
        count(counts, put);
        if (const QString reason = whyRefused(put, 0); !reason.isEmpty()) {
            refused.append({.line = batch.rows[i].line, .reason = reason, .record = batch.rows[i].key});
        }
    }
    for (const RefusedRow &row : refused) {
        if (const Done added = m_rejects.add(row); !added) {
            return Failure(added.error());
        }
        if (m_report.refused.size() < kShownRefused) {
            m_report.refused.append(row);
        }
    }
    return counts;
}

Done ImportJob::work(const std::stop_token &stop, const std::function<void(const ImportProgress &)> &progress)
{
    m_run.kind = m_request.kind;
    m_run.source = m_request.source.trimmed();
    while (!stop.stop_requested()) {
        const Batch batch = read();
        if (batch.records == 0) {
            m_report.isDone = true;
            return {};
        }
        const auto counts = m_request.isDryRun ? tryOut(batch) : store(batch);
        if (!counts) {
            return Failure(counts.error());
        }
        add(m_report.counts, *counts);
        m_run.counts = m_report.counts;
        if (progress) {
            progress({.bytes = m_records->position(),
                .ofBytes = m_records->size(),
                .records = m_report.counts.records});
        }
    }
    return {};
}

Done ImportJob::keepRefused()
{
    qint64 line = 0;
    while (true) {
        const auto page = waited(m_store.read(
            [id = m_run.id, line](Database &db) { return ImportStore(db).refused(id, line, 500); }));
        if (!page || page->isEmpty()) {
            return page ? Done() : Done(Failure(page.error()));
        }
        for (const RefusedRow &row : *page) {
            if (const Done added = m_rejects.add(row); !added) {
                return added;
            }
        }
        m_report.refused += page->mid(0, std::max<qsizetype>(0, kShownRefused - m_report.refused.size()));
        line = page->last().line;
    }
}

Done ImportJob::finish()
{
    if (!m_request.isDryRun) {
        if (const Done kept = keepRefused(); !kept) {
            return kept;
        }
    }
    if (const Done closed = m_rejects.close(); !closed || m_request.isDryRun || !m_report.isDone) {
        return closed;
    }
    const auto ended = waited(m_store.write([run = m_run](Database &db) {
        ImportStore(db).forgetRecords(run.id);
        ImportStore(db).end(run);
        return true;
    }));
    return ended ? countBaskets() : Done(Failure(ended.error()));
}

/// Whoever looks next finds what was imported in the counts; where this is cut off, the desk's own watch goes on.
Done ImportJob::countBaskets()
{
    while (true) {
        const auto counted
            = waited(m_store.write([](Database &db) { return BasketStore(db).count(int(kBatch)); }));
        if (!counted || *counted == 0) {
            return counted ? Done() : Done(Failure(counted.error()));
        }
    }
}

} // namespace fw

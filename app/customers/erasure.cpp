#include "app/customers/erasure.h"

#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"

#include <QByteArrayMatcher>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kBlock = 1 << 20;

/// What was taken out of the database, and what to look for in its files.
struct Erased {
    ErasureCertificate certificate = {};
    QStringList traces = {};
};

QList<IdentityId> identitiesOf(Database &db, CustomerId customer)
{
    QList<IdentityId> identities;
    for (const IdentityLink &link : LinkStore(db).activeOf(customer)) {
        identities.append(link.identity.id);
    }
    return identities;
}

Result<ErasurePreview> previewOf(Database &db, CustomerId customer)
{
    if (!CustomerStore(db).byId(customer)) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"no customer with that id"_s});
    }
    ErasurePreview preview{.identities = identitiesOf(db, customer)};
    PersonStore person(db, customer, preview.identities);
    preview.kept = person.kept();
    preview.pendingReplies = person.pending();
    return preview;
}

Result<Erased> eraseIn(Database &db, const ErasureRequest &request)
{
    const auto preview = previewOf(db, request.customer);
    if (!preview) {
        return Failure(preview.error());
    }
    if (request.reason.trimmed().isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say a reason"_s});
    }
    if (preview->pendingReplies > 0) {
        return Failure({.code = ErrorCode::Busy,
            .detail
            = u"%1 replies to this person, or actions on their messages, are not done; wait for them or withdraw them"_s
                  .arg(preview->pendingReplies)});
    }
    PersonStore person(db, request.customer, preview->identities);
    Erased erased{.traces = person.traces()};
    erased.certificate = {.at = db.now(),
        .customer = request.customer,
        .agent = request.agent,
        .reason = request.reason,
        .erased = person.erase()};
    const qsizetype all = erased.traces.size();
    erased.traces.removeIf([&person](const QString &trace) { return person.isOfOthersToo(trace); });
    erased.certificate.traces = int(erased.traces.size());
    erased.certificate.sharedTraces = int(all - erased.traces.size());
    QJsonObject counts;
    for (const KeptKind &kind : erased.certificate.erased) {
        counts.insert(kind.what, kind.count);
    }
    JournalStore(db).add({.fact = u"person-erased"_s, .agent = request.agent, .detail = counts});
    return erased;
}

bool hasAny(QFile &file, const QList<QByteArrayMatcher> &matchers, qsizetype longest)
{
    QByteArray window;
    while (!file.atEnd()) {
        const QByteArray block = file.read(kBlock);
        if (block.isEmpty()) {
            return true; // an error, for the end was not reached: not proven clean
        }
        window = window.right(longest) + block;
        if (std::any_of(matchers.begin(), matchers.end(),
                [&window](const QByteArrayMatcher &matcher) { return matcher.indexIn(window) >= 0; })) {
            return true;
        }
    }
    return false;
}
} // namespace

QStringList filesOf(const DatabasePlace &place)
{
    if (place.isPostgres()) {
        return {};
    }
    const QFileInfo database(place.file);
    QStringList files;
    for (const QString &name :
        database.dir().entryList({database.fileName() + u'*'}, QDir::Files | QDir::Hidden, QDir::Name)) {
        files.append(database.dir().filePath(name));
    }
    return files;
}

QStringList filesWith(const QStringList &files, const QStringList &traces)
{
    QList<QByteArrayMatcher> matchers;
    qsizetype longest = 0;
    for (const QString &trace : traces) {
        const QByteArray wide(reinterpret_cast<const char *>(trace.utf16()), trace.size() * 2);
        for (const QByteArray &bytes : {trace.toUtf8(), wide}) {
            matchers.append(QByteArrayMatcher(bytes));
            longest = std::max(longest, bytes.size());
        }
    }
    QStringList found;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly) || hasAny(file, matchers, longest)) {
            found.append(name); // what cannot be read is not proven clean
        }
    }
    return found;
}

QFuture<Result<ErasurePreview>> Erasure::preview(CustomerId customer)
{
    return m_store.read([customer](Database &db) { return previewOf(db, customer); });
}

Result<ErasureCertificate> Erasure::erase(const ErasureRequest &request)
{
    auto erasing = m_store.write([request](Database &db) { return eraseIn(db, request); });
    erasing.waitForFinished();
    const Result<Erased> erased = erasing.result();
    if (!erased) {
        return Failure(erased.error());
    }
    if (const Done cleaned = cleanUp(); !cleaned) {
        Error failed = cleaned.error();
        failed.detail = u"the person is erased, but %1; then: customer erase --clean-up"_s.arg(failed.detail);
        return Failure(failed);
    }
    ErasureCertificate certificate = erased->certificate;
    certificate.searchedFiles = filesOf(m_store.place());
    for (const QString &file : certificate.searchedFiles) {
        certificate.searchedBytes += QFileInfo(file).size();
    }
    certificate.foundIn = filesWith(certificate.searchedFiles, erased->traces);
    return certificate;
}

} // namespace fw

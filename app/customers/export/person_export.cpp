#include "app/customers/export/person_export.h"

#include "app/customers/export/person_json.h"
#include "app/customers/export/person_page.h"
#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <filesystem>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Whom it is about.
struct Found {
    CustomerId customer = {};
    PersonRecord record = {};
};

Failure notFound()
{
    return Failure({.code = ErrorCode::NotFound, .detail = u"nobody with that id"_s});
}

Result<Found> find(Database &db, const ExportRequest &request)
{
    LinkStore links(db);
    Found found{.customer = request.customer};
    QList<IdentityId> identities;
    if (found.customer.isNull()) {
        if (!links.identity(request.identity)) {
            return notFound();
        }
        identities.append(request.identity);
        if (const auto link = links.active(request.identity)) {
            found.customer = link->customer;
        }
    }
    if (!found.customer.isNull()) {
        if (!CustomerStore(db).byId(found.customer)) {
            return notFound();
        }
        identities.clear();
        for (const IdentityLink &link : links.activeOf(found.customer)) {
            identities.append(link.identity.id);
        }
    }
    found.record = readPerson(db, found.customer, identities);
    return found;
}

QList<ExportedKind> countsOf(const PersonRecord &record)
{
    qint64 messages = 0;
    qint64 notes = 0;
    for (const PersonConversation &conversation : record.conversations) {
        messages += conversation.words.size();
        notes += conversation.notes.size();
    }
    return {{u"accounts"_s, record.identities.size()}, {u"links"_s, record.links.size()},
        {u"conversations"_s, record.conversations.size()}, {u"messages"_s, messages}, {u"notes"_s, notes},
        {u"orders"_s, record.orders.size()}, {u"points"_s, record.loyalty.size()},
        {u"preferences"_s, record.preferences.size()}, {u"store_visits"_s, record.visits.size()},
        {u"holds"_s, record.holds.size()}, {u"consents"_s, record.consents.size()}};
}

Failure cannotWrite(const QString &name, const QString &why)
{
    return Failure({.code = ErrorCode::Io, .detail = u"cannot write %1: %2"_s.arg(name, why)});
}

Done writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.flush()) {
        return cannotWrite(name, file.errorString());
    }
    return {};
}

/// Where the folder may be made. Errors: Usage.
Result<QString> freePlace(const QString &folder)
{
    if (folder.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say where to: --to FOLDER"_s});
    }
    const QFileInfo place(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    const bool isTaken = place.isSymLink() || (place.exists() && !place.isDir())
        || (place.isDir()
            && !QDir(place.filePath())
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    if (isTaken) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"%1 is there and has something in it; name a new folder"_s.arg(place.filePath())});
    }
    return place.filePath();
}

/// In place of nothing, or of an empty folder; never of anything else, whatever was put there meanwhile.
Done putInPlace(const QString &made, const QString &folder)
{
    std::error_code error;
    std::filesystem::rename(
        QFile::encodeName(made).constData(), QFile::encodeName(folder).constData(), error);
    return error ? Done(cannotWrite(folder, QString::fromStdString(error.message()))) : Done();
}

Done tell(Store &store, const ExportRequest &request, const Found &found, const QList<ExportedKind> &counts)
{
    QJsonObject detail{{u"customer"_s, found.customer.toString()}};
    if (found.customer.isNull()) {
        detail = {{u"identity"_s, request.identity.toString()}};
    }
    for (const ExportedKind &kind : counts) {
        detail.insert(kind.what, kind.count);
    }
    auto telling = store.write([detail, agent = request.agent](Database &db) {
        JournalStore(db).add({.fact = u"person-exported"_s, .agent = agent, .detail = detail});
    });
    telling.waitForFinished();
    return telling.result();
}
} // namespace

Result<ExportedPerson> exportPerson(Store &store, const ExportRequest &request)
{
    const auto folder = freePlace(request.folder);
    if (!folder) {
        return Failure(folder.error());
    }
    auto finding = store.study([request](Database &db) { return find(db, request); });
    finding.waitForFinished();
    const Result<Found> found = finding.result();
    if (!found) {
        return Failure(found.error());
    }
    const QFileInfo place(*folder);
    if (!QDir().mkpath(place.path())) {
        return cannotWrite(place.path(), u"the folder cannot be made"_s);
    }
    // Beside its place, so that it can be put there in one step; removed again if that does not come about.
    QTemporaryDir beside(place.path() + u"/."_s + place.fileName() + u".XXXXXX"_s);
    if (!beside.isValid()) {
        return cannotWrite(place.path(), beside.errorString());
    }
    ExportedPerson exported{.at = store.now(),
        .customer = found->customer,
        .folder = *folder,
        .counts = countsOf(found->record),
        .notesLeftOut = found->record.notesLeftOut};
    const QJsonObject all = toExport(found->record, exported.at);
    const QList<std::pair<QString, QByteArray>> files{
        {u"data.json"_s, QJsonDocument(all).toJson()}, {u"index.html"_s, personPage(all)}};
    for (const auto &[name, bytes] : files) {
        if (const Done written = writeFile(beside.filePath(name), bytes); !written) {
            return Failure(written.error());
        }
        exported.files.append(name);
    }
    // First the fact: rather one that says too much than data given away of which nobody knows.
    if (const Done told = tell(store, request, *found, exported.counts); !told) {
        return Failure(told.error());
    }
    if (const Done put = putInPlace(beside.path(), *folder); !put) {
        return Failure(put.error());
    }
    beside.setAutoRemove(false);
    return exported;
}

} // namespace fw

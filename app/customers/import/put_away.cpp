#include "app/customers/import/put_away.h"

#include "app/core/json_file.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr QFile::Permissions kOwnFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr int kMostNumbers = 100'000;

Error io(const QString &detail)
{
    return {.code = ErrorCode::Io, .detail = detail};
}

QString reportOf(const QString &file)
{
    return file + u".report.json"_s;
}

QString refusedOf(const QString &file)
{
    return file + u".refused.csv"_s;
}

/// So that a report can be told from that of another file of the same name.
QJsonObject identity(const QFileInfo &file)
{
    return {{u"file"_s, file.fileName()}, {u"size"_s, file.size()},
        {u"modified_at"_s, file.lastModified().toUTC().toString(Qt::ISODateWithMs)}};
}

/// The report beside a place was written for `file`, which never got there.
bool isLeftOver(const QFileInfo &file, const QString &place)
{
    const auto report = readJsonFile(reportOf(place));
    const QJsonObject own = identity(file);
    return report && report->value(u"file"_s) == own[u"file"_s] && report->value(u"size"_s) == own[u"size"_s]
        && report->value(u"modified_at"_s) == own[u"modified_at"_s];
}

bool isThere(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() || file.isSymLink();
}

bool isFree(const QFileInfo &file, const QString &place)
{
    if (isThere(place)) {
        return false;
    }
    return (!isThere(reportOf(place)) && !isThere(refusedOf(place))) || isLeftOver(file, place);
}

Result<QString> freePlace(const QFileInfo &file, const QDir &folder)
{
    const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    const QString stem = file.fileName().chopped(suffix.size());
    for (int number = 1; number <= kMostNumbers; ++number) {
        const QString name = number == 1 ? file.fileName() : u"%1-%2%3"_s.arg(stem).arg(number).arg(suffix);
        if (isFree(file, folder.filePath(name))) {
            return folder.filePath(name);
        }
    }
    return Failure(io(u"%1 is full of files called %2; clear it up"_s.arg(folder.path(), file.fileName())));
}

Done writeReport(const QString &name, const QJsonObject &report)
{
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnFile)
        && file.write(QJsonDocument(report).toJson()) > 0 && file.commit();
    return isWritten ? Done() : Done(Failure(io(u"cannot write %1: %2"_s.arg(name, file.errorString()))));
}

Done move(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.rename(to)) {
        return Failure(io(u"cannot move %1 to %2: %3"_s.arg(from, to, file.errorString())));
    }
    file.setPermissions(
        kOwnFile); // not ours to change where somebody else put it there; nobody else can enter the folder
    return {};
}
} // namespace

Done ownFolder(const QString &folder)
{
    const QFileInfo there(folder);
    if (there.isSymLink() || (!there.isDir() && !QDir().mkdir(folder))
        || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return Failure(
            io(u"%1 cannot be made a folder of ours; see who owns it and what stands there"_s.arg(folder)));
    }
    return {};
}

Result<QString> putAway(
    const QFileInfo &file, const QString &folder, const QString &rejects, const QJsonObject &report)
{
    const auto place = freePlace(file, QDir(folder));
    if (!place) {
        return place;
    }
    QJsonObject whole = report;
    const QJsonObject own = identity(file);
    for (auto member = own.begin(); member != own.end(); ++member) {
        whole.insert(member.key(), member.value());
    }
    QFile::remove(refusedOf(*place)); // left over, else the place was not free
    Done done = writeReport(reportOf(*place), whole);
    if (done && QFile::exists(rejects)) {
        done = move(rejects, refusedOf(*place));
    }
    done = done.and_then([&] { return move(file.filePath(), *place); });
    return done ? place : Result<QString>(Failure(done.error()));
}

} // namespace fw

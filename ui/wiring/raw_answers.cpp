#include "ui/wiring/raw_answers.h"

#include "connectors/http/redact.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <memory>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestName = 60;

/// The path as part of a file's name.
QString nameOf(const QByteArray &path)
{
    QString name = QString::fromLatin1(path.left(kLongestName));
    std::replace_if(
        name.begin(), name.end(), [](QChar c) { return !(c.isLetterOrNumber() && c.unicode() < 128); }, u'-');
    return name;
}

QByteArray textOf(const RawAnswer &answer)
{
    QByteArray text = answer.method + ' ' + answer.host.toUtf8() + answer.path;
    if (!answer.queryNames.isEmpty()) {
        text += '?' + answer.queryNames.join("=...&") + "=...";
    }
    text += "\nstatus " + QByteArray::number(answer.status) + '\n';
    const QHash<QByteArray, QByteArray> headers = redactHeaders(answer.headers);
    QList<QByteArray> names = headers.keys();
    std::sort(names.begin(), names.end());
    for (const QByteArray &name : std::as_const(names)) {
        text += name + ": " + headers.value(name) + '\n';
    }
    return text + '\n' + redactBody(answer.body) + '\n';
}
} // namespace

Result<RawSink> rawAnswersInto(const QString &folder, const QString &accountName)
{
    if (!QDir().mkpath(folder)) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot make the folder %1; choose another for --save-raw"_s.arg(folder)});
    }
    auto count = std::make_shared<int>(0); // shared by the copies of the sink
    return RawSink([folder, count, account = nameOf(accountName.toUtf8())](const RawAnswer &answer) {
        const QString name = u"%1-%2-%3%4.txt"_s.arg(account)
                                 .arg(++*count, 4, 10, QLatin1Char('0'))
                                 .arg(QString::fromLatin1(answer.method), nameOf(answer.path));
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(textOf(answer));
        }
    });
}

} // namespace fw::wiring

#include "ui/wiring/shop_files.h"

#include "connectors/sandbox/shop/shop_day.h"

#include <QDir>
#include <QSaveFile>

namespace fw::wiring {

using namespace Qt::StringLiterals;

Result<QStringList> writeRecords(const sandbox::ShopDay &day, Instant opening, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return Failure({.code = ErrorCode::Io, .detail = u"cannot make the folder %1"_s.arg(folder)});
    }
    QStringList written;
    for (const sandbox::ShopFile &records : sandbox::recordsOf(day, opening)) {
        QSaveFile file(QDir(folder).filePath(records.kind + u".csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(records.bytes) < 0 || !file.commit()) {
            return Failure({.code = ErrorCode::Io,
                .detail = u"cannot write %1: %2"_s.arg(file.fileName(), file.errorString())});
        }
        written.append(file.fileName());
    }
    return written;
}

} // namespace fw::wiring

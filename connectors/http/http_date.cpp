#include "connectors/http/http_date.h"

#include <QLocale>

namespace fw {

std::optional<Instant> instantFromHttpDate(const QByteArray &text)
{
    using namespace Qt::StringLiterals;
    QString date = QString::fromLatin1(text.trimmed());
    if (!date.endsWith(u" GMT"_s) && !date.endsWith(u" UTC"_s)) {
        return std::nullopt;
    }
    date.chop(4);
    QDateTime parsed = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss"_s);
    if (!parsed.isValid()) {
        return std::nullopt;
    }
    parsed.setTimeSpec(Qt::UTC);
    return instantFromMs(parsed.toMSecsSinceEpoch());
}

} // namespace fw

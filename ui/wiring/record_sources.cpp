#include "ui/wiring/record_sources.h"

#include "app/store/foreign_view.h"
#include "connectors/records/record_address.h"

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
Result<QJsonValue> askView(const RefreshSource &source, const QString &key)
{
    const auto place = DatabasePlace::parse(source.database);
    if (!place) {
        return Failure(place.error());
    }
    return readForeignView(
        {.place = *place, .view = source.view, .key = source.key, .timeout = source.timeout}, key)
        .map([](const QJsonArray &rows) { return QJsonValue(rows); });
}
} // namespace

AskSource recordSources(const QString &folder)
{
    return [tokens = folder + u"/refresh"_s](const RefreshSource &source, const QString &key) {
        return source.url.isEmpty() ? askView(source, key) : askAddress(source, key, tokens);
    };
}

} // namespace fw::wiring

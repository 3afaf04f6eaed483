#include "app/model/refresh_source.h"

#include <QDir>
#include <QUrl>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kUsualTimeout = 2'000;
constexpr int kShortestTimeout = 100;
constexpr int kLongestTimeout = 10'000;
constexpr auto kKeyPlace = "{key}"_L1;

QString refreshableNames()
{
    QStringList names;
    for (const ImportKind kind : allImportKinds()) {
        if (isRefreshable(kind)) {
            names << toString(kind);
        }
    }
    return names.join(u", "_s);
}

ImportKind kindIn(const JsonPart &root)
{
    const auto kind = importKindFromString(root.textOr(u"kind"_s, toString(ImportKind::Customers)));
    if (!kind || !isRefreshable(*kind)) {
        root.complain(u"kind"_s, u"must be one of: "_s + refreshableNames());
    }
    return kind.value_or(ImportKind::Customers);
}

/// {"columns": {field: column}}, as ImportColumns wants it; which fields there are is checked there, too.
QJsonObject mapIn(const JsonPart &root, ImportKind kind)
{
    const JsonPart columns = root.object(u"columns"_s);
    QStringList names;
    for (const ImportField &field : fieldsOf(kind)) {
        names << field.name;
    }
    columns.allow(names);
    QJsonObject object;
    for (const QString &field : columns.keys()) {
        object.insert(field, columns.text(field));
    }
    return object.isEmpty() ? QJsonObject() : QJsonObject{{u"columns"_s, object}};
}

void readSql(const JsonPart &sql, RefreshSource &source)
{
    sql.allow({u"database"_s, u"view"_s, u"key"_s});
    source.database = sql.text(u"database"_s);
    source.view = sql.text(u"view"_s);
    source.key = sql.text(u"key"_s);
    const bool isServer = source.database.contains("://"_L1);
    if (!isServer && !source.database.isEmpty() && QDir::isRelativePath(source.database)) {
        sql.complain(u"database"_s, u"must be a whole path, such as /srv/crm.db; who asks runs elsewhere"_s);
    }
    if (isServer && !QUrl(source.database).password().isEmpty()) {
        sql.complain(u"database"_s, u"must not hold a password; put it into ~/.pgpass of who asks"_s);
    }
}

void readHttp(const JsonPart &http, RefreshSource &source)
{
    http.allow({u"url"_s});
    source.url = http.text(u"url"_s);
    const QUrl url(QString(source.url).replace(kKeyPlace, "key"_L1), QUrl::StrictMode);
    const qsizetype path = source.url.indexOf(u'/', source.url.indexOf("://"_L1) + 3);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) {
        http.complain(u"url"_s, u"must be a whole address: https://crm.example/customers/{key}"_s);
    } else if (!url.userInfo().isEmpty()) {
        http.complain(u"url"_s, u"must not hold a name or a password"_s);
    } else if (source.url.count(kKeyPlace) != 1 || path < 0 || source.url.indexOf(kKeyPlace) < path) {
        http.complain(u"url"_s, u"must hold {key} once, behind the host, where the customer's key belongs"_s);
    }
}
} // namespace

bool isRefreshable(ImportKind kind)
{
    const QList<ImportField> &fields = fieldsOf(kind);
    return kind == ImportKind::Customers
        || std::any_of(fields.begin(), fields.end(), [](const ImportField &field) {
               return field.type == FieldType::Customer || field.type == FieldType::Order;
           });
}

RefreshSource refreshSourceIn(const JsonPart &root)
{
    root.allow({u"source"_s, u"kind"_s, u"columns"_s, u"timeout_ms"_s, u"sql"_s, u"http"_s});
    RefreshSource source{.source = root.text(u"source"_s), .kind = kindIn(root)};
    source.map = mapIn(root, source.kind);
    const int timeout = root.number(u"timeout_ms"_s, kUsualTimeout);
    if (timeout < kShortestTimeout || timeout > kLongestTimeout) {
        root.complain(u"timeout_ms"_s, u"must be a number of milliseconds, 100 to 10000"_s);
    }
    source.timeout = milliseconds(timeout);
    if (root.has(u"sql"_s) == root.has(u"http"_s)) {
        root.complain(u"must hold either \"sql\" or \"http\""_s);
    } else if (root.has(u"sql"_s)) {
        readSql(root.object(u"sql"_s), source);
    } else {
        readHttp(root.object(u"http"_s), source);
    }
    return source;
}

QJsonObject toJson(const RefreshSource &source)
{
    QJsonObject object{{u"source"_s, source.source}, {u"kind"_s, toString(source.kind)},
        {u"timeout_ms"_s, qint64(source.timeout.count())}};
    if (!source.map.isEmpty()) {
        object.insert(u"columns"_s, source.map[u"columns"_s]);
    }
    if (source.url.isEmpty()) {
        object.insert(u"sql"_s,
            QJsonObject{{u"database"_s, source.database}, {u"view"_s, source.view}, {u"key"_s, source.key}});
    } else {
        object.insert(u"http"_s, QJsonObject{{u"url"_s, source.url}});
    }
    return object;
}

} // namespace fw

#include "app/store/database_place.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// What a URL may hand to libpq. Anything else could turn off what the store relies on.
const QStringList &knownOptions()
{
    static const QStringList known = {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s,
        u"passfile"_s, u"service"_s, u"connect_timeout"_s};
    return known;
}

Failure refused(const QString &why)
{
    return Failure({.code = ErrorCode::Usage,
        .detail
        = u"%1; a database is the path of a file, or postgresql://user@host:port/database"_s.arg(why)});
}

Result<DatabasePlace> withOptions(DatabasePlace place, const QUrlQuery &query)
{
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (name == "host"_L1) {
            place.host = value;
        } else if (knownOptions().contains(name)) {
            place.options.append({name, value});
        } else {
            return refused(
                u"\"%1\" is no option here (these are: host, %2)"_s.arg(name, knownOptions().join(u", "_s)));
        }
        if (value.contains(u';')) { // the driver would read it as the end of the option
            return refused(u"the value of \"%1\" may not contain a semicolon"_s.arg(name));
        }
    }
    return place;
}

/// One value for libpq's "name='value'" syntax.
QString quoted(QString value)
{
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}
} // namespace

DatabasePlace DatabasePlace::ofFile(const QString &file)
{
    return {.file = file};
}

Result<DatabasePlace> DatabasePlace::parse(const QString &text)
{
    if (!text.startsWith("postgresql:"_L1) && !text.startsWith("postgres:"_L1)) {
        if (text.isEmpty() || text.contains("://"_L1)) {
            return refused(u"this names no database"_s);
        }
        return ofFile(text);
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid()) { // Qt's reason would quote the whole URL, and with it the password
        return refused(u"this is no valid URL (in a password, write %40 for @ and %2F for /)"_s);
    }
    const QString database = url.path(QUrl::FullyDecoded).mid(1);
    if (database.isEmpty() || database.contains(u'/')) {
        return refused(u"the URL does not name one database after the host"_s);
    }
    const QUrlQuery query(url);
    const bool hasService = query.hasQueryItem(u"service"_s);
    return withOptions({.engine = Engine::Postgres,
                           .host = url.host(QUrl::FullyDecoded),
                           .port = url.port(hasService ? -1 : 5432), // -1: the service file says
                           .user = url.userName(QUrl::FullyDecoded),
                           .password = url.password(QUrl::FullyDecoded),
                           .database = database},
        query);
}

QString DatabasePlace::shown() const
{
    if (!isPostgres()) {
        return file;
    }
    const QString who = user.isEmpty() ? QString() : user + u'@';
    if (host.startsWith(u'/')) {
        return u"postgresql://%1/%2?host=%3"_s.arg(who, database, host);
    }
    const QString where = port < 0 ? host : host + u':' + QString::number(port);
    return u"postgresql://%1%2/%3"_s.arg(who, where, database);
}

QString serverOptions(const DatabasePlace &place, const QList<std::pair<QString, QString>> &ours)
{
    QStringList words;
    for (const auto &option : ours + place.options) {
        words << option.first + u'=' + quoted(option.second);
    }
    return words.join(u';');
}

} // namespace fw

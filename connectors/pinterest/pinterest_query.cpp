#include "connectors/pinterest/pinterest_query.h"

#include <QUrlQuery>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
using Query = QMap<QString, QString>;

const QString kPageSize = u"250"_s; // the most there is

Query page(const QString &bookmark)
{
    Query query{{u"page_size"_s, kPageSize}};
    if (!bookmark.isEmpty()) {
        query.insert(u"bookmark"_s, bookmark);
    }
    return query;
}

QString day(Instant at)
{
    return toDateTime(at).toString(u"yyyy-MM-dd"_s);
}
} // namespace

QUrl urlUnder(const QString &base, const QString &path, const Query &query)
{
    QUrl url(base.trimmed());
    QString under = url.path(QUrl::FullyEncoded);
    while (under.endsWith(u'/')) {
        under.chop(1);
    }
    url.setPath(under + path, QUrl::TolerantMode);
    url.setFragment(QString());
    QUrlQuery items;
    for (auto entry = query.begin(); entry != query.end(); ++entry) {
        items.addQueryItem(entry.key(), QString::fromLatin1(QUrl::toPercentEncoding(entry.value())));
    }
    url.setQuery(items.isEmpty() ? QString() : items.toString(QUrl::FullyEncoded));
    return url;
}

QUrl apiUrl(const Account &account, const QString &path, const Query &query)
{
    QString base = account.baseUrl.trimmed();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    return urlUnder(base, base.endsWith("/v5"_L1) ? path : u"/v5"_s + path, query);
}

QUrl accountUrl(const Account &account)
{
    return apiUrl(account, u"/user_account"_s);
}

QUrl ownPinsUrl(const Account &account, const QString &bookmark)
{
    Query query = page(bookmark);
    query.insert(u"pin_metrics"_s, u"true"_s);
    return apiUrl(account, u"/pins"_s, query);
}

QUrl boardsUrl(const Account &account, const QString &bookmark)
{
    return apiUrl(account, u"/boards"_s, page(bookmark));
}

QUrl boardPinsUrl(const Account &account, const QString &board, const QString &bookmark)
{
    return apiUrl(account, u"/boards/%1/pins"_s.arg(board), page(bookmark));
}

QUrl pinUrl(const Account &account, const QString &pin)
{
    return apiUrl(account, u"/pins/%1"_s.arg(pin), {{u"pin_metrics"_s, u"true"_s}});
}

QUrl topPinsUrl(const Account &account, Instant now)
{
    return apiUrl(account, u"/user_account/analytics/top_pins"_s,
        {{u"start_date"_s, day(now - std::chrono::hours(24 * 30))}, {u"end_date"_s, day(now)},
            {u"sort_by"_s, u"ENGAGEMENT"_s}, {u"source"_s, u"OTHER_PINS"_s},
            {u"from_claimed_content"_s, u"CLAIMED"_s}, {u"created_in_last_n_days"_s, u"30"_s},
            {u"num_of_pins"_s, u"50"_s}});
}

QString pinPermalink(const QString &pin)
{
    return u"https://www.pinterest.com/pin/%1/"_s.arg(pin);
}

} // namespace fw::pinterest

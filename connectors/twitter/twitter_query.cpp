#include "connectors/twitter/twitter_query.h"

#include <QUrlQuery>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

QUrl urlOf(const Account &account, const QString &path)
{
    QUrl url(account.baseUrl.trimmed());
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

void addSelectors(QUrlQuery &query, Vocabulary vocabulary)
{
    if (vocabulary == Vocabulary::Tweet) {
        query.addQueryItem(u"tweet.fields"_s,
            u"author_id,conversation_id,created_at,edit_history_tweet_ids,in_reply_to_user_id,note_tweet,"
            "referenced_tweets"_s);
        query.addQueryItem(u"expansions"_s, u"author_id"_s);
    } else {
        // Who wrote it, what it answers and its versions are no fields any more but expansions (OpenAPI 2.167).
        query.addQueryItem(u"post.fields"_s, u"conversation_id,created_at,note_post"_s);
        query.addQueryItem(
            u"expansions"_s, u"author_id,edit_history_post_ids,in_reply_to_user_id,referenced_posts"_s);
    }
    query.addQueryItem(u"user.fields"_s, u"name,public_metrics,username"_s);
}
} // namespace

Vocabulary vocabularyOf(const Account &account)
{
    return account.settings.value(u"selector"_s).toString() == u"post"_s ? Vocabulary::Post
                                                                         : Vocabulary::Tweet;
}

Vocabulary otherThan(Vocabulary vocabulary)
{
    return vocabulary == Vocabulary::Tweet ? Vocabulary::Post : Vocabulary::Tweet;
}

QUrl meUrl(const Account &account)
{
    return urlOf(account, u"/2/users/me"_s);
}

QUrl repliesUrl(const Account &account)
{
    return urlOf(account, u"/2/tweets"_s);
}

QUrl pageUrl(const Account &account, const Cursor &from, Vocabulary vocabulary)
{
    const QString timeline = from.stream == u"own"_s ? u"tweets"_s : u"mentions"_s;
    QUrl url = urlOf(account, u"/2/users/%1/%2"_s.arg(account.remoteId, timeline));
    QUrlQuery query;
    query.addQueryItem(u"max_results"_s, u"100"_s);
    if (!from.watermark.isEmpty()) {
        query.addQueryItem(u"since_id"_s, from.watermark);
    }
    if (!from.pageToken.isEmpty()) {
        query.addQueryItem(
            u"pagination_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(from.pageToken)));
    }
    addSelectors(query, vocabulary);
    url.setQuery(query);
    return url;
}

} // namespace fw::twitter

#include "connectors/twitter/twitter_query.h"

#include <QUrlQuery>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

const QString kUserFields = u"name,public_metrics,username"_s;

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

QUrl withQuery(QUrl url, const QUrlQuery &query)
{
    url.setQuery(query);
    return url;
}

void addEncoded(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/// Who wrote a post, what it answers and its versions are fields in one vocabulary and expansions in the other (OpenAPI 2.167), where they bring
/// the posts along whether we want them or not.
void addPostSelectors(QUrlQuery &query, Vocabulary vocabulary, bool withParents)
{
    if (vocabulary == Vocabulary::Tweet) {
        query.addQueryItem(u"tweet.fields"_s,
            u"author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,note_"
            u"tweet,"
            "referenced_tweets"_s);
        query.addQueryItem(u"expansions"_s,
            withParents ? u"author_id,referenced_tweets.id,referenced_tweets.id.author_id"_s
                        : u"author_id"_s);
    } else {
        query.addQueryItem(u"post.fields"_s, u"conversation_id,created_at,entities,note_post"_s);
        query.addQueryItem(
            u"expansions"_s, u"author_id,edit_history_post_ids,in_reply_to_user_id,referenced_posts"_s);
    }
    query.addQueryItem(u"user.fields"_s, kUserFields);
}

QString pathOf(const MessagePlace &place)
{
    return place.thread.isEmpty() ? u"/2/dm_conversations/with/%1"_s.arg(place.person)
                                  : u"/2/dm_conversations/%1"_s.arg(place.thread);
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
    QUrlQuery query;
    query.addQueryItem(u"user.fields"_s, kUserFields);
    return withQuery(urlOf(account, u"/2/users/me"_s), query);
}

QUrl timelineUrl(const Account &account, const Cursor &from, Vocabulary vocabulary)
{
    const bool isOwn = from.stream == "own"_L1;
    QUrlQuery query;
    query.addQueryItem(u"max_results"_s, u"100"_s);
    if (!from.watermark.isEmpty()) {
        query.addQueryItem(u"since_id"_s, from.watermark);
    }
    if (!from.pageToken.isEmpty()) {
        addEncoded(query, u"pagination_token"_s, from.pageToken);
    }
    addPostSelectors(query, vocabulary, !isOwn); // every included post costs, and what we answered is known
    const QString timeline = isOwn ? u"tweets"_s : u"mentions"_s;
    return withQuery(urlOf(account, u"/2/users/%1/%2"_s.arg(account.remoteId, timeline)), query);
}

QUrl postsUrl(const Account &account, const QStringList &ids, Vocabulary vocabulary)
{
    QUrlQuery query;
    query.addQueryItem(u"ids"_s, ids.join(u','));
    addPostSelectors(query, vocabulary, false);
    return withQuery(urlOf(account, u"/2/tweets"_s), query);
}

QUrl messagesUrl(
    const Account &account, const MessagePlace &place, const QString &pageToken, Vocabulary vocabulary)
{
    QUrlQuery query;
    query.addQueryItem(u"max_results"_s, u"100"_s);
    query.addQueryItem(u"event_types"_s, u"MessageCreate"_s); // every event costs
    if (!pageToken.isEmpty()) {
        addEncoded(query, u"pagination_token"_s, pageToken);
    }
    const QString fields = u"attachments,created_at,dm_conversation_id,event_type,id,text"_s;
    query.addQueryItem(
        u"dm_event.fields"_s, vocabulary == Vocabulary::Tweet ? fields + u",sender_id"_s : fields);
    query.addQueryItem(u"expansions"_s, u"sender_id"_s);
    query.addQueryItem(u"user.fields"_s, kUserFields);
    const bool isAll = place.thread.isEmpty() && place.person.isEmpty();
    return withQuery(urlOf(account, (isAll ? u"/2"_s : pathOf(place)) + u"/dm_events"_s), query);
}

QUrl newPostUrl(const Account &account)
{
    return urlOf(account, u"/2/tweets"_s);
}

QUrl newMessageUrl(const Account &account, const MessagePlace &place)
{
    return urlOf(account, pathOf(place) + u"/messages"_s);
}

QUrl postUrl(const Account &account, const QString &id)
{
    return urlOf(account, u"/2/tweets/"_s + id);
}

QUrl hiddenUrl(const Account &account, const QString &id)
{
    return urlOf(account, u"/2/tweets/%1/hidden"_s.arg(id));
}

QUrl likesUrl(const Account &account)
{
    return urlOf(account, u"/2/users/%1/likes"_s.arg(account.remoteId));
}

QUrl likeUrl(const Account &account, const QString &id)
{
    return urlOf(account, u"/2/users/%1/likes/%2"_s.arg(account.remoteId, id));
}

} // namespace fw::twitter

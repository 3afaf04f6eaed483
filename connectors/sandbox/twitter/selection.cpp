#include "connectors/sandbox/twitter/selection.h"

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

/// Values both vocabularies know.
const QStringList kPostFields = words(
    "article attachments card_uri community_id context_annotations conversation_id created_at "
    "display_text_range edit_controls entities geo "
    "id lang matched_media_notes media_metadata non_public_metrics note_request_suggestions organic_metrics "
    "paid_partnership "
    "possibly_sensitive promoted_metrics public_metrics reply_settings scopes source suggested_source_links "
    "suggested_source_links_with_counts text withheld");
const QStringList kTweetNamesOnly
    = words("author_id edit_history_tweet_ids in_reply_to_user_id note_tweet referenced_tweets");
const QStringList kPostNamesOnly = words("article_title note_post");

const QStringList kExpansions = words("article.cover_media article.media_entities attachments.media_keys "
                                      "attachments.media_source_tweet attachments.poll_ids author_id "
                                      "entities.mentions.username geo.place_id in_reply_to_user_id");
const QStringList kTweetExpansionsOnly
    = words("edit_history_tweet_ids entities.note.mentions.username referenced_tweets.id "
            "referenced_tweets.id.attachments.media_keys "
            "referenced_tweets.id.author_id");
const QStringList kPostExpansionsOnly = words("edit_history_post_ids referenced_posts username");

const QStringList kUserFields = words("confirmed_email connection_status created_at description entities id "
                                      "is_identity_verified location name parody profile_banner_url "
                                      "profile_image_url protected public_metrics receives_your_dm "
                                      "subscription subscription_type url username verified "
                                      "verified_followers_count verified_type withheld");
const QStringList kTweetUserFieldsOnly = words("affiliation most_recent_tweet_id pinned_tweet_id");
const QStringList kPostUserFieldsOnly = words("subscribes_to_you");
const QStringList kTweetUserExpansions = words("affiliation.user_id most_recent_tweet_id pinned_tweet_id");
const QStringList kPostUserExpansions = words("affiliation most_recent_post_id pinned_post_id");

const QStringList kOtherSelectors = words("media.fields poll.fields place.fields");

QSet<QString> readList(
    const QUrlQuery &query, const QString &parameter, const QStringList &known, QList<BadParameter> &bad)
{
    QSet<QString> values;
    const QStringList parts
        = query.queryItemValue(parameter, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (known.contains(part)) {
            values.insert(part);
        } else {
            bad.append({parameter, part,
                u"The `%1` query parameter value [%2] is not one of [%3]"_s.arg(
                    parameter, part, known.join(u','))});
        }
    }
    return values;
}

bool asksForPostNames(const QUrlQuery &query, Vocabulary vocabulary)
{
    if (vocabulary != Vocabulary::Both) {
        return vocabulary == Vocabulary::Post;
    }
    const QString expansions = query.queryItemValue(u"expansions"_s, QUrl::FullyDecoded);
    return query.hasQueryItem(u"post.fields"_s) || expansions.contains("referenced_posts"_L1)
        || expansions.contains("edit_history_post_ids"_L1);
}

void refuseUnknown(const QUrlQuery &query, const QStringList &known, QList<BadParameter> &bad)
{
    const auto entries = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[parameter, value] : entries) {
        if (!known.contains(parameter)) {
            bad.append({parameter, value,
                u"The query parameter [%1] is not one of [%2]"_s.arg(parameter, known.join(u','))});
        }
    }
}
} // namespace

bool Selection::wantsAuthors() const
{
    return expansions.contains(u"author_id"_s);
}

bool Selection::expandsParents() const
{
    return expandsParentAuthors() || expansions.contains(u"referenced_tweets.id"_s)
        || expansions.contains(u"referenced_posts"_s);
}

bool Selection::expandsParentAuthors() const
{
    return expansions.contains(u"referenced_tweets.id.author_id"_s)
        || (expansions.contains(u"referenced_posts"_s) && wantsAuthors());
}

Selection readSelection(
    const QUrlQuery &query, const Endpoint &endpoint, Vocabulary vocabulary, QList<BadParameter> &bad)
{
    Selection selection{.usesPostNames = asksForPostNames(query, vocabulary)};
    const QString selector = selection.name(u"tweet.fields"_s, u"post.fields"_s);
    QStringList known = QStringList(endpoint.parameters) << selector << u"expansions"_s << u"user.fields"_s;
    if (endpoint.answersPosts) {
        known << kOtherSelectors;
    }
    refuseUnknown(query, known, bad);
    const bool usesPosts = selection.usesPostNames;
    selection.postFields
        = readList(query, selector, kPostFields + (usesPosts ? kPostNamesOnly : kTweetNamesOnly), bad);
    selection.userFields = readList(
        query, u"user.fields"_s, kUserFields + (usesPosts ? kPostUserFieldsOnly : kTweetUserFieldsOnly), bad);
    const QStringList expansions = endpoint.answersPosts
        ? kExpansions + (usesPosts ? kPostExpansionsOnly : kTweetExpansionsOnly)
        : (usesPosts ? kPostUserExpansions : kTweetUserExpansions);
    selection.expansions = readList(query, u"expansions"_s, expansions, bad);
    // An expansion shows the field it starts from.
    if (selection.wantsAuthors() || selection.expandsParentAuthors()) {
        selection.postFields.insert(u"author_id"_s);
    }
    if (selection.expansions.contains(u"in_reply_to_user_id"_s)) {
        selection.postFields.insert(u"in_reply_to_user_id"_s);
    }
    if (selection.expandsParents()) {
        selection.postFields.insert(u"referenced_tweets"_s);
    }
    if (selection.expansions.contains(u"entities.mentions.username"_s)) {
        selection.postFields.insert(u"entities"_s);
    }
    return selection;
}

} // namespace fw::sandbox::twitter

#include "connectors/sandbox/facebook/scenario.h"

#include "app/core/json_file.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMostComments = 100'000;
constexpr double kMostMinutes = 30 * 24 * 60;

QList<Earlier> readEarlier(JsonReader &reader, const QString &key, bool needsAuthor)
{
    QList<Earlier> list;
    for (JsonReader &entry : reader.objects(key)) {
        entry.allow({u"author"_s, u"text"_s, u"minutes_ago"_s, u"on"_s, u"photo"_s});
        Earlier earlier{.author = entry.text(u"author"_s),
            .text = entry.text(u"text"_s),
            .minutesAgo = entry.number(u"minutes_ago"_s, 0, 0, kMostMinutes),
            .on = static_cast<int>(entry.whole(u"on"_s, 0, 0, 100'000)),
            .hasPhoto = entry.flag(u"photo"_s, false)};
        if (needsAuthor && earlier.author.isEmpty()) {
            entry.fail(u"author"_s, u"must be a text that is not empty"_s);
        }
        if (earlier.text.isEmpty() && !earlier.hasPhoto) {
            entry.fail(u"text"_s, u"must be a text that is not empty, unless there is a photo"_s);
        }
        list.append(earlier);
    }
    return list;
}

/// Replaces `list` when the key is there.
void take(JsonReader &reader, const QString &key, bool needsAuthor, QList<Earlier> &list)
{
    if (reader.has(key)) {
        list = readEarlier(reader, key, needsAuthor);
    }
}

void checkPlaces(JsonReader &reader, const QString &key, const QList<Earlier> &list, qsizetype places)
{
    for (const Earlier &entry : list) {
        if (entry.on >= places) {
            reader.fail(key, u"on %1: there are only %2, counted from 0"_s.arg(entry.on).arg(places));
        }
    }
}

void readWords(JsonReader &reader, Scenario &scenario)
{
    take(reader, u"posts"_s, false, scenario.posts);
    take(reader, u"comments"_s, true, scenario.comments);
    take(reader, u"replies"_s, false, scenario.replies);
    take(reader, u"messages"_s, true, scenario.messages);
    take(reader, u"visitor_posts"_s, true, scenario.visitorPosts);
    take(reader, u"tags"_s, true, scenario.tags);
    if (reader.has(u"hidden_people"_s)) {
        scenario.hiddenPeople = reader.texts(u"hidden_people"_s);
    }
}

void addComments(JsonReader &reader, Scenario &scenario, quint32 seed)
{
    const qint64 count = reader.whole(u"comment_count"_s, 0, 0, kMostComments);
    const double span = reader.number(u"comment_span_minutes"_s, 45, 0.001, kMostMinutes);
    const Cast &cast = builtInCast();
    QRandomGenerator random(seed);
    for (qint64 i = 0; i < count && !scenario.posts.isEmpty(); ++i) {
        const CastMember &author = cast.people.at(random.bounded(static_cast<int>(cast.people.size())));
        const Phrases phrases = cast.phrases.value(author.language);
        scenario.comments.append({.author = author.name,
            .text = phrase(phrases.questions, phrases, scenario.page.username, random),
            .minutesAgo = span * static_cast<double>(count - i) / static_cast<double>(count),
            .on = static_cast<int>(i % scenario.posts.size())});
    }
}

void readPage(JsonReader &reader, Page &page)
{
    JsonReader own = reader.object(u"page"_s);
    own.allow({u"id"_s, u"name"_s, u"username"_s, u"category"_s, u"fans"_s});
    page.id = own.text(u"id"_s, page.id);
    page.name = own.text(u"name"_s, page.name);
    page.username = own.text(u"username"_s, page.username);
    page.category = own.text(u"category"_s, page.category);
    page.fans = own.whole(u"fans"_s, page.fans, 0, 10'000'000'000);
}

SpamRule readSpam(JsonReader &reader)
{
    JsonReader spam = reader.object(u"spam"_s);
    spam.allow({u"same_text"_s, u"burst"_s, u"burst_s"_s, u"block_minutes"_s});
    return {.sameText = static_cast<int>(spam.whole(u"same_text"_s, 4, 0, 100'000)),
        .burst = static_cast<int>(spam.whole(u"burst"_s, 30, 0, 100'000)),
        .burstLength = milliseconds(1000 * spam.whole(u"burst_s"_s, 60, 1, 86'400)),
        .block = milliseconds(60'000 * spam.whole(u"block_minutes"_s, 60, 1, 43'200))};
}

void readAccess(JsonReader &reader, Scenario &scenario)
{
    scenario.appId = reader.text(u"app_id"_s, u"774411002233"_s);
    scenario.appSecret = reader.text(u"app_secret"_s, u"sandbox-secret"_s);
    scenario.requiresProof = reader.has(u"app_secret"_s);
    scenario.autoApprove = reader.flag(u"auto_approve"_s, true);
    scenario.tokens = reader.texts(u"tokens"_s);
    scenario.userTokens
        = reader.has(u"user_tokens"_s) ? reader.texts(u"user_tokens"_s) : QStringList{u"user-token"_s};
    JsonReader permissions = reader.object(u"permissions"_s);
    permissions.allow(permissionNames());
    for (const QString &name : permissionNames()) {
        if (!permissions.flag(name, true)) {
            scenario.closedPermissions.insert(name);
        }
    }
}

Scenario builtIn()
{
    (void)builtInCast(); // sees to the resource
    const auto json = readJsonFile(u":/sandbox/facebook_cast.json"_s);
    Q_ASSERT(json); // it is built in
    QString problem;
    JsonReader reader(*json, {}, &problem);
    Scenario scenario{.page = {.id = u"104571282233907"_s}};
    readPage(reader, scenario.page);
    readWords(reader, scenario);
    Q_ASSERT(problem.isEmpty());
    return scenario;
}
} // namespace

const QStringList &permissionNames()
{
    static const QStringList names{u"pages_read_engagement"_s, u"pages_read_user_content"_s,
        u"pages_manage_engagement"_s, u"pages_manage_posts"_s, u"pages_messaging"_s};
    return names;
}

Scenario readScenario(JsonReader &reader, quint32 seed)
{
    reader.allow({u"page"_s, u"posts"_s, u"comments"_s, u"replies"_s, u"messages"_s, u"visitor_posts"_s,
        u"tags"_s, u"hidden_people"_s, u"comment_count"_s, u"comment_span_minutes"_s, u"people"_s,
        u"app_id"_s, u"app_secret"_s, u"auto_approve"_s, u"tokens"_s, u"user_tokens"_s, u"permissions"_s,
        u"engaged_users"_s, u"app_users"_s, u"usage_shown_from"_s, u"human_agent"_s, u"duplicate_check"_s,
        u"separate_ids"_s, u"short_pages"_s, u"visible_lag_ms"_s, u"spam"_s});
    Scenario scenario = builtIn();
    readPage(reader, scenario.page);
    readWords(reader, scenario);
    addComments(reader, scenario, seed);
    checkPlaces(reader, u"comments"_s, scenario.comments, scenario.posts.size());
    checkPlaces(reader, u"replies"_s, scenario.replies, scenario.comments.size());
    scenario.people = readPeopleRule(reader);
    readAccess(reader, scenario);
    scenario.engagedUsers = reader.whole(u"engaged_users"_s, 10, 0, 1'000'000'000);
    scenario.appUsers = reader.whole(u"app_users"_s, 50, 0, 1'000'000'000);
    scenario.usageShownFrom = static_cast<int>(reader.whole(u"usage_shown_from"_s, 0, 0, 100));
    scenario.hasHumanAgent = reader.flag(u"human_agent"_s, false);
    scenario.checksDuplicates = reader.flag(u"duplicate_check"_s, true);
    scenario.separatesIds = reader.flag(u"separate_ids"_s, false);
    scenario.shortensPages = reader.flag(u"short_pages"_s, false);
    scenario.visibleLag = milliseconds(reader.whole(u"visible_lag_ms"_s, 0, 0, 24 * 3600 * 1000));
    scenario.spam = readSpam(reader);
    return scenario;
}

} // namespace fw::sandbox::facebook

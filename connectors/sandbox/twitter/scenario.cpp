#include "connectors/sandbox/twitter/scenario.h"

#include <QRegularExpression>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr double kDefaultSpanMinutes = 45;
constexpr qint64 kMaxMentions = 200'000;

QString readHandle(JsonReader &reader, const QString &key, const QString &otherwise)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9_]{1,15}$"_s);
    QString handle = reader.text(key, otherwise);
    if (!pattern.match(handle).hasMatch()) {
        reader.fail(key, u"must be a handle: 1 to 15 letters, digits or _, without @"_s);
    }
    return handle;
}

QList<EarlierPost> readPosts(JsonReader &reader, const QString &key, const QString &author)
{
    QList<EarlierPost> posts;
    for (JsonReader &entry : reader.objects(key)) {
        entry.allow(author.isEmpty()
                ? QStringList{u"author"_s, u"text"_s, u"minutes_ago"_s, u"in_reply_to_brand_post"_s}
                : QStringList{u"text"_s, u"minutes_ago"_s});
        posts.append({.author = author.isEmpty() ? readHandle(entry, u"author"_s, {}) : author,
            .text = entry.requiredText(u"text"_s),
            .minutesAgo = entry.number(u"minutes_ago"_s, 0, 0, 30 * 24 * 60),
            .brandPost = static_cast<int>(entry.whole(u"in_reply_to_brand_post"_s, -1, 0, 1000))});
    }
    return posts;
}

void readBrand(JsonReader &reader, Cast &cast)
{
    JsonReader brand = reader.object(u"brand"_s);
    brand.allow({u"handle"_s, u"name"_s, u"posts"_s});
    const QString builtIn = cast.brandHandle;
    cast.brandHandle = readHandle(brand, u"handle"_s, cast.brandHandle);
    cast.brandName = brand.text(u"name"_s, cast.brandName);
    if (brand.has(u"posts"_s)) {
        cast.brandPosts = readPosts(brand, u"posts"_s, cast.brandHandle);
    }
    for (EarlierPost &post : cast.brandPosts) {
        post.author = cast.brandHandle;
    }
    if (cast.brandHandle != builtIn) {
        for (EarlierPost &mention : cast.mentions) {
            mention.text.replace(u'@' + builtIn, u'@' + cast.brandHandle);
        }
    }
}

void readPeople(JsonReader &reader, Cast &cast)
{
    if (!reader.has(u"cast"_s)) {
        return;
    }
    cast.people.clear();
    cast.mentions.clear(); // they were the built-in people's
    for (JsonReader &entry : reader.objects(u"cast"_s)) {
        entry.allow({u"handle"_s, u"name"_s, u"language"_s, u"followers"_s, u"available"_s});
        cast.people.append({.handle = readHandle(entry, u"handle"_s, {}),
            .name = entry.text(u"name"_s),
            .language = entry.choice(u"language"_s, cast.phrases.keys(), u"en"_s),
            .followers = entry.whole(u"followers"_s, 100, 0, 1'000'000'000),
            .isAvailable = entry.flag(u"available"_s, true)});
    }
    if (cast.people.isEmpty()) {
        reader.fail(u"cast"_s, u"needs at least one person"_s);
    }
}

void readMentions(JsonReader &reader, Cast &cast, quint32 seed)
{
    if (reader.has(u"mentions"_s) || reader.has(u"mention_count"_s)) {
        cast.mentions = readPosts(reader, u"mentions"_s, {});
    }
    const auto count = static_cast<int>(reader.whole(u"mention_count"_s, 0, 0, kMaxMentions));
    const double span = reader.number(u"mention_span_minutes"_s, kDefaultSpanMinutes, 0.001, 30 * 24 * 60);
    if (count > 0 && !cast.people.isEmpty()) {
        QRandomGenerator random(seed);
        cast.mentions += generatedMentions(cast, count, span, random);
    }
    for (const EarlierPost &mention : std::as_const(cast.mentions)) {
        if (mention.brandPost >= cast.brandPosts.size()) {
            reader.fail(u"mentions"_s,
                u"in_reply_to_brand_post %1: the brand has %2 posts, counted from 0"_s.arg(mention.brandPost)
                    .arg(cast.brandPosts.size()));
        }
    }
}

std::optional<milliseconds> readDuplicateCheck(JsonReader &reader)
{
    constexpr milliseconds kDay = 24h;
    JsonReader check = reader.object(u"duplicate_check"_s);
    check.allow({u"enabled"_s, u"within_s"_s});
    const milliseconds within(1000 * check.whole(u"within_s"_s, kDay.count() / 1000, 1, 31 * 86400));
    return check.flag(u"enabled"_s, true) ? std::optional(within) : std::nullopt;
}
} // namespace

QStringList scenarioKeys()
{
    return {u"brand"_s, u"vocabulary"_s, u"tokens"_s, u"client_id"_s, u"client_secret"_s, u"auto_approve"_s,
        u"people"_s, u"cast"_s, u"mentions"_s, u"mention_count"_s, u"mention_span_minutes"_s,
        u"duplicate_check"_s, u"credits"_s, u"lock_after_refusals"_s, u"visible_lag_ms"_s, u"summons_check"_s,
        u"count_refused"_s, u"reply_prefix"_s, u"wrap_links"_s, u"direct_messages"_s};
}

Scenario readScenario(JsonReader &reader, quint32 seed)
{
    Scenario scenario{.cast = builtInCast()};
    readBrand(reader, scenario.cast);
    readPeople(reader, scenario.cast);
    readMentions(reader, scenario.cast, seed);
    const QStringList vocabularies{u"both"_s, u"tweet"_s, u"post"_s};
    scenario.vocabulary = static_cast<Vocabulary>(
        vocabularies.indexOf(reader.choice(u"vocabulary"_s, vocabularies, u"both"_s)));
    scenario.tokens = reader.texts(u"tokens"_s);
    scenario.clientId = reader.text(u"client_id"_s);
    scenario.clientSecret = reader.text(u"client_secret"_s);
    scenario.autoApprove = reader.flag(u"auto_approve"_s, true);
    for (JsonReader &entry : reader.objects(u"direct_messages"_s)) {
        entry.allow({u"author"_s, u"text"_s, u"minutes_ago"_s});
        scenario.messages.append({.author = readHandle(entry, u"author"_s, {}),
            .text = entry.requiredText(u"text"_s),
            .minutesAgo = entry.number(u"minutes_ago"_s, 0, 0, 60 * 24 * 60)});
    }
    scenario.people = readPeopleRule(reader);
    scenario.duplicateWithin = readDuplicateCheck(reader);
    if (reader.has(u"credits"_s)) {
        scenario.credits = static_cast<int>(reader.whole(u"credits"_s, 0, 0, 1'000'000));
    }
    scenario.lockAfterRefusals = static_cast<int>(reader.whole(u"lock_after_refusals"_s, 20, 0, 1'000'000));
    scenario.visibleLag = milliseconds(reader.whole(u"visible_lag_ms"_s, 0, 0, 24 * 3600 * 1000));
    scenario.checksSummons = reader.flag(u"summons_check"_s, true);
    scenario.countsRefused = reader.flag(u"count_refused"_s, false);
    scenario.prefixesReplies = reader.flag(u"reply_prefix"_s, true);
    scenario.wrapsLinks = reader.flag(u"wrap_links"_s, true);
    return scenario;
}

} // namespace fw::sandbox::twitter

#include "connectors/sandbox/cast.h"

#include "app/core/json_file.h"

#include <QJsonArray>

// A static library's resources are dropped by the linker unless somebody asks for them. Must stand outside any namespace.
static void initCastResource()
{
    Q_INIT_RESOURCE(sandbox_cast);
}

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QStringList textsOf(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray entries = json.toArray();
    for (const QJsonValue &entry : entries) {
        list.append(entry.toString());
    }
    return list;
}

QList<EarlierPost> postsOf(const QJsonValue &json, const QString &author)
{
    QList<EarlierPost> list;
    const QJsonArray entries = json.toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        list.append({.author = entry.value(u"author"_s).toString(author),
            .text = entry.value(u"text"_s).toString(),
            .minutesAgo = entry.value(u"minutes_ago"_s).toDouble(),
            .brandPost = entry.value(u"in_reply_to_brand_post"_s).toInt(-1)});
    }
    return list;
}

Phrases phrasesOf(const QJsonObject &json)
{
    Phrases phrases{.questions = textsOf(json.value(u"questions"_s)),
        .thanks = textsOf(json.value(u"thanks"_s)),
        .followUps = textsOf(json.value(u"follow_ups"_s))};
    const QJsonObject words = json.value(u"words"_s).toObject();
    for (auto entry = words.constBegin(); entry != words.constEnd(); ++entry) {
        phrases.words.insert(entry.key(), textsOf(entry.value()));
    }
    return phrases;
}

const QString &oneOf(const QStringList &texts, QRandomGenerator &random)
{
    return texts.at(random.bounded(static_cast<int>(texts.size())));
}

Cast readCast()
{
    initCastResource();
    const auto json = readJsonFile(u":/sandbox/cast.json"_s);
    Q_ASSERT(json); // it is built in
    const QJsonObject brand = json->value(u"brand"_s).toObject();
    Cast cast{
        .brandHandle = brand.value(u"handle"_s).toString(), .brandName = brand.value(u"name"_s).toString()};
    cast.brandPosts = postsOf(brand.value(u"posts"_s), cast.brandHandle);
    cast.mentions = postsOf(json->value(u"mentions"_s), {});
    const QJsonArray people = json->value(u"people"_s).toArray();
    for (const QJsonValue &value : people) {
        const QJsonObject entry = value.toObject();
        cast.people.append({.handle = entry.value(u"handle"_s).toString(),
            .name = entry.value(u"name"_s).toString(),
            .language = entry.value(u"language"_s).toString(u"en"_s),
            .followers = entry.value(u"followers"_s).toInteger(100),
            .isAvailable = entry.value(u"available"_s).toBool(true)});
    }
    const QJsonObject phrases = json->value(u"phrases"_s).toObject();
    for (auto entry = phrases.constBegin(); entry != phrases.constEnd(); ++entry) {
        cast.phrases.insert(entry.key(), phrasesOf(entry.value().toObject()));
    }
    return cast;
}
} // namespace

const Cast &builtInCast()
{
    static const Cast cast = readCast();
    return cast;
}

QString phrase(
    const QStringList &texts, const Phrases &phrases, const QString &brandHandle, QRandomGenerator &random)
{
    QString text = oneOf(texts, random);
    text.replace("@brand"_L1, u'@' + brandHandle);
    text.replace("{order}"_L1, QString::number(random.bounded(100'000, 1'000'000)));
    QStringList placeholders = phrases.words.keys();
    placeholders.sort(); // a hash has no order, and the same seed must give the same text
    for (const QString &placeholder : std::as_const(placeholders)) {
        const QString mark = u'{' + placeholder + u'}';
        if (text.contains(mark)) {
            text.replace(mark, oneOf(phrases.words.value(placeholder), random));
        }
    }
    return text;
}

QList<EarlierPost> generatedMentions(
    const Cast &cast, int count, double spanMinutes, QRandomGenerator &random)
{
    QList<EarlierPost> mentions;
    for (int i = 0; i < count; ++i) {
        const CastMember &author = cast.people.at(random.bounded(static_cast<int>(cast.people.size())));
        const Phrases phrases = cast.phrases.value(author.language);
        mentions.append({.author = author.handle,
            .text = phrase(phrases.questions, phrases, cast.brandHandle, random),
            .minutesAgo = spanMinutes * (count - i) / count});
    }
    return mentions;
}

} // namespace fw::sandbox

#include "connectors/sandbox/twitter/people.h"

#include <algorithm>
#include <cmath>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kBrandId = 1'407'264'000;
constexpr qint64 kDayMs = 24 * 3600 * 1000;
constexpr double kThanksShare = 0.6; // the others ask on

Instant minutesBefore(Instant now, double minutes)
{
    return now - milliseconds(std::llround(minutes * 60'000));
}

QString languageOf(const Cast &cast, const QString &handle)
{
    for (const CastMember &member : cast.people) {
        if (member.handle == handle) {
            return member.language;
        }
    }
    return u"en"_s;
}
} // namespace

World makeWorld(const Scenario &scenario, Instant now)
{
    const Cast &cast = scenario.cast;
    World world({.id = kBrandId,
                    .handle = cast.brandHandle,
                    .name = cast.brandName,
                    .followers = 48'210,
                    .joinedAt = now - milliseconds(4000 * kDayMs)},
        scenario.prefixesReplies);
    qint64 days = 300;
    for (const CastMember &member : cast.people) {
        days += 97;
        world.addPerson({.handle = member.handle,
            .name = member.name,
            .language = member.language,
            .followers = member.followers,
            .joinedAt = now - milliseconds(days * kDayMs),
            .isAvailable = member.isAvailable});
    }
    struct Early {
        const EarlierPost *post;
        qsizetype brandIndex; // -1: not the brand's
    };
    QList<Early> early;
    for (qsizetype i = 0; i < cast.brandPosts.size(); ++i) {
        early.append({&cast.brandPosts[i], i});
    }
    for (const EarlierPost &mention : cast.mentions) {
        early.append({&mention, -1});
    }
    std::stable_sort(early.begin(), early.end(),
        [](const Early &a, const Early &b) { return a.post->minutesAgo > b.post->minutesAgo; });
    QHash<qsizetype, qint64> brandIds;
    for (const Early &entry : std::as_const(early)) {
        const Person &author = world.addPerson({.handle = entry.post->author,
            .language = languageOf(cast, entry.post->author),
            .followers = 100,
            .joinedAt = now - milliseconds(200 * kDayMs)});
        const Post &post = world.add(author.id, entry.post->text, brandIds.value(entry.post->brandPost),
            minutesBefore(now, entry.post->minutesAgo));
        if (entry.brandIndex >= 0) {
            brandIds.insert(entry.brandIndex, post.id);
        }
    }
    return world;
}

People::People(World &world, Schedule &schedule, const Scenario &scenario, quint32 seed)
    : m_world(world)
    , m_schedule(schedule)
    , m_cast(scenario.cast)
    , m_rule(scenario.people)
    , m_arrivals(seed)
    , m_answers(seed + 1)
{
}

void People::begin(Instant now)
{
    if (m_rule && !m_cast.people.isEmpty()) {
        m_schedule.at(now + between(m_rule->arrivals, m_arrivals), [this](Instant at) { arrive(at); });
    }
}

const Phrases &People::phrasesOf(const Person &person) const
{
    const auto found = m_cast.phrases.constFind(person.language);
    return found != m_cast.phrases.constEnd() ? *found : *m_cast.phrases.constFind(u"en"_s);
}

void People::arrive(Instant at)
{
    const CastMember &member = m_cast.people.at(m_arrivals.bounded(static_cast<int>(m_cast.people.size())));
    const Person *author = m_world.personByHandle(member.handle);
    const Phrases &phrases = phrasesOf(*author);
    const QString text = phrase(phrases.questions, phrases, m_cast.brandHandle, m_arrivals);
    if (author->isAvailable) {
        m_world.add(author->id, text, 0, at);
    }
    m_schedule.at(at + between(m_rule->arrivals, m_arrivals), [this](Instant next) { arrive(next); });
}

void People::brandReplied(const Post &reply, Instant now)
{
    const Post *question = m_world.post(reply.parent);
    if (!m_rule || question == nullptr || m_world.isBrand(*question)) {
        return;
    }
    // Drawn whether used or not, so that one reply more or less does not change the rest of the day more than it must.
    const milliseconds after = between(m_rule->answers, m_answers);
    const bool answers = m_answers.generateDouble() < m_rule->answerShare;
    const bool isThanks = m_answers.generateDouble() < kThanksShare;
    if (answers && !m_satisfied.contains(question->root)) {
        m_schedule.at(now + after, [this, id = reply.id, isThanks](Instant at) { answer(id, isThanks, at); });
    }
}

void People::answer(qint64 replyId, bool isThanks, Instant at)
{
    const Post *reply = m_world.visiblePost(replyId);
    const Post *question = reply != nullptr ? m_world.post(reply->parent) : nullptr;
    const Person *customer = question != nullptr ? m_world.person(question->author) : nullptr;
    if (customer == nullptr || !customer->isAvailable || m_satisfied.contains(question->root)) {
        return;
    }
    const Phrases &phrases = phrasesOf(*customer);
    if (isThanks) {
        m_satisfied.insert(question->root);
    }
    m_world.add(customer->id,
        phrase(isThanks ? phrases.thanks : phrases.followUps, phrases, m_cast.brandHandle, m_answers),
        replyId, at);
}

} // namespace fw::sandbox::twitter

#include "connectors/sandbox/facebook/people.h"

#include <algorithm>
#include <cmath>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr double kThanksShare = 0.6; // the others ask on

struct Early {
    const Earlier *words = nullptr;
    std::function<void(PageWorld &, Instant)> say = {};
};

QString languageOf(const QString &name)
{
    for (const CastMember &member : builtInCast().people) {
        if (member.name == name) {
            return member.language;
        }
    }
    return u"en"_s;
}

QString idOf(PageWorld &world, const QString &author)
{
    return author.isEmpty() ? world.page().id : world.person(author).id;
}

/// Everything that was said, in the order in which it was. What stands on something refers to it by `ids`.
QList<Early> earlyWords(const Scenario &scenario, QStringList &stories, QStringList &comments)
{
    QList<Early> list;
    const auto addStories = [&](const QList<Earlier> &entries, StoryKind kind, QStringList *ids) {
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const Earlier *entry = &entries[i];
            list.append({entry, [entry, kind, ids, i](PageWorld &world, Instant at) {
                             const QString id
                                 = world.addStory(kind, idOf(world, entry->author), entry->text, at).id;
                             if (ids != nullptr) {
                                 (*ids)[i] = id;
                             }
                         }});
        }
    };
    const auto addComments
        = [&](const QList<Earlier> &entries, const QStringList &parents, QStringList *ids) {
              for (qsizetype i = 0; i < entries.size(); ++i) {
                  const Earlier *entry = &entries[i];
                  list.append({entry, [entry, &parents, ids, i](PageWorld &world, Instant at) {
                                   const Comment *added = world.addComment(parents.at(entry->on),
                                       idOf(world, entry->author), entry->text, entry->hasPhoto, at);
                                   if (ids != nullptr && added != nullptr) {
                                       (*ids)[i] = added->id;
                                   }
                               }});
              }
          };
    stories.resize(scenario.posts.size());
    comments.resize(scenario.comments.size());
    addStories(scenario.posts, StoryKind::Own, &stories);
    addStories(scenario.visitorPosts, StoryKind::Visitor, nullptr);
    addStories(scenario.tags, StoryKind::Tag, nullptr);
    addComments(scenario.comments, stories, &comments);
    addComments(scenario.replies, comments, nullptr);
    for (const Earlier &message : scenario.messages) {
        list.append({&message, [&message](PageWorld &world, Instant at) {
                         const Person &author = world.person(message.author);
                         world.addMessage(world.threadWith(author), false, message.text, message.hasPhoto,
                             u"mobile"_s, at);
                     }});
    }
    std::stable_sort(list.begin(), list.end(),
        [](const Early &a, const Early &b) { return a.words->minutesAgo > b.words->minutesAgo; });
    return list;
}
} // namespace

PageWorld makeWorld(const Scenario &scenario, Instant now)
{
    PageWorld world(scenario.page, scenario.separatesIds);
    for (const QString &name : scenario.hiddenPeople) {
        world.person(name).isHidden = true;
    }
    QStringList stories;
    QStringList comments;
    const QList<Early> early = earlyWords(scenario, stories, comments);
    for (const Early &entry : early) {
        entry.say(world, now - milliseconds(std::llround(entry.words->minutesAgo * 60'000)));
        if (!entry.words->author.isEmpty()) {
            world.person(entry.words->author).language = languageOf(entry.words->author);
        }
    }
    return world;
}

People::People(PageWorld &world, Schedule &schedule, const Scenario &scenario, quint32 seed)
    : m_world(world)
    , m_schedule(schedule)
    , m_cast(builtInCast())
    , m_rule(scenario.people)
    , m_arrivals(seed)
    , m_answers(seed + 1)
{
}

void People::begin(Instant now)
{
    if (m_rule) {
        m_schedule.at(now + between(m_rule->arrivals, m_arrivals), [this](Instant at) { arrive(at); });
    }
}

QString People::words(const Person &person, QStringList Phrases::*kind, QRandomGenerator &random) const
{
    const auto found = m_cast.phrases.constFind(person.language);
    const Phrases &phrases = found != m_cast.phrases.constEnd() ? *found : *m_cast.phrases.constFind(u"en"_s);
    QString text = phrase(phrases.*kind, phrases, m_cast.brandHandle, random);
    return text.remove(u'@' + m_cast.brandHandle)
        .simplified(); // nobody types handles below a page's own post
}

void People::arrive(Instant at)
{
    const CastMember &member = m_cast.people.at(m_arrivals.bounded(static_cast<int>(m_cast.people.size())));
    Person &author = m_world.person(member.name);
    author.language = member.language;
    const QString text = words(author, &Phrases::questions, m_arrivals);
    const double what = m_arrivals.generateDouble();
    if (what < 0.3) {
        m_world.addMessage(m_world.threadWith(author), false, text, false, u"mobile"_s, at);
    } else if (what < 0.36) {
        m_world.addStory(StoryKind::Visitor, author.id, text, at);
    } else {
        comment(author, what < 0.42 ? QString() : text, at);
    }
    m_schedule.at(at + between(m_rule->arrivals, m_arrivals), [this](Instant next) { arrive(next); });
}

void People::comment(const Person &author, const QString &text, Instant at)
{
    QString newest;
    for (const Story &story : m_world.stories()) {
        if (story.kind == StoryKind::Own && !story.isDeleted) {
            newest = story.id;
        }
    }
    m_world.addComment(newest, author.id, text, text.isEmpty(), at);
}

void People::maybeLater(Instant now, const std::function<void(bool isThanks, Instant at)> &answer)
{
    if (!m_rule) {
        return;
    }
    // Drawn whether used or not, so that one reply more or less does not change the rest of the day more than it must.
    const milliseconds after = between(m_rule->answers, m_answers);
    const bool answers = m_answers.generateDouble() < m_rule->answerShare;
    const bool isThanks = m_answers.generateDouble() < kThanksShare;
    if (answers) {
        m_schedule.at(now + after, [answer, isThanks](Instant at) { answer(isThanks, at); });
    }
}

void People::pageReplied(const QString &parent, Instant now)
{
    maybeLater(now, [this, parent](bool isThanks, Instant at) {
        const Comment *question = m_world.comment(parent);
        const Person *customer = question != nullptr ? m_world.personById(question->author) : nullptr;
        if (customer == nullptr || m_satisfied.contains(parent)) {
            return;
        }
        if (isThanks) {
            m_satisfied.insert(parent);
        }
        m_world.addComment(parent, customer->id,
            words(*customer, isThanks ? &Phrases::thanks : &Phrases::followUps, m_answers), false, at);
    });
}

void People::pageWrote(const QString &thread, Instant now)
{
    maybeLater(now, [this, thread](bool isThanks, Instant at) {
        Thread *told = m_world.thread(thread);
        const Person *customer = told != nullptr ? m_world.personById(told->person) : nullptr;
        if (customer == nullptr || m_satisfied.contains(thread)) {
            return;
        }
        if (isThanks) {
            m_satisfied.insert(thread);
        }
        m_world.addMessage(*told, false,
            words(*customer, isThanks ? &Phrases::thanks : &Phrases::followUps, m_answers), false,
            u"mobile"_s, at);
    });
}

} // namespace fw::sandbox::facebook

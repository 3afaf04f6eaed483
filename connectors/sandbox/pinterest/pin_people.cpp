#include "connectors/sandbox/pinterest/pin_people.h"

#include "connectors/sandbox/cast.h"

#include <algorithm>
#include <cmath>

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;
using std::chrono::hours;

namespace {
const QString kBrandId = u"2783136121146311751"_s;

/// What is said under a pin needs no @name.
QString said(const QStringList &texts, const Phrases &phrases, QRandomGenerator &random)
{
    return phrase(texts, phrases, u"brand"_s, random).remove(u"@brand"_s).simplified();
}

const Phrases &phrasesOf(const QString &username)
{
    const Cast &cast = builtInCast();
    for (const CastMember &member : cast.people) {
        if (member.handle == username && cast.phrases.contains(member.language)) {
            return *cast.phrases.constFind(member.language);
        }
    }
    return *cast.phrases.constFind(u"en"_s);
}

void addOwnPins(PinWorld &world, const PinScenario &scenario, const QString &board, Instant now)
{
    for (int i = 0; i < scenario.pinCount; ++i) {
        const QString usual
            = scenario.pinTitles.isEmpty() ? u"Pin"_s : scenario.pinTitles.at(i % scenario.pinTitles.size());
        const bool isUsual = i < scenario.pinTitles.size();
        (void)world.addPin({.title = isUsual ? usual : u"%1 (%2)"_s.arg(usual).arg(i + 1),
            .description = u"From our spring catalogue"_s,
            .link = u"https://%1/p/%2"_s.arg(scenario.website).arg(1000 + i),
            .board = board,
            .author = scenario.username,
            .createdAt = now - hours(24 * 60) + hours(i % 24)});
    }
}
} // namespace

PinWorld makePinWorld(const PinScenario &scenario, Instant now)
{
    PinWorld world({.id = kBrandId, .username = scenario.username, .name = scenario.name});
    const QString own = world.addBoard(u"At home"_s, scenario.username, 0, now - hours(24 * 400)).id;
    (void)world.addBoard(u"Customers' corners"_s, scenario.username, 3, now - hours(24 * 200));
    addOwnPins(world, scenario, own, now);
    for (int i = 0; i < scenario.collaboratorPins; ++i) {
        (void)addPinByOther(world, u"studio_arne"_s, {}, false, now - hours(24 * (i + 9)));
    }
    for (int i = 0; i < scenario.domainPins; ++i) {
        (void)addPinByOther(world, u"home.by.lena"_s, {}, true, now - hours(24 * (i + 5)));
    }
    QList<EarlierComment> early = scenario.comments;
    std::stable_sort(early.begin(), early.end(),
        [](const EarlierComment &a, const EarlierComment &b) { return a.minutesAgo > b.minutesAgo; });
    for (const EarlierComment &comment : std::as_const(early)) {
        const Member &author = world.addPerson(comment.author);
        (void)world.addComment({.pin = world.pins().at(static_cast<size_t>(comment.pin)).id,
            .author = author.username,
            .text = comment.text,
            .createdAt = now - milliseconds(std::llround(comment.minutesAgo * 60'000))});
    }
    return world;
}

const Pin &addPinByOther(
    PinWorld &world, const QString &author, const QString &title, bool isFromOurSite, Instant at)
{
    const Member &maker = world.addPerson(author);
    const QString board
        = isFromOurSite ? world.addBoard(u"My ideas"_s, maker.username, 0, at).id : world.boards().at(1).id;
    return world.addPin({.title = !title.isEmpty() ? title
            : isFromOurSite                        ? u"Found in town"_s
                                                   : u"How I use it"_s,
        .link = isFromOurSite ? u"https://harborandvale.example/p/1001"_s : QString(),
        .board = board,
        .author = maker.username,
        .createdAt = at,
        .isFromOurSite = isFromOurSite});
}

PinPeople::PinPeople(PinWorld &world, Schedule &schedule, const PinScenario &scenario, quint32 seed)
    : m_world(world)
    , m_schedule(schedule)
    , m_rule(scenario.people)
    , m_arrivals(seed)
    , m_answers(seed + 1)
{
}

void PinPeople::begin(Instant now)
{
    if (m_rule) {
        m_schedule.at(now + between(m_rule->arrivals, m_arrivals), [this](Instant at) { arrive(at); });
    }
}

void PinPeople::arrive(Instant at)
{
    const QList<CastMember> &people = builtInCast().people;
    const QString username = people.at(m_arrivals.bounded(static_cast<int>(people.size()))).handle;
    const Phrases &phrases = phrasesOf(username);
    std::deque<const Pin *> own;
    for (const Pin &pin : m_world.pins()) {
        if (m_world.isOurs(pin)) {
            own.push_back(&pin);
        }
    }
    const Pin *pin = own.at(static_cast<size_t>(m_arrivals.bounded(static_cast<int>(own.size()))));
    (void)m_world.addComment({.pin = pin->id,
        .author = m_world.addPerson(username).username,
        .text = said(phrases.questions, phrases, m_arrivals),
        .createdAt = at});
    m_schedule.at(at + between(m_rule->arrivals, m_arrivals), [this](Instant next) { arrive(next); });
}

void PinPeople::brandReplied(const QString &reply, Instant now)
{
    if (!m_rule) {
        return;
    }
    // Drawn whether used or not, so that one reply more or less does not change the rest of the day more than it must.
    const milliseconds after = between(m_rule->answers, m_answers);
    if (m_answers.generateDouble() < m_rule->answerShare) {
        m_schedule.at(now + after, [this, reply](Instant at) { answer(reply, at); });
    }
}

void PinPeople::answer(const QString &reply, Instant at)
{
    const Comment *ours = m_world.visibleComment(reply);
    const Comment *question = ours != nullptr ? m_world.visibleComment(ours->root) : nullptr;
    if (question == nullptr) {
        return;
    }
    const Phrases &phrases = phrasesOf(question->author);
    (void)m_world.addComment({.pin = question->pin,
        .root = question->id,
        .author = question->author,
        .text = said(phrases.thanks, phrases, m_answers),
        .createdAt = at});
}

} // namespace fw::sandbox::pinterest

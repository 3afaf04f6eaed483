#include "connectors/sandbox/world/runner.h"

#include "connectors/sandbox/world/desk_seat.h"
#include "connectors/sandbox/world/road.h"

#include <algorithm>
#include <queue>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kInStep = 2 * kSecond; // how far ahead one of several desks may be

class Run
{
public:
    Run(const Day &day, const Policy &policy, QByteArray *transcript);

    void toTheEnd();
    [[nodiscard]] DayReport report(const Optimum &optimum) const;

private:
    enum class What { Stop, Start, Reach, Answer, Press };
    struct Happening {
        qint64 at = 0;
        What what = What::Press;
        qint64 order = 0;
        qint64 which = 0; // desk, call or job
        bool operator>(const Happening &other) const
        {
            return std::tie(at, what, order) > std::tie(other.at, other.what, other.order);
        }
    };
    struct Call {
        int desk = 0;
        int life = 0;
        qint64 leftAt = 0;
        bool isUnavailable = false;
        bool isAnswered = false; // not by the time-out
        WorldAnswer answer = {};
    };

    void add(qint64 at, What what, qint64 which);
    void plan();
    bool actUntil(qint64 until);
    void act(int desk, const WorldAction &action, qint64 at);
    void call(int desk, const WorldAction &action, qint64 at);
    void happen(qint64 at);
    void happenOne(const Happening &happening);
    void press(qint64 job);
    void reach(qint64 call, qint64 at);
    void answer(qint64 call, qint64 at);
    [[nodiscard]] WorldJob jobFor(const DayJob &job) const;
    void write(const QString &line);

    const Day &m_day;
    QByteArray *m_transcript;
    Platform m_platform;
    std::vector<DeskSeat> m_seats = {};
    std::priority_queue<Happening, std::vector<Happening>, std::greater<>> m_queue = {};
    std::vector<Call> m_calls = {};
    std::vector<QList<WorldEvent>> m_events = {};          // by desk, of this moment
    std::vector<QList<qint64>> m_held = {};                // by desk: jobs pressed while it was down
    QList<ReplyStory> m_stories;                           // by job
    std::map<std::pair<int, qint64>, int> m_attempts = {}; // by kind and job
    qint64 m_open = 0;                                     // jobs not settled yet
    qint64 m_order = 0;
    int m_lookups = 0;
};

Run::Run(const Day &day, const Policy &policy, QByteArray *transcript)
    : m_day(day)
    , m_transcript(transcript)
    , m_platform(day.platform)
    , m_stories(day.jobs.size())
    , m_open(day.jobs.size())
{
    Desks desks = policy.make(int(day.desks.size()));
    for (qsizetype i = 0; i < day.desks.size(); ++i) {
        const WorldInfo about{.agent = int(i),
            .agents = int(day.desks.size()),
            .windows = day.platform.windows,
            .detectsDuplicates = day.platform.detectsDuplicates,
            .visibleLag = day.platform.visibleLag,
            .timeout = day.platform.timeout};
        m_seats.emplace_back(std::move(desks[size_t(i)]), day.desks[i], about);
    }
    m_events.resize(m_seats.size());
    m_held.resize(m_seats.size());
    plan();
}

void Run::add(qint64 at, What what, qint64 which)
{
    m_queue.push({.at = at, .what = what, .order = m_order++, .which = which});
}

void Run::plan()
{
    for (qsizetype i = 0; i < m_day.desks.size(); ++i) {
        add(0, What::Start, i);
        for (const Span &down : m_day.desks[i].down) {
            add(down.from, What::Stop, i);
            add(down.until, What::Start, i);
        }
    }
    for (qsizetype i = 0; i < m_day.jobs.size(); ++i) {
        add(m_day.jobs[i].at, What::Press, i);
    }
}

void Run::write(const QString &line)
{
    if (m_transcript) {
        m_transcript->append(line.toUtf8() + '\n');
    }
}

void Run::toTheEnd()
{
    happen(0);
    qint64 now = 0;
    while (now < m_day.end && m_open > 0) {
        qint64 until = m_queue.empty() ? m_day.end : std::min(m_day.end, m_queue.top().at);
        if (m_seats.size() > 1) {
            until = std::min(until, now + kInStep);
        }
        if (actUntil(until)) {
            continue; // what was done may bring something earlier
        }
        now = until;
        if (!m_queue.empty() && m_queue.top().at <= now) {
            happen(now);
        }
    }
    while (!m_queue.empty()) { // what is on its way still arrives
        const Happening last = m_queue.top();
        m_queue.pop();
        if (last.what == What::Reach) {
            reach(last.which, last.at);
        }
    }
}

/// Every desk up to `until`; true if one of them acted.
bool Run::actUntil(qint64 until)
{
    bool hasActed = false;
    for (size_t i = 0; i < m_seats.size(); ++i) {
        DeskSeat &seat = m_seats[i];
        while (seat.isUp() && (seat.now() < until || (seat.now() == until && !seat.isIdle()))) {
            const WorldStep step = seat.advance(until, {});
            for (const WorldAction &action : step.actions) {
                act(int(i), action, step.at);
            }
            if (!step.actions.isEmpty()) {
                hasActed = true;
                until = step.at; // the others no further
                break;
            }
        }
    }
    return hasActed;
}

void Run::act(int desk, const WorldAction &action, qint64 at)
{
    using Kind = WorldAction::Kind;
    DeskSeat &seat = m_seats[size_t(desk)];
    const qsizetype index = action.job - 1;
    if (index < 0 || index >= m_day.jobs.size() || m_day.jobs[index].desk != desk) {
        seat.note(u"job %1 is not its own"_s.arg(action.job));
        return;
    }
    if (m_stories[index].settled != Settled::No) {
        seat.note(u"job %1 was settled before"_s.arg(action.job));
        return;
    }
    if (action.kind == Kind::Send || action.kind == Kind::Lookup) {
        call(desk, action, at);
        return;
    }
    const bool isDone = action.kind == Kind::Confirm;
    m_stories[index].settled = isDone ? Settled::Confirmed : Settled::Dropped;
    --m_open;
    write(u"%1 desk %2 %3 %4"_s.arg(at).arg(desk).arg(isDone ? u"done"_s : u"drop"_s).arg(action.job));
}

void Run::call(int desk, const WorldAction &action, qint64 at)
{
    DeskSeat &seat = m_seats[size_t(desk)];
    if (!seat.takeRequest(action.request)) {
        seat.note(u"request %1 was used before"_s.arg(action.request));
        return;
    }
    const bool isSend = action.kind == WorldAction::Kind::Send;
    const auto kind = isSend ? WorldAnswer::Kind::Send : WorldAnswer::Kind::Lookup;
    m_lookups += isSend ? 0 : 1;
    const int attempt = ++m_attempts[{int(kind), action.job}];
    if (ReplyStory &story = m_stories[action.job - 1]; isSend) {
        ++story.attempts;
        story.leftAt = story.acceptedAt ? story.leftAt : at;
    }
    const Journey journey = journeyOf(m_day.platform, kind, action.job, attempt, at);
    const auto number = qint64(m_calls.size());
    m_calls.push_back({.desk = desk,
        .life = seat.life(),
        .leftAt = at,
        .isUnavailable = journey.isUnavailable,
        .isAnswered = journey.answeredAt.has_value(),
        .answer = {.kind = kind, .request = action.request, .job = action.job}});
    write(u"%1 desk %2 %3 %4"_s.arg(at).arg(desk).arg(isSend ? u"send"_s : u"lookup"_s).arg(action.job));
    if (journey.reachesAt) {
        add(*journey.reachesAt, What::Reach, number);
    }
    add(journey.answeredAt.value_or(at + m_day.platform.timeout), What::Answer, number);
}

void Run::reach(qint64 number, qint64 at)
{
    Call &call = m_calls[size_t(number)];
    const qint64 job = call.answer.job;
    const bool isSend = call.answer.kind == WorldAnswer::Kind::Send;
    WorldAnswer answer
        = isSend ? m_platform.send(at, job, m_day.jobs[job - 1].text) : m_platform.lookup(at, job);
    write(u"%1 platform %2 %3 %4"_s.arg(at).arg(job).arg(answer.status).arg(answer.code));
    if (ReplyStory &story = m_stories[job - 1]; isSend && answer.status == 201 && !story.acceptedAt) {
        story.acceptedAt = at;
        story.leftAt = call.leftAt;
    }
    if (call.isAnswered) {
        answer.request = call.answer.request;
        call.answer = answer;
    }
}

void Run::answer(qint64 number, qint64 at)
{
    Call &call = m_calls[size_t(number)];
    const DeskSeat &seat = m_seats[size_t(call.desk)];
    if (!seat.isUp() || seat.life() != call.life) {
        return;
    }
    if (call.isUnavailable) {
        call.answer.status = 503;
        call.answer.date = (kServerEpoch + at) / kSecond * kSecond;
    }
    m_events[size_t(call.desk)].append(call.answer);
}

WorldJob Run::jobFor(const DayJob &job) const
{
    const JobClass &kind = m_day.classes[job.jobClass];
    return {.id = job.id,
        .priority = kind.priority,
        .weight = kind.weight,
        .deadline = m_seats[size_t(job.desk)].mono(job.due),
        .text = job.text};
}

void Run::press(qint64 index)
{
    const DayJob &job = m_day.jobs[index];
    const auto desk = size_t(job.desk);
    if (m_seats[desk].isUp()) {
        m_events[desk].append(jobFor(job));
    } else {
        m_held[desk].append(index);
    }
}

void Run::happenOne(const Happening &happening)
{
    switch (happening.what) {
    case What::Stop:
        m_seats[size_t(happening.which)].stop();
        return;
    case What::Start:
        m_seats[size_t(happening.which)].start(happening.at);
        for (const qint64 job : std::exchange(m_held[size_t(happening.which)], {})) {
            press(job);
        }
        return;
    case What::Reach:
        return reach(happening.which, happening.at);
    case What::Answer:
        return answer(happening.which, happening.at);
    case What::Press:
        return press(happening.which);
    }
}

/// Everything that is due at `at`, then each desk's answer to what concerns it.
void Run::happen(qint64 at)
{
    while (!m_queue.empty() && m_queue.top().at <= at) {
        const Happening happening = m_queue.top();
        m_queue.pop();
        happenOne(happening);
    }
    for (size_t i = 0; i < m_seats.size(); ++i) {
        const QList<WorldEvent> events = std::exchange(m_events[i], {});
        if (events.isEmpty() || !m_seats[i].isUp()) {
            continue;
        }
        const WorldStep step = m_seats[i].advance(at, events);
        for (const WorldAction &action : step.actions) {
            act(int(i), action, at);
        }
    }
}

DayReport Run::report(const Optimum &optimum) const
{
    QList<Settled> settled;
    for (const ReplyStory &story : m_stories) {
        settled.append(story.settled);
    }
    Score score = reckon(m_day, optimum, m_platform, settled);
    score.lookups = m_lookups;
    for (const DeskSeat &seat : m_seats) {
        score.decisions += seat.decisions();
        score.deskSeconds += seat.seconds();
        score.breaches += seat.breaches();
    }
    score.breaches = score.breaches.mid(0, 10);
    return {.score = score, .replies = m_stories, .mostUsed = m_platform.mostUsed()};
}
} // namespace

DayReport runDay(const Day &day, const Optimum &optimum, const Policy &policy, QByteArray *transcript)
{
    Run run(day, policy, transcript);
    run.toTheEnd();
    return run.report(optimum);
}

} // namespace fw::world

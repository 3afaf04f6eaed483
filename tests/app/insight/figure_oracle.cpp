#include "tests/app/insight/figure_oracle.h"

#include <algorithm>
#include <map>
#include <set>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using What = Deed::What;

void FigureOracle::follow(int customer)
{
    QList<Told> episodes;
    QList<Said> open; // of the episode that goes on
    const auto close = [&](Instant at, const QString &agent) {
        if (open.isEmpty()) {
            return;
        }
        episodes.append({.customer = customer, .said = open, .isOver = true, .end = at, .resolver = agent});
        open.clear();
    };
    for (int i = 0; i < m_deeds.size(); ++i) {
        const Deed &deed = m_deeds[i];
        if (deed.customer != customer) {
            continue;
        }
        if (deed.what == What::Ask) {
            open.append({.posted = deed.posted});
        } else if (deed.what == What::Answer) {
            for (Said &said : open) {
                if (said.how == 'w') {
                    said.how = 'a';
                    said.answer = i;
                    said.end = deed.at;
                }
            }
        } else if (deed.what == What::Resolve) {
            // Undone later, it never was.
            bool isUndone = false;
            for (int j = i + 1; j < m_deeds.size(); ++j) {
                const bool counts = m_deeds[j].customer == customer
                    && (m_deeds[j].what == What::Undo || m_deeds[j].what == What::Ask
                        || m_deeds[j].what == What::Answer || m_deeds[j].what == What::Resolve);
                if (counts) {
                    isUndone = m_deeds[j].what == What::Undo;
                    break;
                }
            }
            if (isUndone) {
                continue;
            }
            for (Said &said : open) {
                if (said.how == 'w') {
                    said.how = 'r';
                    said.end = deed.at;
                }
            }
            close(deed.at, deed.agent);
        }
    }
    if (!open.isEmpty()) {
        episodes.append({.customer = customer, .said = open});
    }
    for (int i = 0; i < episodes.size(); ++i) {
        episodes[i].number = i;
        episodes[i].begin = episodes[i].said.first().posted;
        for (const Said &said : std::as_const(episodes[i].said)) {
            episodes[i].begin = std::min(episodes[i].begin, said.posted);
        }
    }
    m_episodes += episodes;
}

qint64 FigureOracle::business(Instant from, Instant to) const
{
    qint64 sum = 0;
    const QDate first = toDateTime(from).toTimeZone(m_terms.openZone).date().addDays(-1);
    const QDate last = toDateTime(to).toTimeZone(m_terms.openZone).date().addDays(1);
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        for (int i = 0; i < m_terms.open.size(); ++i) {
            const auto &open = m_terms.open[i];
            qint64 a = QDateTime(day, QTime(open.fromHour, 0), m_terms.openZone).toMSecsSinceEpoch();
            qint64 b = QDateTime(day, QTime(open.toHour, 0), m_terms.openZone).toMSecsSinceEpoch();
            a = std::max(a, toMs(from));
            b = std::min(b, toMs(to));
            if (i > 0) {
                a = std::max(a, toMs(open.since));
            }
            if (i + 1 < m_terms.open.size()) {
                b = std::min(b, toMs(m_terms.open[i + 1].since));
            }
            sum += std::max<qint64>(0, b - a);
        }
    }
    return sum;
}

FigureOracle::Count FigureOracle::counted(int customer, Instant at) const
{
    Count count{.customer = customer, .at = at};
    std::set<QString> tags;
    for (const Deed &deed : m_deeds) {
        if (deed.customer != customer || deed.at > at) {
            continue;
        }
        if (deed.what == What::Assign) {
            count.agent = deed.agent;
            count.team = deed.word;
        } else if (deed.what == What::Tag) {
            tags.insert(deed.word);
        } else if (deed.what == What::Untag) {
            tags.erase(deed.word);
        }
    }
    count.tags = QStringList(tags.begin(), tags.end());
    return count;
}

FigureOracle::Count FigureOracle::timed(int customer, Instant at, Instant from, Instant to) const
{
    Count count = counted(customer, at);
    count.calendarMs = (to - from).count();
    count.businessMs = m_terms.open.isEmpty() ? -1 : business(from, to);
    return count;
}

QList<FigureOracle::Turn> FigureOracle::turnsOf(const Told &episode) const
{
    QList<Turn> turns;
    std::map<int, Turn> answered;
    Turn waiting{.how = 'w'};
    Turn resolved{.how = 'r'};
    bool isWaiting = false;
    bool isResolved = false;
    for (const Said &said : episode.said) {
        if (said.how == 'a') {
            const auto known = answered.find(said.answer);
            if (known == answered.end()) {
                answered[said.answer]
                    = {.from = said.posted, .end = said.end, .how = 'a', .agent = m_deeds[said.answer].agent};
            } else {
                known->second.from = std::min(known->second.from, said.posted);
            }
        } else if (said.how == 'w') {
            waiting.from = isWaiting ? std::min(waiting.from, said.posted) : said.posted;
            isWaiting = true;
        } else {
            resolved.from = isResolved ? std::min(resolved.from, said.posted) : said.posted;
            resolved.end = said.end;
            isResolved = true;
        }
    }
    for (const auto &[deed, turn] : answered) {
        turns.append(turn);
    }
    if (isResolved) {
        turns.append(resolved);
    }
    if (isWaiting) {
        turns.append(waiting);
    }
    return turns;
}

QList<Instant> FigureOracle::midnights() const
{
    QList<Instant> found;
    const auto last = std::min(m_terms.to, m_terms.asOf);
    // Hour by hour: a midnight is where the date changes. (Zones here change their clocks by whole hours.)
    for (Instant at = std::chrono::floor<std::chrono::hours>(m_terms.from) + 1h; at <= last; at += 1h) {
        const auto date = [&](Instant when) { return toDateTime(when).toTimeZone(m_terms.zone).date(); };
        if (date(at) != date(at - 1ms)) {
            found.append(at);
        }
    }
    return found;
}

void FigureOracle::decide(int customer, Instant due, const Turn &turn, QList<Count> &counts) const
{
    const bool isMet = turn.how == 'a' && turn.end <= due;
    const bool isLate = (turn.how == 'w' && due < m_terms.asOf) || (turn.how != 'w' && turn.end > due);
    const bool isDropped = turn.how == 'r' && !isLate;
    if (isDropped || (!isIn(due) && !(isMet && isIn(turn.end)))) {
        return;
    }
    Count count = counted(customer, isIn(due) ? due : turn.end);
    count.isRunning = !isMet && !isLate;
    count.hit = count.isRunning ? -1 : int(isMet);
    counts.append(count);
}

void FigureOracle::countPromise(
    Figure figure, const Told &episode, const QList<Turn> &turns, QList<Count> &counts) const
{
    if (figure == Figure::SlaResolution) {
        const Turn whole{.end = episode.end, .how = episode.isOver ? 'a' : 'w'};
        decide(episode.customer, episode.begin + milliseconds(m_terms.resolvedMs), whole, counts);
        return;
    }
    const bool isAnswered = !turns.isEmpty() && turns.first().how == 'a';
    if (figure == Figure::SlaFirstAnswer) {
        const Turn &turn = isAnswered ? turns.first() : turns.last();
        decide(episode.customer, episode.begin + milliseconds(m_terms.firstMs), turn, counts);
        return;
    }
    for (int i = 1; i < turns.size() && isAnswered; ++i) {
        decide(episode.customer, turns[i].from + milliseconds(m_terms.nextMs), turns[i], counts);
    }
}

void FigureOracle::countEpisode(Figure figure, const Told &episode, QList<Count> &counts) const
{
    const QList<Turn> turns = turnsOf(episode);
    switch (figure) {
    case Figure::FirstResponse:
    case Figure::NextResponse:
    case Figure::ReplyTime:
        for (int i = 0; i < turns.size(); ++i) {
            const bool isWanted
                = figure == Figure::ReplyTime || (i == 0) == (figure == Figure::FirstResponse);
            if (turns[i].how == 'a' && isWanted && isIn(turns[i].end)) {
                const Instant from = figure == Figure::FirstResponse ? episode.begin : turns[i].from;
                Count count = timed(episode.customer, turns[i].end, from, turns[i].end);
                count.agent = turns[i].agent;
                counts.append(count);
            }
        }
        break;
    case Figure::FirstResolution:
    case Figure::Resolutions:
        if (episode.isOver && isIn(episode.end) && (figure == Figure::Resolutions || episode.number == 0)) {
            Count count = timed(episode.customer, episode.end, episode.begin, episode.end);
            count.agent = episode.resolver;
            counts.append(count);
        }
        break;
    case Figure::Episodes:
    case Figure::NewConversations:
        if (isIn(episode.begin) && (figure == Figure::Episodes || episode.number == 0)) {
            counts.append(counted(episode.customer, episode.begin));
        }
        break;
    case Figure::CustomerMessages:
        for (const Said &said : episode.said) {
            if (isIn(said.posted)) {
                counts.append(counted(episode.customer, said.posted));
            }
        }
        break;
    case Figure::SlaFirstAnswer:
    case Figure::SlaNextAnswer:
    case Figure::SlaResolution:
        countPromise(figure, episode, turns, counts);
        break;
    default:
        break;
    }
}

QList<FigureOracle::Count> FigureOracle::counts(Figure figure) const
{
    QList<Count> counts;
    std::map<int, QList<Told>> byCustomer;
    for (const Told &episode : m_episodes) {
        countEpisode(figure, episode, counts);
        byCustomer[episode.customer].append(episode);
    }
    const Instant now = std::min(m_terms.to, m_terms.asOf);
    for (const auto &[customer, episodes] : byCustomer) {
        std::optional<Instant> since;
        std::optional<Told> lastEnded;
        Instant before = Instant::min();
        for (const Told &episode : episodes) {
            for (const Said &said : episode.said) {
                if (said.posted < now && (said.how == 'w' || said.end >= now)) {
                    since = since ? std::min(*since, said.posted) : said.posted;
                }
            }
            if (episode.isOver && isIn(episode.end)) {
                lastEnded = episode;
                Count count = counted(customer, episode.end);
                count.agent = episode.resolver;
                if (figure == Figure::Reopen) {
                    count.hit = episode.number + 1 < episodes.size()
                        && (episodes[episode.number + 1].begin - episode.end).count() <= m_terms.reopenMs;
                    counts.append(count);
                }
                qint64 focus = 0;
                for (const Deed &deed : m_deeds) {
                    const bool isOfIt = deed.what == What::Focus && deed.customer == customer
                        && deed.begun >= before && deed.begun < episode.end;
                    focus += isOfIt ? deed.span.count() : 0;
                }
                if (figure == Figure::HandleTime && focus > 0) {
                    count.calendarMs = focus;
                    counts.append(count);
                }
            }
            before = episode.isOver ? episode.end : before;
        }
        if (figure == Figure::Waiting && since) {
            counts.append(timed(customer, now - 1ms, *since, now));
        }
        if (lastEnded && figure == Figure::Resolution) {
            Count count = timed(customer, lastEnded->end, lastEnded->begin, lastEnded->end);
            count.agent = lastEnded->resolver;
            counts.append(count);
        }
        if (lastEnded && figure == Figure::FullResolution && lastEnded->number + 1 == episodes.size()) {
            Count count = timed(customer, lastEnded->end, episodes.first().begin, lastEnded->end);
            count.agent = lastEnded->resolver;
            counts.append(count);
        }
        for (const Instant midnight : figure == Figure::Backlog ? midnights() : QList<Instant>()) {
            for (const Told &episode : episodes) {
                if (episode.begin < midnight && (!episode.isOver || episode.end >= midnight)) {
                    counts.append(timed(customer, midnight - 1ms, episode.begin, midnight));
                    break;
                }
            }
        }
    }
    return counts;
}

} // namespace fw::test

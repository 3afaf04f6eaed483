#include "app/model/figure.h"

#include <algorithm>

namespace fw {

namespace {
bool isIn(const TimeSpan &span, Instant at)
{
    return span.from <= at && at < span.to;
}

/// Makes the rows of one figure of one conversation.
class RowMaker final
{
public:
    RowMaker(const ConversationPast &past, const FigureTerms &terms) : m_past(past), m_terms(terms)
    {
        QList<ResolvedAt> resolutions;
        for (const auto &resolution : past.resolutions) {
            resolutions.append(resolution.resolved);
        }
        m_episodes = episodesOf(past.waits, resolutions);
    }

    QList<FigureRow> make(Figure figure);

private:
    [[nodiscard]] FigureRow row(qint64 episode, Instant at) const;
    [[nodiscard]] FigureRow measured(qint64 episode, Instant at, Instant from, Instant to) const;
    [[nodiscard]] QString resolverOf(const Episode &episode) const;
    [[nodiscard]] QString writerOf(const Turn &turn) const;

    void waiting();
    void answers(Figure figure);
    void resolutions(Figure figure);
    void handleTime();
    void backlog();
    void volume(Figure figure);
    void reopen();
    void promises(TargetKind kind);

    const ConversationPast &m_past;
    const FigureTerms &m_terms;
    QList<Episode> m_episodes;
    QList<FigureRow> m_rows;
};

FigureRow RowMaker::row(qint64 episode, Instant at) const
{
    FigureRow row{.conversation = m_past.id,
        .customer = m_past.customer,
        .episode = episode,
        .at = at,
        .network = m_past.network,
        .account = m_past.account};
    for (const auto &assigned : m_past.assignments) {
        if (assigned.at <= at) {
            row.agent = assigned.agent;
            row.team = assigned.team;
        }
    }
    for (const auto &tagged : m_past.taggings) {
        if (tagged.at > at) {
            break;
        }
        row.tags.removeAll(tagged.tag);
        if (tagged.isAdded) {
            row.tags.append(tagged.tag);
        }
    }
    row.tags.sort();
    return row;
}

FigureRow RowMaker::measured(qint64 episode, Instant at, Instant from, Instant to) const
{
    FigureRow made = row(episode, at);
    made.calendarTime = to - from;
    made.businessTime = m_terms.hours.between(from, to);
    return made;
}

QString RowMaker::resolverOf(const Episode &episode) const
{
    // A message belongs to the first episode resolved after the desk learned of it.
    const ConversationPast::Resolved *first = nullptr;
    for (const auto &resolution : m_past.resolutions) {
        const qint64 fact = resolution.resolved.fact;
        if (fact > episode.openedBy && (!first || fact < first->resolved.fact)) {
            first = &resolution;
        }
    }
    return first ? first->agent : QString();
}

QString RowMaker::writerOf(const Turn &turn) const
{
    const auto wait = std::find_if(m_past.waits.begin(), m_past.waits.end(),
        [&turn](const Wait &one) { return one.message == turn.openedBy; });
    return wait == m_past.waits.end() ? QString() : m_past.writers.value(wait->settledBy);
}

void RowMaker::waiting()
{
    const Instant at = std::min(m_terms.period.to, m_terms.asOf);
    std::optional<Instant> since;
    qint64 episodeOfOldest = 0;
    for (const Episode &episode : m_episodes) {
        for (const Turn &turn : episode.turns) {
            const bool isOwed = turn.from < at && (turn.settlement == Settlement::None || turn.until >= at);
            if (isOwed && (!since || turn.from < *since)) {
                since = turn.from;
                episodeOfOldest = episode.openedBy;
            }
        }
    }
    if (since) {
        // The last moment of the period: what happens where it ends is not in it.
        m_rows.append(measured(episodeOfOldest, at - milliseconds(1), *since, at));
    }
}

void RowMaker::answers(Figure figure)
{
    for (const Episode &episode : m_episodes) {
        bool isFirst = true;
        for (const Turn &turn : episode.turns) { // by their end
            if (turn.settlement != Settlement::Answered) {
                continue;
            }
            const bool isWanted = figure == Figure::ReplyTime || isFirst == (figure == Figure::FirstResponse);
            if (isWanted && isIn(m_terms.period, turn.until)) {
                const Instant from = figure == Figure::FirstResponse ? episode.startedAt : turn.from;
                FigureRow made = measured(episode.openedBy, turn.until, from, turn.until);
                made.agent = writerOf(turn);
                m_rows.append(made);
            }
            isFirst = false;
        }
    }
}

void RowMaker::resolutions(Figure figure)
{
    const Episode *last = nullptr;
    for (const Episode &episode : m_episodes) {
        if (!episode.isOver() || !isIn(m_terms.period, *episode.resolvedAt)) {
            continue;
        }
        const bool isFirst = &episode == &m_episodes.first();
        if (figure == Figure::Resolutions || (figure == Figure::FirstResolution && isFirst)) {
            FigureRow made
                = measured(episode.openedBy, *episode.resolvedAt, episode.startedAt, *episode.resolvedAt);
            made.agent = resolverOf(episode);
            m_rows.append(made);
        }
        last = &episode;
    }
    const bool isWhole = last && figure == Figure::FullResolution && last == &m_episodes.last();
    if (last && (figure == Figure::Resolution || isWhole)) {
        const Instant from = isWhole ? m_episodes.first().startedAt : last->startedAt;
        FigureRow made = measured(last->openedBy, *last->resolvedAt, from, *last->resolvedAt);
        made.agent = resolverOf(*last);
        m_rows.append(made);
    }
}

/// A focus belongs to the resolution that came first after it began: the last one goes on until its conversation is resolved, and a little longer.
void RowMaker::handleTime()
{
    Instant after = Instant::min();
    for (const Episode &episode : m_episodes) {
        if (!episode.isOver()) {
            return;
        }
        milliseconds span{0};
        for (const auto &focused : m_past.focus) {
            const bool isOfIt = focused.from >= after && focused.from < *episode.resolvedAt;
            span += isOfIt ? focused.span : milliseconds(0);
        }
        after = *episode.resolvedAt;
        if (isIn(m_terms.period, after) && span.count() > 0) {
            FigureRow made = row(episode.openedBy, after);
            made.calendarTime = span;
            made.agent = resolverOf(episode);
            m_rows.append(made);
        }
    }
}

void RowMaker::backlog()
{
    for (const Instant end : dayEnds(m_terms)) {
        const auto open = std::find_if(m_episodes.begin(), m_episodes.end(), [end](const Episode &episode) {
            return episode.startedAt < end && (!episode.isOver() || *episode.resolvedAt >= end);
        });
        if (open != m_episodes.end()) {
            m_rows.append(measured(open->openedBy, end - milliseconds(1), open->startedAt, end));
        }
    }
}

void RowMaker::volume(Figure figure)
{
    if (figure == Figure::CustomerMessages) {
        for (const Wait &wait : m_past.waits) {
            if (isIn(m_terms.period, wait.from)) {
                m_rows.append(row(0, wait.from));
            }
        }
        return;
    }
    for (const Episode &episode : m_episodes) {
        const bool isFirst = &episode == &m_episodes.first();
        if ((isFirst || figure == Figure::Episodes) && isIn(m_terms.period, episode.startedAt)) {
            m_rows.append(row(episode.openedBy, episode.startedAt));
        }
    }
}

void RowMaker::reopen()
{
    for (qsizetype i = 0; i < m_episodes.size(); ++i) {
        const Episode &episode = m_episodes[i];
        if (episode.isOver() && isIn(m_terms.period, *episode.resolvedAt)) {
            FigureRow made = row(episode.openedBy, *episode.resolvedAt);
            made.agent = resolverOf(episode);
            made.hit = i + 1 < m_episodes.size()
                && m_episodes[i + 1].startedAt - *episode.resolvedAt <= m_terms.reopenWithin;
            m_rows.append(made);
        }
    }
}

void RowMaker::promises(TargetKind kind)
{
    for (const auto &target : m_past.promises) {
        const auto ended = target.metAt ? target.metAt : target.droppedAt;
        const bool isMet = target.metAt && (!target.dueAt || *target.metAt <= *target.dueAt);
        const bool isMissed
            = !isMet && target.dueAt && (ended ? *ended > *target.dueAt : *target.dueAt < m_terms.asOf);
        const bool isDueIn = target.dueAt && isIn(m_terms.period, *target.dueAt);
        const bool isCounted
            = (isDueIn && (!ended || isMet || isMissed)) || (isMet && isIn(m_terms.period, *target.metAt));
        if (target.kind != kind || !isCounted) {
            continue;
        }
        FigureRow made = row(target.openedBy, isDueIn ? *target.dueAt : *target.metAt);
        made.isRunning = !isMet && !isMissed;
        made.hit = made.isRunning ? std::nullopt : std::optional(isMet);
        m_rows.append(made);
    }
}

QList<FigureRow> RowMaker::make(Figure figure)
{
    switch (figure) {
    case Figure::Waiting:
        waiting();
        break;
    case Figure::FirstResponse:
    case Figure::NextResponse:
    case Figure::ReplyTime:
        answers(figure);
        break;
    case Figure::Resolution:
    case Figure::FirstResolution:
    case Figure::FullResolution:
    case Figure::Resolutions:
        resolutions(figure);
        break;
    case Figure::HandleTime:
        handleTime();
        break;
    case Figure::Backlog:
        backlog();
        break;
    case Figure::NewConversations:
    case Figure::CustomerMessages:
    case Figure::Episodes:
        volume(figure);
        break;
    case Figure::Reopen:
        reopen();
        break;
    case Figure::SlaFirstAnswer:
        promises(TargetKind::FirstAnswer);
        break;
    case Figure::SlaNextAnswer:
        promises(TargetKind::NextAnswer);
        break;
    case Figure::SlaResolution:
        promises(TargetKind::Resolution);
        break;
    }
    return m_rows;
}
} // namespace

std::optional<milliseconds> BusinessHours::between(Instant from, Instant to) const
{
    if (versions.isEmpty()) {
        return std::nullopt;
    }
    milliseconds open{0};
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const Instant since = i == 0 ? from : std::max(from, versions[i].since);
        const Instant until = i + 1 < versions.size() ? std::min(to, versions[i + 1].since) : to;
        open += openTime(versions[i].calendar, since, until);
    }
    return open;
}

QList<Instant> dayEnds(const FigureTerms &terms)
{
    QList<Instant> ends;
    const Instant last = std::min(terms.period.to, terms.asOf);
    QDate day = toDateTime(terms.period.from).toTimeZone(terms.zone).date().addDays(1);
    for (;; day = day.addDays(1)) {
        const Instant end = instantFromMs(day.startOfDay(terms.zone).toMSecsSinceEpoch());
        if (end > last) {
            return ends;
        }
        ends.append(end);
    }
}

QList<FigureRow> figureRows(Figure figure, const ConversationPast &past, const FigureTerms &terms)
{
    return RowMaker(past, terms).make(figure);
}

} // namespace fw

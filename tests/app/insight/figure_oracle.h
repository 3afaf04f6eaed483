#pragma once

#include "app/model/figure_summary.h"
#include "tests/app/insight/history_maker.h"

namespace fw::test {

/// The figures counted by hand: from the list of what was done, deed by deed, with nothing of the desk's own code for it. Slow and plain on purpose.
class FigureOracle
{
public:
    struct Open {
        int fromHour = 9;
        int toHour = 17;
        Instant since = {};
    };
    struct Terms {
        Instant from = {};
        Instant to = {};
        Instant asOf = {};
        QTimeZone zone = {};
        QTimeZone openZone = {};
        QList<Open> open = {}; // every day
        qint64 reopenMs = 0;
        qint64 firstMs = 0; // promises, always counting
        qint64 nextMs = 0;
        qint64 resolvedMs = 0;
    };
    /// One thing counted.
    struct Count {
        int customer = 0;
        Instant at = {};
        qint64 calendarMs = -1; // -1: no value
        qint64 businessMs = -1;
        int hit = -1; // -1: no share
        bool isRunning = false;
        QString agent = {};
        QString team = {};
        QStringList tags = {};
    };

    FigureOracle(QList<Deed> deeds, int customers, Terms terms)
        : m_deeds(std::move(deeds))
        , m_terms(std::move(terms))
    {
        for (int customer = 0; customer < customers; ++customer) {
            follow(customer);
        }
    }

    [[nodiscard]] QList<FigureSummary> summaries(Figure figure, Breakdown by) const;

private:
    struct Said {
        Instant posted = {};
        int answer = -1; // index of the deed
        Instant end = {};
        char how = 'w'; // waits, answered, resolved
    };
    struct Told { // an episode
        int customer = 0;
        int number = 0;
        QList<Said> said = {};
        Instant begin = {};
        bool isOver = false;
        Instant end = {};
        QString resolver = {};
    };
    struct Turn {
        Instant from = {};
        Instant end = {};
        char how = 'w';
        QString agent = {};
    };

    void follow(int customer);
    [[nodiscard]] bool isIn(Instant at) const { return m_terms.from <= at && at < m_terms.to; }
    [[nodiscard]] qint64 business(Instant from, Instant to) const;
    [[nodiscard]] Count counted(int customer, Instant at) const;
    [[nodiscard]] Count timed(int customer, Instant at, Instant from, Instant to) const;
    [[nodiscard]] QList<Turn> turnsOf(const Told &episode) const;
    [[nodiscard]] QList<Instant> midnights() const;
    [[nodiscard]] QList<Count> counts(Figure figure) const;
    void countEpisode(Figure figure, const Told &episode, QList<Count> &counts) const;
    void countPromise(
        Figure figure, const Told &episode, const QList<Turn> &turns, QList<Count> &counts) const;
    void decide(int customer, Instant due, const Turn &turn, QList<Count> &counts) const;
    [[nodiscard]] QStringList keys(const Count &count, Breakdown by) const;

    QList<Deed> m_deeds;
    Terms m_terms;
    QList<Told> m_episodes;
};

} // namespace fw::test

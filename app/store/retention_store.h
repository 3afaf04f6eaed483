#pragma once

#include "app/model/retention.h"
#include "app/store/database.h"

namespace fw {

struct RetainedRows;

/// So much of one kind is older than its rule allows.
struct RetainedCount {
    RetentionRule rule = {};
    Instant before = {}; // what is older goes
    qint64 rows = 0;
    bool operator==(const RetainedCount &) const = default;
};

/// How far it is with one kind.
struct RetentionRun {
    RetainedKind what = RetainedKind::Messages;
    Instant before = {};
    int step = 0;    // which of retainedRows()
    qint64 upTo = 0; // gone through up to this key
    qint64 gone = 0; // rows that were removed or emptied
    Instant begunAt = {};
    std::optional<Instant> endedAt = {}; // empty: it goes on
    bool operator==(const RetentionRun &) const = default;
};

/// What is kept for how long. What is removed or emptied is nothing that figures are made of. Thread: the database's.
class RetentionStore final
{
public:
    explicit RetentionStore(Database &db) : m_db(db) { }

    /// Replaces what was in force. With the fact ("retention-imported").
    void import(const QList<RetentionRule> &rules, const QString &by);
    [[nodiscard]] QList<RetentionRule> rules();
    /// What would go now by these rules. Cost: goes through the tables once.
    [[nodiscard]] QList<RetainedCount> preview(const QList<RetentionRule> &rules);

    /// The runs under way and the last ones, of the rules in force.
    [[nodiscard]] QList<RetentionRun> runs();
    /// The next kind that is to be gone through because it is under way, or has not been begun for a day, or with `since` not since then; empty: none.
    [[nodiscard]] std::optional<RetainedKind> due(std::optional<Instant> since = {});
    /// When due() will name one; empty: nothing is in force.
    [[nodiscard]] std::optional<Instant> nextAt();
    /// Goes through the next rows of this kind, at most kAtOnce; begins a run if none is under way. With the fact ("retention-applied") if any went.
    RetentionRun step(RetainedKind what);

    static constexpr int kAtOnce = 1000;
    static constexpr std::chrono::hours kEvery{24};

private:
    struct Row {
        RetentionRule rule = {};
        Instant madeAt = {};
        std::optional<RetentionRun> run = {};
    };
    [[nodiscard]] QList<Row> rows();
    [[nodiscard]] static Instant dueAt(const Row &row);
    [[nodiscard]] std::optional<RetentionRun> runOf(RetainedKind what);
    [[nodiscard]] RetentionRun begin(RetainedKind what);
    [[nodiscard]] bool mayChangeJournal();
    [[nodiscard]] qint64 apply(const RetainedRows &rows, const RetentionRun &run, qint64 upTo);

    Database &m_db;
};

} // namespace fw

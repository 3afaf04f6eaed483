#pragma once

#include "app/model/reply.h"
#include "app/store/database.h"

namespace fw {

/// What is kept of a public reply to compare later ones with it, and to tell how close to the wind the account sails.
struct ReplyShape {
    ReplyId reply = {};
    AccountId account = {};
    Instant at = {};       // when Send was pressed
    QByteArray shape = {}; // as the guards of dispatch make it; opaque here
    int others = 0;        // replies like it when Send was pressed
    bool hasLink = false;
    bool isUnasked = false; // to somebody who had not addressed us
    bool isOut = true;      // it left or may leave: neither withdrawn nor rejected; not kept with it
    bool operator==(const ReplyShape &) const = default;
};

/// Shapes of replies, and counts over them and over what the network refused. Thread: the database's.
class ShapeStore final
{
public:
    explicit ShapeStore(Database &db) : m_db(db) { }

    void add(const ReplyShape &shape);

    struct Changes {
        QList<ReplyShape> shapes = {}; // oldest first
        qint64 revision = 0;           // of the account's outbox, to ask from the next time
    };
    /// Shapes of public replies that were pressed after `from` and have changed since the account's outbox was at `revision` (0: all of them). Cost: one
    /// index range.
    [[nodiscard]] Changes changedSince(AccountId account, qint64 revision, Instant from);

    /// Of the public replies pressed after `since` that left or may leave.
    struct Totals {
        int replies = 0;
        int repeated = 0;
        int withLink = 0;
        int unasked = 0;
    };
    [[nodiscard]] Totals totals(AccountId account, Instant since);

    /// Answers of the network after `since` that were no success (the network's clock).
    struct Refusals {
        int limited = 0; // attempts refused for a limit
        int refused = 0; // replies refused as duplicate, unasked or forbidden
        int spam = 0;    // verdicts about the account itself, which paused it
    };
    [[nodiscard]] Refusals refusals(AccountId account, Instant since);

private:
    Database &m_db;
};

} // namespace fw

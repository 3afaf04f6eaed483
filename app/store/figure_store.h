#pragma once

#include "app/model/figure.h"
#include "app/store/database.h"

#include <functional>

namespace fw {

/// What the figures are made from: what was posted and settled, and the journal. Thread: the database's.
class FigureStore final
{
public:
    explicit FigureStore(Database &db) : m_db(db) { }

    /// The whole past of every conversation that can have a row in any figure of `period`, asked at `asOf`; in the order of ids. Returns how many
    /// those were. A longer period has all those of a shorter one in it.
    ///
    /// With L the period's beginning (or `asOf`, if that is earlier) and U its end, a conversation is read when its first message is before U and
    /// - an episode of it is not over: it can wait where the period ends, be in the backlog of any day, have promises that run;
    /// - or its last message is at or after L: volume, answers written elsewhere, episodes that began, and reopenings. A resolution in the period whose
    ///   customer came back has its next episode in the same conversation, so nothing else is to be read for that;
    /// - or one of our replies was accepted at or after L: first and next responses, and turns that still waited where the period ends;
    /// - or a fact at or after L ended something in it: resolutions, handle time (which belongs to the resolution), backlog and waiting up to that end;
    /// - or a promise is due in [L, U), even one that was kept before L.
    /// What else a row shows (assignee, team, tags, focus, the episodes before) comes from the same conversations, read whole. A message that was moved by
    /// a merge or a split can be settled by what stayed in the other conversation, so whatever was merged with one of these or split from it is read too.
    ///
    /// Cost: what was open, and what happened from L on; of what began at U or later an index entry. Not the number of conversations stored. Memory: the
    /// ids, and a page of conversations.
    qsizetype eachPast(
        const TimeSpan &period, Instant asOf, const std::function<void(const ConversationPast &)> &visit);
    /// The versions of a calendar with when they came in force. Empty: there is none of that name.
    [[nodiscard]] BusinessHours hoursOf(const QString &calendar);

private:
    using Pasts = QHash<ConversationId, ConversationPast>;
    [[nodiscard]] QList<ConversationId> thatMatter(const TimeSpan &period, Instant asOf);
    [[nodiscard]] QList<ConversationId> movedWith(const QList<ConversationId> &page);
    void readConversations(const QList<ConversationId> &page, Pasts &pasts);
    void readFacts(const QList<ConversationId> &page, Pasts &pasts);
    void readTargets(const QList<ConversationId> &page, Pasts &pasts);

    Database &m_db;
};

} // namespace fw

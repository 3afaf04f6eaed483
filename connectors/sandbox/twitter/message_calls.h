#pragma once

#include "connectors/sandbox/twitter/problems.h"
#include "connectors/sandbox/twitter/state.h"
#include "connectors/sandbox/twitter/writes.h"

namespace fw::sandbox::twitter {

/// The endpoints of direct messages. A place is a conversation's id, "with/" and a person's id, or nothing for all of them.
/// Shapes and habits: captured answers of the X API v2 (2022), docs.x.com OpenAPI 2.166 and 2.167: newest first, 30 days back, no since_id; every page
/// but an empty one has tokens, also the last. Thread: the sandbox's.
class MessageCalls
{
public:
    explicit MessageCalls(State &state) : m_state(state) { }

    [[nodiscard]] HttpAnswer read(const QString &place, const QUrlQuery &query) const;
    [[nodiscard]] Written create(const QString &place, const HttpRequest &request);

private:
    struct Wanted;
    [[nodiscard]] Wanted readWanted(const QUrlQuery &query, QList<BadParameter> &bad) const;
    /// The person of a place; 0: nobody's, -1: there is no such place.
    [[nodiscard]] qint64 personOf(const QString &place) const;
    [[nodiscard]] QJsonObject event(const DirectMessage &message, const Wanted &wanted) const;
    void addPeople(const QList<const DirectMessage *> &page, const Wanted &wanted, QJsonObject &body) const;

    State &m_state;
};

} // namespace fw::sandbox::twitter

#pragma once

#include "connectors/sandbox/twitter/selection.h"
#include "connectors/sandbox/twitter/world.h"

namespace fw::sandbox::twitter {

/// Posts and people in the wire format. Shapes: captured answers of the X API v2, 2021-2022, and its OpenAPI description.
class WireJson
{
public:
    WireJson(const World &world, const Selection &selection, bool wrapsLinks);

    [[nodiscard]] QJsonObject post(const Post &post) const;
    [[nodiscard]] QJsonObject person(const Person &person) const;
    /// `includes` of `posts` and the `errors` for what they refer to and is not there, added to `answer`.
    void addIncludes(const QList<const Post *> &posts, QJsonObject &answer) const;

private:
    struct Gathered;
    void gatherPerson(qint64 id, const QString &parameter, Gathered &gathered) const;
    void gatherReferenced(qint64 id, Gathered &gathered) const;
    [[nodiscard]] QJsonObject entities(const Post &post) const;

    const World &m_world;
    const Selection &m_selection;
    bool m_wrapsLinks;
};

/// `text` as the network shows it: links as t.co where `wrapsLinks`, then & < > escaped.
[[nodiscard]] QString shownText(const QString &text, bool wrapsLinks);

} // namespace fw::sandbox::twitter

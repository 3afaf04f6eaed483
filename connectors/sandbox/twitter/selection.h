#pragma once

#include "connectors/sandbox/twitter/problems.h"
#include "connectors/sandbox/twitter/scenario.h"

#include <QSet>

namespace fw::sandbox::twitter {

/// What a request wants to see of posts and users, in one of the two vocabularies.
struct Selection {
    bool usesPostNames = false; // post.fields, referenced_posts, includes.posts ...
    QSet<QString> postFields = {};
    QSet<QString> userFields = {};
    QSet<QString> expansions = {};

    [[nodiscard]] QString name(const QString &tweetName, const QString &postName) const
    {
        return usesPostNames ? postName : tweetName;
    }
    [[nodiscard]] bool wantsAuthors() const;
    [[nodiscard]] bool expandsParents() const;
    [[nodiscard]] bool expandsParentAuthors() const;
    /// A field of a post: asked for by name, or needed by an expansion.
    [[nodiscard]] bool wants(const QString &field) const { return postFields.contains(field); }
};

/// What an endpoint takes beside the selectors.
struct Endpoint {
    bool answersPosts = true;    // false: users
    QStringList parameters = {}; // e.g. max_results
};

/// Reads the selectors and refuses every parameter or value the endpoint does not know. `bad` gets what is wrong.
/// Names: docs.x.com OpenAPI 2.166 (tweet names) and 2.167 (post names).
[[nodiscard]] Selection readSelection(
    const QUrlQuery &query, const Endpoint &endpoint, Vocabulary vocabulary, QList<BadParameter> &bad);

} // namespace fw::sandbox::twitter

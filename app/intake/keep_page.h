#pragma once

#include "app/intake/keep_post.h"

namespace fw {

struct KeptPage {
    QList<KeptPost> posts = {};
    QStringList unknown = {}; // of those the page refers to
};

/// Keeps posts in the order people wrote, which conversations are easier followed in; pages come newest first. What a page brings along beside its own
/// entries (parents of them, ours or somebody else's) comes after: the news is told first. Runs inside the caller's transaction. Thread: the database's.
[[nodiscard]] QList<KeptPost> keepInOrder(Database &db, const Account &account, QList<Post> posts);

/// A page of `stream`, counted in the account's ledger. Runs inside the caller's transaction. Thread: the database's.
[[nodiscard]] KeptPage keepPage(
    Database &db, const Account &account, const QString &stream, const PostPage &page);

} // namespace fw

#pragma once

#include "app/network/connector.h"
#include "app/store/database.h"

namespace fw {

enum class Kept { Stored, Repeated, Edited };

struct KeptPost {
    Kept kept = Kept::Stored;
    Message message = {};
};

/// Turns a post into a message of its conversation, with its journal fact: the same result whatever is repeated or reordered (I1). Runs
/// inside the caller's transaction. `post.remoteId` must not be empty. Thread: the database's.
[[nodiscard]] KeptPost keepPost(Database &db, const Account &account, const Post &post);

/// Takes from messages of ours in which thread they stand, where the desk did not know it yet. Before the other posts of their page are kept.
void learnThreads(Database &db, const Account &account, const QList<Post> &posts);

/// Orders ids and other watermarks of one network: by length, then by text. Decimal ids of any size come out right.
[[nodiscard]] bool isNewer(const QString &a, const QString &b);

} // namespace fw

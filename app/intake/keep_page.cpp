#include "app/intake/keep_page.h"

#include "app/store/account_store.h"
#include "app/store/message_store.h"

#include <algorithm>

namespace fw {

namespace {
int storedIn(const QList<KeptPost> &kept)
{
    return int(std::count_if(
        kept.begin(), kept.end(), [](const KeptPost &entry) { return entry.kept == Kept::Stored; }));
}
} // namespace

QList<KeptPost> keepInOrder(Database &db, const Account &account, QList<Post> posts)
{
    const auto key = [](const Post &post) {
        const bool isNews = post.direction == Direction::Inbound && !post.traits.testFlag(Trait::Context);
        return std::pair(!isNews, post.postedAt);
    };
    std::stable_sort(
        posts.begin(), posts.end(), [&key](const Post &a, const Post &b) { return key(a) < key(b); });
    learnThreads(db, account, posts); // the echo of a private answer comes after what the person says to it
    QList<KeptPost> kept;
    for (const Post &post : posts) {
        kept.append(keepPost(db, account, post));
    }
    return kept;
}

KeptPage keepPage(Database &db, const Account &account, const QString &stream, const PostPage &page)
{
    KeptPage kept{.posts = keepInOrder(db, account, page.posts)};
    AccountStore(db).countPage(account.id, stream,
        {.announced = page.announced,
            .fetched = int(page.posts.size()),
            .stored = storedIn(kept.posts),
            .unreadable = page.unreadable});
    for (const QString &id : page.missing) {
        if (!MessageStore(db).isKnown(account.id, id) && !kept.unknown.contains(id)) {
            kept.unknown.append(id);
        }
    }
    return kept;
}

} // namespace fw

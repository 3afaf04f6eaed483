#include "tests/bench/message_desk.h"

#include "app/intake/keep_page.h"
#include "app/store/account_store.h"
#include "app/store/migrations.h"
#include "connectors/facebook/graph_parse.h"
#include "connectors/twitter/twitter_parse.h"
#include "tests/bench/or_exit.h"

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
PostPage readTwitter(const QByteArray &body, const Account &account, Instant now)
{
    const auto read = valueOrExit(
        twitter::readPage(body, {.account = account, .stream = u"mentions"_s, .serverTime = now}));
    PostPage page{.newestWatermark = read.newestId, .announced = read.announced};
    for (const twitter::ReadPost &entry : read.posts) {
        page.posts.append(entry.post);
    }
    return page;
}

PostPage readFacebook(const QByteArray &body, const Account &account, Instant now)
{
    const auto read = valueOrExit(facebook::readPosts(body, {.account = account, .serverTime = now}));
    return {.posts = read.posts, .announced = read.announced};
}
} // namespace

MessageDesk::MessageDesk(const QString &file) : m_ids(m_clock)
{
    m_db = valueOrExit(
        Database::open(DatabasePlace::ofFile(file), Database::Access::ReadWrite, m_clock, m_ids));
    doneOrExit(migrate(*m_db));
    m_db->beginWriting();
    const auto add = [this](Network network, const QString &name) {
        const Account account = valueOrExit(AccountStore(*m_db).add({.name = name,
            .network = network,
            .baseUrl = u"http://127.0.0.1:1"_s,
            .tokenFile = u"/nowhere"_s}));
        Account known = account;
        known.remoteId = u"77"_s;
        return known;
    };
    m_twitter = add(Network::Twitter, u"care"_s);
    m_facebook = add(Network::Facebook, u"page"_s);
    doneOrExit(m_db->commit());
}

void MessageDesk::take(const QByteArray &page, bool isFacebook)
{
    const Account &account = isFacebook ? m_facebook : m_twitter;
    const Instant now = m_clock.now();
    const PostPage read = isFacebook ? readFacebook(page, account, now) : readTwitter(page, account, now);
    m_db->beginWriting();
    const KeptPage kept = keepPage(*m_db, account, isFacebook ? u"feed"_s : u"mentions"_s, read);
    doneOrExit(m_db->commit());
    for (const KeptPost &post : kept.posts) {
        m_stored += post.kept == Kept::Stored ? 1 : 0;
    }
}

void MessageDesk::finish()
{
    m_db->exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace fw::bench

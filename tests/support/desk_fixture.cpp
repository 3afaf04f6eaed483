#include "tests/support/desk_fixture.h"

#include "app/intake/keep_post.h"
#include "app/store/account_store.h"

namespace fw::test {

using namespace Qt::StringLiterals;

DeskFixture::DeskFixture()
{
    open();
    account = *waitFor(store->write([](Database &db) -> Result<Account> {
        AccountStore accounts(db);
        const auto added = accounts.add(
            {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s});
        if (!added) {
            return added;
        }
        accounts.setProfile(added->id, u"1"_s, u"brand"_s, u"Brand"_s);
        return *accounts.byId(added->id);
    }));
}

void DeskFixture::open()
{
    auto opened = Store::open(place(), clock, ids);
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().detail));
    }
    store = *std::move(opened);
}

Message DeskFixture::keep(const Post &post)
{
    return *waitFor(store->write([this, post](Database &db) { return keepPost(db, account, post).message; }));
}

void DeskFixture::letClaimsRunOut()
{
    const auto over
        = waitFor(store->write([](Database &db) { db.exec(u"UPDATE claim SET expires_at_ms = 0"_s); }));
    Q_ASSERT(over);
    Q_UNUSED(over)
}

Post DeskFixture::mention(const QString &remoteId, const QString &author, const QString &body)
{
    return {.author = {.remoteId = author, .handle = u"h"_s + author, .name = u"Name "_s + author},
        .remoteId = remoteId,
        .versionId = remoteId,
        .body = body,
        .postedAt = clock.now(),
        .thread = remoteId};
}

} // namespace fw::test

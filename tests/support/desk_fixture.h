#pragma once

#include "app/network/connector.h"
#include "app/store/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_database.h"
#include "tests/support/wait_for.h"

namespace fw::test {

/// A real store on the engine under test, on a clock that stands still, with one Twitter account that knows who it is.
class DeskFixture
{
public:
    DeskFixture();

    void open(); // again, after close()
    void close() { store.reset(); }
    [[nodiscard]] const DatabasePlace &place() const { return database.place(); }
    [[nodiscard]] QString file() const { return place().file; } // SQLite only

    /// Keeps a post as intake does; its message.
    Message keep(const Post &post);
    /// Every claim's time is over, whatever clock the store goes by.
    void letClaimsRunOut();
    /// A mention of us by `author` (a remote id).
    [[nodiscard]] Post mention(
        const QString &remoteId, const QString &author, const QString &body = QStringLiteral("hello"));

    TestDatabase database;
    FakeClock clock;
    IdSource ids{clock};
    std::unique_ptr<Store> store;
    Account account;
};

} // namespace fw::test

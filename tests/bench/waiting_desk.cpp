#include "tests/bench/waiting_desk.h"

#include "app/core/ids.h"
#include "app/store/account_store.h"
#include "app/store/message_store.h"
#include "tests/bench/or_exit.h"

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kAtOnce = 20'000;
constexpr qint64 kNoDue = 253'402'300'799'999;
} // namespace

void fillWithWaiting(Database &db, int size, QRandomGenerator &random)
{
    db.beginWriting();
    const Account account = valueOrExit(AccountStore(db).add(
        {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s}));
    const Identity person
        = MessageStore(db).saveIdentity({.remoteId = u"1"_s, .handle = u"ana"_s, .name = u"Ana"_s});
    for (int i = 0; i < size; ++i) {
        const qint64 since = random.bounded(int(kDayMs));
        const qint64 due = random.bounded(2) == 0 ? kDayMs + random.bounded(int(kDayMs)) : kNoDue;
        db.exec(u"INSERT INTO conversation (id, account_id, identity_id, lane, state, opened_at_ms,"
                " waiting_since_ms, last_message_at_ms, unanswered_count, class_rank, due_at_ms, preview)"
                " VALUES (?, ?, ?, 'public', 'waiting', ?, ?, ?, 1, ?, ?, 'Where is my parcel?')"_s,
            {db.newId<ConversationId>().value, account.id.value, person.id.value, since, since, since,
                random.bounded(3), due});
        if (i % kAtOnce == kAtOnce - 1) {
            doneOrExit(db.commit());
            db.beginWriting();
        }
    }
    doneOrExit(db.commit());
}

} // namespace fw::bench

#include "app/dispatch/guard/brakes.h"

namespace fw {

using namespace Qt::StringLiterals;

QFuture<Result<Brake>> Brakes::set(const Brake &wanted)
{
    return m_store.write([wanted](Database &db) -> Result<Brake> {
        if (wanted.account.isNull() == wanted.tag.isEmpty()) {
            return Failure({.code = ErrorCode::Usage, .detail = u"brake an account or a tag"_s});
        }
        if (wanted.why.trimmed().isEmpty()) {
            return Failure({.code = ErrorCode::Usage, .detail = u"say why, for those who find it braked"_s});
        }
        return BrakeStore(db).set(wanted);
    });
}

QFuture<Result<Brake>> Brakes::release(
    AccountId account, const QString &tag, milliseconds over, const QString &agent)
{
    return m_store.write([=](Database &db) -> Result<Brake> {
        if (over < milliseconds::zero()) {
            return Failure(
                {.code = ErrorCode::Usage, .detail = u"the time of a release cannot be negative"_s});
        }
        const auto released = BrakeStore(db).release(account, tag, over, agent);
        if (!released) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"no brake holds there"_s});
        }
        return *released;
    });
}

QFuture<Result<QList<Brake>>> Brakes::current()
{
    return m_store.read([](Database &db) { return BrakeStore(db).current(db.now()); });
}

} // namespace fw

#include "app/customers/refresh/refresh.h"

namespace fw {

using namespace Qt::StringLiterals;

QFuture<Result<QList<RefreshSource>>> Refresh::sources()
{
    return m_store.read([](Database &db) { return RefreshStore(db).sources(); });
}

QFuture<Result<RefreshSource>> Refresh::set(const QString &name, const QByteArray &file, const QString &by)
{
    JsonForm form(name, file);
    const RefreshSource source = refreshSourceIn(form.root());
    if (const Done read = form.verdict(); !read) {
        return ready(Result<RefreshSource>(Failure(read.error())));
    }
    return m_store.write([source, by](Database &db) {
        RefreshStore(db).set(source, by);
        return source;
    });
}

QFuture<Result<void>> Refresh::remove(const QString &source, const QString &by)
{
    return m_store.write([source, by](Database &db) -> Done {
        if (!RefreshStore(db).remove(source, by)) {
            return Failure({.code = ErrorCode::NotFound,
                .detail
                = u"customers of \"%1\" are looked up nowhere; see: floorwalkerctl refresh show"_s.arg(
                    source)});
        }
        return {};
    });
}

QFuture<Result<std::optional<Freshness>>> Refresh::want(CustomerId customer, const QString &by, bool isNow)
{
    return m_store.write(
        [customer, by, isNow](Database &db) { return RefreshStore(db).want(customer, by, isNow); });
}

QFuture<Result<std::optional<Freshness>>> Refresh::freshness(CustomerId customer)
{
    return m_store.read([customer](Database &db) { return RefreshStore(db).freshness(customer); });
}

} // namespace fw

#include "app/customers/refresh/refresh_watch.h"

#include "app/customers/refresh/refreshed_rows.h"
#include "app/store/customer_store.h"

#include <memory>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kToldProblems = 3;

QJsonObject toJson(const ImportCounts &counts)
{
    return {{u"added"_s, counts.added}, {u"changed"_s, counts.changed}};
}

Error problem(const QStringList &problems)
{
    QString told = problems.mid(0, kToldProblems).join(u"; "_s);
    if (problems.size() > kToldProblems) {
        told += u"; and %1 more"_s.arg(problems.size() - kToldProblems);
    }
    return {.code = ErrorCode::MalformedAnswer, .detail = told};
}
} // namespace

void endRefresh(Database &db, const RefreshTask &task, const Result<QJsonValue> &answer)
{
    RefreshStore refreshes(db);
    if (!CustomerStore(db).byId(task.customer)) {
        return;
    }
    auto read = answer ? refreshedAnswer(*answer, task.source, task.key, db.now())
                       : Result<RefreshedAnswer>(Failure(answer.error()));
    if (!read) {
        refreshes.end(task, read.error(), {});
        return;
    }
    const ImportCounts counts = storeRefreshed(db, task.customer, task.source.source, *read);
    refreshes.end(task, read->problems.isEmpty() ? std::nullopt : std::optional(problem(read->problems)),
        toJson(counts));
}

RefreshWatch::RefreshWatch(Store &store, AskSource ask, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_ask(std::move(ask))
{
    m_pool.setMaxThreadCount(kAtOnce);
    wake();
}

RefreshWatch::~RefreshWatch()
{
    m_pool.waitForDone();
}

void RefreshWatch::wake()
{
    if (m_isTaking || m_underWay == kAtOnce) {
        m_isDirty = true;
        return;
    }
    m_isTaking = true;
    m_isDirty = false;
    // Asks before anything is written.
    whenDone(m_store.read([](Database &db) { return RefreshStore(db).isWanted(); }), this,
        [this](const Result<bool> &isWanted) {
            if (isWanted.value_or(false)) {
                take();
            } else {
                taken();
            }
        });
}

void RefreshWatch::taken()
{
    m_isTaking = false;
    if (m_isDirty) {
        wake();
    }
}

void RefreshWatch::take()
{
    whenDone(m_store.write([](Database &db) { return RefreshStore(db).take(); }), this,
        [this](const Result<std::optional<RefreshTask>> &task) {
            if (task && *task) {
                m_isDirty = true; // there may be more
                ask(**task);
            }
            taken();
        });
}

void RefreshWatch::ask(const RefreshTask &task)
{
    ++m_underWay;
    auto promise = std::make_shared<QPromise<Result<QJsonValue>>>();
    promise->start();
    whenDone(promise->future(), this, [this, task](const Result<QJsonValue> &answer) { keep(task, answer); });
    m_pool.start([promise, ask = m_ask, task] {
        promise->addResult(task.source.source.isEmpty()
                ? Result<QJsonValue>(Failure({.code = ErrorCode::NotFound,
                    .detail = u"nobody says any more where customers of this source are looked up"_s}))
                : ask(task.source, task.key));
        promise->finish();
    });
}

void RefreshWatch::keep(const RefreshTask &task, const Result<QJsonValue> &answer)
{
    whenDone(m_store.write([task, answer](Database &db) { endRefresh(db, task, answer); }), this,
        [this, customer = task.customer](const Result<void> &) {
            --m_underWay;
            Q_EMIT ended(customer);
            wake();
        });
}

} // namespace fw

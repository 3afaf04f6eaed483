#pragma once

#include "app/customers/refresh/refresh.h"
#include "app/customers/refresh/refresh_watch.h"
#include "app/store/order_store.h"
#include "tests/app/customers/people_desk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSemaphore>

namespace fw::test {

using namespace Qt::StringLiterals;

inline const QByteArray kFromAddress = QByteArray(
    "{'source': 'crm', 'http': {'url': 'https://crm.example/customers/{key}'}, 'timeout_ms': 500}")
                                           .replace('\'', '"');

/// Somebody else's records: says what it was told to, and who was asked for.
class Records
{
public:
    Records() = default;
    Q_DISABLE_COPY_MOVE(Records)
    ~Records() { open(); }

    void set(const QString &key, const QJsonValue &answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers.insert(key, answer);
    }
    void fail(const std::optional<Error> &error)
    {
        const QMutexLocker lock(&m_mutex);
        m_error = error;
    }
    /// From now on an answer takes until open().
    void shut() { m_isShut = true; }
    void open()
    {
        m_isShut = false;
        m_gate.release(1'000);
    }
    [[nodiscard]] QStringList asked()
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }
    [[nodiscard]] AskSource road()
    {
        return [this](const RefreshSource &, const QString &key) { return answer(key); };
    }

private:
    Result<QJsonValue> answer(const QString &key)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_asked.append(key);
        }
        if (m_isShut) {
            m_gate.acquire();
        }
        const QMutexLocker lock(&m_mutex);
        return m_error ? Result<QJsonValue>(Failure(*m_error))
                       : m_answers.value(key, QJsonObject{{u"key"_s, key}});
    }

    QMutex m_mutex;
    QSemaphore m_gate;
    std::atomic<bool> m_isShut = false;
    QHash<QString, QJsonValue> m_answers;
    QStringList m_asked;
    std::optional<Error> m_error;
};

/// A desk whose customers of "crm" are looked up.
class RefreshDesk final : public PeopleDesk
{
public:
    RefreshDesk()
    {
        if (!set(kFromAddress)) {
            qFatal("the test's definition is refused");
        }
        ana = customer(u"c1"_s, {{u"name"_s, u"Ana"_s}, {u"city"_s, u"Lyon"_s}});
    }

    [[nodiscard]] Refresh refresh() { return Refresh(*store); }
    Result<RefreshSource> set(const QByteArray &file)
    {
        return waitFor(refresh().set(u"crm.json"_s, file, u"lea"_s));
    }
    /// Empty also where it could not be read.
    std::optional<Freshness> want(CustomerId customer, bool isNow = false)
    {
        return waitFor(refresh().want(customer, u"ann"_s, isNow)).value_or(std::nullopt);
    }
    std::optional<Freshness> fresh(CustomerId customer)
    {
        return waitFor(refresh().freshness(customer)).value_or(std::nullopt);
    }
    /// Asks, and waits for the answer.
    std::optional<Freshness> lookUp(CustomerId customer, bool isNow = true)
    {
        want(customer, isNow);
        RefreshWatch watch(*store, records.road());
        QSignalSpy ended(&watch, &RefreshWatch::ended);
        return ended.wait(20'000) ? fresh(customer) : std::nullopt;
    }
    Customer record(CustomerId customer)
    {
        return *waitFor(store->read([customer](Database &db) { return *CustomerStore(db).byId(customer); }));
    }
    QStringList orderNumbers(CustomerId customer)
    {
        return *waitFor(store->read([customer](Database &db) { return OrderStore(db).numbersOf(customer); }));
    }
    QList<QJsonObject> facts(const QString &name)
    {
        return *waitFor(store->read([name](Database &db) {
            return db.list(
                u"SELECT detail FROM journal WHERE fact = ? ORDER BY id"_s, {name}, [](const QSqlQuery &row) {
                    return QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
                });
        }));
    }

    Records records;
    CustomerId ana = {};
};

/// As a source writes it.
inline QJsonObject order(const QString &number, const QString &customer)
{
    return {{u"number"_s, number}, {u"customer"_s, customer}, {u"channel"_s, u"online"_s},
        {u"status"_s, u"sent"_s}, {u"placed_at"_s, u"2026-01-02"_s}, {u"value"_s, u"49.00"_s},
        {u"currency"_s, u"EUR"_s}};
}

} // namespace fw::test

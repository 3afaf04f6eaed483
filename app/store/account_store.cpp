#include "app/store/account_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, name, network, base_url, token_file, remote_id, handle, display_name, settings, "
           u"clock_offset_ms,"
           " paused_reason, paused_detail FROM account"_s
        + rest;
}

// Knows the column order of select().
Account readAccount(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .name = row.value(1).toString(),
        .network = networkFromString(row.value(2).toString()).value_or(Network::Twitter),
        .baseUrl = row.value(3).toString(),
        .tokenFile = row.value(4).toString(),
        .remoteId = row.value(5).toString(),
        .handle = row.value(6).toString(),
        .displayName = row.value(7).toString(),
        .settings = QJsonDocument::fromJson(row.value(8).toString().toUtf8()).object(),
        .clockOffset = milliseconds(row.value(9).toLongLong()),
        .pausedReason = row.value(10).toString(),
        .pausedDetail = row.value(11).toString()};
}
} // namespace

Result<Account> AccountStore::add(Account account)
{
    if (byName(account.name)) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"an account named \"%1\" is there already; choose another --name"_s.arg(account.name)});
    }
    account.id = m_db.newId<AccountId>();
    m_db.exec(
        u"INSERT INTO account (id, name, network, base_url, token_file, settings, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {account.id.value, account.name, toString(account.network), account.baseUrl, account.tokenFile,
            QString::fromUtf8(QJsonDocument(account.settings).toJson(QJsonDocument::Compact)),
            toMs(m_db.now())});
    return account;
}

QList<Account> AccountStore::all()
{
    return m_db.list(select(u" ORDER BY name"_s), {}, &readAccount);
}

std::optional<Account> AccountStore::byName(const QString &name)
{
    return m_db.one(select(u" WHERE name = ?"_s), {name}, &readAccount);
}

std::optional<Account> AccountStore::byId(AccountId id)
{
    return m_db.one(select(u" WHERE id = ?"_s), {id.value}, &readAccount);
}

void AccountStore::setProfile(
    AccountId id, const QString &remoteId, const QString &handle, const QString &name)
{
    m_db.exec(u"UPDATE account SET remote_id = ?, handle = ?, display_name = ? WHERE id = ?"_s,
        {remoteId, handle, name, id.value});
}

void AccountStore::setClockOffset(AccountId id, milliseconds offset)
{
    m_db.exec(u"UPDATE account SET clock_offset_ms = ? WHERE id = ?"_s, {qint64(offset.count()), id.value});
}

void AccountStore::pause(AccountId id, const QString &reason, const QString &detail)
{
    m_db.exec(u"UPDATE account SET paused_reason = ?, paused_detail = ? WHERE id = ?"_s,
        {reason, detail, id.value});
}

void AccountStore::resume(AccountId id)
{
    pause(id, u""_s, u""_s);
}

QList<StreamProgress> AccountStore::progress(AccountId id)
{
    return m_db.list(
        u"SELECT name, watermark, complete_up_to_ms, failed_at_ms, failure, failure_detail FROM stream"
        " WHERE account_id = ? ORDER BY name"_s,
        {id.value}, [](const QSqlQuery &row) {
            return StreamProgress{.stream = row.value(0).toString(),
                .watermark = row.value(1).toString(),
                .completeUpTo = optionalInstant(row.value(2)),
                .failedAt = optionalInstant(row.value(3)),
                .failure = row.value(4).toString(),
                .failureDetail = row.value(5).toString()};
        });
}

QString AccountStore::watermark(AccountId id, const QString &stream)
{
    return m_db
        .one(u"SELECT watermark FROM stream WHERE account_id = ? AND name = ?"_s, {id.value, stream},
            [](const QSqlQuery &row) { return row.value(0).toString(); })
        .value_or(QString());
}

void AccountStore::walkCompleted(
    AccountId id, const QString &stream, const QString &watermark, Instant completeUpTo)
{
    m_db.exec(
        u"INSERT INTO stream (account_id, name, watermark, complete_up_to_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (account_id, name) DO UPDATE SET watermark = excluded.watermark,"
        " complete_up_to_ms = excluded.complete_up_to_ms, failed_at_ms = NULL, failure = '', failure_detail = ''"_s,
        {id.value, stream, watermark, toMs(completeUpTo)});
}

void AccountStore::walkFailed(AccountId id, const QString &stream, const Error &error)
{
    m_db.exec(
        u"INSERT INTO stream (account_id, name, failed_at_ms, failure, failure_detail) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, name) DO UPDATE SET failed_at_ms = excluded.failed_at_ms, failure = "
        "excluded.failure,"
        " failure_detail = excluded.failure_detail"_s,
        {id.value, stream, toMs(m_db.now()), toString(error.code), error.detail});
}

} // namespace fw

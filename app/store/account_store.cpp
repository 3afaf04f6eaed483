#include "app/store/account_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, name, network, base_url, token_file, remote_id, handle, display_name, settings, "
           u"clock_offset_ms,"
           " paused_reason, paused_detail, capabilities FROM account"_s
        + rest;
}

QJsonObject objectIn(const QVariant &column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8()).object();
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
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
        .settings = objectIn(row.value(8)),
        .capabilities = objectIn(row.value(12)),
        .clockOffset = milliseconds(row.value(9).toLongLong()),
        .pausedReason = row.value(10).toString(),
        .pausedDetail = row.value(11).toString()};
}
} // namespace

std::optional<Instant> completeUpTo(const QList<StreamProgress> &streams)
{
    std::optional<Instant> least;
    for (const StreamProgress &stream : streams) {
        if (!stream.completeUpTo) {
            return std::nullopt;
        }
        least = std::min(least.value_or(*stream.completeUpTo), *stream.completeUpTo);
    }
    return least;
}

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
            compact(account.settings), toMs(m_db.now())});
    return account;
}

QList<Account> AccountStore::all()
{
    return m_db.list(select(u" ORDER BY "_s + m_db.byBytes(u"name"_s)), {}, &readAccount);
}

std::optional<Account> AccountStore::byName(const QString &name)
{
    return m_db.one(select(u" WHERE name = ?"_s), {name}, &readAccount);
}

std::optional<Account> AccountStore::byId(AccountId id)
{
    return m_db.one(select(u" WHERE id = ?"_s), {id.value}, &readAccount);
}

QList<AccountId> AccountStore::ofSameApp(const Account &account)
{
    const auto appOf = [](const QJsonObject &settings) {
        return settings.value(u"oauth"_s).toObject().value(u"client_id"_s).toString();
    };
    const QString app = appOf(account.settings);
    QList<AccountId> others;
    m_db.list(u"SELECT id, settings FROM account WHERE network = ? AND base_url = ? AND id <> ?"_s,
        {toString(account.network), account.baseUrl, account.id.value}, [&](const QSqlQuery &row) {
            if (appOf(objectIn(row.value(1))) == app) {
                others.append(AccountId{row.value(0).toLongLong()});
            }
            return 0;
        });
    return others;
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

void AccountStore::learn(AccountId id, const QJsonObject &learned)
{
    const auto account = byId(id);
    if (learned.isEmpty() || !account) {
        return;
    }
    QJsonObject settings = account->settings;
    QJsonObject known = settings.value(u"learned"_s).toObject();
    for (auto it = learned.begin(); it != learned.end(); ++it) {
        known.insert(it.key(), it.value());
    }
    settings.insert(u"learned"_s, known);
    m_db.exec(u"UPDATE account SET settings = ? WHERE id = ?"_s, {compact(settings), id.value});
}

void AccountStore::publish(AccountId id, const QJsonObject &capabilities)
{
    const QString text = compact(capabilities);
    m_db.exec(
        u"UPDATE account SET capabilities = ? WHERE id = ? AND capabilities <> ?"_s, {text, id.value, text});
}

namespace {
const QString &streamColumns()
{
    static const QString columns
        = u"name, watermark, complete_up_to_ms, failed_at_ms, failure, failure_detail, state,"
          " announced, fetched, stored, unreadable, missing"_s;
    return columns;
}

// Knows the column order of streamColumns().
StreamProgress readProgress(const QSqlQuery &row)
{
    return {.stream = row.value(0).toString(),
        .watermark = row.value(1).toString(),
        .state = QByteArray::fromBase64(row.value(6).toString().toLatin1()),
        .completeUpTo = optionalInstant(row.value(2)),
        .failedAt = optionalInstant(row.value(3)),
        .failure = row.value(4).toString(),
        .failureDetail = row.value(5).toString(),
        .announced = row.value(7).toLongLong(),
        .fetched = row.value(8).toLongLong(),
        .stored = row.value(9).toLongLong(),
        .unreadable = row.value(10).toLongLong(),
        .missing = row.value(11).toLongLong()};
}
} // namespace

QList<StreamProgress> AccountStore::progress(AccountId id)
{
    const QString sql = u"SELECT "_s + streamColumns() + u" FROM stream WHERE account_id = ? ORDER BY "_s
        + m_db.byBytes(u"name"_s);
    return m_db.list(sql, {id.value}, &readProgress);
}

StreamProgress AccountStore::progressOf(AccountId id, const QString &stream)
{
    static const QString sql
        = u"SELECT "_s + streamColumns() + u" FROM stream WHERE account_id = ? AND name = ?"_s;
    return m_db.one(sql, {id.value, stream}, &readProgress).value_or(StreamProgress{.stream = stream});
}

void AccountStore::countPage(AccountId id, const QString &stream, const PageCount &page)
{
    m_db.exec(
        u"INSERT INTO stream (account_id, name, announced, fetched, stored, unreadable, missing)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, name) DO UPDATE SET"
        " announced = stream.announced + excluded.announced, fetched = stream.fetched + excluded.fetched,"
        " stored = stream.stored + excluded.stored, unreadable = stream.unreadable + excluded.unreadable,"
        " missing = stream.missing + excluded.missing"_s,
        {id.value, stream, page.announced, page.fetched, page.stored, page.unreadable, page.missing});
}

void AccountStore::walkCompleted(AccountId id, const StreamProgress &progress)
{
    m_db.exec(
        u"INSERT INTO stream (account_id, name, watermark, complete_up_to_ms, state) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, name) DO UPDATE SET watermark = excluded.watermark,"
        " complete_up_to_ms = excluded.complete_up_to_ms, failed_at_ms = NULL, failure = '', failure_detail "
        "= '',"
        " state = CASE WHEN excluded.state <> '' THEN excluded.state ELSE stream.state END"_s,
        {id.value, progress.stream, progress.watermark, toColumn(progress.completeUpTo),
            QString::fromLatin1(progress.state.toBase64())}); // bytes of any kind, in a column of text
    m_db.exec(
        u"UPDATE gap SET refilled_at_ms = ? WHERE account_id = ? AND stream = ? AND refilled_at_ms IS NULL"_s,
        {toMs(m_db.now()), id.value, progress.stream});
}

void AccountStore::walkFailed(AccountId id, const QString &stream, const Error &error)
{
    m_db.exec(
        u"INSERT INTO stream (account_id, name, failed_at_ms, failure, failure_detail) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, name) DO UPDATE SET failed_at_ms = excluded.failed_at_ms, failure = "
        "excluded.failure,"
        " failure_detail = excluded.failure_detail"_s,
        {id.value, stream, toMs(m_db.now()), toString(error.code), error.detail});
    const bool isOpen
        = m_db.number(
              u"SELECT count(*) FROM gap WHERE account_id = ? AND stream = ? AND refilled_at_ms IS NULL"_s,
              {id.value, stream})
        > 0;
    if (!isOpen) {
        m_db.exec(u"INSERT INTO gap (id, account_id, stream, complete_up_to_ms, found_at_ms, reason, detail)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {m_db.newId<Id<struct GapTag>>().value, id.value, stream,
                toColumn(progressOf(id, stream).completeUpTo), toMs(m_db.now()), toString(error.code),
                error.detail});
    }
}

QList<Gap> AccountStore::gaps(AccountId id, int limit)
{
    return m_db.list(u"SELECT stream, complete_up_to_ms, found_at_ms, refilled_at_ms, reason, detail FROM "
                     u"gap WHERE account_id = ?"
                     " ORDER BY refilled_at_ms IS NULL DESC, id DESC LIMIT ?"_s,
        {id.value, limit}, [](const QSqlQuery &row) {
            return Gap{.stream = row.value(0).toString(),
                .from = optionalInstant(row.value(1)),
                .foundAt = instantOf(row.value(2)),
                .refilledAt = optionalInstant(row.value(3)),
                .reason = row.value(4).toString(),
                .detail = row.value(5).toString()};
        });
}

} // namespace fw

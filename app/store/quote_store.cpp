#include "app/store/quote_store.h"

#include "app/store/conversation_store.h"
#include "app/store/hold_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"
#include "app/store/stock_store.h"

#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT q.product, q.variant, q.place, q.said, q.as_of_ms, q.start_at, q.found, q.overruled,"
           " q.reply_id, q.number FROM reply_quote q "_s
        + rest;
}

std::optional<qint64> optionalNumber(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toLongLong());
}

// Knows the column order of select().
StockQuote readQuote(const QSqlQuery &row)
{
    return {.product = row.value(0).toString(),
        .variant = row.value(1).toString(),
        .place = row.value(2).toString(),
        .said = row.value(3).toLongLong(),
        .asOf = instantOf(row.value(4)),
        .start = row.value(5).toInt(),
        .found = optionalNumber(row.value(6)),
        .overruled = optionalNumber(row.value(7))};
}

/// A quote, and where it stands.
struct Row {
    StockQuote quote = {};
    ReplyId reply = {};
    int number = 0;
};
} // namespace

std::optional<LiveStock> QuoteStore::live(
    const QString &product, const QString &variant, const QString &place, CustomerId customer)
{
    const auto level = StockStore(m_db).at(product, variant, place);
    return level ? std::optional(LiveStock{.product = product,
               .variant = variant,
               .place = place,
               .free = level->quantity - HoldStore(m_db).held(product, variant, place, customer),
               .asOf = level->asOf})
                 : std::nullopt;
}

CustomerId QuoteStore::customerOf(ConversationId conversation)
{
    const auto found = ConversationStore(m_db).byId(conversation);
    const auto link = found ? LinkStore(m_db).active(found->customer.id) : std::nullopt;
    return link ? link->customer : CustomerId{};
}

QuotedText QuoteStore::quote(ConversationId conversation, const QString &text)
{
    if (stockFieldsIn(text).isEmpty()) {
        return quoteStock(text, {});
    }
    return quoteStock(text, [this, customer = customerOf(conversation)](const StockField &field) {
        return live(field.product, field.variant, field.place, customer);
    });
}

void QuoteStore::insert(const Reply &reply, const QList<StockQuote> &quotes)
{
    int number = 0;
    for (const StockQuote &quote : quotes) {
        m_db.exec(
            u"INSERT INTO reply_quote (reply_id, number, product, variant, place, said, as_of_ms, start_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {reply.id.value, ++number, quote.product, quote.variant, quote.place, quote.said,
                toMs(quote.asOf), qint64(quote.start)});
        JournalStore(m_db).add({.fact = u"stock-quoted"_s,
            .account = reply.account,
            .conversation = reply.conversation,
            .reply = reply.id,
            .agent = reply.agent,
            .detail = {{u"product"_s, quote.product}, {u"variant"_s, quote.variant},
                {u"place"_s, quote.place}, {u"said"_s, quote.said}, {u"as_of_ms"_s, toMs(quote.asOf)}}});
    }
}

QList<StockQuote> QuoteStore::of(ReplyId reply)
{
    return m_db.list(select(u"WHERE q.reply_id = ? ORDER BY q.number"_s), {reply.value}, &readQuote);
}

QList<StockQuote> QuoteStore::brokenOf(const Reply &reply)
{
    const auto readRow = [](const QSqlQuery &row) {
        return Row{
            .quote = readQuote(row), .reply = {row.value(8).toLongLong()}, .number = row.value(9).toInt()};
    };
    const QList<Row> rows = reply.firstPart.isNull()
        ? m_db.list(select(u"WHERE q.reply_id = ? ORDER BY q.number"_s), {reply.id.value}, readRow)
        : m_db.list(select(u"JOIN reply r ON r.id = q.reply_id WHERE r.first_part = ? AND r.first_part <> 0"
                           " AND r.part >= ? ORDER BY r.part, q.number"_s),
            {reply.firstPart.value, reply.part}, readRow);
    const CustomerId customer = rows.isEmpty() ? CustomerId{} : customerOf(reply.conversation);
    QList<StockQuote> broken;
    for (const Row &row : rows) {
        const auto known = live(row.quote.product, row.quote.variant, row.quote.place, customer);
        const qint64 now
            = known ? std::max<qint64>(0, known->free) : 0; // what nobody tells of any more is not there
        if (isStillTrue(row.quote, now)) {
            continue;
        }
        m_db.exec(u"UPDATE reply_quote SET found = ? WHERE reply_id = ? AND number = ?"_s,
            {now, row.reply.value, row.number});
        broken.append(row.quote);
        broken.last().found = now;
    }
    return broken;
}

void QuoteStore::overrule(ReplyId reply)
{
    m_db.exec(
        u"UPDATE reply_quote SET overruled = found, found = NULL WHERE reply_id = ? AND found IS NOT NULL"_s,
        {reply.value});
}

} // namespace fw

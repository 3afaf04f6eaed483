#pragma once

#include "app/model/reply.h"
#include "app/model/stock_quote.h"
#include "app/store/database.h"

namespace fw {

/// What replies say of stock. Thread: the database's.
class QuoteStore final
{
public:
    explicit QuoteStore(Database &db) : m_db(db) { }

    /// How many can be promised; what is held for `customer` counts as theirs. Empty: nothing is known of it.
    [[nodiscard]] std::optional<LiveStock> live(
        const QString &product, const QString &variant, const QString &place, CustomerId customer = {});
    /// `text` with its stock fields as they are now, for the customer of `conversation`.
    [[nodiscard]] QuotedText quote(ConversationId conversation, const QString &text);

    /// What a reply that was just inserted says. Each with its fact ("stock-quoted").
    void insert(const Reply &reply, const QList<StockQuote> &quotes);
    /// In the order of the text.
    [[nodiscard]] QList<StockQuote> of(ReplyId reply);
    /// Looks again at what this reply and the later parts of its text say: what is not true any more, with what there is now, which is kept.
    [[nodiscard]] QList<StockQuote> brokenOf(const Reply &reply);
    /// Somebody let it leave as it is.
    void overrule(ReplyId reply);

private:
    [[nodiscard]] CustomerId customerOf(ConversationId conversation);

    Database &m_db;
};

} // namespace fw

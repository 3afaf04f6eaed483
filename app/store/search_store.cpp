#include "app/store/search_store.h"

#include "app/store/message_rows.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// Conditions on a message `m`, and the values in them.
struct Conditions {
    QStringList parts = {};
    QVariantList values = {};

    void add(const QString &part, const QVariantList &with = {})
    {
        parts.append(part);
        values += with;
    }
    [[nodiscard]] QString sql() const { return parts.join(u" AND "_s); }
};

QString quoted(QString text, QChar quote)
{
    return quote + text.replace(quote, QString(2, quote)) + quote;
}

/// In the language of FTS5: texts in quotes, of which all must be there.
QString matchOf(const QList<SearchTerm> &terms)
{
    QStringList parts;
    for (const SearchTerm &term : terms) {
        parts.append(quoted(term.text, u'"') + (term.isPrefix ? u" *"_s : QString()));
    }
    return parts.join(u" AND "_s);
}

// What to_tsquery reads: the words of a text, the last one open; nothing where there is none.
QString prefixOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text + u' ') {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words.isEmpty() ? QString() : words.join(u" <-> "_s) + u":*"_s;
}

void addTerms(Conditions &conditions, const QList<SearchTerm> &terms, bool isPostgres)
{
    if (!isPostgres && !terms.isEmpty()) {
        conditions.add(u"message_words MATCH ?"_s, {matchOf(terms)});
        return;
    }
    for (const SearchTerm &term : terms) {
        conditions.add(term.isPrefix ? u"m.words @@ to_tsquery('floorwalker', ?)"_s
                                     : u"m.words @@ phraseto_tsquery('floorwalker', ?)"_s,
            {term.isPrefix ? prefixOf(term.text) : term.text});
    }
}

void addAuthor(Conditions &conditions, const QString &from, bool isPostgres)
{
    if (isPostgres && prefixOf(from).isEmpty()) {
        conditions.add(u"1 = 0"_s); // nobody is called by signs alone
    } else if (isPostgres) {
        conditions.add(
            u"m.identity_id IN (SELECT id FROM identity WHERE words @@ to_tsquery('floorwalker', ?))"_s,
            {prefixOf(from)});
    } else {
        conditions.add(u"m.identity_id IN (SELECT rowid FROM identity_words WHERE identity_words MATCH ?)"_s,
            {quoted(from, u'"') + u" *"_s});
    }
}

void addFilters(Conditions &conditions, const SearchQuery &query, bool isPostgres)
{
    for (const QString &from : query.from) {
        addAuthor(conditions, from, isPostgres);
    }
    for (const QString &tag : query.tags) {
        conditions.add(
            u"EXISTS (SELECT 1 FROM conversation_tag t WHERE t.conversation_id = m.conversation_id AND t.tag = ?)"_s,
            {tag});
    }
    if (query.network) {
        conditions.add(u"i.network = ?"_s, {toString(*query.network)});
    }
    if (!query.account.isEmpty()) {
        conditions.add(u"m.account_id IN (SELECT id FROM account WHERE name = ?)"_s, {query.account});
    }
    if (query.lane) {
        conditions.add(u"m.lane = ?"_s, {toString(*query.lane)});
    }
    if (query.direction) {
        conditions.add(u"m.direction = ?"_s, {toString(*query.direction)});
    }
    if (query.before) {
        conditions.add(u"m.posted_at_ms < ?"_s, {toMs(*query.before)});
    }
    if (query.since) {
        conditions.add(u"m.posted_at_ms >= ?"_s, {toMs(*query.since)});
    }
    const auto ofConversation = [&conditions](const QString &holds, const QVariantList &with = {}) {
        conditions.add(
            u"EXISTS (SELECT 1 FROM conversation c WHERE c.id = m.conversation_id AND %1)"_s.arg(holds),
            with);
    };
    if (query.state) {
        ofConversation(u"c.state = ?"_s, {toString(*query.state)});
    }
    if (query.isFailed) {
        ofConversation(u"c.failed_replies > 0"_s);
    }
    if (query.isLeaving) {
        ofConversation(u"c.pending_replies > 0"_s);
    }
}

/// The messages, each with the row of its words where SQLite looks for them.
QString sourceOf(const SearchQuery &query, bool isPostgres)
{
    return isPostgres || query.terms.isEmpty()
        ? messageSource()
        : u"message_words CROSS JOIN message m ON m.id = message_words.rowid JOIN identity i ON i.id = m.identity_id "_s;
}
} // namespace

QList<Message> SearchStore::find(const SearchQuery &query, SearchOrder order, MessageId after, int limit)
{
    const bool isPostgres = m_db.place().isPostgres();
    // FTS5 walks backwards along its own row number, and along nothing else.
    const QString id = isPostgres || query.terms.isEmpty() ? u"m.id"_s : u"message_words.rowid"_s;
    Conditions conditions;
    addTerms(conditions, query.terms, isPostgres);
    if (!after.isNull()) {
        conditions.add(id + u" < ?"_s, {after.value});
    }
    addFilters(conditions, query, isPostgres);
    const QString source = sourceOf(query, isPostgres);
    const QString where = conditions.sql();
    QString sql = u"SELECT "_s + messageColumns() + u" FROM "_s + source + u"WHERE "_s + where;
    if (order == SearchOrder::Relevance && !query.terms.isEmpty()) {
        const QString oldest
            = u"SELECT min(id) FROM (SELECT %1 AS id FROM %2WHERE %3 ORDER BY %1 DESC LIMIT %4) AS newest"_s
                  .arg(id, source, where)
                  .arg(kMostRanked);
        const qint64 from = m_db.number(oldest, conditions.values);
        const QString rank = isPostgres ? u"ts_rank_cd(m.words, phraseto_tsquery('floorwalker', ?)) DESC"_s
                                        : u"message_words.rank"_s;
        sql += u" AND %1 >= ? ORDER BY %2, %1 DESC LIMIT ?"_s.arg(id, rank);
        conditions.values.append(from);
        if (isPostgres) {
            conditions.values.append(query.terms.first().text);
        }
    } else {
        sql += u" ORDER BY %1 DESC LIMIT ?"_s.arg(id);
    }
    return m_db.list(sql, conditions.values + QVariantList{limit}, &readMessage);
}

} // namespace fw

#include "app/store/account_store.h"
#include "app/store/search_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

#include <QTimeZone>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kUsualLimit = 50;
constexpr int kMostAtOnce = 200;

struct Page {
    SearchOrder order = SearchOrder::Newest;
    MessageId after = {};
    int limit = kUsualLimit;
};

Result<Page> pageOf(const Invocation &call)
{
    const auto refuse
        = [](const QString &detail) { return Failure(Error{.code = ErrorCode::Usage, .detail = detail}); };
    Page page;
    if (call.has(u"limit"_s)) {
        page.limit = call.value(u"limit"_s).toInt();
        if (page.limit < 1 || page.limit > kMostAtOnce) {
            return refuse(u"--limit: say 1 to %1"_s.arg(kMostAtOnce));
        }
    }
    if (call.has(u"after"_s)) {
        page.after = {call.value(u"after"_s).toLongLong()};
        if (page.after.isNull()) {
            return refuse(u"--after: say what the page before gave as \"next\""_s);
        }
    }
    const QString order = call.has(u"order"_s) ? call.value(u"order"_s) : u"newest"_s;
    if (order != "newest"_L1 && order != "relevance"_L1) {
        return refuse(u"--order: say newest or relevance"_s);
    }
    page.order = order == "relevance"_L1 ? SearchOrder::Relevance : SearchOrder::Newest;
    if (page.order == SearchOrder::Relevance && !page.after.isNull()) {
        return refuse(u"--after goes with --order newest: by relevance there is one page"_s);
    }
    return page;
}

struct Found {
    QList<Message> messages = {};
    QHash<AccountId, Account> accounts = {};
};

Found find(Database &db, const SearchQuery &query, const Page &page)
{
    Found found{.messages = SearchStore(db).find(query, page.order, page.after, page.limit)};
    const QList<Account> accounts = AccountStore(db).all();
    for (const Account &account : accounts) {
        found.accounts.insert(account.id, account);
    }
    return found;
}

void print(const Invocation &call, const Page &page, const Found &found)
{
    const bool isMore = page.order == SearchOrder::Newest && found.messages.size() == page.limit;
    const QString next = isMore ? found.messages.last().id.toString() : QString();
    if (call.isJson) {
        QJsonArray messages;
        for (const Message &message : found.messages) {
            messages.append(toJson(message, found.accounts.value(message.account)));
        }
        call.terminal.json(QJsonObject{{u"messages"_s, messages},
            {u"next"_s, next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(next)}});
        return;
    }
    for (const Message &message : found.messages) {
        call.terminal.line(u"%1  %2  %3: %4"_s.arg(toIso(message.postedAt),
            found.accounts.value(message.account).name, nameOf(message.author), message.body.simplified()));
    }
    if (found.messages.isEmpty()) {
        call.terminal.line(u"Nothing found."_s);
    } else if (isMore) {
        call.terminal.line(u"There may be more: --after %1"_s.arg(next));
    }
}

Done search(const Invocation &call)
{
    const auto query = parseSearch(call.words.join(u' '), QTimeZone::systemTimeZone());
    if (!query) {
        return Failure(query.error());
    }
    const auto page = pageOf(call);
    if (!page) {
        return Failure(page.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto found = await((*workplace)->store().read([query = *query, page = *page](Database &db) {
        return find(db, query, page);
    }));
    return found.map([&](const Found &messages) { print(call, *page, messages); });
}
} // namespace

QList<Command> searchCommands()
{
    return {{.name = u"search"_s,
        .arguments = u"WORDS…"_s,
        .summary
        = u"finds messages: words, \"in a row\", begin*, from:, tag:, is:, network:, before:, after:"_s,
        .options = {QCommandLineOption(u"limit"_s, u"At most so many, 1 to 200 (usually 50)."_s, u"N"_s),
            QCommandLineOption(
                u"after"_s, u"The next page: what the one before gave as \"next\"."_s, u"ID"_s),
            QCommandLineOption(u"order"_s, u"newest (usually) or relevance."_s, u"ORDER"_s)},
        .run = &search}};
}

} // namespace fw::cli

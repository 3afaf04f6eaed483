#include "app/customers/import/import_row.h"
#include "app/customers/stock_desk.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMost = 100;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

/// The customer of --customer; null when nobody is named.
Result<CustomerId> customerIn(const Invocation &call, wiring::Workplace &workplace)
{
    return call.has(u"customer"_s) ? customerNamed(workplace, call.value(u"customer"_s))
                                   : Result<CustomerId>(CustomerId{});
}

QJsonObject toJson(const PlaceStock &stock)
{
    QJsonObject object = cli::toJson(stock.level);
    object.insert(u"held"_s, stock.held);
    object.insert(u"free"_s, stock.free());
    object.insert(u"city"_s, stock.place ? QJsonValue(stock.place->city) : QJsonValue());
    object.insert(u"kilometres"_s, stock.kilometres ? QJsonValue(*stock.kilometres) : QJsonValue());
    return object;
}

QJsonObject toJson(const StockHold &hold)
{
    return {{u"hold"_s, hold.id.toString()}, {u"product"_s, hold.product}, {u"variant"_s, hold.variant},
        {u"place"_s, hold.place}, {u"quantity"_s, hold.quantity}, {u"customer"_s, hold.customer.toString()},
        {u"agent"_s, hold.agent}, {u"made_at"_s, toIso(hold.madeAt)}, {u"until"_s, toIso(hold.until)},
        {u"state"_s, hold.state},
        {u"ended_at"_s, hold.endedAt ? QJsonValue(toIso(*hold.endedAt)) : QJsonValue()},
        {u"ended_by"_s, hold.endedBy}, {u"reason"_s, hold.reason}};
}

QJsonObject toJson(const LiveStock &live)
{
    return {{u"product"_s, live.product}, {u"variant"_s, live.variant}, {u"place"_s, live.place},
        {u"free"_s, live.free}, {u"as_of"_s, toIso(live.asOf)}};
}

QJsonObject toJson(const StockItem &item)
{
    return {{u"product"_s, item.product}, {u"variant"_s, item.variant}, {u"title"_s, item.title}};
}

QString sentence(const PlaceStock &stock)
{
    const StockLevel &level = stock.level;
    const QString kept = stock.held > 0 ? u", %1 of them held"_s.arg(stock.held) : QString();
    const QString away = stock.kilometres ? u", %1 km"_s.arg(*stock.kilometres, 0, 'f', 0) : QString();
    return u"%1 %2 %3: %4 in %5 (%6%7)%8, as of %9"_s.arg(level.product, level.variant, level.title,
        QString::number(level.quantity), level.place, level.placeKind, away, kept, toIso(level.asOf));
}

QString sentence(const StockHold &hold)
{
    return u"%1: %2 × %3 %4 in %5 for customer %6 until %7, by %8: %9"_s.arg(hold.id.toString(),
        QString::number(hold.quantity), hold.product, hold.variant, hold.place, hold.customer.toString(),
        toIso(hold.until), hold.agent, hold.state);
}

template <typename T, typename Sentence>
Done tellAll(const Invocation &call, const Result<QList<T>> &list, Sentence sentenceOf)
{
    if (!list) {
        return Failure(list.error());
    }
    QJsonArray array;
    for (const T &one : *list) {
        array.append(toJson(one));
        if (!call.isJson) {
            call.terminal.line(sentenceOf(one));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (list->isEmpty()) {
        call.terminal.line(u"Nothing is known of it."_s);
    }
    return {};
}

Done tell(const Invocation &call, const Result<StockHold> &hold)
{
    if (!hold) {
        return Failure(hold.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*hold));
    } else {
        call.terminal.line(sentence(*hold));
    }
    return {};
}

Done runFind(const Invocation &call)
{
    const QString text = call.words.join(u' ');
    if (text.isEmpty()) {
        return Failure(usage(u"say what: stock find WORDS, or a code"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return tellAll(call, await(StockDesk((*workplace)->store()).find(text, kMost)),
        [](const StockItem &item) { return u"%1 %2 %3"_s.arg(item.product, item.variant, item.title); });
}

Done runShow(const Invocation &call)
{
    const QString product = call.words.value(0);
    if (product.isEmpty()) {
        return Failure(usage(u"say which: stock show PRODUCT"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto customer = customerIn(call, **workplace);
    if (!customer) {
        return Failure(customer.error());
    }
    return tellAll(call,
        await(StockDesk((*workplace)->store()).levels(product, call.value(u"variant"_s), *customer)),
        [](const PlaceStock &stock) { return sentence(stock); });
}

Done runLive(const Invocation &call)
{
    LiveStock asked{
        .product = call.words.value(0), .variant = call.value(u"variant"_s), .place = call.value(u"place"_s)};
    bool isNumber = true;
    asked.free = call.has(u"said"_s) ? call.value(u"said"_s).toLongLong(&isNumber) : 0;
    if (asked.product.isEmpty() || asked.place.isEmpty() || !isNumber) {
        return Failure(usage(u"say which: stock live PRODUCT --place PLACE [--said NUMBER]"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    StockDesk stock((*workplace)->store());
    const auto live = await(stock.live(asked.product, asked.variant, asked.place));
    if (!live) {
        return Failure(live.error());
    }
    const bool hasChanged = call.has(u"said"_s) && live->free != asked.free;
    if (call.isJson) {
        QJsonObject object = toJson(*live);
        object.insert(u"has_changed"_s, call.has(u"said"_s) ? QJsonValue(hasChanged) : QJsonValue());
        call.terminal.json(object);
    } else {
        call.terminal.line(u"%1 free in %2, as of %3%4"_s.arg(QString::number(live->free), live->place,
            toIso(live->asOf), hasChanged ? u": no longer what was said"_s : QString()));
    }
    return {};
}

Result<StockHold> holdIn(const Invocation &call)
{
    bool isNumber = true;
    StockHold hold{.product = call.words.value(0),
        .variant = call.value(u"variant"_s),
        .place = call.value(u"place"_s),
        .agent = call.value(u"agent"_s)};
    hold.quantity = call.has(u"quantity"_s) ? call.value(u"quantity"_s).toLongLong(&isNumber) : 1;
    const auto until = importTime(call.value(u"until"_s));
    if (hold.product.isEmpty() || hold.place.isEmpty() || !call.has(u"customer"_s) || !until || !isNumber) {
        return Failure(usage(
            u"say what and for whom: stock hold PRODUCT --place PLACE --customer CUSTOMER --until 2026-11-25T18:00:00Z [--quantity N]"_s));
    }
    hold.until = *until;
    return hold;
}

Done runHold(const Invocation &call)
{
    auto hold = holdIn(call);
    if (!hold) {
        return Failure(hold.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto customer = customerIn(call, **workplace);
    if (!customer) {
        return Failure(customer.error());
    }
    hold->customer = *customer;
    return tell(call, await(StockDesk((*workplace)->store()).hold(*hold)));
}

Done runHolds(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto customer = customerIn(call, **workplace);
    if (!customer) {
        return Failure(customer.error());
    }
    return tellAll(call, await(StockDesk((*workplace)->store()).holds(*customer, !call.has(u"all"_s), kMost)),
        [](const StockHold &hold) { return sentence(hold); });
}

Done runRelease(const Invocation &call)
{
    bool isNumber = false;
    const HoldId id{call.words.value(0).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure(usage(u"say which: stock release-hold HOLD --reason TEXT; see: stock holds"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return tell(call,
        await(StockDesk((*workplace)->store()).release(id, call.value(u"agent"_s), call.value(u"reason"_s))));
}
} // namespace

QList<Command> stockCommands()
{
    const QCommandLineOption variant(u"variant"_s, u"Only this one."_s, u"VARIANT"_s);
    const QCommandLineOption place(u"place"_s, u"The store or warehouse."_s, u"PLACE"_s);
    const QCommandLineOption customer(u"customer"_s, u"For whom."_s, u"CUSTOMER"_s);
    return {{.name = u"stock find"_s,
                .arguments = u"WORDS"_s,
                .summary = u"What has this code, or these words in its name."_s,
                .run = &runFind},
        {.name = u"stock show"_s,
            .arguments = u"PRODUCT"_s,
            .summary
            = u"How many of a product are where, and as of when; the customer's nearest stores first."_s,
            .options = {variant, customer},
            .run = &runShow},
        {.name = u"stock live"_s,
            .arguments = u"PRODUCT"_s,
            .summary = u"How many can be promised in one place, and whether that is still what was said."_s,
            .options = {variant, place, {u"said"_s, u"What a reply says."_s, u"NUMBER"_s}},
            .run = &runLive},
        {.name = u"stock hold"_s,
            .arguments = u"PRODUCT"_s,
            .summary = u"Asks a store to keep something for a customer."_s,
            .options = {variant, place, customer, {u"quantity"_s, u"How many; otherwise 1."_s, u"N"_s},
                {u"until"_s, u"When the request is over, at most 30 days ahead."_s, u"TIME"_s},
                agentOption(u"Who asks."_s)},
            .run = &runHold},
        {.name = u"stock holds"_s,
            .summary = u"What is kept for customers, newest first."_s,
            .options = {customer, {u"all"_s, u"Those that are over, too."_s}},
            .run = &runHolds},
        {.name = u"stock release-hold"_s,
            .arguments = u"HOLD"_s,
            .summary = u"Ends a request before its time."_s,
            .options = {{u"reason"_s, u"Why."_s, u"TEXT"_s}, agentOption(u"Who ends it."_s)},
            .run = &runRelease}};
}

} // namespace fw::cli

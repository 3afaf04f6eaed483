#include "app/store/stock_store.h"
#include "ui/cli/customer_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runShow(const Invocation &call)
{
    const QString product = call.words.value(0);
    if (product.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which: stock show PRODUCT"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto levels
        = await((*workplace)->store().read([product, variant = call.value(u"variant"_s)](Database &db) {
              return StockStore(db).of(product, variant);
          }));
    if (!levels) {
        return Failure(levels.error());
    }
    QJsonArray array;
    for (const StockLevel &level : *levels) {
        array.append(toJson(level));
        if (!call.isJson) {
            call.terminal.line(
                u"%1 %2 %3: %4 in %5 (%6), as of %7"_s.arg(level.product, level.variant, level.title,
                    QString::number(level.quantity), level.place, level.placeKind, toIso(level.asOf)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (levels->isEmpty()) {
        call.terminal.line(u"Nothing is known of it."_s);
    }
    return {};
}
} // namespace

QList<Command> stockCommands()
{
    return {{.name = u"stock show"_s,
        .arguments = u"PRODUCT"_s,
        .summary = u"How many of a product are where, and as of when."_s,
        .options = {{u"variant"_s, u"Only this one."_s, u"VARIANT"_s}},
        .run = &runShow}};
}

} // namespace fw::cli

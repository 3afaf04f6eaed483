#include "app/customers/order_numbers.h"
#include "app/store/order_store.h"
#include "ui/cli/command.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// The formats named after the command, all of them fit.
Result<QStringList> formatsIn(const QStringList &words)
{
    QStringList formats;
    for (const QString &word : words) {
        const auto format = orderFormat(word);
        if (!format) {
            return Failure(format.error());
        }
        formats.append(*format);
    }
    return formats;
}

Done runFormats(const Invocation &call)
{
    const auto formats = formatsIn(call.words);
    if (!formats) {
        return Failure(formats.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto now = await(
        (*workplace)->store().write([formats = *formats, agent = call.value(u"agent"_s)](Database &db) {
            if (!formats.isEmpty()) {
                OrderStore(db).setFormats(formats, agent);
            }
            return OrderStore(db).formats();
        }));
    if (!now) {
        return Failure(now.error());
    }
    const QStringList inForce = now->isEmpty() ? usualOrderFormats() : *now;
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"formats"_s, QJsonArray::fromStringList(inForce)}});
    } else {
        call.terminal.line(inForce.join(u'\n'));
    }
    return {};
}
} // namespace

QList<Command> orderCommands()
{
    return {{.name = u"order formats"_s,
        .arguments = u"[FORMAT…]"_s,
        .summary = u"What order numbers look like; with formats: sets them."_s,
        .options = {agentOption(u"Who sets them."_s)},
        .run = &runFormats}};
}

} // namespace fw::cli

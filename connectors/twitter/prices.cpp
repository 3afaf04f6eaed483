#include "connectors/twitter/prices.h"

#include "connectors/twitter/urls_in_text.h"

#include <QFile>
#include <QJsonDocument>

// A static library's resources are dropped by the linker unless somebody asks for them. Must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(prices);
}

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

void lay(const QJsonObject &table, Prices &prices)
{
    for (auto entry = table.constBegin(); entry != table.constEnd(); ++entry) {
        prices.microUsd.insert(entry.key(), entry.value().toInteger());
    }
}

Prices builtIn()
{
    initResources();
    QFile file(u":/prices/twitter.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Prices prices;
    lay(isOpen ? QJsonDocument::fromJson(file.readAll()).object().value(u"micro_usd"_s).toObject()
               : QJsonObject(),
        prices);
    return prices;
}
} // namespace

Prices pricesFor(const Account &account)
{
    const bool isByContract = account.settings.value(u"access"_s) == "enterprise"_L1;
    Prices prices = isByContract ? Prices() : builtIn();
    lay(account.settings.value(u"prices"_s).toObject(), prices);
    return prices;
}

Charge chargeOf(const Prices &prices, const QString &thing, int count)
{
    return {.thing = thing, .count = count, .microUsd = prices.microUsd.value(thing) * count};
}

Charge costOf(const Prices &prices, const QString &text, bool isSummoned)
{
    const bool hasLink = !urlsIn(text, Domains::AlsoBare).isEmpty();
    return chargeOf(prices,
        hasLink          ? u"post-create-with-link"_s
            : isSummoned ? u"post-create-summoned"_s
                         : u"post-create"_s);
}

int PaidToday::payFor(const QString &thing, const QStringList &ids, Instant now)
{
    const qint64 day = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    if (day != m_day) {
        m_paid.clear();
        m_day = day;
    }
    const auto before = m_paid.size();
    for (const QString &id : ids) {
        m_paid.insert(thing + u' ' + id);
    }
    return int(m_paid.size() - before);
}

} // namespace fw::twitter

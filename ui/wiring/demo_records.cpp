#include "ui/wiring/demo_records.h"

#include "app/core/log.h"
#include "app/customers/import/importer.h"

#include <QFileInfo>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
Done importAll(Store &store, const QStringList &files, const std::stop_token &stop)
{
    Importer importer(store);
    for (const QString &file : files) {
        const auto kind = importKindFromString(QFileInfo(file).completeBaseName());
        Q_ASSERT(kind); // they are named after what they hold
        const auto report
            = importer.run({.file = file, .kind = *kind, .source = u"shop"_s, .agent = u"demo"_s}, stop);
        if (!report) {
            log::error(log::Area::Storage, "the demo's records cannot be read",
                {{"code", log::SafeText{toString(report.error().code)}}});
            return Failure(report.error());
        }
    }
    return {};
}
} // namespace

DemoRecords::DemoRecords(Store &store, const QStringList &files)
{
    std::promise<Done> done;
    m_done = done.get_future().share();
    m_thread = std::jthread([&store, files, done = std::move(done)](const std::stop_token &stop) mutable {
        done.set_value(importAll(store, files, stop));
    });
}

} // namespace fw::wiring

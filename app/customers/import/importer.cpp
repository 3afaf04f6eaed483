#include "app/customers/import/importer.h"

#include "app/customers/import/import_job.h"

namespace fw {

Result<ImportReport> Importer::run(const ImportRequest &request, std::stop_token stop,
    const std::function<void(const ImportProgress &)> &progress)
{
    ImportJob job(m_store, request);
    const Done done = job.prepare().and_then([&] { return job.work(stop, progress); }).and_then([&job] {
        return job.finish();
    });
    return done ? Result<ImportReport>(job.report()) : Result<ImportReport>(Failure(done.error()));
}

} // namespace fw

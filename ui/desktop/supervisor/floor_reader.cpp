#include "ui/desktop/supervisor/floor_reader.h"

#include "app/insight/report_csv.h"
#include "ui/desktop/supervisor/floor_query.h"

namespace fw::ui {

FloorReader::FloorReader(DatabasePlace place, const Clock &clock) : m_place(std::move(place)), m_clock(clock)
{
}

FloorReader::~FloorReader() = default;

Done FloorReader::open()
{
    if (!m_store) {
        m_ids = std::make_unique<IdSource>(m_clock);
        auto opened = Store::open(m_place, m_clock, *m_ids);
        if (!opened) {
            return Failure(opened.error());
        }
        m_store = *std::move(opened);
    }
    return {};
}

template <typename Read>
auto FloorReader::ask(Read read) -> QFuture<Result<std::invoke_result_t<Read, Database &>>>
{
    using Answer = std::invoke_result_t<Read, Database &>;
    if (const Done opened = open(); !opened) {
        return QtFuture::makeReadyFuture(Result<Answer>(Failure(opened.error())));
    }
    return m_store->read(std::move(read));
}

FloorSource FloorReader::source()
{
    return {.figures
        = [this](FloorRange range) { return ask([range](Database &db) { return floorOf(db, range); }); },
        .conversations
        = [this](
              const FigureKey &key) { return ask([key](Database &db) { return conversationsOf(db, key); }); },
        .csv =
            [this](FloorRange range) {
                return ask([range](Database &db) {
                    return csvOf(questionOf(range, db.now()), answersOf(db, range));
                });
            }};
}

} // namespace fw::ui

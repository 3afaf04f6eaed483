#pragma once

#include "app/store/store.h"
#include "ui/desktop/supervisor/floor_figures.h"

#include <memory>

namespace fw::ui {

/// Reads the supervisor's figures, over connections of its own: a month of history read here never makes somebody wait for a conversation. Opened with the
/// first question. Thread: GUI.
class FloorReader final
{
    Q_DISABLE_COPY_MOVE(FloorReader)
public:
    FloorReader(DatabasePlace place, const Clock &clock);
    ~FloorReader();

    [[nodiscard]] FloorSource source();

private:
    template <typename Read>
    auto ask(Read read) -> QFuture<Result<std::invoke_result_t<Read, Database &>>>;
    [[nodiscard]] Done open();

    DatabasePlace m_place;
    const Clock &m_clock;
    std::unique_ptr<IdSource> m_ids;
    std::unique_ptr<Store> m_store;
};

} // namespace fw::ui

#include "ui/desktop/supervisor/floor_source.h"

#include "app/insight/report_csv.h"
#include "app/store/store.h"
#include "ui/desktop/supervisor/floor_query.h"

namespace fw::ui {

FloorSource floorFrom(Store &store)
{
    return {.figures
        = [&store](
              FloorRange range) { return store.study([range](Database &db) { return floorOf(db, range); }); },
        .conversations =
            [&store](const FigureKey &key) {
                return store.study([key](Database &db) { return conversationsOf(db, key); });
            },
        .csv =
            [&store](FloorRange range) {
                return store.study([range](Database &db) {
                    return csvOf(questionOf(range, db.now()), answersOf(db, range));
                });
            }};
}

} // namespace fw::ui

#pragma once

#include "app/insight/day_review.h"
#include "app/store/store.h"
#include "ui/desktop/supervisor/tile.h"

#include <QDialog>

class QGridLayout;
class QLabel;

namespace fw::ui {

/// How a day went: what was late, repeated, leaked, lost, or is still waiting. Each number opens the conversations behind it. Thread: GUI.
class ReviewSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewSheet)
public:
    ReviewSheet(Store &store, const TimeSpan &day, Instant now, QWidget *parent);

Q_SIGNALS:
    void conversationsFound(const QString &title, const QList<fw::ConversationId> &conversations);

private:
    struct Part {
        QString name = {};
        QString note = {};
        QList<ConversationId> DayReview::*list = nullptr;
        Tile::Tone tone = Tile::Tone::Bad; // where there is one
        Tile *tile = nullptr;
    };
    void makeParts(QGridLayout &grid);
    void show(const DayReview &review);
    [[nodiscard]] static QString summary(const DayReview &review);

    QLabel *m_summary;
    QList<Part> m_parts;
    DayReview m_review = {};
};

} // namespace fw::ui

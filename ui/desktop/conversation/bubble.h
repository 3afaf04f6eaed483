#pragma once

#include "ui/desktop/conversation/message_model.h"
#include "ui/desktop/conversation/text_links.h"
#include "ui/desktop/theme/paint.h"

#include <QCoreApplication>

class QPainter;

namespace fw::ui {

/// What can be done to a line from within it.
enum class LineAction {
    None,
    Undo,
    Release,
    Retry,
    CopyToComposer,
    Dismiss,
    Open,
    Like,
    Unlike,
    Hide,
    Unhide,
    Remove
};

/// What stands in a bubble beside its text.
struct BubbleWords {
    QString meta = {};
    QList<std::pair<LineAction, QString>> actions = {};
};

/// Geometry of one row, relative to its top left corner.
struct BubbleLayout {
    QRect day = {}; // null when the row does not begin a day
    QRect bubble = {};
    QRect body = {};
    QRect meta = {};
    QList<std::pair<LineAction, QRect>> actions = {};
    int height = 0;
};

/// Words and geometry of bubbles. Everything is measured and drawn as plain text (I9).
class Bubble final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::Bubble)
public:
    Bubble() = delete;

    /// `agent`: who sits here, whose replies are "You".
    [[nodiscard]] static BubbleWords words(
        const Line &line, Network network, const QString &agent, Instant now);
    [[nodiscard]] static BubbleLayout layout(
        const Line &line, const BubbleWords &words, int width, const Fonts &fonts);
    /// Addresses are underlined.
    static void drawBody(QPainter &painter, const QRect &area, const QString &body, const QFont &font);
    /// The address that drawBody() writes at `position`.
    [[nodiscard]] static std::optional<TextLink> linkAt(
        const QRect &area, const QString &body, const QFont &font, const QPoint &position);

private:
    [[nodiscard]] static BubbleWords ofReply(const OutboxEntry &entry, const QString &agent, Instant now);
    [[nodiscard]] static QString whyHeld(const OutboxEntry &entry);
    [[nodiscard]] static BubbleWords ofQueued(const OutboxEntry &entry, const QString &who, Instant now);
    [[nodiscard]] static BubbleWords ofRejected(const Reply &reply, const QString &who);
};

} // namespace fw::ui

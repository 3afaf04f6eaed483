#pragma once

#include "app/model/message.h"
#include "ui/desktop/theme/tokens.h"

#include <QFont>
#include <QFontMetrics>
#include <QRect>

class QPainter;

namespace fw::ui {

/// The fonts of painted rows, derived from the widget's own.
struct Fonts {
    explicit Fonts(const QFont &base);
    QFont body;
    QFont strong; // names
    QFont small;  // times and lines under a message
    QFont smallStrong;
    QFont pill;
};

/// "AC" of "Amélie Caron"; falls back to the handle, then to "?".
[[nodiscard]] QString initialsOf(const QString &name, const QString &handle);
/// The same person keeps the same colour.
[[nodiscard]] QColor avatarColourOf(const Identity &identity);

/// A circle with initials and the network's mark on its lower right; `around` is what the mark is cut out of.
void drawAvatar(QPainter &painter, const QRect &circle, const Identity &identity, const QColor &around);

/// Draws a rounded pill whose left middle is at `left`; nothing when it would pass `rightEdge`. Returns its width, 0 when it did not fit.
int drawPill(QPainter &painter, const QPoint &topLeft, int rightEdge, const QString &text, const Tint &tint,
    const QFont &font);
[[nodiscard]] int pillHeight(const QFont &font);

/// Draws at most `maxLines` lines of plain text into `area`, the last one elided. Line breaks of the text become spaces.
void drawLines(QPainter &painter, const QRect &area, const QString &text, const QFont &font, int maxLines);

/// One line of what somebody wrote: breaks, tabs and control characters become spaces. Never mark-up.
[[nodiscard]] QString oneLine(const QString &text);

} // namespace fw::ui

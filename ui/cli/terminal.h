#pragma once

#include "app/core/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace fw::cli {

/// Standard output and error, a line at a time, flushed at once. Control characters from outside never reach the terminal: a message cannot
/// move the cursor or colour the screen.
class Terminal final
{
public:
    void line(const QString &text);
    void json(const QJsonObject &object); // one line
    void json(const QJsonArray &array);   // one line
    void note(const QString &text);       // standard error
    /// "floorwalkerctl: …" on standard error, one line.
    void error(const Error &error);
    /// Replaces the last progress line on a terminal; one line each otherwise. Standard error.
    void progress(const QString &text);
    void endProgress();

private:
    bool m_hasProgress = false;
};

/// `text` with control characters shown as spaces or U+FFFD, so that it is one harmless line.
[[nodiscard]] QString harmless(const QString &text);

} // namespace fw::cli

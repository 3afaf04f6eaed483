#pragma once

#include "app/core/error.h"
#include "app/dispatch/world.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

namespace fw::world {

/// The first line of a process's life.
struct Begin {
    qint64 mono = 0;
    qint64 wall = 0;
    WorldInfo info = {};
};

struct Advance {
    qint64 until = 0;
    qint64 wall = 0;
    QList<WorldEvent> events = {};
};

/// Reads what the world says to a desk in lines, as docs/simulation.md has it.
///
/// Clocks: milliseconds for `wall`, whole seconds for what headers tell; a header in milliseconds is known for what it is. A world whose clock begins
/// near 0 is moved to where clocks are today, since a desk takes 0 for nothing told. Thread: one.
class LineReader final
{
public:
    /// Keys nobody knows are left alone. Errors: Usage, with the place in the line and what belongs there.
    [[nodiscard]] Result<std::variant<Begin, Advance>> read(const QByteArray &line);

private:
    [[nodiscard]] Begin begin(const QJsonObject &line);
    [[nodiscard]] Advance advance(const QJsonObject &line);
    [[nodiscard]] WorldWindow window(const QJsonObject &window, const QString &place);
    [[nodiscard]] WorldJob job(const QJsonObject &event, const QString &place);
    [[nodiscard]] WorldAnswer answer(const QJsonObject &event, const QString &place);
    [[nodiscard]] WorldReading reading(const QJsonObject &limit, std::optional<qint64> date);
    [[nodiscard]] qint64 headerTime(double told);
    [[nodiscard]] qint64 wholeOf(const QJsonObject &object, const QString &key, const QString &place);
    void fail(const QString &place, const QString &expectation);

    QString m_problem = {};
    qint64 m_wall = 0;
    bool m_areSeconds = false; // what headers tell; known for certain
};

// What a desk answers, each a line with its end.
[[nodiscard]] QByteArray durableLine(bool isDurable);
[[nodiscard]] QByteArray stepLine(const WorldStep &step);
[[nodiscard]] QByteArray errorLine(const Error &error);

} // namespace fw::world

#pragma once

#include "tests/acceptance/programs.h"

#include <QJsonObject>
#include <QStringList>

#include <csignal>

namespace fw::test {

/// A `floorwalkerctl serve` under way, with what it said so far.
class ServiceProgram final
{
public:
    /// As `login` on the database of `url`, with a lease of two seconds; `folder` is its own.
    ServiceProgram(
        const QString &url, const QString &login, const QString &folder, const QStringList &environment = {});
    ~ServiceProgram();

    /// It has said that it is ready.
    [[nodiscard]] bool isReady() { return !saying(QStringLiteral("ready")).isEmpty(); }
    /// For how many accounts it said that it works; -1: it never said.
    [[nodiscard]] qsizetype accounts();
    /// The last line of this type.
    [[nodiscard]] QJsonObject saying(const QString &type);
    /// What a page of its monitor says; the first line is the status.
    [[nodiscard]] QByteArray page(const QString &path);
    void signal(int number);
    /// SIGTERM, and its end.
    [[nodiscard]] Ran stop();

private:
    void read();

    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    QList<QJsonObject> m_lines;
};

} // namespace fw::test

#pragma once

#include "app/store/database.h"
#include "tests/acceptance/programs.h"

namespace fw::test {

/// A team's database with one login for each role, made by the real program: ann and bob (agents), sue (supervisor), robot (service), adm (administrator);
/// desk owns the server.
class TeamDesk final
{
public:
    /// What went wrong; empty: nothing.
    [[nodiscard]] QString start();

    /// A floorwalkerctl as `login`.
    [[nodiscard]] Ran on(
        const QString &login, const QStringList &words, const QStringList &environment = {}) const;
    /// A connection as `login`; null when it is not let in.
    [[nodiscard]] std::unique_ptr<Database> open(const QString &login);
    /// A file with that text; its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString url() const { return m_url; }

private:
    SystemClock m_clock;
    IdSource m_ids{m_clock};
    QTemporaryDir m_folder;
    DatabasePlace m_place;
    QString m_url;
};

/// Whether `statement` is not refused for want of a right; it leaves nothing behind.
[[nodiscard]] bool may(Database &database, const QString &statement);

} // namespace fw::test

#include "tests/acceptance/team_desk.h"

#include "tests/support/pg_cluster.h"

#include <QFile>

namespace fw::test {

using namespace Qt::StringLiterals;

QString TeamDesk::start()
{
    m_place = PgCluster::makeDatabase();
    m_url = u"postgresql:///%1?host=%2"_s.arg(m_place.database, m_place.host);
    if (on(u"desk"_s, {u"team"_s, u"login"_s, u"add"_s, u"ann"_s, u"--role"_s, u"agent"_s}).status != 2) {
        return u"a login was made before the groups were there"_s;
    }
    const Ran made = on(u"desk"_s, {u"team"_s, u"init"_s});
    if (made.status != 0) {
        return QString::fromUtf8(made.error);
    }
    for (const auto &[login, role] : {std::pair{u"ann"_s, u"agent"_s}, std::pair{u"bob"_s, u"agent"_s},
             std::pair{u"sue"_s, u"supervisor"_s}, std::pair{u"robot"_s, u"service"_s},
             std::pair{u"adm"_s, u"administrator"_s}}) {
        const Ran added = on(u"desk"_s, {u"team"_s, u"login"_s, u"add"_s, login, u"--role"_s, role});
        if (added.status != 0) {
            return QString::fromUtf8(added.error);
        }
    }
    return {};
}

Ran TeamDesk::on(const QString &login, const QStringList &words, const QStringList &environment) const
{
    return runCtl(QStringList{u"--database"_s, m_url, u"--data"_s, path(u"of "_s + login)} + words,
        environment + QStringList{u"PGUSER="_s + login});
}

std::unique_ptr<Database> TeamDesk::open(const QString &login)
{
    DatabasePlace place = m_place;
    place.user = login;
    auto opened = Database::open(place, Database::Access::ReadWrite, m_clock, m_ids);
    return opened ? *std::move(opened) : nullptr;
}

QString TeamDesk::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return isWritten ? file.fileName() : QString();
}

bool may(Database &database, const QString &statement)
{
    database.clearError();
    database.beginWriting();
    database.script({statement});
    const bool isRefused = database.error() && database.error()->code == ErrorCode::Forbidden;
    database.rollback();
    database.clearError();
    return !isRefused;
}

} // namespace fw::test

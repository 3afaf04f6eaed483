#include "tests/support/test_database.h"

#include "tests/support/pg_cluster.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

namespace fw::test {

using namespace Qt::StringLiterals;

TestDatabase::TestDatabase()
    : m_place(
        isOnPostgres() ? PgCluster::makeDatabase() : DatabasePlace::ofFile(m_folder.filePath(u"desk.db"_s)))
{
}

TestDatabase::~TestDatabase()
{
    if (m_place.isPostgres()) {
        PgCluster::dropDatabase(m_place);
    }
}

bool TestDatabase::isOnPostgres()
{
    return qEnvironmentVariable("FW_TEST_DATABASE") == "postgres"_L1;
}

int runOnEngine(int argc, char **argv, QObject &(*test)())
{
    const QCoreApplication app(argc, argv);
    if (TestDatabase::isOnPostgres() && !PgCluster::whyNot().isEmpty()) {
        std::printf(
            "SKIP   : %s\n", qPrintable(PgCluster::whyNot())); // ctest knows the beginning of this line
        return 0;
    }
    return QTest::qExec(&test(), argc, argv);
}

} // namespace fw::test

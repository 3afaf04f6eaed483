#pragma once

#include "app/store/database_place.h"

#include <QTemporaryDir>

namespace fw::test {

/// A database of its own for one test, on the engine that the environment variable FW_TEST_DATABASE names: "postgres", or else SQLite.
/// Gone with this object.
class TestDatabase
{
    Q_DISABLE_COPY_MOVE(TestDatabase)
public:
    TestDatabase();
    ~TestDatabase();

    [[nodiscard]] static bool isOnPostgres();
    [[nodiscard]] const DatabasePlace &place() const { return m_place; }
    [[nodiscard]] const QTemporaryDir &folder() const { return m_folder; }

private:
    QTemporaryDir m_folder;
    DatabasePlace m_place;
};

/// What FW_ENGINES_TEST_MAIN's main does.
int runOnEngine(int argc, char **argv, QObject &(*test)());

} // namespace fw::test

/// For a test program that ctest calls once for each engine (fw_test(… ENGINES)).
#define FW_ENGINES_TEST_MAIN(TestClass)                                                                      \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        return fw::test::runOnEngine(argc, argv, []() -> QObject & {                                         \
            static TestClass test;                                                                           \
            return test;                                                                                     \
        });                                                                                                  \
    }

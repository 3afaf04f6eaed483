# fw_storey(<name> SOURCES ... [PUBLIC libs...] [PRIVATE libs...]): the library of one folder of the house.
function(fw_storey name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC fw_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(FW_PCH)
        target_precompile_headers(${name} PRIVATE
            <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QString>
            <QFuture> <QFutureWatcher> <chrono> <functional> <memory> <optional> <tl/expected.hpp>)
    endif()
endfunction()

# fw_test(<path without .cpp> [libs...]): one Qt Test program under CTest, named after its path. ENGINES: the program's stores are on SQLite,
# and in a second test, <name>.postgres, on PostgreSQL.
function(fw_test path)
    cmake_parse_arguments(ARG "ENGINES" "TIMEOUT" "LIBS;LABELS" ${ARGN})
    string(REPLACE "/" "." test ${path})
    string(REPLACE "/" "_" target ${path})
    add_executable(${target} ${path}.cpp)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE fw_flags Qt6::Test ${ARG_LIBS})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(patience "")
    if(FW_SANITIZE) # several times slower, and Qt Test ends a test function after 5 minutes
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 6")
        set(patience "QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000")
    endif()
    set(surroundings "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;TZ=UTC;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.fonts=false;${patience}")
    add_test(NAME ${test} COMMAND ${target})
    set_tests_properties(${test} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" ENVIRONMENT "${surroundings}")
    if(ARG_ENGINES)
        add_test(NAME ${test}.postgres COMMAND ${target})
        set_tests_properties(${test}.postgres PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
            ENVIRONMENT "${surroundings};FW_TEST_DATABASE=postgres" SKIP_REGULAR_EXPRESSION "SKIP   : PostgreSQL is not installed")
    endif()
endfunction()

# fw_crash_points(<target>): app/core/crash_point.h does something in it, in builds for tests; in all others it is nothing.
function(fw_crash_points target)
    if(FW_CRASH_POINTS)
        target_compile_definitions(${target} PRIVATE FW_CRASH_POINTS)
    endif()
endfunction()

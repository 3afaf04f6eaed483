#pragma once

#include <QString>

#include <initializer_list>

namespace fw::log {

enum class Area { Intake, Dispatch, Storage, Http, Sandbox, Ui };

/// Text that may stand in the log: a method, a host, a path, an error code. Never a token, a query, a name or what somebody wrote.
struct SafeText {
    QString text = {};
};

/// One named value of a log line. There is no constructor from QString on purpose: free text cannot slip in (I10).
struct Field {
    Field(const char *fieldName, qint64 number);
    Field(const char *fieldName, const char *literal);
    Field(const char *fieldName, SafeText safe);
    const char *name;
    QString value;
};

/// Where log lines go: stderr for the programs, or a file (created 0600). Level names: error, warn, info, debug. Call once, from main.
void start(const QString &level, const QString &file = {});

// error: someone must act; warn: degraded; info: state changes; debug: each request. Thread: any.
void error(Area area, const char *event, std::initializer_list<Field> fields = {});
void warn(Area area, const char *event, std::initializer_list<Field> fields = {});
void info(Area area, const char *event, std::initializer_list<Field> fields = {});
void debug(Area area, const char *event, std::initializer_list<Field> fields = {});

} // namespace fw::log

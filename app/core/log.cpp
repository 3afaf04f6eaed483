#include "app/core/log.h"

#include <QFile>

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace fw::log {

namespace {
std::shared_ptr<spdlog::logger> logger()
{
    // Silent until start(): a library that nobody configured does not write to a stranger's terminal.
    static const auto silent = std::make_shared<spdlog::logger>("floorwalker");
    auto current = spdlog::get("floorwalker");
    return current ? current : silent;
}

const char *nameOf(Area area)
{
    switch (area) {
    case Area::Intake:
        return "intake";
    case Area::Dispatch:
        return "dispatch";
    case Area::Storage:
        return "storage";
    case Area::Http:
        return "http";
    case Area::Sandbox:
        return "sandbox";
    case Area::Ui:
        return "ui";
    }
    return "?";
}

void write(spdlog::level::level_enum level, Area area, const char *event, std::initializer_list<Field> fields)
{
    const auto target = logger();
    if (!target->should_log(level)) {
        return;
    }
    std::string line = std::string(nameOf(area)) + ": " + event;
    for (const Field &field : fields) {
        line += std::string(" ") + field.name + "=" + field.value.toStdString();
    }
    target->log(level, line);
}

void qtMessage(QtMsgType type, const QMessageLogContext &context, const QString &)
{
    // Qt's own text can quote a URL or a value, so only its category and place are kept.
    const auto level = type == QtDebugMsg || type == QtInfoMsg ? spdlog::level::debug : spdlog::level::warn;
    write(level, Area::Ui, "qt message", {{"category", SafeText{QString::fromUtf8(context.category)}}});
}
} // namespace

Field::Field(const char *fieldName, qint64 number) : name(fieldName), value(QString::number(number)) { }

Field::Field(const char *fieldName, const char *literal) : name(fieldName), value(QString::fromUtf8(literal))
{
}

Field::Field(const char *fieldName, SafeText safe) : name(fieldName), value(std::move(safe.text)) { }

void start(const QString &level, const QString &file)
{
    std::shared_ptr<spdlog::sinks::sink> sink;
    if (file.isEmpty()) {
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    } else {
        QFile created(file);
        if (created.open(QIODevice::Append)) {
            created.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        }
        sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.toStdString());
    }
    const auto made = std::make_shared<spdlog::logger>("floorwalker", sink);
    made->set_level(spdlog::level::from_str(level.toStdString()));
    made->flush_on(spdlog::level::warn);
    spdlog::drop("floorwalker");
    spdlog::register_logger(made);
    qInstallMessageHandler(qtMessage);
}

void error(Area area, const char *event, std::initializer_list<Field> fields)
{
    write(spdlog::level::err, area, event, fields);
}

void warn(Area area, const char *event, std::initializer_list<Field> fields)
{
    write(spdlog::level::warn, area, event, fields);
}

void info(Area area, const char *event, std::initializer_list<Field> fields)
{
    write(spdlog::level::info, area, event, fields);
}

void debug(Area area, const char *event, std::initializer_list<Field> fields)
{
    write(spdlog::level::debug, area, event, fields);
}

} // namespace fw::log

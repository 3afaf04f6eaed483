#include "ui/desktop/setup/desk_choice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace fw::ui {

using namespace Qt::StringLiterals;

DeskChoice readDeskChoice(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    const QString kind = settings.value(u"desk/kind"_s).toString();
    const QString folder = settings.value(u"desk/folder"_s).toString();
    const QString database = settings.value(u"desk/database"_s).toString();
    if (kind == "here"_L1 && !folder.isEmpty()) {
        return {.kind = DeskChoice::Kind::Here, .folder = folder};
    }
    if (kind == "team"_L1 && !database.isEmpty()) {
        return {.kind = DeskChoice::Kind::Team, .database = database};
    }
    return {};
}

Done writeDeskChoice(const QString &file, const DeskChoice &choice)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"desk/kind"_s, choice.kind == DeskChoice::Kind::Team ? u"team"_s : u"here"_s);
        settings.setValue(u"desk/folder"_s, choice.folder);
        settings.setValue(u"desk/database"_s, choice.database);
    }
    const bool isKept = QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner)
        && readDeskChoice(file).kind == choice.kind;
    return isKept ? Done()
                  : Done(Failure({.code = ErrorCode::Io, .detail = u"%1 cannot be written"_s.arg(file)}));
}

} // namespace fw::ui

#include "ui/desktop/shell/window_state.h"

#include <QSettings>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
}

WindowState readWindowState(const QString &file)
{
    WindowState state;
    if (file.isEmpty()) {
        return state;
    }
    const QSettings settings(file, QSettings::IniFormat);
    state.geometry = settings.value(u"window/geometry"_s).toByteArray();
    state.splitter = settings.value(u"window/splitter"_s).toByteArray();
    state.theme = themeModeFromString(settings.value(u"window/theme"_s).toString());
    const int view = settings.value(u"queue/view"_s, 0).toInt();
    state.view = static_cast<View>(std::clamp(view, 0, static_cast<int>(View::Archived)));
    state.page = settings.value(u"window/page"_s, 0).toInt();
    state.isCustomerShown = settings.value(u"window/customer"_s, true).toBool();
    state.isSpellingOn = settings.value(u"window/spelling"_s, true).toBool();
    state.conversation = {settings.value(u"queue/conversation"_s, 0).toLongLong()};
    return state;
}

void writeWindowState(const QString &file, const WindowState &state)
{
    if (file.isEmpty()) {
        return;
    }
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(u"window/geometry"_s, state.geometry);
    settings.setValue(u"window/splitter"_s, state.splitter);
    settings.setValue(u"window/theme"_s, toString(state.theme));
    settings.setValue(u"window/page"_s, state.page);
    settings.setValue(u"window/customer"_s, state.isCustomerShown);
    settings.setValue(u"window/spelling"_s, state.isSpellingOn);
    settings.setValue(u"queue/view"_s, static_cast<int>(state.view));
    settings.setValue(u"queue/conversation"_s, state.conversation.value);
}

} // namespace fw::ui

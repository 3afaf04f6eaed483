#include "ui/desktop/notices/notice_rules.h"

#include <QSettings>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;

QString keyOf(NoticeKind kind)
{
    return u"notices/"_s + toString(kind);
}
} // namespace

NoticeRules readNoticeRules(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    NoticeRules rules;
    for (const NoticeKind kind : allNoticeKinds()) {
        if (file.isEmpty() || settings.value(keyOf(kind), true).toBool()) {
            rules.wanted.insert(kind);
        }
    }
    if (!file.isEmpty()) {
        rules.showsWords = settings.value(u"notices/words"_s, true).toBool();
        rules.quietUntil = instantFromMs(settings.value(u"notices/quiet_until_ms"_s, 0).toLongLong());
    }
    return rules;
}

void writeNoticeRules(const QString &file, const NoticeRules &rules)
{
    if (file.isEmpty()) {
        return;
    }
    QSettings settings(file, QSettings::IniFormat);
    for (const NoticeKind kind : allNoticeKinds()) {
        settings.setValue(keyOf(kind), rules.wanted.contains(kind));
    }
    settings.setValue(u"notices/words"_s, rules.showsWords);
    settings.setValue(u"notices/quiet_until_ms"_s, toMs(rules.quietUntil));
}

} // namespace fw::ui

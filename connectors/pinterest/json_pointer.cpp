#include "connectors/pinterest/json_pointer.h"

#include <QRegularExpression>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
JsonView step(JsonView value, const QString &name)
{
    if (value.isList()) {
        bool isNumber = false;
        const int index = name.toInt(&isNumber);
        return isNumber ? value.at(index) : JsonView();
    }
    return value[name.toStdString()];
}
} // namespace

bool isPointer(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:/(?:[^~/]|~0|~1)*)*$"_s);
    return pattern.match(text).hasMatch();
}

JsonView valueAt(JsonView root, const QString &pointer)
{
    JsonView value = root;
    const QStringList names = pointer.split(u'/').mid(1);
    for (QString name : names) {
        value = step(value, name.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
    }
    return value;
}

QString textAt(JsonView root, const QString &pointer)
{
    const JsonView value = valueAt(root, pointer);
    if (value.isNumber()) {
        return QString::number(value.toInteger());
    }
    return value.toString();
}

} // namespace fw::pinterest

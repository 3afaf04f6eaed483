#include "connectors/pinterest/json_pointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
QJsonValue step(const QJsonValue &value, const QString &name)
{
    if (value.isArray()) {
        bool isNumber = false;
        const int index = name.toInt(&isNumber);
        return isNumber && index >= 0 ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
    }
    return value.isObject() ? value.toObject().value(name) : QJsonValue(QJsonValue::Undefined);
}
} // namespace

bool isPointer(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:/(?:[^~/]|~0|~1)*)*$"_s);
    return pattern.match(text).hasMatch();
}

QJsonValue valueAt(const QJsonValue &root, const QString &pointer)
{
    QJsonValue value = root;
    const QStringList names = pointer.split(u'/').mid(1);
    for (QString name : names) {
        value = step(value, name.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
    }
    return value;
}

QString textAt(const QJsonValue &root, const QString &pointer)
{
    const QJsonValue value = valueAt(root, pointer);
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    return value.toString();
}

} // namespace fw::pinterest

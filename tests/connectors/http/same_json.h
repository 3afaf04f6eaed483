#pragma once

#include "connectors/http/json_view.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace fw::test {

/// `text` with U+FFFD for every half of a surrogate pair.
inline QString withoutHalfPairs(const QString &text)
{
    return QString::fromStdU32String(text.toStdU32String());
}

inline bool saysTheSame(JsonView view, const QJsonValue &value);

inline bool areSameMembers(JsonView view, const QJsonObject &object)
{
    const QStringList names = object.keys();
    return view.isObject() && view.hasMembers() == !object.isEmpty()
        && std::all_of(names.begin(), names.end(), [&](const QString &name) {
               // Names with half a pair may fall together.
               return withoutHalfPairs(name) != name || saysTheSame(view[name.toStdString()], object[name]);
           });
}

/// Whether both answer the same whatever they are asked; a text with half a surrogate pair is the same with U+FFFD.
inline bool saysTheSame(JsonView view, const QJsonValue &value)
{
    if (value.isObject()) {
        return areSameMembers(view, value.toObject());
    }
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return view.isList() && view.size() == list.size()
            && std::equal(view.begin(), view.end(), list.begin(), list.end(), &saysTheSame);
    }
    return view.isNull() == value.isNull() && view.isBool() == value.isBool()
        && view.isNumber() == value.isDouble() && view.isString() == value.isString() && !view.isObject()
        && !view.isList() && view.isMissing() == value.isUndefined() && view.toBool() == value.toBool()
        && view.toInteger(-7) == value.toInteger(-7) && view.toInt(-7) == value.toInt(-7)
        && view.toDouble(-7) == value.toDouble(-7) && view.toString() == withoutHalfPairs(value.toString());
}

} // namespace fw::test

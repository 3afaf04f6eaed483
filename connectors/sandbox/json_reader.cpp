#include "connectors/sandbox/json_reader.h"

#include <cmath>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}
} // namespace

JsonReader::JsonReader(const QJsonObject &object, const QString &path, QString *problem)
    : m_object(object)
    , m_path(path)
    , m_problem(problem)
{
}

QString JsonReader::keyPath(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

void JsonReader::fail(const QString &key, const QString &expectation)
{
    if (m_problem->isEmpty()) {
        *m_problem = keyPath(key) + u": "_s + expectation;
    }
}

void JsonReader::allow(const QStringList &keys)
{
    for (auto entry = m_object.constBegin(); entry != m_object.constEnd(); ++entry) {
        if (!keys.contains(entry.key())) {
            fail(entry.key(), u"unknown key; known are "_s + keys.join(u", "_s));
        }
    }
}

QString JsonReader::text(const QString &key, const QString &otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!value.isString()) {
        fail(key, u"must be a text"_s);
        return otherwise;
    }
    return value.toString();
}

QString JsonReader::requiredText(const QString &key)
{
    QString value = text(key);
    if (value.isEmpty()) {
        fail(key, u"must be a text that is not empty"_s);
    }
    return value;
}

QString JsonReader::choice(const QString &key, const QStringList &choices, const QString &otherwise)
{
    QString value = text(key, otherwise);
    if (!choices.contains(value)) {
        fail(key, u"must be one of "_s + choices.join(u", "_s));
        return otherwise;
    }
    return value;
}

QStringList JsonReader::texts(const QString &key)
{
    QStringList list;
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isArray()) {
        fail(key, u"must be a list of texts"_s);
    }
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        if (!entry.isString()) {
            fail(key, u"must be a list of texts"_s);
        }
        list.append(entry.toString());
    }
    return list;
}

qint64 JsonReader::whole(const QString &key, qint64 otherwise, qint64 min, qint64 max)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!isWhole(value) || value.toDouble() < static_cast<double>(min)
        || value.toDouble() > static_cast<double>(max)) {
        fail(key, u"must be a whole number from %1 to %2"_s.arg(min).arg(max));
        return otherwise;
    }
    return value.toInteger(otherwise);
}

double JsonReader::number(const QString &key, double otherwise, double min, double max)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!value.isDouble() || value.toDouble() < min || value.toDouble() > max) {
        fail(key, u"must be a number from %1 to %2"_s.arg(min).arg(max));
        return otherwise;
    }
    return value.toDouble();
}

bool JsonReader::flag(const QString &key, bool otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isBool()) {
        fail(key, u"must be true or false"_s);
    }
    return value.toBool(otherwise);
}

std::pair<milliseconds, milliseconds> JsonReader::seconds(const QString &key, std::pair<int, int> otherwise)
{
    const std::pair<milliseconds, milliseconds> fallback{
        milliseconds(otherwise.first * 1000LL), milliseconds(otherwise.second * 1000LL)};
    if (!has(key)) {
        return fallback;
    }
    const QJsonArray pair = m_object.value(key).toArray();
    const double from = pair.at(0).toDouble(-1);
    const double to = pair.at(1).toDouble(-1);
    if (pair.size() != 2 || from < 0 || to < from || to <= 0 || to > 86400) {
        fail(key, u"must be [from, to] in seconds, 0 <= from <= to <= 86400"_s);
        return fallback;
    }
    return {milliseconds(std::llround(from * 1000)), milliseconds(std::llround(to * 1000))};
}

JsonReader JsonReader::object(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isObject()) {
        fail(key, u"must be an object"_s);
    }
    return {value.toObject(), keyPath(key), m_problem};
}

QList<JsonReader> JsonReader::objects(const QString &key)
{
    QList<JsonReader> list;
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isArray()) {
        fail(key, u"must be a list of objects"_s);
    }
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString path = u"%1[%2]"_s.arg(keyPath(key)).arg(i);
        if (!entries.at(i).isObject()) {
            fail(key, u"must be a list of objects"_s);
        }
        list.append(JsonReader(entries.at(i).toObject(), path, m_problem));
    }
    return list;
}

} // namespace fw::sandbox

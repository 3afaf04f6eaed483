#include "connectors/pinterest/profile_reader.h"

#include "connectors/pinterest/json_pointer.h"

namespace fw::pinterest {

using namespace Qt::StringLiterals;

ProfileReader::ProfileReader(const QJsonObject &object, const QString &path, QString *problem)
    : m_object(object)
    , m_path(path)
    , m_problem(problem)
{
}

void ProfileReader::fail(const QString &key, const QString &expectation)
{
    if (m_problem->isEmpty()) {
        *m_problem = u"%1.%2: %3"_s.arg(m_path, key, expectation);
    }
}

void ProfileReader::allow(const QStringList &keys)
{
    for (const QString &key : m_object.keys()) {
        if (!keys.contains(key)) {
            fail(key, u"unknown key; there are %1"_s.arg(keys.join(u", "_s)));
        }
    }
}

QString ProfileReader::text(const QString &key, const QString &otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!value.isString() || value.toString().isEmpty()) {
        fail(key, u"must be text that is not empty"_s);
        return otherwise;
    }
    return value.toString();
}

QString ProfileReader::requiredText(const QString &key)
{
    if (!has(key)) {
        fail(key, u"is missing"_s);
    }
    return text(key, {});
}

QString ProfileReader::choice(const QString &key, const QStringList &choices, const QString &otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!choices.contains(value.toString())) {
        fail(key, u"must be one of %1"_s.arg(choices.join(u", "_s)));
        return otherwise;
    }
    return value.toString();
}

QString ProfileReader::pointer(const QString &key, const QString &otherwise)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    if (!value.isString() || !isPointer(value.toString())) {
        fail(key, u"must be a JSON pointer like /user/id, or empty for none"_s);
        return otherwise;
    }
    return value.toString();
}

int ProfileReader::whole(const QString &key, int otherwise, int min, int max)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        return otherwise;
    }
    const int number = value.toInt(min - 1);
    if (number < min || number > max) {
        fail(key, u"must be a whole number from %1 to %2"_s.arg(min).arg(max));
        return otherwise;
    }
    return number;
}

QMap<QString, QString> ProfileReader::texts(const QString &key)
{
    QMap<QString, QString> found;
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isObject()) {
        fail(key, u"must be an object of texts, like {\"feed_type\": \"recent\"}"_s);
    }
    const QJsonObject entries = value.toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (!entry.value().isString()) {
            fail(key + u'.' + entry.key(), u"must be text"_s);
        }
        found.insert(entry.key(), entry.value().toString());
    }
    return found;
}

ProfileReader ProfileReader::object(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isUndefined() && !value.isObject()) {
        fail(key, u"must be an object"_s);
    }
    return ProfileReader(value.toObject(), m_path + u'.' + key, m_problem);
}

} // namespace fw::pinterest

#pragma once

#include "connectors/sandbox/http.h"

#include <QMap>

namespace fw::sandbox {

/// The parameters of a request from its query and its body: a form, or a JSON object whose members that are no texts keep their JSON.
class Params
{
public:
    Params() = default;
    explicit Params(const HttpRequest &request);
    explicit Params(const QUrlQuery &query);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString &name, const QString &otherwise = {}) const
    {
        return m_values.value(name, otherwise);
    }
    [[nodiscard]] bool flag(const QString &name) const; // "true" or "1"
    [[nodiscard]] QJsonObject object(const QString &name) const;
    [[nodiscard]] const QMap<QString, QString> &all() const { return m_values; }
    void set(const QString &name, const QString &value) { m_values.insert(name, value); }

private:
    void addForm(const QByteArray &form);
    void addJson(const QByteArray &json);

    QMap<QString, QString> m_values;
};

/// What stands behind `scheme` ("bearer", "basic") in the Authorization header; empty: nothing does.
[[nodiscard]] QByteArray credentialsOf(const HttpRequest &request, const QByteArray &scheme);

} // namespace fw::sandbox

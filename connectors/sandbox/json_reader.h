#pragma once

#include "app/core/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace fw::sandbox {

/// Reads a JSON object strictly and remembers the first thing that makes no sense, by its full key: "windows[2].kind: ...".
/// After a problem every further read gives its default, so that callers check once, at the end.
class JsonReader
{
public:
    /// `problem` outlives the reader and its children.
    JsonReader(const QJsonObject &object, const QString &path, QString *problem);

    /// Any other key is a problem.
    void allow(const QStringList &keys);
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QString keyPath(const QString &key) const;
    void fail(const QString &key, const QString &expectation);

    [[nodiscard]] QString text(const QString &key, const QString &otherwise = {});
    [[nodiscard]] QString requiredText(const QString &key);
    [[nodiscard]] QString choice(const QString &key, const QStringList &choices, const QString &otherwise);
    [[nodiscard]] QStringList texts(const QString &key);
    [[nodiscard]] qint64 whole(const QString &key, qint64 otherwise, qint64 min, qint64 max);
    [[nodiscard]] double number(const QString &key, double otherwise, double min, double max);
    [[nodiscard]] bool flag(const QString &key, bool otherwise);
    /// [from, to] in seconds.
    [[nodiscard]] std::pair<milliseconds, milliseconds> seconds(
        const QString &key, std::pair<int, int> otherwise);
    [[nodiscard]] JsonReader object(const QString &key);
    [[nodiscard]] QList<JsonReader> objects(const QString &key);

private:
    QJsonObject m_object;
    QString m_path;
    QString *m_problem;
};

} // namespace fw::sandbox

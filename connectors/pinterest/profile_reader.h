#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace fw::pinterest {

/// Reads a JSON object strictly and remembers the first thing that makes no sense, by its full key: "partner.create_reply.path: …". Every read
/// gives something usable, so that callers check once, at the end.
class ProfileReader
{
public:
    /// `problem` outlives the reader and its children.
    ProfileReader(const QJsonObject &object, const QString &path, QString *problem);

    void allow(const QStringList &keys); // any other is a problem
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    void fail(const QString &key, const QString &expectation);

    [[nodiscard]] QString text(const QString &key, const QString &otherwise);
    [[nodiscard]] QString requiredText(const QString &key);
    [[nodiscard]] QString choice(const QString &key, const QStringList &choices, const QString &otherwise);
    [[nodiscard]] QString pointer(const QString &key, const QString &otherwise);
    [[nodiscard]] int whole(const QString &key, int otherwise, int min, int max);
    [[nodiscard]] QMap<QString, QString> texts(const QString &key); // {"name": "value", …}
    [[nodiscard]] ProfileReader object(const QString &key);

private:
    QJsonObject m_object;
    QString m_path;
    QString *m_problem;
};

} // namespace fw::pinterest

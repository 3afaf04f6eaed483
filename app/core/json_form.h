#pragma once

#include "app/core/error.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace fw {

class JsonPart;

/// A JSON file that people write, read strictly. The first thing that makes no sense is remembered with the line it stands on, like an error of
/// Database: reading goes on with defaults, and whoever reads asks once, at the end. Outlives its parts.
class JsonForm final
{
    Q_DISABLE_COPY_MOVE(JsonForm)
public:
    /// `name` is what people know the bytes by. Nothing but an object, or a member written twice, is a problem too.
    JsonForm(const QString &name, const QByteArray &bytes);

    /// The whole file. After a problem found at once: empty.
    [[nodiscard]] JsonPart root();
    /// Errors: Usage with file, line and reason.
    [[nodiscard]] Done verdict() const;

private:
    friend class JsonPart;
    void complain(const QString &pointer, const QString &what);
    void complainAt(int line, const QString &what);

    QString m_name;
    QJsonObject m_root;
    QHash<QString, int> m_lines; // by JSON pointer (RFC 6901)
    std::optional<Error> m_problem;
};

/// One value of a JsonForm.
class JsonPart final
{
public:
    JsonPart(JsonForm &form, const QJsonValue &value, const QString &pointer);

    /// Remembers that this value, or the member `key` of it, makes no sense; `what` says what would.
    void complain(const QString &what) const;
    void complain(const QString &key, const QString &what) const;

    /// Any other member is a problem.
    void allow(const QStringList &keys) const;
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QStringList keys() const { return m_object.keys(); }
    /// Text that must be there and not empty.
    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] QString textOr(const QString &key, const QString &otherwise) const;
    [[nodiscard]] bool flag(const QString &key, bool otherwise) const;
    /// A whole number.
    [[nodiscard]] int number(const QString &key, int otherwise) const;
    /// A member that is an object; without it an empty one.
    [[nodiscard]] JsonPart object(const QString &key) const;
    /// The elements of a member that is an array; without it none.
    [[nodiscard]] QList<JsonPart> elements(const QString &key) const;
    /// This value, which must be text.
    [[nodiscard]] QString asText() const;

private:
    [[nodiscard]] QString pointerTo(const QString &key) const;

    JsonForm *m_form;
    QJsonValue m_value;
    QJsonObject m_object;
    QString m_pointer;
};

} // namespace fw

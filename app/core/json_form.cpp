#include "app/core/json_form.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString below(const QString &pointer, QString key)
{
    return pointer + u'/' + key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

/// Walks through text that QJsonDocument has read, so that it only has to know where things begin and end.
class Places
{
public:
    explicit Places(const QByteArray &text) : m_text(text) { }

    void read() { value({}); }

    QHash<QString, int> lines = {};
    std::optional<std::pair<int, QString>> twice = {}; // line and member

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayLiteral(" \t\r\n").contains(m_text[m_at])) {
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            ++m_at;
        }
    }

    QString string()
    {
        const qsizetype from = m_at++;
        while (m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        ++m_at;
        const QByteArray quoted = '[' + m_text.mid(from, m_at - from) + ']';
        return QJsonDocument::fromJson(quoted).array().first().toString();
    }

    // NOLINTNEXTLINE(misc-no-recursion): QJsonDocument has refused what is nested too deeply
    void value(const QString &pointer)
    {
        skipSpace();
        lines.insert(pointer, m_line);
        const char first = m_text[m_at];
        if (first == '{') {
            members(pointer);
        } else if (first == '[') {
            elements(pointer);
        } else if (first == '"') {
            string();
        } else {
            while (m_at < m_text.size() && !QByteArrayLiteral(",]} \t\r\n").contains(m_text[m_at])) {
                ++m_at;
            }
        }
    }

    /// Is there one more? Passes the comma, or the end.
    bool hasMore(char end)
    {
        skipSpace();
        const char next = m_text[m_at];
        if (next == ',' || next == end) {
            ++m_at;
        }
        skipSpace();
        return next != end;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void members(const QString &pointer)
    {
        ++m_at;
        while (hasMore('}')) {
            const int line = m_line;
            const QString key = string();
            const QString place = below(pointer, key);
            if (lines.contains(place) && !twice) {
                twice = {line, key};
            }
            skipSpace();
            ++m_at; // the colon
            value(place);
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void elements(const QString &pointer)
    {
        ++m_at;
        for (int index = 0; hasMore(']'); ++index) {
            value(below(pointer, QString::number(index)));
        }
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};
} // namespace

JsonForm::JsonForm(const QString &name, const QByteArray &bytes) : m_name(name)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        complainAt(int(bytes.left(parsed.offset).count('\n')) + 1, parsed.errorString());
        return;
    }
    if (!document.isObject()) {
        complainAt(1, u"must be a JSON object: {…}"_s);
        return;
    }
    Places places(bytes);
    places.read();
    m_lines = places.lines;
    if (places.twice) {
        complainAt(places.twice->first,
            u"\"%1\" is written twice; only one of them could count"_s.arg(places.twice->second));
        return;
    }
    m_root = document.object();
}

JsonPart JsonForm::root()
{
    return {*this, m_root, {}};
}

Done JsonForm::verdict() const
{
    return m_problem ? Done(Failure(*m_problem)) : Done();
}

void JsonForm::complain(const QString &pointer, const QString &what)
{
    QString known = pointer; // a member that is missing has the line of what it is missing in
    while (!m_lines.contains(known) && !known.isEmpty()) {
        known = known.left(known.lastIndexOf(u'/'));
    }
    const QString member = pointer.isEmpty() ? QString() : pointer + u": "_s;
    complainAt(m_lines.value(known, 1), member + what);
}

void JsonForm::complainAt(int line, const QString &what)
{
    if (!m_problem) {
        m_problem
            = Error{.code = ErrorCode::Usage, .detail = u"%1, line %2: %3"_s.arg(m_name).arg(line).arg(what)};
    }
}

JsonPart::JsonPart(JsonForm &form, const QJsonValue &value, const QString &pointer)
    : m_form(&form)
    , m_value(value)
    , m_object(value.toObject())
    , m_pointer(pointer)
{
}

QString JsonPart::pointerTo(const QString &key) const
{
    return below(m_pointer, key);
}

void JsonPart::complain(const QString &what) const
{
    m_form->complain(m_pointer, what);
}

void JsonPart::complain(const QString &key, const QString &what) const
{
    m_form->complain(pointerTo(key), what);
}

void JsonPart::allow(const QStringList &keys) const
{
    if (!m_value.isObject()) {
        complain(u"must be an object: {…}"_s);
        return;
    }
    for (const QString &key : m_object.keys()) {
        if (!keys.contains(key)) {
            complain(key, u"is not known here; there is: %1"_s.arg(keys.join(u", "_s)));
        }
    }
}

QString JsonPart::text(const QString &key) const
{
    const QString found = textOr(key, {});
    if (found.isEmpty()) {
        complain(key, u"must be text, and not empty"_s);
    }
    return found;
}

QString JsonPart::textOr(const QString &key, const QString &otherwise) const
{
    if (!has(key)) {
        return otherwise;
    }
    return JsonPart(*m_form, m_object.value(key), pointerTo(key)).asText();
}

bool JsonPart::flag(const QString &key, bool otherwise) const
{
    if (has(key) && !m_object.value(key).isBool()) {
        complain(key, u"must be true or false"_s);
    }
    return m_object.value(key).toBool(otherwise);
}

int JsonPart::number(const QString &key, int otherwise) const
{
    const double value = m_object.value(key).toDouble(0.5); // no number is no whole number
    const bool isWhole = value == std::floor(value) && std::abs(value) <= std::numeric_limits<int>::max();
    if (has(key) && !isWhole) {
        complain(key, u"must be a whole number"_s);
    }
    return has(key) && isWhole ? int(value) : otherwise;
}

JsonPart JsonPart::object(const QString &key) const
{
    if (has(key) && !m_object.value(key).isObject()) {
        complain(key, u"must be an object: {…}"_s);
    }
    return {*m_form, m_object.value(key).toObject(), pointerTo(key)};
}

QList<JsonPart> JsonPart::elements(const QString &key) const
{
    if (has(key) && !m_object.value(key).isArray()) {
        complain(key, u"must be a list: […]"_s);
    }
    QList<JsonPart> parts;
    const QJsonArray array = m_object.value(key).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        parts.append(JsonPart(*m_form, array[i], below(pointerTo(key), QString::number(i))));
    }
    return parts;
}

QString JsonPart::asText() const
{
    if (!m_value.isString()) {
        complain(u"must be text in quotation marks"_s);
    }
    return m_value.toString();
}

} // namespace fw

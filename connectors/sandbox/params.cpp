#include "connectors/sandbox/params.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

QString asText(const QJsonValue &value)
{
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}
} // namespace

Params::Params(const HttpRequest &request) : Params(request.query)
{
    const QByteArray type = request.headers.value("content-type");
    if (type.startsWith("application/json")) {
        addJson(request.body);
    } else {
        addForm(request.body);
    }
}

Params::Params(const QUrlQuery &query)
{
    const auto entries = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : entries) {
        m_values.insert(name, value);
    }
}

void Params::addForm(const QByteArray &form)
{
    const QList<QByteArray> pairs = form.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0) {
            m_values.insert(decoded(pair.left(equals)), decoded(pair.mid(equals + 1)));
        }
    }
}

void Params::addJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        m_values.insert(entry.key(), asText(entry.value()));
    }
}

bool Params::flag(const QString &name) const
{
    const QString text = value(name);
    return text == "true"_L1 || text == "1"_L1;
}

QJsonObject Params::object(const QString &name) const
{
    return QJsonDocument::fromJson(value(name).toUtf8()).object();
}

QByteArray credentialsOf(const HttpRequest &request, const QByteArray &scheme)
{
    const QByteArray header = request.headers.value("authorization");
    return header.left(scheme.size() + 1).toLower() == scheme + ' ' ? header.mid(scheme.size() + 1).trimmed()
                                                                    : QByteArray();
}

} // namespace fw::sandbox

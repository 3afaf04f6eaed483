#include "connectors/sandbox/facebook/graph_error.h"

#include <QCryptographicHash>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
QString traceId(quint64 trace)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArray::number(trace), QCryptographicHash::Sha1);
    return u'A' + QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding)).left(22);
}

QString wordsOf(int code)
{
    static const QHash<int, QString> words{
        {1, u"An unknown error occurred"_s},
        {2, u"Service temporarily unavailable"_s},
        {4, u"(#4) Application request limit reached"_s},
        {10, u"(#10) Application does not have permission for this action"_s},
        {17, u"(#17) User request limit reached"_s},
        {32, u"(#32) Page request limit reached"_s},
        {190, u"Error validating access token: The session is invalid."_s},
        {200, u"(#200) Permissions error"_s},
        {341, u"(#341) Application limit reached"_s},
        {368, u"The action attempted has been deemed abusive or is otherwise disallowed"_s},
        {506, u"(#506) Duplicate status message"_s},
        {551, u"(#551) This person isn't available right now."_s},
        {613, u"(#613) Calls to this api have exceeded the rate limit."_s},
        {10900, u"(#10900) Activity already replied to"_s},
        {10903, u"(#10903) This user cant reply to this activity"_s},
        {80001,
            u"(#80001) There have been too many calls to this Page account. Wait a bit and try again. For "
            u"more info, "
            "please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting."_s},
        {80006,
            u"(#80006) There have been too many messenger calls to this Page account. Wait a bit and try "
            u"again. For more "
            "info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting."_s},
    };
    return words.value(code, u"(#%1) Request failed"_s.arg(code));
}
} // namespace

HttpAnswer toAnswer(const GraphError &error, quint64 trace)
{
    QJsonObject body{{u"message"_s, error.message}, {u"type"_s, error.type}, {u"code"_s, error.code}};
    if (error.subcode != 0) {
        body.insert(u"error_subcode"_s, error.subcode);
    }
    if (error.isTransient) {
        body.insert(u"is_transient"_s, true);
    }
    body.insert(u"fbtrace_id"_s, traceId(trace));
    return {.status = error.status,
        .body = {{u"error"_s, body}},
        .headers
        = {{"www-authenticate", "OAuth \"Facebook Platform\" \"invalid_request\" \"the call was refused\""}}};
}

GraphError invalidParameter(const QString &what)
{
    return {.code = 100, .message = u"(#100) "_s + what};
}

GraphError unknownField(const QString &field, const QString &type)
{
    return {.code = 100,
        .message = u"(#100) Tried accessing nonexisting field (%1) on node type (%2)"_s.arg(field, type)};
}

GraphError missingObject(const QString &id, const QString &method)
{
    return {.code = 100,
        .message
        = u"Unsupported %1 request. Object with ID '%2' does not exist, cannot be loaded due to missing "
          "permissions, or does not support this operation. Please read the Graph API documentation at "
          "https://developers.facebook.com/docs/graph-api"_s.arg(method.toLower(), id),
        .subcode = 33,
        .type = u"GraphMethodException"_s};
}

GraphError missingPermission(const QString &permission)
{
    const bool isReading = permission.startsWith("pages_read"_L1); // 283 is documented for comments
    const int code = isReading ? 283 : 200;
    return {.code = code,
        .message = u"(#%1) Requires %2 permission to manage the object"_s.arg(code).arg(permission),
        .status = 403};
}

GraphError deadToken(int subcode)
{
    const bool isExpired = subcode == 463;
    return {.code = 190,
        .message = isExpired ? u"Error validating access token: Session has expired."_s
                             : u"Error validating access token: The session has been invalidated because the "
                               u"user changed their password "
                               "or Facebook has changed the session for security reasons."_s,
        .subcode = subcode,
        .status = 401};
}

GraphError blockedForPolicy()
{
    return usualError(368, 0);
}

GraphError outsideWindow()
{
    return {.code = 10,
        .message
        = u"(#10) This message is sent outside of allowed window. Learn more about the new policy here: "
          "https://developers.facebook.com/docs/messenger-platform/policy-overview"_s,
        .subcode = 2018278};
}

GraphError usualError(int code, int subcode)
{
    if (code == 190) {
        return deadToken(subcode == 0 ? 460 : subcode);
    }
    const bool isTransient = code == 1 || code == 2;
    return {.code = code,
        .message = wordsOf(code),
        .subcode = subcode,
        .status = isTransient ? 500 : 400,
        .isTransient = isTransient};
}

} // namespace fw::sandbox::facebook

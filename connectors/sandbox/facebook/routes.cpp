#include "connectors/sandbox/facebook/routes.h"

#include "connectors/sandbox/facebook/operations.h"

#include <QRegularExpression>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
QStringList partsOf(const QString &path)
{
    static const QRegularExpression version(u"^v[0-9]{1,3}\\.[0-9]$"_s);
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty() && version.match(parts.first()).hasMatch()) {
        parts.removeFirst();
    }
    return parts;
}

QString readOperation(const QString &edge)
{
    static const QHash<QString, QString> known{{u"comments"_s, kComments}, {u"likes"_s, kLikes},
        {u"reactions"_s, kLikes}, {u"conversations"_s, kConversations}, {u"messages"_s, kMessages},
        {u"accounts"_s, kAccounts}};
    return edge.isEmpty() ? QString(kNode) : known.value(edge, kFeed);
}

QString writeOperation(const HttpRequest &request, const QString &edge, bool isDelete)
{
    if (edge == "likes"_L1) {
        return kLike;
    }
    if (isDelete) {
        return edge.isEmpty() ? QString(kRemove) : QString();
    }
    if (edge == "messages"_L1) {
        const bool isPrivateReply = Params(request).object(u"recipient"_s).contains(u"comment_id"_s);
        return isPrivateReply ? kPrivateReply : kMessage;
    }
    return edge == "comments"_L1 ? QString(kComment)
        : edge == "feed"_L1      ? QString(kPost)
        : edge.isEmpty()         ? QString(kChange)
                                 : QString();
}
} // namespace

GraphPath graphPathOf(const QString &path)
{
    const QStringList parts = partsOf(path);
    return parts.size() > 2 ? GraphPath{} : GraphPath{.object = parts.value(0), .edge = parts.value(1)};
}

Call callOf(const HttpRequest &request)
{
    const QStringList parts = partsOf(request.path);
    const QString whole = parts.join(u'/');
    if (whole == "dialog/oauth"_L1 || whole == "oauth/access_token"_L1 || whole == "debug_token"_L1) {
        return {.operation = kSignIn, .subject = whole};
    }
    if (parts.size() > 2) {
        return {};
    }
    const bool isMany = request.query.hasQueryItem(u"ids"_s);
    if (request.method == "GET") {
        const QString edge = isMany ? parts.value(0) : parts.value(1);
        return parts.isEmpty() && !isMany ? Call{}
                                          : Call{.operation = readOperation(edge), .subject = parts.value(0)};
    }
    if (request.method == "POST" && parts.isEmpty()) {
        return {.operation = kBatch, .isWrite = true};
    }
    const bool isDelete = request.method == "DELETE"
        || (request.method == "POST" && Params(request).value(u"method"_s).toLower() == "delete"_L1);
    if (parts.isEmpty() || (request.method != "POST" && !isDelete)) {
        return {};
    }
    return {.operation = writeOperation(request, parts.value(1), isDelete),
        .isWrite = true,
        .subject = parts.first()};
}

} // namespace fw::sandbox::facebook

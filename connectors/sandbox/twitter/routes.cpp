#include "connectors/sandbox/twitter/routes.h"

#include "connectors/sandbox/twitter/operations.h"

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
Call postCallOf(const QByteArray &method, const QStringList &path)
{
    const bool isGet = method == "GET";
    if (path.size() == 2 && (isGet || method == "POST")) {
        return Call{isGet ? kLookup : kCreate, !isGet, {}};
    }
    if (path.size() == 3 && (isGet || method == "DELETE")) {
        return Call{isGet ? kLookupOne : kDelete, !isGet, path.at(2)};
    }
    if (path.size() == 4 && method == "PUT" && path.at(3) == "hidden"_L1) {
        return Call{kHide, true, path.at(2)};
    }
    return {};
}

/// The subject is a conversation, "with/" and a person, or nothing for all there are.
Call messageCallOf(const QByteArray &method, const QStringList &path)
{
    if (path.size() == 2 && path.at(1) == "dm_events"_L1 && method == "GET") {
        return Call{kMessages, false, {}};
    }
    const bool isWith = path.value(2) == "with"_L1;
    const bool isPlace = path.value(1) == "dm_conversations"_L1 && path.size() == (isWith ? 5 : 4);
    const QString subject = isWith ? u"with/"_s + path.value(3) : path.value(2);
    if (isPlace && path.constLast() == "dm_events"_L1 && method == "GET") {
        return Call{kMessages, false, subject};
    }
    if (isPlace && path.constLast() == "messages"_L1 && method == "POST") {
        return Call{kMessageCreate, true, subject};
    }
    return {};
}

Call userCallOf(const QStringList &path)
{
    const QString subject = path.value(2);
    if (path.size() == 3 && subject == "me"_L1) {
        return Call{kMe, false, {}};
    }
    if (path.size() == 5 && subject == "by"_L1 && path.at(3) == "username"_L1) {
        return Call{kUser, false, path.at(4)};
    }
    if (path.size() == 4 && (path.at(3) == "mentions"_L1 || path.at(3) == "tweets"_L1)) {
        return Call{path.at(3) == "mentions"_L1 ? kMentions : kOwn, false, subject};
    }
    return {};
}

Call signInCallOf(const QByteArray &method, const QString &what)
{
    const bool isPage = what == "authorize"_L1 && method == "GET";
    const bool isToken = (what == "token"_L1 || what == "revoke"_L1) && method == "POST";
    return isPage || isToken ? Call{kSignIn, false, what} : Call{};
}
} // namespace

Call callOf(const HttpRequest &request)
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    if (path.value(1) == "oauth2"_L1 && path.size() == 3) {
        return signInCallOf(request.method, path.at(2));
    }
    if (path.value(0) == "2"_L1 && path.value(1) == "tweets"_L1) {
        return postCallOf(request.method, path);
    }
    if (path.value(0) == "2"_L1 && path.value(1) == "users"_L1 && request.method == "GET") {
        return userCallOf(path);
    }
    return path.value(0) == "2"_L1 ? messageCallOf(request.method, path) : Call();
}

} // namespace fw::sandbox::twitter

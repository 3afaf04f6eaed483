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
} // namespace

Call callOf(const HttpRequest &request)
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    if (path.value(0) == "2"_L1 && path.value(1) == "tweets"_L1) {
        return postCallOf(request.method, path);
    }
    if (path.value(0) == "2"_L1 && path.value(1) == "users"_L1 && request.method == "GET") {
        return userCallOf(path);
    }
    return {};
}

} // namespace fw::sandbox::twitter

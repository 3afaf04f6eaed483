#include "connectors/sandbox/twitter/reads.h"

#include "connectors/sandbox/twitter/wire_json.h"

#include <QRegularExpression>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
// docs.x.com/x-api/posts/timelines/integrate: only so many of the newest can be reached.
constexpr qsizetype kMentionsReach = 800;
constexpr qsizetype kTimelineReach = 3200;
constexpr qsizetype kMostIds = 100;

const QStringList kTimelineParameters{
    u"max_results"_s, u"since_id"_s, u"until_id"_s, u"start_time"_s, u"end_time"_s, u"pagination_token"_s};

BadParameter badId(const QString &parameter, const QString &value)
{
    return {parameter, value,
        u"The `%1` query parameter value [%2] does not match ^[0-9]{1,19}$"_s.arg(parameter, value)};
}
} // namespace

bool isRemoteId(const QString &text)
{
    static const QRegularExpression pattern(u"^[0-9]{1,19}$"_s);
    return pattern.match(text).hasMatch();
}

HttpAnswer Reads::me(const QUrlQuery &query) const
{
    QList<BadParameter> bad;
    const Selection selection
        = readSelection(query, {.answersPosts = false}, m_state.scenario.vocabulary, bad);
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    const World &world = m_state.world;
    return {
        .body = {{u"data"_s, WireJson(world, selection, m_state.scenario.wrapsLinks).person(world.brand())}}};
}

HttpAnswer Reads::userByHandle(const QString &handle, const QUrlQuery &query) const
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9_]{1,15}$"_s);
    QList<BadParameter> bad;
    const Selection selection
        = readSelection(query, {.answersPosts = false}, m_state.scenario.vocabulary, bad);
    if (!pattern.match(handle).hasMatch()) {
        bad.append({u"username"_s, handle,
            u"The `username` query parameter value [%1] does not match ^[A-Za-z0-9_]{1,15}$"_s.arg(handle)});
    }
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    const Person *person = m_state.world.personByHandle(handle);
    if (person == nullptr || !person->isAvailable) {
        return {.body = {{u"errors"_s,
                    QJsonArray{notFound(u"user"_s, u"username"_s, handle, selection.usesPostNames)}}}};
    }
    return {.body
        = {{u"data"_s, WireJson(m_state.world, selection, m_state.scenario.wrapsLinks).person(*person)}}};
}

const Person *Reads::owner(const QString &userId, QList<BadParameter> &bad) const
{
    if (!isRemoteId(userId)) {
        bad.append(badId(u"id"_s, userId));
        return nullptr;
    }
    const Person *person = m_state.world.person(userId.toLongLong());
    return person != nullptr && person->isAvailable ? person : nullptr;
}

HttpAnswer Reads::mentions(const QString &userId, const QUrlQuery &query, const PageFault &fault) const
{
    QList<BadParameter> bad;
    const Selection selection
        = readSelection(query, {.parameters = kTimelineParameters}, m_state.scenario.vocabulary, bad);
    const TimelineQuery timeline = readTimelineQuery(query, bad);
    const Person *person = owner(userId, bad);
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    if (person == nullptr) {
        return {.body
            = {{u"errors"_s, QJsonArray{notFound(u"user"_s, u"id"_s, userId, selection.usesPostNames)}}}};
    }
    // Only the brand's mentions are simulated; nobody mentions anybody else.
    const bool isBrand = person->id == m_state.world.brand().id;
    return page(
        isBrand ? m_state.world.mentions(kMentionsReach) : QList<const Post *>(), timeline, selection, fault);
}

HttpAnswer Reads::timeline(const QString &userId, const QUrlQuery &query, const PageFault &fault) const
{
    QList<BadParameter> bad;
    const Endpoint endpoint{.parameters = kTimelineParameters + QStringList{u"exclude"_s}};
    const Selection selection = readSelection(query, endpoint, m_state.scenario.vocabulary, bad);
    const TimelineQuery timeline = readTimelineQuery(query, bad);
    const Person *person = owner(userId, bad);
    const QStringList excluded
        = query.queryItemValue(u"exclude"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
    for (const QString &kind : excluded) {
        if (kind != "replies"_L1 && kind != "retweets"_L1) {
            bad.append({u"exclude"_s, kind,
                u"The `exclude` query parameter value [%1] is not one of [replies,retweets]"_s.arg(kind)});
        }
    }
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    if (person == nullptr) {
        return {.body
            = {{u"errors"_s, QJsonArray{notFound(u"user"_s, u"id"_s, userId, selection.usesPostNames)}}}};
    }
    const Instant visibleUntil = m_state.simulation.time.now() - m_state.scenario.visibleLag;
    QList<const Post *> posts = m_state.world.postsBy(person->id, kTimelineReach, visibleUntil);
    if (excluded.contains("replies"_L1)) {
        posts.removeIf([](const Post *post) { return post->parent != 0; });
    }
    return page(posts, timeline, selection, fault);
}

HttpAnswer Reads::page(const QList<const Post *> &newestFirst, const TimelineQuery &timeline,
    const Selection &selection, const PageFault &fault) const
{
    const TimelinePage page = cutPage(newestFirst, timeline, fault);
    QJsonObject body;
    if (!page.posts.isEmpty()) {
        const WireJson json(m_state.world, selection, m_state.scenario.wrapsLinks);
        QJsonArray entries;
        for (const Post *post : page.posts) {
            entries.append(json.post(*post));
        }
        body.insert(u"data"_s, entries);
        json.addIncludes(page.posts, body);
    }
    body.insert(u"meta"_s, page.meta());
    return {.body = body};
}

HttpAnswer Reads::posts(const QUrlQuery &query) const
{
    QList<BadParameter> bad;
    const Selection selection
        = readSelection(query, {.parameters = {u"ids"_s}}, m_state.scenario.vocabulary, bad);
    const QString list = query.queryItemValue(u"ids"_s, QUrl::FullyDecoded);
    const QStringList ids = list.split(u',', Qt::SkipEmptyParts);
    if (ids.isEmpty() || ids.size() > kMostIds) {
        bad.append({u"ids"_s, list, u"The `ids` query parameter must have between 1 and 100 values"_s});
    }
    for (const QString &id : ids) {
        if (!isRemoteId(id)) {
            bad.append(badId(u"ids"_s, id));
        }
    }
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    const WireJson json(m_state.world, selection, m_state.scenario.wrapsLinks);
    QJsonArray entries;
    QJsonArray errors;
    QList<const Post *> found;
    for (const QString &id : ids) {
        if (const Post *post = m_state.world.visiblePost(id.toLongLong())) {
            entries.append(json.post(*post));
            found.append(post);
        } else {
            errors.append(notFound(u"tweet"_s, u"ids"_s, id, selection.usesPostNames));
        }
    }
    QJsonObject body;
    if (!entries.isEmpty()) {
        body.insert(u"data"_s, entries);
    }
    if (!errors.isEmpty()) {
        body.insert(u"errors"_s, errors);
    }
    json.addIncludes(found, body);
    return {.body = body};
}

HttpAnswer Reads::post(const QString &id, const QUrlQuery &query) const
{
    QList<BadParameter> bad;
    const Selection selection = readSelection(query, {}, m_state.scenario.vocabulary, bad);
    if (!isRemoteId(id)) {
        bad.append(badId(u"id"_s, id));
    }
    if (!bad.isEmpty()) {
        return invalidRequest(bad);
    }
    const Post *post = m_state.world.visiblePost(id.toLongLong());
    if (post == nullptr) {
        return {
            .body = {{u"errors"_s, QJsonArray{notFound(u"tweet"_s, u"id"_s, id, selection.usesPostNames)}}}};
    }
    const WireJson json(m_state.world, selection, m_state.scenario.wrapsLinks);
    QJsonObject body{{u"data"_s, json.post(*post)}};
    json.addIncludes({post}, body);
    return {.body = body};
}

} // namespace fw::sandbox::twitter

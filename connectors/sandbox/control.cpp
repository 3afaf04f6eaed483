#include "connectors/sandbox/control.h"

#include <QJsonDocument>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
HttpAnswer complaint(int status, const QString &error)
{
    return {.status = status, .body = {{u"error"_s, error}}};
}

HttpAnswer done()
{
    return {.body = {{u"ok"_s, true}}};
}
} // namespace

HttpAnswer Control::answer(const HttpRequest &request)
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts).mid(1);
    if (request.method == "GET" && path.size() == 1) {
        return look(path.first());
    }
    if (request.method == "DELETE" && path.value(0) == "posts"_L1 && path.size() == 2) {
        return removePost(path.at(1));
    }
    if (request.method == "DELETE" && path == QStringList{u"faults"_s}) {
        m_simulation.faults.replace({});
        return done();
    }
    if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        return document.isObject() ? steer(path, document.object())
                                   : complaint(400, u"the body must be a JSON object"_s);
    }
    return complaint(404, u"no such control; docs/sandbox.md lists them"_s);
}

HttpAnswer Control::look(const QString &what)
{
    if (what == "state"_L1) {
        return state();
    }
    if (what == "posts"_L1) {
        return posts();
    }
    if (what == "requests"_L1) {
        return requests();
    }
    return complaint(404, u"no such view; there are state, posts and requests"_s);
}

HttpAnswer Control::steer(const QStringList &path, const QJsonObject &body)
{
    const QString what = path.value(0);
    if (what == "posts"_L1 && path.size() == 1) {
        return addPost(body);
    }
    if (what == "posts"_L1 && path.size() == 3 && path.at(2) == "edit"_L1) {
        return editPost(path.at(1), body);
    }
    if (what == "authors"_L1 && path.size() == 2) {
        return setAuthor(path.at(1), body);
    }
    if (path.size() != 1) {
        return complaint(404, u"no such control; docs/sandbox.md lists them"_s);
    }
    if (what == "faults"_L1) {
        return setFaults(body);
    }
    if (what == "windows"_L1) {
        return setWindow(body);
    }
    if (what == "clock"_L1) {
        return moveClock(body);
    }
    return what == "lock"_L1 ? setLocked(body)
                             : complaint(404, u"no such control; docs/sandbox.md lists them"_s);
}

HttpAnswer Control::state()
{
    const World &world = m_simulation.world;
    const Instant now = m_simulation.time.now();
    qint64 brandPosts = 0;
    qint64 peoplesPosts = 0;
    for (const Post &post : world.posts()) {
        if (!post.isDeleted && !post.isSuperseded) {
            ++(world.isBrand(post) ? brandPosts : peoplesPosts);
        }
    }
    const Person &brand = world.brand();
    return {
        .body = {{u"now"_s, toIso(now)},
            {u"brand"_s,
                QJsonObject{{u"id"_s, QString::number(brand.id)}, {u"handle"_s, brand.handle},
                    {u"name"_s, brand.name}}},
            {u"brand_posts"_s, brandPosts}, {u"people_posts"_s, peoplesPosts},
            {u"mentions"_s,
                static_cast<qint64>(world.mentions(std::numeric_limits<qsizetype>::max()).size())},
            {u"people"_s, static_cast<qint64>(world.people().size()) - 1},
            {u"requests"_s, static_cast<qint64>(m_simulation.requests.size())},
            {u"locked"_s, m_simulation.isLocked}, {u"refusals_in_a_row"_s, m_simulation.refusalsInARow},
            {u"windows"_s, m_simulation.windows.toJson(now)}, {u"faults"_s, m_simulation.faults.toJson()}}};
}

QJsonObject Control::postJson(const Post &post) const
{
    const Person *author = m_simulation.world.person(post.author);
    return {{u"id"_s, QString::number(post.id)}, {u"author"_s, author->handle}, {u"text"_s, post.text},
        {u"in_reply_to"_s, post.parent == 0 ? QString() : QString::number(post.parent)},
        {u"thread"_s, QString::number(post.root)},
        {u"first_version"_s, QString::number(post.versions.constFirst())},
        {u"created_at"_s, toIso(post.createdAt)}, {u"by_brand"_s, m_simulation.world.isBrand(post)},
        {u"mentions_brand"_s, m_simulation.world.mentionsBrand(post)}, {u"superseded"_s, post.isSuperseded},
        {u"deleted"_s, post.isDeleted}};
}

HttpAnswer Control::posts() const
{
    QJsonArray list;
    for (const Post &post : m_simulation.world.posts()) {
        list.append(postJson(post));
    }
    return {.body = {{u"posts"_s, list}}};
}

HttpAnswer Control::requests() const
{
    QJsonArray list;
    for (const SeenRequest &seen : m_simulation.requests) {
        list.append(QJsonObject{{u"at"_s, toIso(seen.at)}, {u"method"_s, QString::fromLatin1(seen.method)},
            {u"path"_s, seen.path}, {u"operation"_s, seen.operation}, {u"connection"_s, seen.connection},
            {u"status"_s, seen.status == 0 ? QJsonValue(u"none"_s) : QJsonValue(seen.status)},
            {u"carried_out"_s, seen.isCarriedOut}, {u"post"_s, seen.postId}, {u"fault"_s, seen.fault}});
    }
    return {.body = {{u"requests"_s, list}}};
}

HttpAnswer Control::addPost(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"author"_s, u"text"_s, u"in_reply_to"_s});
    const QString author = reader.requiredText(u"author"_s);
    const QString text = reader.requiredText(u"text"_s);
    const qint64 parent = reader.text(u"in_reply_to"_s).toLongLong();
    if (reader.has(u"in_reply_to"_s) && m_simulation.world.visiblePost(parent) == nullptr) {
        reader.fail(u"in_reply_to"_s, u"no such post"_s);
    }
    if (!problem.isEmpty()) {
        return complaint(400, problem);
    }
    const Instant now = m_simulation.time.now();
    const Person &person
        = m_simulation.world.addPerson({.handle = author, .followers = 100, .joinedAt = now});
    return {.status = 201, .body = postJson(m_simulation.world.add(person.id, text, parent, now))};
}

HttpAnswer Control::editPost(const QString &id, const QJsonObject &body)
{
    const QString text = body.value(u"text"_s).toString();
    const Post *next
        = text.isEmpty() ? nullptr : m_simulation.world.edit(id.toLongLong(), text, m_simulation.time.now());
    return next != nullptr
        ? HttpAnswer{.status = 201, .body = postJson(*next)}
        : complaint(
            404, u"text must not be empty, and the post must be the newest version of one that exists"_s);
}

HttpAnswer Control::removePost(const QString &id)
{
    return m_simulation.world.remove(id.toLongLong()) ? done() : complaint(404, u"no such post"_s);
}

HttpAnswer Control::setFaults(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"rules"_s});
    QList<FaultRule> rules;
    for (JsonReader &entry : reader.objects(u"rules"_s)) {
        rules.append(readFaultRule(entry));
    }
    if (!problem.isEmpty()) {
        return complaint(400, problem);
    }
    m_simulation.faults.replace(rules);
    return done();
}

HttpAnswer Control::setWindow(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"name"_s, u"operation"_s, u"limit"_s});
    const QString name = reader.requiredText(u"name"_s);
    const auto operation = operationFromString(reader.requiredText(u"operation"_s));
    const auto limit = static_cast<int>(reader.whole(u"limit"_s, -1, 0, 1'000'000));
    if (limit < 0) {
        reader.fail(u"limit"_s, u"is missing"_s);
    }
    if (!problem.isEmpty()) {
        return complaint(400, problem);
    }
    const bool isSet = operation && m_simulation.windows.setLimit(*operation, name, limit);
    return isSet ? done() : complaint(404, u"no such window; GET /sandbox/state lists them"_s);
}

HttpAnswer Control::moveClock(const QJsonObject &body)
{
    constexpr qint64 kMostMs = 366LL * 24 * 3600 * 1000;
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"advance_ms"_s});
    const qint64 advance = reader.whole(u"advance_ms"_s, 0, 0, kMostMs);
    if (!problem.isEmpty()) {
        return complaint(400, problem);
    }
    m_simulation.time.skip(milliseconds(advance));
    m_simulation.schedule.runUntil(m_simulation.time.now());
    return {.body = {{u"now"_s, toIso(m_simulation.time.now())}}};
}

HttpAnswer Control::setLocked(const QJsonObject &body)
{
    if (!body.value(u"locked"_s).isBool()) {
        return complaint(400, u"locked: must be true or false"_s);
    }
    m_simulation.isLocked = body.value(u"locked"_s).toBool();
    m_simulation.refusalsInARow = 0;
    return done();
}

HttpAnswer Control::setAuthor(const QString &handle, const QJsonObject &body)
{
    if (!body.value(u"available"_s).isBool()) {
        return complaint(400, u"available: must be true or false"_s);
    }
    return m_simulation.world.setAvailable(handle, body.value(u"available"_s).toBool())
        ? done()
        : complaint(404, u"no such author"_s);
}

} // namespace fw::sandbox

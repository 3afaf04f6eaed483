#include "connectors/sandbox/twitter/twitter_control.h"

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

HttpAnswer TwitterControl::answer(const ControlRequest &request)
{
    QString id;
    if (request.is("GET posts")) {
        return posts();
    }
    if (request.is("POST posts")) {
        return addPost(request.body);
    }
    if (request.is("POST posts/*/edit", &id)) {
        return editPost(id, request.body);
    }
    if (request.is("DELETE posts/*", &id)) {
        return removePost(id);
    }
    if (request.is("POST authors/*", &id)) {
        return setAuthor(id, request.body);
    }
    if (request.is("GET messages")) {
        return messages();
    }
    if (request.is("POST messages")) {
        return addMessage(request.body);
    }
    if (request.is("POST cap")) {
        return setCap(request.body);
    }
    if (request.is("POST refuse")) {
        return setRefusing(request.body);
    }
    return request.is("POST lock") ? setLocked(request.body) : controlUnknown();
}

QJsonObject TwitterControl::state() const
{
    const World &world = m_state.world;
    qint64 brandPosts = 0;
    qint64 peoplesPosts = 0;
    for (const Post &post : world.posts()) {
        if (!post.isDeleted && !post.isSuperseded) {
            ++(world.isBrand(post) ? brandPosts : peoplesPosts);
        }
    }
    return {{u"brand_posts"_s, brandPosts}, {u"people_posts"_s, peoplesPosts},
        {u"mentions"_s, static_cast<qint64>(world.mentions(std::numeric_limits<qsizetype>::max()).size())},
        {u"people"_s, static_cast<qint64>(world.people().size()) - 1}, {u"locked"_s, m_state.isLocked},
        {u"refusals_in_a_row"_s, m_state.refusalsInARow}};
}

QJsonObject TwitterControl::postJson(const Post &post) const
{
    const Person *author = m_state.world.person(post.author);
    return {{u"id"_s, QString::number(post.id)}, {u"author"_s, author->handle}, {u"text"_s, post.text},
        {u"in_reply_to"_s, post.parent == 0 ? QString() : QString::number(post.parent)},
        {u"thread"_s, QString::number(post.root)},
        {u"first_version"_s, QString::number(post.versions.constFirst())},
        {u"created_at"_s, toIso(post.createdAt)}, {u"by_brand"_s, m_state.world.isBrand(post)},
        {u"mentions_brand"_s, m_state.world.mentionsBrand(post)}, {u"superseded"_s, post.isSuperseded},
        {u"quoted"_s, post.quoted == 0 ? QString() : QString::number(post.quoted)},
        {u"hidden"_s, post.isHidden}, {u"deleted"_s, post.isDeleted}};
}

HttpAnswer TwitterControl::posts() const
{
    QJsonArray list;
    for (const Post &post : m_state.world.posts()) {
        list.append(postJson(post));
    }
    return {.body = {{u"posts"_s, list}}};
}

HttpAnswer TwitterControl::addPost(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"author"_s, u"text"_s, u"in_reply_to"_s, u"quoted"_s});
    const QString author = reader.requiredText(u"author"_s);
    const QString text = reader.requiredText(u"text"_s);
    const qint64 parent = reader.text(u"in_reply_to"_s).toLongLong();
    if (reader.has(u"in_reply_to"_s) && m_state.world.visiblePost(parent) == nullptr) {
        reader.fail(u"in_reply_to"_s, u"no such post"_s);
    }
    const qint64 quoted = reader.text(u"quoted"_s).toLongLong();
    if (reader.has(u"quoted"_s) && m_state.world.visiblePost(quoted) == nullptr) {
        reader.fail(u"quoted"_s, u"no such post"_s);
    }
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    const Instant now = m_state.simulation.time.now();
    const Person &person = m_state.world.addPerson({.handle = author, .followers = 100, .joinedAt = now});
    return {.status = 201, .body = postJson(m_state.world.add(person.id, text, parent, now, quoted))};
}

HttpAnswer TwitterControl::editPost(const QString &id, const QJsonObject &body)
{
    const QString text = body.value(u"text"_s).toString();
    const Post *next
        = text.isEmpty() ? nullptr : m_state.world.edit(id.toLongLong(), text, m_state.simulation.time.now());
    return next != nullptr
        ? HttpAnswer{.status = 201, .body = postJson(*next)}
        : controlComplaint(
            404, u"text must not be empty, and the post must be the newest version of one that exists"_s);
}

HttpAnswer TwitterControl::removePost(const QString &id)
{
    return m_state.world.remove(id.toLongLong()) ? controlDone() : controlComplaint(404, u"no such post"_s);
}

HttpAnswer TwitterControl::setLocked(const QJsonObject &body)
{
    if (!body.value(u"locked"_s).isBool()) {
        return controlComplaint(400, u"locked: must be true or false"_s);
    }
    m_state.isLocked = body.value(u"locked"_s).toBool();
    m_state.refusalsInARow = 0;
    return controlDone();
}

HttpAnswer TwitterControl::messages() const
{
    QJsonArray list;
    for (const DirectMessage &message : m_state.mailbox.all()) {
        const Person *sender = m_state.world.person(message.sender);
        const Person *person = m_state.world.person(message.person);
        list.append(QJsonObject{{u"id"_s, QString::number(message.id)}, {u"author"_s, sender->handle},
            {u"person"_s, person->handle}, {u"text"_s, message.text},
            {u"conversation"_s, conversationId(message.person, m_state.world.brand().id)},
            {u"created_at"_s, toIso(message.createdAt)}, {u"encrypted"_s, message.isEncrypted}});
    }
    return {.body = {{u"messages"_s, list}}};
}

HttpAnswer TwitterControl::addMessage(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"author"_s, u"text"_s, u"encrypted"_s});
    const QString author = reader.requiredText(u"author"_s);
    const QString text = reader.requiredText(u"text"_s);
    const bool isEncrypted = reader.flag(u"encrypted"_s, false);
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    const Instant now = m_state.simulation.time.now();
    const Person &person = m_state.world.addPerson({.handle = author, .followers = 100, .joinedAt = now});
    const DirectMessage &added = m_state.mailbox.add({.sender = person.id,
        .person = person.id,
        .text = text,
        .createdAt = now,
        .isEncrypted = isEncrypted});
    return {.status = 201, .body = {{u"id"_s, QString::number(added.id)}}};
}

HttpAnswer TwitterControl::setCap(const QJsonObject &body)
{
    m_state.capPeriod = body.value(u"period"_s).toString();
    m_state.capScope = body.value(u"scope"_s).toString(u"Product"_s);
    return controlDone();
}

HttpAnswer TwitterControl::setRefusing(const QJsonObject &body)
{
    m_state.refusingCode = body.value(u"code"_s).toInt();
    return controlDone();
}

HttpAnswer TwitterControl::setAuthor(const QString &handle, const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"available"_s, u"takes_messages"_s});
    const bool isAvailable = reader.flag(u"available"_s, true);
    const bool takesMessages = reader.flag(u"takes_messages"_s, true);
    if (!problem.isEmpty() || body.isEmpty()) {
        return controlComplaint(400, body.isEmpty() ? u"available: must be true or false"_s : problem);
    }
    const Person *known = m_state.world.personByHandle(handle);
    if (known == nullptr) {
        return controlComplaint(404, u"no such author"_s);
    }
    const bool isSet
        = m_state.world.setAvailable(handle, reader.has(u"available"_s) ? isAvailable : known->isAvailable)
        && m_state.world.setTakesMessages(
            handle, reader.has(u"takes_messages"_s) ? takesMessages : known->takesMessages);
    return isSet ? controlDone() : controlComplaint(404, u"no such author"_s);
}

} // namespace fw::sandbox::twitter

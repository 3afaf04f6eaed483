#include "connectors/sandbox/pinterest/pinterest_control.h"

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

HttpAnswer PinterestControl::answer(const ControlRequest &request)
{
    QString id;
    if (request.is("GET comments")) {
        return comments();
    }
    if (request.is("POST comments")) {
        return addComment(request.body);
    }
    if (request.is("POST comments/*/edit", &id)) {
        return editComment(id, request.body);
    }
    if (request.is("DELETE comments/*", &id)) {
        return removeComment(id);
    }
    if (request.is("GET pins")) {
        return pins();
    }
    if (request.is("POST pins")) {
        return addPin(request.body);
    }
    if (request.is("POST spam") || request.is("POST metrics") || request.is("POST followers")) {
        return setNumber(request.path.constFirst(), request.body);
    }
    if (request.is("POST lock")) {
        if (!request.body.value(u"locked"_s).isBool()) {
            return controlComplaint(400, u"locked: must be true or false"_s);
        }
        m_state.isLocked = request.body.value(u"locked"_s).toBool();
        return controlDone();
    }
    return controlUnknown();
}

QJsonObject PinterestControl::state() const
{
    qint64 brandComments = 0;
    qint64 peoplesComments = 0;
    for (const Comment &comment : m_state.world.comments()) {
        if (!comment.removedAt) {
            ++(comment.author == m_state.world.brand().username ? brandComments : peoplesComments);
        }
    }
    return {{u"brand_comments"_s, brandComments}, {u"people_comments"_s, peoplesComments},
        {u"pins"_s, static_cast<qint64>(m_state.world.pins().size())}, {u"locked"_s, m_state.isLocked},
        {u"spam_verdicts"_s, m_state.spamVerdicts}, {u"followers"_s, m_state.world.followers},
        {u"metrics_lag_s"_s, static_cast<qint64>(m_state.scenario.metricsLag.count() / 1000)}};
}

QJsonObject PinterestControl::commentJson(const Comment &comment) const
{
    return {{u"id"_s, comment.id}, {u"pin"_s, comment.pin}, {u"reply_to"_s, comment.root},
        {u"author"_s, comment.author}, {u"text"_s, comment.text}, {u"created_at"_s, toIso(comment.createdAt)},
        {u"by_brand"_s, comment.author == m_state.world.brand().username}, {u"edited"_s, comment.isEdited},
        {u"deleted"_s, comment.removedAt.has_value()}};
}

QJsonObject PinterestControl::pinJson(const Pin &pin) const
{
    return {{u"id"_s, pin.id}, {u"aggregated"_s, pin.aggregated}, {u"title"_s, pin.title},
        {u"author"_s, pin.author}, {u"board"_s, pin.board}, {u"by_brand"_s, m_state.world.isOurs(pin)},
        {u"created_at"_s, toIso(pin.createdAt)},
        {u"comments"_s, m_state.world.commentCount(pin.id, m_state.now())}};
}

HttpAnswer PinterestControl::comments() const
{
    QJsonArray list;
    for (const Comment &comment : m_state.world.comments()) {
        list.append(commentJson(comment));
    }
    return {.body = {{u"comments"_s, list}}};
}

HttpAnswer PinterestControl::pins() const
{
    QJsonArray list;
    for (const Pin &pin : m_state.world.pins()) {
        list.append(pinJson(pin));
    }
    return {.body = {{u"pins"_s, list}}};
}

HttpAnswer PinterestControl::addComment(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"author"_s, u"text"_s, u"pin"_s, u"reply_to"_s});
    const QString author = reader.requiredText(u"author"_s);
    const QString text = reader.requiredText(u"text"_s);
    const QString parent = reader.text(u"reply_to"_s);
    const Comment *answered = m_state.world.visibleComment(parent);
    if (reader.has(u"reply_to"_s) && answered == nullptr) {
        reader.fail(u"reply_to"_s, u"no such comment"_s);
    }
    const QString pin
        = answered != nullptr ? answered->pin : reader.text(u"pin"_s, m_state.world.pins().front().id);
    if (m_state.world.pin(pin) == nullptr) {
        reader.fail(u"pin"_s, u"no such pin; GET /sandbox/pinterest/pins lists them"_s);
    }
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    const QString root = answered == nullptr ? QString()
        : answered->root.isEmpty()           ? answered->id
                                             : answered->root;
    const Comment &made = m_state.world.addComment({.pin = pin,
        .root = root,
        .author = m_state.world.addPerson(author).username,
        .text = text,
        .createdAt = m_state.now()});
    return {.status = 201, .body = commentJson(made)};
}

HttpAnswer PinterestControl::editComment(const QString &id, const QJsonObject &body)
{
    Comment *comment = m_state.world.comment(id);
    const QString text = body.value(u"text"_s).toString();
    if (comment == nullptr || comment->removedAt || text.isEmpty()) {
        return controlComplaint(404, u"text must not be empty, and the comment must be there"_s);
    }
    comment->text = text;
    comment->isEdited = true;
    return {.body = commentJson(*comment)};
}

HttpAnswer PinterestControl::removeComment(const QString &id)
{
    if (m_state.world.visibleComment(id) == nullptr) {
        return controlComplaint(404, u"no such comment"_s);
    }
    m_state.world.removeComment(id, m_state.now());
    return controlDone();
}

HttpAnswer PinterestControl::addPin(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"kind"_s, u"author"_s, u"title"_s, u"minutes_ago"_s});
    const QString kind
        = reader.choice(u"kind"_s, {u"own"_s, u"collaborator"_s, u"domain"_s}, u"collaborator"_s);
    const QString author = reader.text(u"author"_s, u"studio_arne"_s);
    const QString title = reader.text(u"title"_s);
    const qint64 minutes = reader.whole(u"minutes_ago"_s, 0, 0, 365 * 24 * 60);
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    const Instant at = m_state.now() - milliseconds(minutes * 60'000);
    const Pin &made = kind == "own"_L1
        ? m_state.world.addPin({.title = title.isEmpty() ? u"New in store"_s : title,
            .board = m_state.world.boards().front().id,
            .author = m_state.world.brand().username,
            .createdAt = at})
        : addPinByOther(m_state.world, author, title, kind == "domain"_L1, at);
    return {.status = 201, .body = pinJson(made)};
}

HttpAnswer PinterestControl::setNumber(const QString &what, const QJsonObject &body)
{
    constexpr qint64 kMost = 1'000'000'000;
    const QString key = what == "metrics"_L1 ? u"lag_s"_s : u"count"_s;
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({key});
    const qint64 number = reader.whole(key, what == "spam"_L1 ? 1 : 0, 0, kMost);
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    if (what == "spam"_L1) {
        m_state.spamVerdicts = static_cast<int>(number);
    } else if (what == "followers"_L1) {
        m_state.world.followers = number;
    } else {
        m_state.scenario.metricsLag = milliseconds(number * 1000);
    }
    return controlDone();
}

} // namespace fw::sandbox::pinterest

#include "connectors/sandbox/facebook/facebook_control.h"

#include "connectors/sandbox/facebook/operations.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
HttpAnswer made(const QString &id)
{
    return {.status = 201, .body = {{u"id"_s, id}}};
}
} // namespace

HttpAnswer FacebookControl::ended(const HttpAnswer &answer) const
{
    return m_problem.isEmpty() ? answer : controlComplaint(400, m_problem);
}

HttpAnswer FacebookControl::answer(const ControlRequest &request)
{
    m_problem.clear();
    QString id;
    if (request.is("GET objects")) {
        return objects();
    }
    if (request.is("DELETE objects/*", &id)) {
        return m_state.world.remove(id) ? controlDone() : controlComplaint(404, u"no such object"_s);
    }
    if (const auto said = say(request)) {
        return ended(*said);
    }
    const auto steered = steer(request);
    return steered ? ended(*steered) : controlUnknown();
}

std::optional<HttpAnswer> FacebookControl::say(const ControlRequest &request)
{
    JsonReader reader(request.body, {}, &m_problem);
    QString id;
    if (request.is("POST comments")) {
        return addComment(reader);
    }
    if (request.is("POST posts")) {
        return addStory(reader, StoryKind::Own);
    }
    if (request.is("POST visitor_posts")) {
        return addStory(reader, StoryKind::Visitor);
    }
    if (request.is("POST tags")) {
        return addStory(reader, StoryKind::Tag);
    }
    if (request.is("POST ratings")) {
        return addRating(reader);
    }
    if (request.is("POST messages") || request.is("POST inbox")) {
        return addMessage(reader, request.path.first() == "inbox"_L1);
    }
    if (request.is("POST objects/*/edit", &id)) {
        return edit(id, reader);
    }
    return request.is("POST objects/*/hide", &id) ? std::optional(hide(id, reader)) : std::nullopt;
}

std::optional<HttpAnswer> FacebookControl::steer(const ControlRequest &request)
{
    JsonReader reader(request.body, {}, &m_problem);
    QString name;
    if (request.is("POST budget")) {
        return setBudget(reader);
    }
    if (request.is("POST lock")) {
        return setLock(reader);
    }
    if (request.is("POST permissions")) {
        return setPermissions(reader);
    }
    if (request.is("POST human_agent")) {
        m_state.scenario.hasHumanAgent = reader.flag(u"granted"_s, true);
        return controlDone();
    }
    if (request.is("POST restrict")) {
        m_state.isRestricted = reader.flag(u"restricted"_s, true);
        return controlDone();
    }
    if (request.is("POST tokens")) {
        return setToken(reader);
    }
    if (request.is("POST fail")) {
        return planFailures(reader);
    }
    return request.is("POST people/*", &name) ? std::optional(setPerson(name, reader)) : std::nullopt;
}

QString FacebookControl::authorOf(JsonReader &reader)
{
    if (reader.flag(u"as_page"_s, false)) {
        return m_state.world.page().id;
    }
    const QString name = reader.requiredText(u"author"_s);
    return m_problem.isEmpty() ? m_state.world.person(name).id : QString();
}

HttpAnswer FacebookControl::addStory(JsonReader &reader, StoryKind kind)
{
    reader.allow({u"author"_s, u"text"_s});
    const QString text = reader.requiredText(u"text"_s);
    const QString author = kind == StoryKind::Own ? m_state.world.page().id : authorOf(reader);
    return m_problem.isEmpty() ? made(m_state.world.addStory(kind, author, text, m_state.now()).id)
                               : HttpAnswer{};
}

HttpAnswer FacebookControl::addRating(JsonReader &reader)
{
    reader.allow({u"author"_s, u"text"_s, u"positive"_s});
    const QString author = authorOf(reader);
    if (!m_problem.isEmpty()) {
        return {};
    }
    Story &review = m_state.world.addStory(StoryKind::Review, author, reader.text(u"text"_s), m_state.now());
    review.isPositive = reader.flag(u"positive"_s, true);
    return made(review.id);
}

HttpAnswer FacebookControl::addComment(JsonReader &reader)
{
    reader.allow({u"author"_s, u"as_page"_s, u"parent"_s, u"text"_s, u"photo"_s});
    const bool hasPhoto = reader.flag(u"photo"_s, false);
    const QString text = hasPhoto ? reader.text(u"text"_s) : reader.requiredText(u"text"_s);
    const QString parent = reader.requiredText(u"parent"_s);
    const QString author = authorOf(reader);
    const Comment *added = m_problem.isEmpty()
        ? m_state.world.addComment(parent, author, text, hasPhoto, m_state.now())
        : nullptr;
    if (added == nullptr) {
        reader.fail(u"parent"_s, u"no such post or comment"_s);
        return {};
    }
    return made(added->id);
}

HttpAnswer FacebookControl::addMessage(JsonReader &reader, bool isFromPage)
{
    reader.allow({u"author"_s, u"text"_s, u"photo"_s});
    const bool hasPhoto = reader.flag(u"photo"_s, false);
    const QString text = hasPhoto ? reader.text(u"text"_s) : reader.requiredText(u"text"_s);
    const QString author = reader.requiredText(u"author"_s);
    if (!m_problem.isEmpty()) {
        return {};
    }
    Thread &thread = m_state.world.threadWith(m_state.world.person(author));
    const Message &added = m_state.world.addMessage(
        thread, isFromPage, text, hasPhoto, isFromPage ? u"web"_s : u"mobile"_s, m_state.now());
    return {.status = 201, .body = {{u"id"_s, added.id}, {u"thread"_s, thread.id}}};
}

HttpAnswer FacebookControl::edit(const QString &id, JsonReader &reader)
{
    reader.allow({u"text"_s});
    const QString text = reader.requiredText(u"text"_s);
    Comment *comment = m_state.world.comment(id);
    Story *story = m_state.world.story(id);
    if (comment == nullptr && story == nullptr) {
        return controlComplaint(404, u"no such post or comment"_s);
    }
    if (m_problem.isEmpty()) {
        (comment != nullptr ? comment->text : story->text) = text;
    }
    return controlDone();
}

HttpAnswer FacebookControl::hide(const QString &id, JsonReader &reader)
{
    reader.allow({u"hidden"_s});
    Comment *comment = m_state.world.comment(id);
    if (comment == nullptr) {
        return controlComplaint(404, u"no such comment"_s);
    }
    comment->isHidden = reader.flag(u"hidden"_s, true);
    return controlDone();
}

HttpAnswer FacebookControl::setBudget(JsonReader &reader)
{
    reader.allow({u"of"_s, u"users"_s, u"percent"_s});
    const QStringList names{u"app"_s, u"pages"_s, u"messenger"_s};
    const auto budget = static_cast<Budget>(names.indexOf(reader.choice(u"of"_s, names, u"pages"_s)));
    if (reader.has(u"users"_s)) {
        m_state.usage.setUsers(budget, reader.whole(u"users"_s, 10, 0, 1'000'000'000));
    }
    if (reader.has(u"percent"_s)) {
        m_state.usage.fill(budget, static_cast<int>(reader.whole(u"percent"_s, 0, 0, 1000)), m_state.now());
    }
    return controlDone();
}

HttpAnswer FacebookControl::setLock(JsonReader &reader)
{
    reader.allow({u"locked"_s, u"minutes"_s});
    const milliseconds length(60'000 * reader.whole(u"minutes"_s, 60, 1, 525'600));
    const bool isLocked = reader.flag(u"locked"_s, true);
    m_state.blockedUntil = isLocked ? std::optional(m_state.now() + length) : std::nullopt;
    return controlDone();
}

HttpAnswer FacebookControl::setPermissions(JsonReader &reader)
{
    reader.allow(permissionNames());
    for (const QString &name : permissionNames()) {
        if (reader.has(name)) {
            reader.flag(name, true) ? void(m_state.scenario.closedPermissions.remove(name))
                                    : void(m_state.scenario.closedPermissions.insert(name));
        }
    }
    return controlDone();
}

HttpAnswer FacebookControl::setPerson(const QString &name, JsonReader &reader)
{
    reader.allow({u"hidden"_s, u"blocked"_s});
    Person &person = m_state.world.person(name);
    person.isHidden = reader.flag(u"hidden"_s, person.isHidden);
    person.hasBlocked = reader.flag(u"blocked"_s, person.hasBlocked);
    return {.body = {{u"id"_s, person.id}, {u"psid"_s, person.psid}}};
}

HttpAnswer FacebookControl::setToken(JsonReader &reader)
{
    reader.allow({u"token"_s, u"valid"_s, u"subcode"_s});
    const QString token = reader.requiredText(u"token"_s);
    const int subcode = static_cast<int>(reader.whole(u"subcode"_s, 460, 1, 10'000));
    if (m_problem.isEmpty()) {
        m_state.tokens.setDead(token, reader.flag(u"valid"_s, false) ? 0 : subcode);
    }
    return controlDone();
}

HttpAnswer FacebookControl::planFailures(JsonReader &reader)
{
    reader.allow({u"code"_s, u"subcode"_s, u"count"_s, u"operation"_s});
    const PlannedFailure failure{.code = static_cast<int>(reader.whole(u"code"_s, 2, 1, 10'000'000)),
        .subcode = static_cast<int>(reader.whole(u"subcode"_s, 0, 0, 10'000'000)),
        .left = static_cast<int>(reader.whole(u"count"_s, 1, 1, 1'000'000)),
        .operation = reader.text(u"operation"_s)};
    if (!failure.operation.isEmpty() && !operations().contains(failure.operation)) {
        reader.fail(u"operation"_s, u"must be one of "_s + operations().join(u", "_s));
    }
    m_state.failures.append(failure);
    return controlDone();
}

HttpAnswer FacebookControl::objects() const
{
    const PageWorld &world = m_state.world;
    const auto nameOf = [&world](const QString &author) {
        return world.isPage(author) ? world.page().name : world.personById(author)->name;
    };
    QJsonArray posts;
    for (const Story &story : world.stories()) {
        posts.append(QJsonObject{{u"id"_s, story.id}, {u"author"_s, nameOf(story.author)},
            {u"text"_s, story.text}, {u"by_page"_s, world.isPage(story.author)},
            {u"is_tag"_s, story.kind == StoryKind::Tag}, {u"deleted"_s, story.isDeleted}});
    }
    QJsonArray comments;
    for (const Comment &comment : world.comments()) {
        comments.append(QJsonObject{{u"id"_s, comment.id}, {u"author"_s, nameOf(comment.author)},
            {u"text"_s, comment.text}, {u"photo"_s, comment.hasPhoto}, {u"post"_s, comment.story},
            {u"parent"_s, comment.parent}, {u"by_page"_s, world.isPage(comment.author)},
            {u"hidden"_s, comment.isHidden}, {u"liked"_s, comment.isLiked},
            {u"private_thread"_s, comment.privateThread}, {u"created_at"_s, toIso(comment.createdAt)},
            {u"deleted"_s, comment.isDeleted}});
    }
    QJsonArray messages;
    for (const Thread &thread : world.threads()) {
        for (const Message &message : thread.messages) {
            messages.append(QJsonObject{{u"id"_s, message.id}, {u"thread"_s, thread.id},
                {u"person"_s, nameOf(thread.person)}, {u"by_page"_s, message.isFromPage},
                {u"text"_s, message.text}, {u"photo"_s, message.hasPhoto},
                {u"created_at"_s, toIso(message.createdAt)}});
        }
    }
    return {.body = {{u"posts"_s, posts}, {u"comments"_s, comments}, {u"messages"_s, messages}}};
}

QJsonObject FacebookControl::state()
{
    const Instant now = m_state.now();
    QJsonArray budgets;
    const QList<QPair<QString, Budget>> all{
        {u"app"_s, Budget::App}, {u"pages"_s, Budget::Pages}, {u"messenger"_s, Budget::Messenger}};
    for (const auto &[name, budget] : all) {
        budgets.append(QJsonObject{{u"of"_s, name}, {u"limit"_s, m_state.usage.limit(budget)},
            {u"percent"_s, m_state.usage.percent(budget, now)},
            {u"minutes_to_regain"_s, m_state.usage.minutesToRegain(budget, now)}});
    }
    const bool isLocked = m_state.blockedUntil && now < *m_state.blockedUntil;
    return {{u"budgets"_s, budgets}, {u"locked"_s, isLocked}, {u"restricted"_s, m_state.isRestricted},
        {u"human_agent"_s, m_state.scenario.hasHumanAgent},
        {u"posts"_s, static_cast<qint64>(m_state.world.stories().size())},
        {u"comments"_s, static_cast<qint64>(m_state.world.comments().size())},
        {u"threads"_s, static_cast<qint64>(m_state.world.threads().size())},
        {u"people"_s, static_cast<qint64>(m_state.world.people().size())}};
}

} // namespace fw::sandbox::facebook

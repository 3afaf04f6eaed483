#include "connectors/sandbox/facebook/send_api.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype kLongestMessage = 2000;
constexpr auto kWindow = 24h;
constexpr auto kLongWindow = 24h * 7; // private replies, and the human agent's tag
constexpr int kNoSuchPerson = 2018001;
constexpr int kRestricted = 1893063;

const QStringList kTypes{u"RESPONSE"_s, u"UPDATE"_s, u"MESSAGE_TAG"_s, u"UTILITY"_s};
const QStringList kActions{u"TYPING_ON"_s, u"TYPING_OFF"_s, u"MARK_SEEN"_s, u"REACT"_s, u"UNREACT"_s};

Written failed(const GraphError &error)
{
    return {.error = error};
}
} // namespace

std::optional<GraphError> SendApi::refusal(const Params &params) const
{
    if (const auto blocked = policyBlock(m_state)) {
        return blocked;
    }
    if (!m_state.may(u"pages_messaging"_s)) {
        return missingPermission(u"pages_messaging"_s);
    }
    if (m_state.isRestricted) {
        return GraphError{.code = 10,
            .message = u"(#10) This Page is temporarily restricted from sending messages."_s,
            .subcode = kRestricted};
    }
    const QString type = params.value(u"messaging_type"_s, u"RESPONSE"_s);
    if (!kTypes.contains(type)) {
        return invalidParameter(u"Param messaging_type must be one of {%1}"_s.arg(kTypes.join(u", "_s)));
    }
    // Dead since 27 April 2026: CONFIRMED_EVENT_UPDATE, ACCOUNT_UPDATE, POST_PURCHASE_UPDATE.
    const QString tag = params.value(u"tag"_s);
    if (type == "MESSAGE_TAG"_L1 && tag != "HUMAN_AGENT"_L1) {
        return invalidParameter(u"Param tag: %1 is no longer supported"_s.arg(tag));
    }
    if (type == "UTILITY"_L1) {
        return invalidParameter(u"Utility messages need an approved template"_s);
    }
    return std::nullopt;
}

Written SendApi::send(const Params &params)
{
    const QJsonObject recipient = params.object(u"recipient"_s);
    const QString psid = recipient.value(u"id"_s).toString();
    const QString commentId = recipient.value(u"comment_id"_s).toString();
    if (psid.isEmpty() == commentId.isEmpty()) {
        return failed(invalidParameter(u"param recipient must hold either id or comment_id"_s));
    }
    if (const auto refused = refusal(params)) {
        return failed(*refused);
    }
    const QString action = params.value(u"sender_action"_s).toUpper();
    if (!action.isEmpty()) {
        return kActions.contains(action) ? Written{.body = {{u"recipient_id"_s, psid}}}
                                         : failed(invalidParameter(u"param sender_action is unknown"_s));
    }
    const QString text = params.object(u"message"_s).value(u"text"_s).toString();
    if (text.trimmed().isEmpty()) {
        return failed(invalidParameter(u"param message must be non-empty."_s));
    }
    if (text.size() > kLongestMessage) {
        return failed(
            invalidParameter(u"Length of param message[text] must be less than or equal to 2000"_s));
    }
    return commentId.isEmpty() ? message(psid, text, params) : privateReply(commentId, text);
}

Written SendApi::privateReply(const QString &commentId, const QString &text)
{
    Comment *comment = m_state.world.comment(commentId);
    if (comment == nullptr) {
        return failed(missingObject(commentId, u"post"_s));
    }
    if (!comment->privateThread.isEmpty()) {
        return failed(usualError(10900, 0));
    }
    const Person *person = m_state.world.personById(comment->author);
    if (person == nullptr || m_state.now() >= comment->createdAt + kLongWindow) {
        return failed(usualError(10903, 0));
    }
    if (person->hasBlocked) {
        return failed(usualError(551, 0));
    }
    Thread &thread = m_state.world.threadWith(*person);
    comment->privateThread = thread.id;
    return deliver(thread, text);
}

std::optional<GraphError> SendApi::windowRefusal(const Thread *thread, const Params &params) const
{
    if (thread == nullptr || !thread->personWroteAt) {
        return outsideWindow();
    }
    const auto since = m_state.now() - *thread->personWroteAt;
    if (params.value(u"messaging_type"_s) != "MESSAGE_TAG"_L1) {
        return since >= kWindow ? std::optional(outsideWindow()) : std::nullopt;
    }
    if (!m_state.scenario.hasHumanAgent) {
        return GraphError{.code = 10,
            .message
            = u"(#10) To use the HUMAN_AGENT tag, your app needs the Human Agent feature to be approved."_s};
    }
    return since >= kLongWindow ? std::optional(outsideWindow()) : std::nullopt;
}

Written SendApi::message(const QString &psid, const QString &text, const Params &params)
{
    const Person *person = m_state.world.personById(psid);
    if (person == nullptr || person->psid != psid) {
        return failed({.code = 100, .message = u"(#100) No matching user found"_s, .subcode = kNoSuchPerson});
    }
    if (person->hasBlocked) {
        return failed(usualError(551, 0));
    }
    Thread *thread = nullptr;
    for (const Thread &known : m_state.world.threads()) {
        if (known.person == person->id) {
            thread = m_state.world.thread(known.id);
        }
    }
    if (const auto refused = windowRefusal(thread, params)) {
        return failed(*refused);
    }
    return deliver(*thread, text);
}

Written SendApi::deliver(Thread &thread, const QString &text)
{
    const Message &sent = m_state.world.addMessage(thread, true, text, false, u"api"_s, m_state.now());
    m_state.people.pageWrote(thread.id, m_state.now());
    const Person *person = m_state.world.personById(thread.person);
    return {.body = {{u"recipient_id"_s, person->psid}, {u"message_id"_s, sent.id}}, .remoteId = sent.id};
}

} // namespace fw::sandbox::facebook

#pragma once

#include "connectors/sandbox/facebook/writes.h"

namespace fw::sandbox::facebook {

/// POST /{page}/messages: messages in the messaging window, with the human agent's tag after it, and the one private answer to a comment.
/// Source: developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages and .../policy. Thread: the sandbox's.
class SendApi
{
public:
    explicit SendApi(State &state) : m_state(state) { }
    [[nodiscard]] Written send(const Params &params);

private:
    [[nodiscard]] Written privateReply(const QString &commentId, const QString &text);
    [[nodiscard]] Written message(const QString &psid, const QString &text, const Params &params);
    [[nodiscard]] std::optional<GraphError> refusal(const Params &params) const;
    [[nodiscard]] std::optional<GraphError> windowRefusal(const Thread *thread, const Params &params) const;
    [[nodiscard]] Written deliver(Thread &thread, const QString &text);

    State &m_state;
};

} // namespace fw::sandbox::facebook

#pragma once

#include "app/dispatch/guard/brakes.h"
#include "app/dispatch/moderation_step.h"
#include "app/dispatch/outbox.h"
#include "app/dispatch/record_outcome.h"
#include "app/intake/account_walk.h"
#include "app/model/conversation.h"
#include "app/store/account_store.h"

namespace fw::cli {

// The shapes documented in docs/cli.md. Ids of ours are strings: they are larger than a JSON number is exact.
[[nodiscard]] QJsonObject toJson(const Message &message, const Account &account);
[[nodiscard]] QJsonObject toJson(const Conversation &conversation);
[[nodiscard]] QJsonObject toJson(const OutboxEntry &entry);
[[nodiscard]] QJsonObject toJson(const Forecast &forecast);
[[nodiscard]] QJsonObject toJson(const Account &account);
[[nodiscard]] QJsonObject toJson(const StreamProgress &progress);
[[nodiscard]] QJsonObject toJson(const WindowUse &use);
[[nodiscard]] QJsonObject toJson(const GuardFinding &finding);
[[nodiscard]] QJsonObject toJson(const LockRisk &risk);
[[nodiscard]] QJsonObject toJson(const Brake &brake, const QString &accountName);
[[nodiscard]] QJsonObject toJson(const AttemptReport &report);
[[nodiscard]] QJsonObject toJson(const ModerationRequest &request);
[[nodiscard]] QJsonObject toJson(const ModerationReport &report);
[[nodiscard]] QJsonObject toJson(const WalkReport &report, const Account &account);

} // namespace fw::cli

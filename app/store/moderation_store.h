#pragma once

#include "app/model/limits.h"
#include "app/model/message.h"
#include "app/store/database.h"

#include <QJsonObject>

namespace fw {

using ModerationId = Id<struct ModerationTag>;

enum class ModerationState {
    Queued,
    Sending,
    CarriedOut,
    Refused,  // the network said no
    Unknown,  // nobody can say; asking again does no harm
    Withdrawn // taken back in time
};

/// Something an agent wants done to a message that is not an answer.
struct ModerationRequest {
    ModerationId id = {};
    AccountId account = {};
    ConversationId conversation = {}; // null for a message that belongs to none
    MessageId message = {};
    QString remoteId = {};                 // of that message
    QString what = {};                     // "hide", "unhide", "like", "unlike", "remove"
    Operation operation = Operation::Hide; // what it counts against
    QString agent = {};
    ModerationState state = ModerationState::Queued;
    Instant askedAt = {};
    std::optional<Instant> decidedAt = {}; // done, refused or withdrawn
    QString reason = {}; // kebab-case ErrorCode of a refusal, of unknown, or of the last setback
    QString detail = {}; // the network's own words
    int attempts = 0;
    bool isHandled = false; // a refused or unknown one somebody has seen to
    qint64 microUsd = 0;    // what its attempts cost by the price list
    bool operator==(const ModerationRequest &) const = default;
};

/// One call, or one that may have been made.
struct ModerationAttempt {
    AttemptId id = {};
    ModerationId moderation = {};
    int number = 1;
    qint64 epoch = 0;       // of the lease under which it was made
    Instant startedAt = {}; // the network's clock as far as known
    bool operator==(const ModerationAttempt &) const = default;
};

/// What was asked to be done to messages. Every change of state is conditional on the state it starts from; false means somebody else was
/// faster. Thread: the database's.
class ModerationStore final
{
public:
    explicit ModerationStore(Database &db) : m_db(db) { }

    void insert(const ModerationRequest &request);
    [[nodiscard]] std::optional<ModerationRequest> byId(ModerationId id);
    /// Queued and sending ones of an account, in the order they were asked for.
    [[nodiscard]] QList<ModerationRequest> pending(AccountId account);
    /// Everything asked about one message, oldest first.
    [[nodiscard]] QList<ModerationRequest> ofMessage(MessageId message);
    /// Queued, sending, and refused or unknown ones nobody has seen to; oldest first.
    [[nodiscard]] QList<ModerationRequest> openOf(ConversationId conversation);
    /// The same of every conversation.
    [[nodiscard]] QList<ModerationRequest> open();

    /// queued -> sending, with its attempt row: the write-ahead. Fails when the lease is no longer held with attempt.epoch.
    [[nodiscard]] bool startSending(const ModerationAttempt &attempt);
    [[nodiscard]] std::optional<ModerationAttempt> lastAttempt(ModerationId id);
    void finishAttempt(
        AttemptId attempt, const QString &outcome, int httpStatus, const QString &detail, Instant at);
    /// Adds what an attempt cost.
    void addCost(ModerationId id, qint64 microUsd);

    /// sending -> done: the message has `traits` now.
    [[nodiscard]] bool finish(ModerationId id, Traits traits);
    /// sending -> refused.
    [[nodiscard]] bool refuse(ModerationId id, const QString &reason, const QString &detail);
    /// sending -> unknown.
    [[nodiscard]] bool markUnknown(ModerationId id, const QString &reason, const QString &detail);
    /// sending -> queued, because nothing was carried out.
    [[nodiscard]] bool requeue(ModerationId id, const QString &reason, const QString &detail);
    /// queued -> withdrawn.
    [[nodiscard]] bool withdraw(ModerationId id);
    /// A refused or unknown one leaves the tray.
    [[nodiscard]] bool markHandled(ModerationId id);

private:
    /// `from` is a state's name in SQL, one of this file's own literals.
    [[nodiscard]] std::optional<ModerationRequest> move(ModerationId id, const QString &from,
        ModerationState to, const QString &reason = {}, const QString &detail = {});
    FactId tell(const ModerationRequest &request, const QString &fact, const QJsonObject &detail = {});

    Database &m_db;
};

/// "queued", "sending", "done", "refused", "unknown", "withdrawn"
[[nodiscard]] QString toString(ModerationState state);

} // namespace fw

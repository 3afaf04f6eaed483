#pragma once

#include "app/model/message.h"
#include "app/model/policy/target.h"
#include "app/model/reply.h"

#include <QStringList>
#include <QTimeZone>

namespace fw {

/// What is counted or measured of the desk's work. docs/statistics.md has each definition in plain words, and says why.
enum class Figure {
    Waiting,          // conversations that wait for us where the period ends: how long by then
    FirstResponse,    // of an episode, to its first answer
    NextResponse,     // of each later turn of the customer, to its answer
    ReplyTime,        // of every turn, the first ones too
    Resolution,       // of a conversation's last episode that ended in the period, from its own beginning
    FirstResolution,  // of a conversation's first episode
    FullResolution,   // from a conversation's first message to its last resolution, where it stayed resolved
    HandleTime,       // focus of people on it, for each resolution
    Backlog,          // unresolved at the end of each local day: how old
    NewConversations, // by their first message
    CustomerMessages,
    Episodes,    // by their beginning
    Resolutions, // ends of episodes
    Reopen,      // of the resolutions, those after which the customer came back
    SlaFirstAnswer,
    SlaNextAnswer,
    SlaResolution,
};

/// A calendar as it was in force.
struct CalendarInForce {
    Calendar calendar = {};
    Instant since = {};
};

/// B of the metrics: open time by the calendar in force at each moment. The first version counts for the time before it as well: the desk learned late.
struct BusinessHours {
    QList<CalendarInForce> versions = {}; // oldest first; none: B is absent
    [[nodiscard]] std::optional<milliseconds> between(Instant from, Instant to) const;
};

struct FigureTerms {
    TimeSpan period = {};
    Instant asOf = {}; // when it is asked: what is due later still runs
    QTimeZone zone = QTimeZone::utc();
    BusinessHours hours = {};
    milliseconds reopenWithin = std::chrono::hours(7 * 24);
};

/// One thing a figure counted. Every number shown is made of these, so each opens what it was counted from.
struct FigureRow {
    ConversationId conversation = {};
    IdentityId customer = {};
    qint64 episode = 0;                            // the message that opened it
    Instant at = {};                               // what places it in the period
    std::optional<milliseconds> calendarTime = {}; // H
    std::optional<milliseconds> businessTime = {}; // B; absent without a calendar
    std::optional<bool> hit = {};                  // of a share: it counts above the line
    bool isRunning = false;                        // counted apart: not decided yet
    QString agent = {};                            // who did it; of load, who had it then
    QString team = {};                             // that had it then
    QStringList tags = {};                         // that it had then
    Network network = Network::Twitter;
    QString account = {};
    bool operator==(const FigureRow &) const = default;
};

/// A conversation's whole past, as the figures need it. Lists are in the order of time.
struct ConversationPast {
    struct Resolved {
        ResolvedAt resolved = {};
        QString agent = {};
    };
    struct Assigned {
        Instant at = {};
        QString agent = {};
        QString team = {};
    };
    struct Tagged {
        Instant at = {};
        QString tag = {};
        bool isAdded = true;
    };
    struct Focused {
        Instant from = {};
        milliseconds span = {}; // without the pauses in it
    };
    struct Promised {
        TargetKind kind = TargetKind::FirstAnswer;
        qint64 openedBy = 0;
        std::optional<Instant> dueAt = {};
        std::optional<Instant> metAt = {};
        std::optional<Instant> droppedAt = {};
    };

    ConversationId id = {};
    IdentityId customer = {};
    Network network = Network::Twitter;
    QString account = {};
    Lane lane = Lane::Public;
    ReplyClass workClass = ReplyClass::Normal; // as it is now
    QList<Wait> waits = {};
    QHash<qint64, QString> writers = {}; // of answers, by Wait::settledBy; none: written elsewhere
    QList<Resolved> resolutions = {};    // that nobody took back
    QList<Assigned> assignments = {};
    QList<Tagged> taggings = {};
    QList<Focused> focus = {};
    QList<Promised> promises = {};
};

/// The rows of one conversation. Pure. Half-open: what happens at the period's end is not in it.
[[nodiscard]] QList<FigureRow> figureRows(
    Figure figure, const ConversationPast &past, const FigureTerms &terms);

/// Ends of local days in the period that have passed: after its beginning, its own end included.
[[nodiscard]] QList<Instant> dayEnds(const FigureTerms &terms);

[[nodiscard]] QList<Figure> allFigures();
[[nodiscard]] QString toString(Figure figure); // "first-response", …
[[nodiscard]] std::optional<Figure> figureFromString(const QString &name);
/// One sentence for the header of a report. English.
[[nodiscard]] QString definitionOf(Figure figure);

} // namespace fw

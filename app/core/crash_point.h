#pragma once

#include <array>

namespace fw {

/// The boundaries between the steps of a reply and of what is done to messages: where a program can be ended so that something is half done. "Before" and
/// "after" a commit mean the moments right before and right after it is durable.
enum class CrashPoint {
    PressBeforeCommit,
    PressAfterCommit,
    WithdrawBeforeCommit,
    WithdrawAfterCommit,
    LeaseTaken,
    RecoveryBeforeCommit,
    RecoveryAfterCommit,
    DecisionMade,
    WriteAheadBeforeCommit,
    WriteAheadAfterCommit,
    BeforeFirstByte,
    Connecting,
    BodyWanted, // the last moment at which nothing has left
    RequestLeft,
    AnswerReceived,
    RecordBeforeCommit,
    RecordAfterCommit,
    LookUpBegun,
    LookUpAnswered,
    LookUpBeforeCommit,
    LookUpAfterCommit,
    AskBeforeCommit, // something to be done to a message
    AskAfterCommit,
    ModerationBeforeCommit, // its write-ahead
    ModerationAfterCommit,
    ModerationAnswered,
    ModerationRecordBeforeCommit,
    ModerationRecordAfterCommit,
};

/// Every point, by the name it has in FW_CRASH_AT.
struct CrashPointName {
    CrashPoint point;
    const char *name;
};
inline constexpr std::array kCrashPoints = {
    CrashPointName{CrashPoint::PressBeforeCommit, "press-before-commit"},
    CrashPointName{CrashPoint::PressAfterCommit, "press-after-commit"},
    CrashPointName{CrashPoint::WithdrawBeforeCommit, "withdraw-before-commit"},
    CrashPointName{CrashPoint::WithdrawAfterCommit, "withdraw-after-commit"},
    CrashPointName{CrashPoint::LeaseTaken, "lease-taken"},
    CrashPointName{CrashPoint::RecoveryBeforeCommit, "recovery-before-commit"},
    CrashPointName{CrashPoint::RecoveryAfterCommit, "recovery-after-commit"},
    CrashPointName{CrashPoint::DecisionMade, "decision-made"},
    CrashPointName{CrashPoint::WriteAheadBeforeCommit, "write-ahead-before-commit"},
    CrashPointName{CrashPoint::WriteAheadAfterCommit, "write-ahead-after-commit"},
    CrashPointName{CrashPoint::BeforeFirstByte, "before-first-byte"},
    CrashPointName{CrashPoint::Connecting, "connecting"},
    CrashPointName{CrashPoint::BodyWanted, "body-wanted"},
    CrashPointName{CrashPoint::RequestLeft, "request-left"},
    CrashPointName{CrashPoint::AnswerReceived, "answer-received"},
    CrashPointName{CrashPoint::RecordBeforeCommit, "record-before-commit"},
    CrashPointName{CrashPoint::RecordAfterCommit, "record-after-commit"},
    CrashPointName{CrashPoint::LookUpBegun, "look-up-begun"},
    CrashPointName{CrashPoint::LookUpAnswered, "look-up-answered"},
    CrashPointName{CrashPoint::LookUpBeforeCommit, "look-up-before-commit"},
    CrashPointName{CrashPoint::LookUpAfterCommit, "look-up-after-commit"},
    CrashPointName{CrashPoint::AskBeforeCommit, "ask-before-commit"},
    CrashPointName{CrashPoint::AskAfterCommit, "ask-after-commit"},
    CrashPointName{CrashPoint::ModerationBeforeCommit, "moderation-before-commit"},
    CrashPointName{CrashPoint::ModerationAfterCommit, "moderation-after-commit"},
    CrashPointName{CrashPoint::ModerationAnswered, "moderation-answered"},
    CrashPointName{CrashPoint::ModerationRecordBeforeCommit, "moderation-record-before-commit"},
    CrashPointName{CrashPoint::ModerationRecordAfterCommit, "moderation-record-after-commit"},
};

#ifdef FW_CRASH_POINTS
constexpr bool kHasCrashPoints = true;
/// Only in builds for tests (CMake option FW_CRASH_POINTS): ends the program by SIGKILL when FW_CRASH_AT is "NAME" or "NAME:COUNT" and this is that
/// point, reached for the COUNTth time (1 when not said). FW_STOP_AT is the same with SIGSTOP; the program goes on after SIGCONT. Thread: any.
void reached(CrashPoint point);
/// To be called as the last thing a unit of work of Store::write does: reaches `before` now, and `after` once it is committed.
void reachedAtCommit(CrashPoint before, CrashPoint after);
/// The other half of it: the thread's transaction was committed.
void reachedCommitted();
#else
constexpr bool kHasCrashPoints = false;
// static: never the same function as the one above, should a target without the option be linked with one that has it
static constexpr void reached(CrashPoint) noexcept { }
static constexpr void reachedAtCommit(CrashPoint, CrashPoint) noexcept { }
static constexpr void reachedCommitted() noexcept { }
#endif

} // namespace fw

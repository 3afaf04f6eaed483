#pragma once

#include "app/dispatch/outbox.h"
#include "app/model/conversation.h"
#include "app/network/capabilities.h"
#include "app/store/conversation_store.h"

#include <QCoreApplication>

namespace fw::ui {

/// Model values as words for people, in one place so that a thing has one name everywhere. Results are plain text.
class Words final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::Words)
public:
    Words() = delete;

    [[nodiscard]] static QString of(Network network); // "Twitter"
    [[nodiscard]] static QString of(View view);
    [[nodiscard]] static QString kind(Network network, MessageKind kind); // "Twitter mention"
    /// What somebody said, or what a signal tells.
    [[nodiscard]] static QString said(const Message &message);
    /// The same of a conversation's newest message.
    [[nodiscard]] static QString preview(const Conversation &conversation);
    /// What a kebab-case ErrorCode means to an agent: one sentence.
    [[nodiscard]] static QString reason(const QString &code);
    /// What to do about a paused account.
    [[nodiscard]] static QString remedy(const QString &code);
    /// "Reply privately to a comment".
    [[nodiscard]] static QString of(Feature feature);
    /// Why an account lacks a feature, for a Capability::whyNot.
    [[nodiscard]] static QString whyLacking(Network network, const QString &why);
    /// Why something cannot be done from here, for an Offer::whyNot: one sentence.
    [[nodiscard]] static QString whyNotOffered(Network network, const QString &why);
    /// "Open on X".
    [[nodiscard]] static QString openOn(Network network);
    /// "$0.015"; `microUsd` in millionths.
    [[nodiscard]] static QString dollars(qint64 microUsd);
    /// What holds a reply back, for the end of a sentence; empty when nothing worth telling does.
    [[nodiscard]] static QString waitsFor(const Forecast &forecast);
    /// Why a reply is held, as the end of a sentence.
    [[nodiscard]] static QString of(Hold hold);

    /// How long somebody has waited: "now", "6 min", "1 h 05", "3 d".
    [[nodiscard]] static QString waited(milliseconds span);
    /// What is left of a promise: "12 min left", "due now", "4 min late".
    [[nodiscard]] static QString due(Instant due, Instant now);
    /// Local clock time, "14:27"; with the day when it is not today.
    [[nodiscard]] static QString clockTime(Instant at, Instant now);
    /// "Today", "Yesterday", "Thursday 19 November".
    [[nodiscard]] static QString day(const QDate &day, const QDate &today);
    /// Name, else handle, else what stands for nobody.
    [[nodiscard]] static QString nameOf(const Identity &identity);
    /// "@jreyes", empty when the network does not tell.
    [[nodiscard]] static QString handleOf(const Identity &identity);

private:
    [[nodiscard]] static QString of(const SignalFacts &facts);
};

/// The local time of an instant.
[[nodiscard]] QDateTime localTime(Instant at);
/// Text from outside for a tool tip: tool tips guess whether they are mark-up, so everything is escaped.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace fw::ui

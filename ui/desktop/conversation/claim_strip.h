#pragma once

#include "app/desk/claims/presence_keeper.h"

#include <QWidget>

namespace fw::ui {

class Banner;

/// Who else is at this conversation, and the right to answer it: taken with the first letter, given back when the agent goes on. Thread: GUI.
class ClaimStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClaimStrip)
public:
    ClaimStrip(Store &store, const Clock &clock, const QString &agent, QWidget *parent = nullptr);

    void open(ConversationId conversation);
    /// Somebody writes here, or took what was written away.
    void setWriting(bool isWriting);
    void takeOver();

private:
    void refuse(const Error &error);
    void lose();
    void showOthers(const QList<Presence> &others);
    void say();

    PresenceKeeper m_keeper;
    Claims m_claims;
    Banner *m_banner;
    QString m_problem; // about the claim; comes before who else looks
    QString m_others;
};

} // namespace fw::ui

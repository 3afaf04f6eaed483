#pragma once

#include "app/store/store.h"
#include "ui/desktop/notices/notice_rules.h"

#include <QObject>

#include <functional>

namespace fw::ui {

/// Finds in what happens what this agent wants to be told of, and has not before their eyes. Thread: GUI.
class NoticeWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeWatch)
public:
    static constexpr int kMostAtOnce = 3; // more become one sentence

    /// `isSeen`: the agent has this conversation before them. `stateFile`: where the rules are kept.
    NoticeWatch(Store &store, const Clock &clock, QString agent, QString stateFile,
        std::function<bool(ConversationId)> isSeen, QObject *parent = nullptr);

    [[nodiscard]] const NoticeRules &rules() const { return m_rules; }
    void setRules(const NoticeRules &rules);
    /// Says a sentence as a notice would be said, whatever the rules are.
    void tryOut();

public Q_SLOTS:
    void look(const QList<fw::Fact> &facts);

Q_SIGNALS:
    /// One plain-text line and some more words, which may be empty. `conversation` is null for more than one.
    void noticed(const QString &title, const QString &words, fw::ConversationId conversation);
    void rulesChanged();

private:
    void tell(const QList<DeskNotice> &notices);

    Store &m_store;
    const Clock &m_clock;
    const QString m_agent;
    const QString m_stateFile;
    const std::function<bool(ConversationId)> m_isSeen;
    NoticeRules m_rules;
};

} // namespace fw::ui

#include "ui/desktop/notices/notice_watch.h"

#include "ui/desktop/notices/notice_words.h"

namespace fw::ui {

namespace {
constexpr qsizetype kLongest = 160; // of a customer's words
}

NoticeWatch::NoticeWatch(Store &store, const Clock &clock, QString agent, QString stateFile,
    std::function<bool(ConversationId)> isSeen, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_stateFile(std::move(stateFile))
    , m_isSeen(std::move(isSeen))
    , m_rules(readNoticeRules(m_stateFile))
{
}

void NoticeWatch::setRules(const NoticeRules &rules)
{
    if (rules != m_rules) {
        m_rules = rules;
        writeNoticeRules(m_stateFile, rules);
        Q_EMIT rulesChanged();
    }
}

void NoticeWatch::tryOut()
{
    Q_EMIT noticed(tr("This is how it looks"), tr("Press it, and the conversation opens."), {});
}

void NoticeWatch::look(const QList<Fact> &facts)
{
    QList<Fact> some;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(some), &mayConcern);
    if (some.isEmpty() || m_rules.wanted.isEmpty() || m_rules.isQuiet(m_clock.now())) {
        return;
    }
    const auto read
        = m_store.read([some, agent = m_agent](Database &db) { return noticesOf(db, some, agent); });
    whenDone(read, this, [this](const Result<QList<DeskNotice>> &notices) {
        if (notices) { // else the window says so elsewhere
            tell(*notices);
        }
    });
}

void NoticeWatch::tell(const QList<DeskNotice> &notices)
{
    QList<DeskNotice> wanted;
    for (const DeskNotice &notice : notices) {
        if (m_rules.wanted.contains(notice.kind) && !m_isSeen(notice.conversation)) {
            wanted.append(notice);
        }
    }
    if (wanted.size() > kMostAtOnce) {
        Q_EMIT noticed(NoticeWords::many(int(wanted.size())), {}, {});
        return;
    }
    for (const DeskNotice &notice : wanted) {
        Q_EMIT noticed(NoticeWords::title(notice),
            m_rules.showsWords ? notice.words.left(kLongest) : QString(), notice.conversation);
    }
}

} // namespace fw::ui

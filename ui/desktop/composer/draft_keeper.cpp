#include "ui/desktop/composer/draft_keeper.h"

#include "app/store/draft_store.h"

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kSaveAfter = 400ms;
constexpr auto kTryAgainAfter = 3s;
} // namespace

DraftKeeper::DraftKeeper(Store &store, QString agent, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_agent(std::move(agent))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
    auto known
        = m_store.read([name = m_agent](Database &db) { return DraftStore(db).conversationsWith(name); });
    whenDone(known, this, [this](const Result<QList<ConversationId>> &ids) {
        for (const ConversationId id : ids.value_or(QList<ConversationId>{})) {
            if (!m_texts.contains(id)) {
                m_withDraft.insert(id);
            }
        }
        Q_EMIT conversationsChanged();
    });
}

void DraftKeeper::remember(ConversationId conversation, const QString &text)
{
    m_texts.insert(conversation, text);
    const bool had = m_withDraft.contains(conversation);
    if (text.isEmpty()) {
        m_withDraft.remove(conversation);
    } else {
        m_withDraft.insert(conversation);
    }
    if (had == text.isEmpty()) {
        Q_EMIT conversationsChanged();
    }
}

void DraftKeeper::note(ConversationId conversation, const QString &text)
{
    if (conversation.isNull() || (m_texts.contains(conversation) && m_texts.value(conversation) == text)) {
        return;
    }
    remember(conversation, text);
    const bool wasSaved = isSaved();
    m_unsaved.insert(conversation);
    if (!m_timer.isActive()) {
        m_timer.start(kSaveAfter); // not restarted by further typing: saved within a second even then
    }
    if (wasSaved) {
        Q_EMIT savedChanged(false);
    }
}

void DraftKeeper::load(
    ConversationId conversation, QObject *receiver, std::function<void(const QString &text)> onText)
{
    if (m_texts.contains(conversation)) {
        onText(m_texts.value(conversation));
        return;
    }
    auto read = m_store.read([conversation, name = m_agent](Database &db) {
        return DraftStore(db).body(conversation, name, Lane::Public);
    });
    whenDone(read, receiver, [this, conversation, onText = std::move(onText)](const Result<QString> &body) {
        if (!body) {
            Q_EMIT saveFailed(body.error());
        }
        if (!m_texts.contains(conversation)) { // else put back meanwhile: that is newer
            const QString text = body.value_or(QString());
            remember(conversation, text);
            note(conversation, joined(text, m_early.take(conversation)));
        }
        onText(m_texts.value(conversation));
    });
}

void DraftKeeper::prepend(ConversationId conversation, const QString &text)
{
    load(conversation, this,
        [this, conversation, text](const QString &draft) { note(conversation, joined(text, draft)); });
}

void DraftKeeper::append(ConversationId conversation, const QString &text)
{
    if (m_texts.contains(conversation)) {
        note(conversation, joined(m_texts.value(conversation), text));
    } else {
        m_early.insert(conversation, joined(m_early.value(conversation), text));
    }
}

void DraftKeeper::finish()
{
    flush();
    const QHash<ConversationId, QString> early = std::exchange(m_early, {});
    for (auto it = early.begin(); it != early.end(); ++it) {
        (void)m_store.write([conversation = it.key(), text = it.value(), name = m_agent](Database &db) {
            DraftStore drafts(db);
            const QString before = drafts.body(conversation, name, Lane::Public);
            drafts.save(conversation, name, Lane::Public, joined(before, text));
        });
    }
}

void DraftKeeper::flush()
{
    m_timer.stop();
    const QSet<ConversationId> unsaved = std::exchange(m_unsaved, {});
    for (const ConversationId conversation : unsaved) {
        save(conversation);
    }
}

void DraftKeeper::save(ConversationId conversation)
{
    ++m_savesUnderWay;
    auto saved
        = m_store.write([conversation, name = m_agent, text = m_texts.value(conversation)](
                            Database &db) { DraftStore(db).save(conversation, name, Lane::Public, text); });
    whenDone(saved, this, [this, conversation](const Done &done) {
        --m_savesUnderWay;
        if (!done) {
            m_unsaved.insert(conversation);
            m_timer.start(kTryAgainAfter);
            Q_EMIT saveFailed(done.error());
        } else if (isSaved()) {
            Q_EMIT savedChanged(true);
        }
    });
}

QString DraftKeeper::joined(const QString &above, const QString &below)
{
    if (above.isEmpty() || below.isEmpty()) {
        return above + below;
    }
    return above + u"\n\n"_s + below;
}

} // namespace fw::ui

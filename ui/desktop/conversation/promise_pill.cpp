#include "ui/desktop/conversation/promise_pill.h"

#include "app/store/store.h"
#include "ui/desktop/conversation/promise_ruler.h"
#include "ui/desktop/widgets/due_tone.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <algorithm>

namespace fw::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kTick = 10s;
} // namespace

PromisePill::PromisePill(Store &store, const Clock &clock, Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setRole(this, "pill");
    setFocusPolicy(Qt::TabFocus);
    m_ticks.setInterval(kTick);
    connect(&m_ticks, &QTimer::timeout, this, &PromisePill::say);
}

PromisePill::~PromisePill()
{
    delete m_ruler;
}

void PromisePill::show(const Conversation &conversation)
{
    if (conversation.id != m_conversation) {
        m_conversation = conversation.id;
        take({});
    }
    whenDone(m_store.read([id = conversation.id](Database &db) { return TargetStore(db).of(id); }), this,
        [this, id = conversation.id](const Result<QList<KeptTarget>> &targets) {
            if (targets && id == m_conversation) {
                take(*targets);
            }
        });
}

void PromisePill::take(const QList<KeptTarget> &targets)
{
    m_targets.clear();
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(m_targets),
        [](const KeptTarget &kept) { return !kept.target.endedAt() && kept.target.dueAt; });
    std::stable_sort(m_targets.begin(), m_targets.end(),
        [](const KeptTarget &a, const KeptTarget &b) { return a.target.dueAt < b.target.dueAt; });
    m_targets.isEmpty() ? m_ticks.stop() : m_ticks.start();
    say();
}

void PromisePill::say()
{
    const Instant now = m_clock.now();
    if (m_targets.isEmpty()) {
        clear();
    } else {
        const DueTone tone = dueTone(*m_targets.first().target.dueAt, now);
        setText(Words::due(*m_targets.first().target.dueAt, now));
        setRole(this, tone == DueTone::Late ? "pillBad" : tone == DueTone::Little ? "pillWarn" : "pill");
        setAccessibleDescription(PromiseRuler::words(m_targets, now));
    }
    if (m_ruler) {
        m_ruler->show(m_targets, now);
    }
    Q_EMIT changed();
}

void PromisePill::showRuler()
{
    if (m_targets.isEmpty()) {
        return;
    }
    if (!m_ruler) {
        m_ruler = new PromiseRuler(m_theme, this);
    }
    m_ruler->show(m_targets, m_clock.now());
    m_ruler->showUnder(*this);
}

void PromisePill::enterEvent(QEnterEvent *event)
{
    showRuler();
    QLabel::enterEvent(event);
}

void PromisePill::leaveEvent(QEvent *event)
{
    if (m_ruler && !hasFocus()) {
        m_ruler->hide();
    }
    QLabel::leaveEvent(event);
}

void PromisePill::focusInEvent(QFocusEvent *event)
{
    showRuler();
    QLabel::focusInEvent(event);
}

void PromisePill::focusOutEvent(QFocusEvent *event)
{
    if (m_ruler) {
        m_ruler->hide();
    }
    QLabel::focusOutEvent(event);
}

void PromisePill::hideEvent(QHideEvent *event)
{
    if (m_ruler) {
        m_ruler->hide();
    }
    QLabel::hideEvent(event);
}

} // namespace fw::ui

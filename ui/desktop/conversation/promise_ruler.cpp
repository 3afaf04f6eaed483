#include "ui/desktop/conversation/promise_ruler.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kWidth = 320;
constexpr int kBarHeight = 12;
constexpr int kMarkHeight = 18;

const Calendar *calendarOf(const KeptTarget &kept)
{
    return kept.calendar ? &*kept.calendar : nullptr;
}

QList<ExplainedSpan> spansOf(const KeptTarget &kept, Instant now)
{
    return explain(kept.target, calendarOf(kept), now);
}

milliseconds sum(const QList<ExplainedSpan> &spans, Counting counting)
{
    milliseconds total(0);
    for (const ExplainedSpan &span : spans) {
        total += span.counting == counting ? span.to - span.from : milliseconds(0);
    }
    return total;
}

/// From the target's beginning to what is due or now, whichever is later, each span in its colour.
class Bar final : public QWidget
{
public:
    Bar(const KeptTarget &kept, Instant now, const Tokens &tokens)
        : m_spans(spansOf(kept, now))
        , m_from(kept.target.startedAt)
        , m_due(*kept.target.dueAt)
        , m_now(now)
        , m_tokens(tokens)
    {
        setFixedSize(kWidth, kMarkHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int top = (kMarkHeight - kBarHeight) / 2;
        painter.fillRect(QRect(0, top, width(), kBarHeight), m_tokens.track);
        for (const ExplainedSpan &span : m_spans) {
            const int left = placeOf(span.from);
            const QRect area(left, top, std::max(1, placeOf(span.to) - left), kBarHeight);
            switch (span.counting) {
            case Counting::Counted:
                painter.fillRect(area, m_tokens.accent);
                if (const int due = placeOf(m_due); due < area.right()) {
                    painter.fillRect(area.adjusted(std::max(0, due - left), 0, 0, 0), m_tokens.red);
                }
                break;
            case Counting::Paused:
                painter.fillRect(area, m_tokens.amber);
                break;
            case Counting::Closed:
                painter.fillRect(area, QBrush(m_tokens.inkFaint, Qt::BDiagPattern));
                break;
            }
        }
        painter.fillRect(QRect(std::min(placeOf(m_due), width() - 2), 0, 2, kMarkHeight), m_tokens.ink);
    }

private:
    [[nodiscard]] int placeOf(Instant at) const
    {
        const auto all = std::max<milliseconds>(std::max(m_due, m_now) - m_from, milliseconds(1));
        return int(width() * (at - m_from).count() / all.count());
    }

    QList<ExplainedSpan> m_spans;
    Instant m_from;
    Instant m_due;
    Instant m_now;
    const Tokens &m_tokens;
};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(fw::ui::PromiseRuler)
public:
    static QString kind(TargetKind kind)
    {
        switch (kind) {
        case TargetKind::FirstAnswer:
            return tr("First answer");
        case TargetKind::NextAnswer:
            return tr("Next answer");
        case TargetKind::Resolution:
            return tr("Resolution");
        }
        Q_UNREACHABLE();
    }

    static QString spent(milliseconds span)
    {
        return span < std::chrono::minutes(1) ? tr("under 1 min") : Words::waited(span);
    }

    static QString heading(const KeptTarget &kept, Instant now)
    {
        return tr("%1, due %2").arg(kind(kept.target.kind), Words::clockTime(*kept.target.dueAt, now));
    }

    static QString account(const KeptTarget &kept, Instant now)
    {
        const QList<ExplainedSpan> spans = spansOf(kept, now);
        QStringList parts
            = {tr("%1 of %2 counted")
                    .arg(spent(sum(spans, Counting::Counted)), Words::waited(kept.target.terms.within))};
        if (const auto paused = sum(spans, Counting::Paused); paused > milliseconds(0)) {
            parts.append(tr("stood still for %1").arg(spent(paused)));
        }
        if (const auto closed = sum(spans, Counting::Closed); closed > milliseconds(0)) {
            parts.append(tr("closed for %1").arg(spent(closed)));
        }
        return parts.join(u" · "_s);
    }
};
} // namespace

PromiseRuler::PromiseRuler(Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::ToolTip)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setProperty("role", QLatin1String("ruler"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    m_column->setContentsMargins(14, 10, 14, 12);
    m_column->setSpacing(4);
}

void PromiseRuler::show(const QList<KeptTarget> &targets, Instant now)
{
    while (QLayoutItem *old = m_column->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const KeptTarget &kept : targets) {
        add(kept, now);
    }
    setVisible(isVisible() && !targets.isEmpty());
    adjustSize();
}

void PromiseRuler::add(const KeptTarget &kept, Instant now)
{
    m_column->addWidget(plainLabel(Texts::heading(kept, now), "heading"));
    m_column->addWidget(new Bar(kept, now, m_theme.tokens()));
    QLabel *account = plainLabel(Texts::account(kept, now), "small");
    account->setWordWrap(true);
    m_column->addWidget(account);
}

void PromiseRuler::showUnder(const QWidget &anchor)
{
    adjustSize();
    const QRect room = anchor.screen()->availableGeometry();
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + 6));
    move(std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - width())), below.y());
    setVisible(true);
}

QString PromiseRuler::words(const QList<KeptTarget> &targets, Instant now)
{
    QStringList lines;
    for (const KeptTarget &kept : targets) {
        lines.append(u"%1: %2"_s.arg(Texts::heading(kept, now), Texts::account(kept, now)));
    }
    return lines.join(u'\n');
}

} // namespace fw::ui

#include "ui/desktop/shell/status_bar.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/meter.h"
#include "ui/desktop/widgets/words.h"

#include <QHBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kHeight = 28;

const StreamProgress *failedStream(const AccountStatus &status)
{
    for (const StreamProgress &stream : status.streams) {
        if (stream.failedAt) {
            return &stream;
        }
    }
    return nullptr;
}
} // namespace

struct StatusBar::Strip final : public QWidget {
    explicit Strip(Theme &theme)
        : dot(new Dot(theme))
        , name(plainLabel({}, "small"))
        , window(plainLabel({}, "small"))
        , meter(new Meter(theme))
        , use(plainLabel({}, "small"))
        , state(new ElidedLabel("small"))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(7);
        for (QWidget *part :
            {static_cast<QWidget *>(dot), static_cast<QWidget *>(name), static_cast<QWidget *>(window),
                static_cast<QWidget *>(meter), static_cast<QWidget *>(use), static_cast<QWidget *>(state)}) {
            row->addWidget(part);
        }
    }
    Dot *dot;
    QLabel *name;
    QLabel *window;
    Meter *meter;
    QLabel *use;
    ElidedLabel *state;
};

StatusBar::StatusBar(Theme &theme, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_row(new QHBoxLayout(this))
    , m_complete(plainLabel({}, "small"))
    , m_outbox(plainLabel({}, "small"))
{
    setProperty("role", QLatin1String("statusBar"));
    setAccessibleName(tr("State"));
    setMinimumHeight(kHeight);
    m_row->setContentsMargins(14, 2, 14, 2);
    m_row->setSpacing(18);
    m_row->addStretch(1);
    m_row->addWidget(m_complete);
    m_row->addWidget(m_outbox);
}

void StatusBar::makeStrips(qsizetype count)
{
    while (m_strips.size() > count) {
        m_strips.takeLast()->deleteLater();
    }
    while (m_strips.size() < count) {
        auto *strip = new Strip(m_theme);
        m_row->insertWidget(static_cast<int>(m_strips.size()), strip);
        m_strips.append(strip);
    }
}

void StatusBar::showAccounts(const QList<AccountStatus> &accounts)
{
    makeStrips(accounts.size());
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        fill(*m_strips.at(i), accounts.at(i), accounts.size() == 1);
    }
    showComplete(accounts);
}

void StatusBar::showComplete(const QList<AccountStatus> &accounts)
{
    std::optional<Instant> least;
    bool isKnown = accounts.size() > 1;
    for (const AccountStatus &status : accounts) {
        const auto complete = completeUpTo(status.streams);
        isKnown = isKnown && complete;
        least = complete ? std::min(least.value_or(*complete), *complete) : least;
    }
    m_complete->setVisible(accounts.size() > 1);
    m_complete->setText(
        isKnown ? tr("complete up to %1").arg(Words::clockTime(*least, m_clock.now())) : tr("reading…"));
}

void StatusBar::fill(Strip &strip, const AccountStatus &status, bool isAlone)
{
    const Account &account = status.account;
    strip.name->setText(tr("%1 %2").arg(Words::of(account.network), oneLine(account.name)));
    const bool hasWindow = !status.windows.isEmpty();
    strip.window->setVisible(hasWindow && isAlone);
    strip.meter->setVisible(hasWindow);
    strip.use->setVisible(hasWindow);
    if (hasWindow) {
        const WindowUse &use = status.windows.first();
        strip.window->setText(use.window.name);
        strip.meter->setUse(use.used, use.window.limit);
        strip.use->setText(tr("%1/%2").arg(use.used).arg(use.window.limit));
    }
    const StreamProgress *failed = failedStream(status);
    const std::optional<Instant> complete = completeUpTo(status.streams);
    QString text;
    QString more;
    Dot::Tone tone = Dot::Tone::Good;
    if (account.isPaused()) {
        const bool isSignedOut = account.pausedReason == toString(ErrorCode::Unauthorised);
        const QString reason = Words::reason(account.pausedReason);
        text = isSignedOut ? tr("Re-connect. %1").arg(reason) : tr("Sending is paused. %1").arg(reason);
        more = account.pausedDetail;
        tone = Dot::Tone::Bad;
    } else if (failed) {
        const bool isLocked = failed->failure == toString(ErrorCode::Locked);
        const QString reason = Words::reason(failed->failure);
        text = isLocked ? tr("Re-connect. %1").arg(reason) : tr("%1; trying again").arg(reason);
        more = failed->failureDetail;
        tone = Dot::Tone::Warn;
    } else if (complete) {
        text = tr("complete up to %1").arg(Words::clockTime(*complete, m_clock.now()));
    } else {
        text = tr("reading…");
    }
    strip.dot->setTone(tone);
    strip.state->setFullText(text);
    strip.state->setVisible(isAlone || tone != Dot::Tone::Good); // several accounts share one line
    setRole(strip.state,
        tone == Dot::Tone::Good       ? "small"
            : tone == Dot::Tone::Warn ? "smallWarn"
                                      : "smallBad");
    const QString whole = hasWindow ? tr("%1 · %2").arg(status.windows.first().window.name, text) : text;
    strip.setToolTip(plainToolTip(more.isEmpty() ? whole : whole + u'\n' + more));
}

void StatusBar::showOutbox(int pendingReplies, bool isSaved)
{
    const QString saved = isSaved ? tr("all saved") : tr("saving…");
    m_outbox->setText(tr("Outbox %1 · %2").arg(pendingReplies).arg(saved));
}

} // namespace fw::ui

#include "ui/desktop/setup/rule_trial.h"

#include "ui/desktop/widgets/labels.h"

#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kTried = 7 * 24h;
constexpr int kSlice = 500; // messages
}

RuleTrial::RuleTrial(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_text(plainLabel({}, "soft"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    hide();
}

void RuleTrial::start(Instant now)
{
    stop();
    m_isRunning = true;
    m_counts.clear();
    m_text->setText(tr("Trying the rules in force on the last 7 days…"));
    show();
    next({.from = now - kTried, .to = now});
}

void RuleTrial::stop()
{
    ++m_turn;
    hide();
    if (std::exchange(m_isRunning, false)) {
        Q_EMIT finished();
    }
}

void RuleTrial::next(const DryRun &run)
{
    auto slice = m_store.study([run](Database &db) { return ArrivalRules(db).dryRunSlice(run, kSlice); });
    whenDone(slice, this, [this, turn = m_turn](const Result<DrySlice> &answer) {
        if (turn == m_turn) {
            take(answer);
        }
    });
}

void RuleTrial::take(const Result<DrySlice> &slice)
{
    if (!slice) {
        stop();
        Q_EMIT failed(slice.error());
        return;
    }
    for (const RuleEffect &effect : slice->effects) {
        ++m_counts[effect.rule];
    }
    if (!slice->rest.isAtEnd) {
        next(slice->rest);
        return;
    }
    m_isRunning = false;
    tell();
    Q_EMIT finished();
}

void RuleTrial::tell()
{
    QStringList lines;
    for (auto count = m_counts.constBegin(); count != m_counts.constEnd(); ++count) {
        lines.append(tr("%1: %n message(s)", nullptr, count.value()).arg(count.key()));
    }
    m_text->setText(lines.isEmpty()
            ? tr("The rules in force would have done nothing in the last 7 days.")
            : tr("The rules in force, in the last 7 days: %1").arg(lines.join(u"; "_s)));
}

} // namespace fw::ui

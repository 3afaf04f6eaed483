#include "ui/desktop/demo/demo_bar.h"

#include "app/core/steered_clock.h"
#include "ui/desktop/demo/demo_words.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>

#include <algorithm>
#include <array>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr std::array kSpeeds = {1, 5, 20, 60, 120};
constexpr int kHeight = 38;
constexpr int kTickMs = 250;
} // namespace

DemoBar::DemoBar(SteeredClock &clock, wiring::DemoDay day, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_day(std::move(day))
    , m_time(plainLabel({}, "dayTime"))
    , m_pause(button({}, "chip"))
    , m_speeds(new QButtonGroup(this))
    , m_happening(new ElidedLabel("soft"))
    , m_next(button({}, "plain"))
    , m_review(button(tr("How did the day go?"), "primary"))
{
    setProperty("role", QLatin1String("demoBar"));
    setMinimumHeight(kHeight);
    setAccessibleName(tr("The demo's day"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(6);
    m_time->setAccessibleDescription(tr("The time of the demo's day"));
    row->addWidget(m_time);
    row->addSpacing(4);
    row->addWidget(m_pause);
    makeSpeeds(*row);
    row->addSpacing(6);
    row->addWidget(m_happening, 1);
    row->addWidget(m_next);
    row->addWidget(m_review);
    QPushButton *tour = button(tr("Tour"), "link");
    row->addWidget(tour);
    connect(m_pause, &QPushButton::clicked, this, &DemoBar::togglePause);
    connect(m_next, &QPushButton::clicked, this, &DemoBar::jump);
    connect(m_review, &QPushButton::clicked, this, &DemoBar::reviewAsked);
    connect(tour, &QPushButton::clicked, this, &DemoBar::tourAsked);
    connect(&m_clock, &SteeredClock::steered, this, &DemoBar::showNow);
    connect(&m_tick, &QTimer::timeout, this, &DemoBar::showNow);
    m_tick.start(kTickMs);
    showNow();
}

void DemoBar::makeSpeeds(QHBoxLayout &row)
{
    for (size_t i = 0; i < kSpeeds.size(); ++i) {
        QPushButton *speed = button(u"×%1"_s.arg(kSpeeds.at(i)), "chip");
        speed->setCheckable(true);
        speed->setAccessibleName(tr("%1 times as fast as the clock on the wall").arg(kSpeeds.at(i)));
        m_speeds->addButton(speed, int(i));
        row.addWidget(speed);
    }
    connect(m_speeds, &QButtonGroup::idClicked, this, &DemoBar::setSpeed);
}

void DemoBar::setSpeed(int which)
{
    m_clock.setSpeed(kSpeeds.at(size_t(which)));
    m_clock.setPaused(isOver());
}

void DemoBar::changeSpeed(int by)
{
    const int most = int(kSpeeds.size()) - 1;
    setSpeed(std::clamp(m_speeds->checkedId() + by, 0, most));
}

void DemoBar::togglePause()
{
    m_clock.setPaused(isOver() || !m_clock.isPaused());
}

void DemoBar::jump()
{
    const wiring::DemoMoment *next = nextMoment(m_day, m_clock.now());
    m_clock.leapTo(next ? next->from : m_day.ends);
}

bool DemoBar::isOver() const
{
    return m_clock.now() >= m_day.ends;
}

void DemoBar::showNow()
{
    const Instant now = m_clock.now();
    m_time->setText(localTime(std::min(now, m_day.ends)).toString(u"HH:mm"_s));
    m_happening->setFullText(DemoWords::happening(m_day, now));
    m_happening->setToolTip(plainToolTip(DemoWords::happening(m_day, now)));
    const auto speed = std::find(kSpeeds.begin(), kSpeeds.end(), int(m_clock.speed()));
    if (speed != kSpeeds.end()) {
        m_speeds->button(int(speed - kSpeeds.begin()))->setChecked(true);
    }
    m_pause->setText(m_clock.isPaused() ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(!isOver());
    showNext(now);
    if (isOver() && !std::exchange(m_hasEnded, true)) {
        m_clock.setPaused(true);
        Q_EMIT dayEnded();
    }
}

void DemoBar::showNext(Instant now)
{
    const wiring::DemoMoment *next = nextMoment(m_day, now);
    const QString what = next ? DemoWords::of(*next) : tr("the end");
    const QString at = localTime(next ? next->from : m_day.ends).toString(u"HH:mm"_s);
    m_next->setText(tr("On to %1, %2").arg(what, at));
    m_next->setVisible(!isOver());
    m_review->setVisible(isOver());
}

} // namespace fw::ui

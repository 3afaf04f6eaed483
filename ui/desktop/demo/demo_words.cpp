#include "ui/desktop/demo/demo_words.h"

#include <algorithm>

namespace fw::ui {

using namespace Qt::StringLiterals;

QString DemoWords::of(const wiring::DemoMoment &moment)
{
    if (moment.name == "trainee"_L1) {
        return tr("the trainee");
    }
    if (moment.name == "storm"_L1) {
        return tr("the storm");
    }
    if (moment.name == "outage"_L1) {
        return tr("the outage");
    }
    return moment.name == "limit"_L1 ? tr("the lowered limit") : tr("the evening");
}

QString DemoWords::happening(const wiring::DemoDay &day, Instant now)
{
    if (now >= day.ends) {
        return tr("The day is over.");
    }
    const auto present = std::find_if(day.moments.begin(), day.moments.end(),
        [now](const wiring::DemoMoment &moment) { return now >= moment.from && now < moment.until; });
    if (present == day.moments.end()) {
        return tr("An ordinary hour: customers write, on three networks, in English and French.");
    }
    if (present->name == "trainee"_L1) {
        return tr("Tim, a trainee, proposes answers: Ctrl+Shift+A to let them leave or give them back.");
    }
    if (present->name == "storm"_L1) {
        return tr("The storm: a delivery notice went out too early, and everybody asks about it.");
    }
    if (present->name == "outage"_L1) {
        return tr("The outage: Facebook answers with errors. Replies wait; nothing is lost.");
    }
    return present->name == "limit"_L1
        ? tr("The lowered limit: Twitter takes ten posts in a quarter of an hour. Who is urgent goes first.")
        : tr("The evening: after work they write again.");
}

const wiring::DemoMoment *nextMoment(const wiring::DemoDay &day, Instant now)
{
    const auto next = std::find_if(day.moments.begin(), day.moments.end(),
        [now](const wiring::DemoMoment &moment) { return moment.from > now; });
    return next == day.moments.end() ? nullptr : &*next;
}

} // namespace fw::ui

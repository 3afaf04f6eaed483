#include "connectors/sandbox/twitter/windows.h"

#include "connectors/sandbox/twitter/operations.h"

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QList<WindowRule> documentedWindows()
{
    const QString header = u"x-rate-limit"_s;
    const QString name = u"15 min"_s;
    return {
        {.name = name, .operation = kMe, .length = 15min, .limit = 75, .header = header},
        {.name = name, .operation = kUser, .length = 15min, .limit = 900, .header = header}, // an assumption
        {.name = name, .operation = kMentions, .length = 15min, .limit = 300, .header = header},
        {.name = name, .operation = kOwn, .length = 15min, .limit = 900, .header = header},
        {.name = name, .operation = kLookup, .length = 15min, .limit = 5000, .header = header},
        {.name = name, .operation = kLookupOne, .length = 15min, .limit = 900, .header = header},
        {.name = name, .operation = kDelete, .length = 15min, .limit = 50, .header = header},
        {.name = name, .operation = kHide, .length = 15min, .limit = 50, .header = header},
        {.name = name, .operation = kMessages, .length = 15min, .limit = 15, .header = header},
        {.name = name, .operation = kMessageCreate, .length = 15min, .limit = 15, .header = header},
        {.name = u"24 h"_s,
            .operation = kMessageCreate,
            .kind = WindowKind::Rolling,
            .length = 24h,
            .limit = 1440,
            .header = u"x-user-limit-24hour"_s},
        {.name = name, .operation = kCreate, .length = 15min, .limit = 100, .header = header},
        {.name = u"24 h, app"_s,
            .operation = kCreate,
            .kind = WindowKind::Rolling,
            .length = 24h,
            .limit = 10000,
            .header = u"x-app-limit-24hour"_s},
        // What no header reports: the half-hourly part is unpublished, 2,400 a day is help.x.com's, 300 per 3 h
        // docs.x.com/x-api/posts/manage-tweets/integrate.
        {.name = u"30 min"_s,
            .operation = kCreate,
            .kind = WindowKind::Slotted,
            .length = 30min,
            .limit = 50},
        {.name = u"3 h"_s, .operation = kCreate, .kind = WindowKind::Rolling, .length = 3h, .limit = 300},
        {.name = u"24 h"_s, .operation = kCreate, .kind = WindowKind::Rolling, .length = 24h, .limit = 2400},
    };
}

} // namespace fw::sandbox::twitter

#include "app/network/connector.h"

#include <array>

namespace fw {

namespace {
struct ModerationName {
    Moderation what;
    const char *name;
    Operation operation;
};
constexpr std::array kModerations = {
    ModerationName{Moderation::Hide, "hide", Operation::Hide},
    ModerationName{Moderation::Unhide, "unhide", Operation::Hide},
    ModerationName{Moderation::Like, "like", Operation::Like},
    ModerationName{Moderation::Unlike, "unlike", Operation::Like},
    ModerationName{Moderation::Remove, "remove", Operation::Remove},
};

const ModerationName &entryOf(Moderation what)
{
    for (const ModerationName &entry : kModerations) {
        if (entry.what == what) {
            return entry;
        }
    }
    Q_UNREACHABLE();
}
} // namespace

QString toString(Moderation what)
{
    return QString::fromLatin1(entryOf(what).name);
}

std::optional<Moderation> moderationFromString(const QString &name)
{
    for (const ModerationName &entry : kModerations) {
        if (name == QLatin1String(entry.name)) {
            return entry.what;
        }
    }
    return std::nullopt;
}

Operation operationOf(Moderation what)
{
    return entryOf(what).operation;
}

} // namespace fw

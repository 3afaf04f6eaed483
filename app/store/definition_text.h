#pragma once

#include "app/core/json_form.h"
#include "app/core/log.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace fw {

/// What a definition that is kept as JSON says. They are read with every message and hardly ever change, so what was read is remembered by its text. Nothing where this program
/// does not understand it, which is logged. Thread: any.
template <typename T>
[[nodiscard]] std::optional<T> definedIn(const QString &text, T (*read)(const JsonPart &))
{
    constexpr qsizetype kMostKnown = 256;
    static std::mutex mutex;
    static QHash<QString, T> known;
    const std::scoped_lock lock(mutex);
    if (const auto found = known.constFind(text); found != known.constEnd()) {
        return *found;
    }
    JsonForm form(QStringLiteral("the store"), text.toUtf8());
    T value = read(form.root());
    if (const Done verdict = form.verdict(); !verdict) {
        log::warn(log::Area::Storage, "definition cannot be read here", {{"length", text.size()}});
        return std::nullopt;
    }
    if (known.size() >= kMostKnown) {
        known.clear();
    }
    known.insert(text, value);
    return value;
}

} // namespace fw

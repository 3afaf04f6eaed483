#pragma once

#include "app/desk/notices/notices.h"

#include <QCoreApplication>

namespace fw::ui {

/// Notices as sentences.
class NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::NoticeWords)
public:
    /// What happened, in one line.
    [[nodiscard]] static QString title(const DeskNotice &notice);
    /// The rule behind it, as a choice.
    [[nodiscard]] static QString rule(NoticeKind kind);
    /// More than can be told one by one.
    [[nodiscard]] static QString many(int count);
};

} // namespace fw::ui

#include "ui/desktop/notices/notice_words.h"

namespace fw::ui {

QString NoticeWords::title(const DeskNotice &notice)
{
    switch (notice.kind) {
    case NoticeKind::Urgent:
        return tr("%1 waits, and it is urgent").arg(notice.customer);
    case NoticeKind::DueSoon:
        return tr("%1 should be answered soon").arg(notice.customer);
    case NoticeKind::Mentioned:
        return tr("%1 mentioned you beside %2").arg(notice.by, notice.customer);
    case NoticeKind::NotSent:
        return tr("Your reply to %1 was not sent").arg(notice.customer);
    case NoticeKind::Returned:
        return tr("%1 gave your answer to %2 back").arg(notice.by, notice.customer);
    case NoticeKind::TakenOver:
        return tr("%1 took over %2").arg(notice.by, notice.customer);
    }
    return {};
}

QString NoticeWords::rule(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Urgent:
        return tr("Somebody writes, and it is urgent");
    case NoticeKind::DueSoon:
        return tr("An answer is due soon");
    case NoticeKind::Mentioned:
        return tr("A colleague mentions me in a note");
    case NoticeKind::NotSent:
        return tr("A reply of mine was not sent");
    case NoticeKind::Returned:
        return tr("An answer of mine was given back");
    case NoticeKind::TakenOver:
        return tr("A colleague takes over what I was answering");
    }
    return {};
}

QString NoticeWords::many(int count)
{
    return tr("%n conversations want somebody", nullptr, count);
}

} // namespace fw::ui

#include "ui/wiring/customer_leaks.h"

#include "app/customers/customer_marks.h"

namespace fw::wiring {

QList<guard::LeakSpan> customerLeaks(Database &db, const guard::PublicDraft &draft)
{
    QList<guard::LeakSpan> spans;
    if (const auto marks = marksBeside(db, draft.conversation)) {
        for (const CustomerMark &mark : findCustomerMarks(draft.text, *marks)) {
            spans.append({.start = mark.start, .length = mark.length, .what = mark.what});
        }
    }
    return spans;
}

} // namespace fw::wiring

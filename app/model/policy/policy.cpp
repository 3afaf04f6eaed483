#include "app/model/policy/policy.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
bool isAmong(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}
} // namespace

milliseconds Policy::warnedBefore(const TargetTerms &terms) const
{
    return warnPercent > 0 ? terms.within * warnPercent / 100 : warnBefore;
}

bool fits(const PolicyConditions &conditions, const PolicyContext &context)
{
    const bool hasTag = conditions.tags.isEmpty()
        || std::any_of(context.tags.begin(), context.tags.end(),
            [&conditions](const QString &tag) { return conditions.tags.contains(tag); });
    return hasTag && isAmong(conditions.networks, context.network)
        && isAmong<QString>(conditions.accounts, context.account) && isAmong(conditions.lanes, context.lane)
        && isAmong(conditions.kinds, context.kind);
}

const Policy *chosenPolicy(const QList<Policy> &inOrder, const PolicyContext &context)
{
    const auto first = std::find_if(inOrder.begin(), inOrder.end(),
        [&context](const Policy &policy) { return fits(policy.when, context); });
    return first == inOrder.end() ? nullptr : &*first;
}

QString toString(TargetKind kind)
{
    switch (kind) {
    case TargetKind::FirstAnswer:
        return u"first-answer"_s;
    case TargetKind::NextAnswer:
        return u"next-answer"_s;
    case TargetKind::Resolution:
        break;
    }
    return u"resolution"_s;
}

TargetKind targetKindFromString(const QString &name)
{
    return name == "first-answer"_L1 ? TargetKind::FirstAnswer
        : name == "next-answer"_L1   ? TargetKind::NextAnswer
                                     : TargetKind::Resolution;
}

} // namespace fw

#include "app/model/queue/queue_filter.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
bool holds(const QList<T> &list, const T &value)
{
    return list.isEmpty() || list.contains(value);
}

/// Takes `value` where its own name is `value`, as enums without a parser that can refuse do.
template <typename T, typename Read>
bool take(QList<T> &list, const QString &value, Read read)
{
    const T known = read(value);
    if (toString(known) != value) {
        return false;
    }
    list.append(known);
    return true;
}

bool takeFlag(QueueFilter &filter, const QString &value)
{
    const QList<std::pair<QString, bool QueueFilter::*>> flags
        = {{u"late"_s, &QueueFilter::isLate}, {u"failed"_s, &QueueFilter::hasFailed},
            {u"mine"_s, &QueueFilter::isMine}, {u"unassigned"_s, &QueueFilter::isUnassigned}};
    for (const auto &[name, flag] : flags) {
        if (name == value) {
            filter.*flag = true;
            return true;
        }
    }
    return false;
}

bool takeWord(QueueFilter &filter, const QString &key, const QString &value)
{
    if (key == "network"_L1) {
        const auto network = networkFromString(value);
        filter.networks += network ? QList{*network} : QList<Network>();
        return network.has_value();
    }
    if (key == "class"_L1) {
        const auto known = replyClassFromString(value);
        filter.classes += known ? QList{*known} : QList<ReplyClass>();
        return known.has_value();
    }
    if (key == "account"_L1) {
        filter.accounts.append(value);
        return !value.isEmpty();
    }
    if (key == "tag"_L1) {
        filter.tags.append(value.toLower());
        return !value.isEmpty();
    }
    if (key == "lane"_L1) {
        return take(filter.lanes, value, &laneFromString);
    }
    if (key == "state"_L1) {
        return take(filter.states, value, &conversationStateFromString);
    }
    return key == "is"_L1 && takeFlag(filter, value);
}
} // namespace

Result<QueueFilter> parseFilter(const QString &typed)
{
    QueueFilter filter;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        if (!takeWord(filter, word.section(u':', 0, 0), word.section(u':', 1))) {
            return Failure({.code = ErrorCode::Usage,
                .detail
                = u"\"%1\" is no filter; there is: network:twitter|facebook|pinterest, account:NAME, lane:public|private, tag:TAG, "_s
                        .arg(word)
                    + u"class:urgent|normal|low, state:waiting|waiting-for-customer|snoozed|resolved|archived, "_s
                    + u"is:late|failed|mine|unassigned"_s});
        }
    }
    return filter;
}

bool fits(const QueueFilter &filter, const Conversation &conversation, Instant now)
{
    return holds(filter.networks, conversation.network) && holds(filter.accounts, conversation.accountName)
        && holds(filter.lanes, conversation.lane) && holds(filter.classes, conversation.workClass)
        && holds(filter.states, conversation.state)
        && (!filter.isLate || (conversation.dueAt && *conversation.dueAt < now))
        && (!filter.hasFailed || conversation.failedReplies > 0);
}

} // namespace fw

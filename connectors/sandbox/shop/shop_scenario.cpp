#include "connectors/sandbox/shop/shop_day.h"

#include <QJsonArray>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QJsonObject step(std::chrono::seconds at, const QString &path, const QJsonObject &body)
{
    return {{u"at_s"_s, qint64(at.count())}, {u"path"_s, path}, {u"body"_s, body}};
}

QJsonObject stepOf(const ShopArrival &arrival)
{
    const QString &network = arrival.person.network;
    const QJsonObject body{{u"author"_s, arrival.person.handle}, {u"text"_s, arrival.text}};
    if (network == "twitter"_L1) {
        return step(
            arrival.at, arrival.isPrivate ? u"/sandbox/twitter/messages"_s : u"/sandbox/posts"_s, body);
    }
    if (network == "facebook"_L1) {
        return step(arrival.at,
            arrival.isPrivate ? u"/sandbox/facebook/messages"_s : u"/sandbox/facebook/visitor_posts"_s, body);
    }
    return step(arrival.at, u"/sandbox/pinterest/comments"_s, body);
}

ShopMoment momentOf(const QString &name)
{
    for (const ShopMoment &moment : shopMoments()) {
        if (moment.name == name) {
            return moment;
        }
    }
    Q_UNREACHABLE();
}

/// Facebook answers nothing but 503 for a while.
QList<QJsonObject> outage()
{
    QJsonArray rules;
    for (const QString &operation : {u"facebook.node"_s, u"facebook.feed"_s, u"facebook.comments"_s,
             u"facebook.conversations"_s, u"facebook.messages"_s, u"facebook.comment"_s,
             u"facebook.message"_s, u"facebook.private-reply"_s}) {
        rules.append(QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"operation"_s, operation}});
    }
    const ShopMoment outage = momentOf(u"outage"_s);
    return {step(outage.at, u"/sandbox/faults"_s, {{u"rules"_s, rules}}),
        step(outage.at + outage.length, u"/sandbox/faults"_s, {{u"rules"_s, QJsonArray()}})};
}

QJsonObject peopleRule()
{
    // Who asks is in the day; only the answers to our answers are left to chance.
    constexpr int kNever = 24 * 3600; // the day is over by then
    return {{u"arrivals_s"_s, QJsonArray{kNever, kNever}}, {u"answers_s"_s, QJsonArray{90, 900}},
        {u"answer_share"_s, 0.5}};
}
} // namespace

QJsonObject scenarioOf(const ShopDay &day)
{
    QJsonArray cast;
    QJsonArray steps;
    for (const ShopArrival &arrival : day.arrivals) {
        const ShopPerson &person = arrival.person;
        if (person.network == "twitter"_L1) {
            cast.append(QJsonObject{{u"handle"_s, person.handle}, {u"name"_s, person.name},
                {u"language"_s, person.language}, {u"followers"_s, person.followers}});
        }
        steps.append(stepOf(arrival));
    }
    for (const QJsonObject &each : outage()) {
        steps.append(each);
    }
    steps.append(step(momentOf(u"limit"_s).at, u"/sandbox/windows"_s,
        {{u"operation"_s, u"create"_s}, {u"name"_s, u"15 min"_s}, {u"limit"_s, 10}}));
    const QJsonObject others{{u"people"_s, peopleRule()}};
    return {{u"cast"_s, cast}, {u"day"_s, steps}, {u"people"_s, peopleRule()}, {u"facebook"_s, others},
        {u"pinterest"_s, others}};
}

} // namespace fw::sandbox

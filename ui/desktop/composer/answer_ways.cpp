#include "ui/desktop/composer/answer_ways.h"

#include <QUrl>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;

AnswerWay wayOf(const Offer &offer, const Capabilities &can, const Account &account)
{
    const Lane lane = offer.feature == Feature::ReplyPublic ? Lane::Public : Lane::Private;
    AnswerWay way{.feature = offer.feature,
        .lane = lane,
        .textLimit = lane == Lane::Public ? can.replyLimit : can.messageLimit};
    if (offer.until) {
        way.until = *offer.until - account.clockOffset;
    }
    return way;
}
} // namespace

AnswerWays answerWays(const Account &account, const Message &message, int usualLimit, Instant now)
{
    AnswerWays answer{.permalink = isWebAddress(message.permalink) ? message.permalink : QString()};
    if (account.capabilities.isEmpty()) {
        answer.ways.append(
            {.feature = message.lane == Lane::Public ? Feature::ReplyPublic : Feature::SendMessage,
                .lane = message.lane,
                .textLimit = usualLimit});
        return answer;
    }
    const Capabilities can = capabilitiesFromJson(account.capabilities);
    const OfferFacts facts{.now = now + account.clockOffset};
    const bool isPrivate = message.lane == Lane::Private;
    const QList<Feature> wanted = isPrivate ? QList<Feature>{Feature::SendMessage}
                                            : QList<Feature>{Feature::ReplyPublic, Feature::ReplyPrivate};
    for (const Feature feature : wanted) {
        const Offer offer = offerOf(feature, can, message, facts);
        if (offer.isOffered) {
            answer.ways.append(wayOf(offer, can, account));
        } else if (feature == wanted.first()) {
            answer.whyNone = offer.whyNot;
        }
    }
    return answer;
}

bool isWebAddress(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace fw::ui

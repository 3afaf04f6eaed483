#include "tests/connectors/pinterest/exercise_answers.h"

#include "connectors/pinterest/memory.h"
#include "connectors/pinterest/partner_calls.h"
#include "connectors/pinterest/pinterest_errors.h"
#include "connectors/pinterest/pinterest_limits.h"
#include "connectors/pinterest/pinterest_settings.h"
#include "connectors/pinterest/radars.h"

#include <QJsonDocument>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::pinterest;

namespace {
const Instant kNow = instantFromMs(1'763'560'800'000);

PartnerProfile profileWith(TimeFormat format)
{
    PartnerProfile profile{.baseUrl = u"/p"_s, .subject = u"/aggregated_pin_data/id"_s, .time = format};
    profile.comment.subject = u"/aggregated_pin_data/id"_s;
    profile.comment.parent = u"/reply_to_comment/id"_s;
    return profile;
}

HttpAnswer answerOf(int status, const QByteArray &body)
{
    const QList<QByteArray> lines = body.split('\n');
    return {.status = status,
        .headers = {{"x-ratelimit-limit", lines.value(0)}, {"x-ratelimit-remaining", lines.value(1)},
            {"x-ratelimit-reset", lines.value(2)}, {"retry-after", lines.value(3)}},
        .body = body,
        .error = {},
        .serverTime = kNow};
}

void exercisePartner(const QByteArray &body, TimeFormat format)
{
    const PartnerProfile profile = profileWith(format);
    const Account account{.remoteId = u"77"_s, .handle = u"shop"_s};
    if (const auto comments = readComments(body, profile, profile.listComments, kNow)) {
        for (const Comment &comment : comments->entries) {
            const Place place = placeOf(comment);
            (void)toPost(comment, place, account, profile);
            (void)partnerUrl(account, profile,
                {.path = u"/a/{root}/{pin}"_s, .query = {{u"s"_s, u"{subject}"_s}}}, place,
                comments->bookmark);
        }
    }
    (void)readComment(body, profile, kNow);
}

void exerciseWalk(StreamWalk &walk, const QByteArray &body, const QByteArray &state)
{
    Cursor cursor{.stream = walk.stream().name, .state = state};
    for (int page = 0; page < 4; ++page) {
        (void)walk.next(cursor, kNow);
        const auto taken = walk.take(body, kNow);
        if (!taken || taken->page.nextPageToken.isEmpty()) {
            return;
        }
        cursor.pageToken = taken->page.nextPageToken;
    }
}

void exerciseError(const QByteArray &body, int status)
{
    const HttpAnswer answer = answerOf(status, body);
    const Quota quota{.category = u"org_write"_s, .operations = {Operation::Reply, Operation::Remove}};
    CallFacts facts = factsOf(answer, quota, kNow);
    (void)errorOfRead(answer, facts);
    (void)refusalOfWrite(answer, facts, u"Thank you, Maria"_s);
    (void)waitAfter(answer, facts);
}
} // namespace

void exerciseAnswers(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    const Account account{.baseUrl = u"https://api.pinterest.com"_s, .handle = u"shop"_s};
    const QByteArray body = bytes.mid(1);
    switch (static_cast<unsigned char>(bytes.at(0)) % kReaders) {
    case 0:
        return exerciseWalk(*makeCommentRadar(account, {}), body, {});
    case 1:
        return exerciseWalk(*makeDomainRadar(account, {}), body, {});
    case 2:
        return exerciseWalk(*makeCollaborators(account, {}), body, {});
    case 3:
        return exerciseWalk(*makeCommentRadar(account, {}), body, Memory{.walkedAt = kNow}.toState());
    case 4:
        return exercisePartner(body, TimeFormat::Iso);
    case 5:
        return exercisePartner(body, TimeFormat::UnixSeconds);
    case 6:
        return exercisePartner(body, TimeFormat::Mail);
    case 7:
        return exerciseError(body, 429);
    case 8:
        return exerciseError(body, 400);
    case 9:
        (void)Memory::fromState(body);
        return;
    case 10:
        (void)readSettings(QJsonDocument::fromJson(body).object());
        return;
    default:
        (void)readAccount(body);
        (void)readTopPins(body);
        return;
    }
}

} // namespace fw::test

#include "connectors/facebook/graph_errors.h"
#include "connectors/facebook/graph_limits.h"
#include "connectors/facebook/graph_parse.h"
#include "tests/fuzz/targets.h"

#include <QUrlQuery>

namespace fw::fuzz {

namespace {
using namespace Qt::StringLiterals;
using namespace facebook;

Reading reading(const QString &above)
{
    return {.account = {.network = Network::Facebook, .remoteId = u"77"_s, .displayName = u"Shop"_s},
        .serverTime = readAt(),
        .above = above};
}

void requirePage(const Result<ReadPage> &page)
{
    if (!page) {
        requirePlainDetail(page.error());
        return;
    }
    for (const Post &post : page->posts) {
        require(!post.remoteId.isEmpty(), "every post has an id");
    }
    for (const Branch &branch : page->branches) {
        require(!branch.id.isEmpty(), "every branch has an id");
    }
    require(!QUrlQuery(page->next).hasQueryItem(u"access_token"_s), "no token is kept");
    require(
        page->unreadable >= 0 && page->unreadable <= page->announced, "what cannot be read was announced");
}

void requirePost(const Result<Post> &post)
{
    require(!post || !post->remoteId.isEmpty(), "a post has an id");
}

void write(const HttpAnswer &answer, const QString &idMember, const QString &target)
{
    CallFacts facts = factsOf(answer, u"77"_s, readAt());
    const CallContext context{
        .operation = Operation::Reply, .now = readAt(), .sent = u"Thanks, it is on its way"_s};
    const Outcome outcome = outcomeOfWrite(answer, facts, context, idMember, target);
    if (outcome.kind == OutcomeKind::Accepted) {
        require(!outcome.remoteId.isEmpty(), "what was accepted has an id");
    } else {
        requirePlainDetail(outcome.error);
    }
}
} // namespace

Target facebookTarget()
{
    return {.name = "facebook",
        .payloads = "facebook/payloads",
        .entries = {
            [](const HttpAnswer &answer) { requirePage(readPosts(answer.body, reading({}))); },
            [](const HttpAnswer &answer) { requirePage(readRatings(answer.body, reading({}))); },
            [](const HttpAnswer &answer) { requirePage(readComments(answer.body, reading(u"77_1"_s))); },
            [](const HttpAnswer &answer) { requirePage(readConversations(answer.body)); },
            [](const HttpAnswer &answer) { requirePage(readMessages(answer.body, reading(u"t_1"_s))); },
            [](const HttpAnswer &answer) { requirePost(readPost(answer.body, reading({}))); },
            [](const HttpAnswer &answer) { requirePost(readComment(answer.body, reading({}))); },
            [](const HttpAnswer &answer) { requirePost(readMessage(answer.body, reading(u"t_1"_s))); },
            [](const HttpAnswer &answer) {
                const auto profile = readProfile(answer.body);
                require(!profile || !profile->profile.remoteId.isEmpty(), "a profile has an id");
                Q_UNUSED(idBelow(answer.body, u"from"_s))
            },
            [](const HttpAnswer &answer) { write(answer, u"id"_s, {}); },
            [](const HttpAnswer &answer) { write(answer, {}, u"77_1"_s); },
            [](const HttpAnswer &answer) {
                CallFacts facts = factsOf(answer, u"77"_s, readAt());
                const auto error = errorOfRead(answer, facts, {.now = readAt()});
                if (error) {
                    requirePlainDetail(*error);
                }
                const auto wait = waitAfter(facts, Operation::ReadComments);
                require(!wait || wait->count() >= 0, "nobody waits for the past");
                Q_UNUSED(refusesFields(answer))
                Q_UNUSED(lacksPermission(answer))
            },
        }};
}

} // namespace fw::fuzz

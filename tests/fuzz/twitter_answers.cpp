#include "connectors/twitter/message_parse.h"
#include "connectors/twitter/twitter_errors.h"
#include "connectors/twitter/twitter_limits.h"
#include "connectors/twitter/twitter_parse.h"
#include "tests/fuzz/targets.h"

namespace fw::fuzz {

namespace {
using namespace Qt::StringLiterals;
using namespace twitter;

Reading reading(const QString &stream)
{
    return {.account = {.network = Network::Twitter, .remoteId = u"77"_s, .handle = u"shop"_s},
        .stream = stream,
        .serverTime = readAt()};
}

void requirePage(const Result<ReadPage> &page)
{
    if (!page) {
        requirePlainDetail(page.error());
        return;
    }
    require(
        page->unreadable >= 0 && page->unreadable <= page->announced, "what cannot be read was announced");
    for (const ReadPost &read : page->posts) {
        require(!read.post.remoteId.isEmpty() && !read.post.versionId.isEmpty(), "every post has an id");
        require(read.post.author.network == Network::Twitter, "every author is of the network");
    }
}

void requireFacts(const CallFacts &facts)
{
    for (const LimitSignal &signal : facts.limitSignals) {
        require(!signal.header.isEmpty(), "every limit says where it was read");
    }
    const auto wait = waitAfter(facts);
    require(!wait || wait->count() >= 0, "nobody waits for the past");
}

void write(const HttpAnswer &answer, Operation operation, const QString &member)
{
    const QString text = u"Thanks, it is on its way"_s;
    const CallFacts facts = factsOf(answer, operation, readAt());
    requireFacts(facts);
    const Outcome outcome = outcomeOf(
        answer, facts, {.operation = operation, .text = text, .remoteIdIn = [member](const QByteArray &body) {
                            return readWrittenId(body, member);
                        }});
    if (outcome.kind == OutcomeKind::Accepted) {
        require(!outcome.remoteId.isEmpty(), "what was accepted has an id");
    } else {
        requirePlainDetail(outcome.error);
    }
}
} // namespace

Target twitterTarget()
{
    return {.name = "twitter",
        .payloads = "twitter/payloads",
        .entries = {
            [](const HttpAnswer &answer) { requirePage(readPage(answer.body, reading(u"mentions"_s))); },
            [](const HttpAnswer &answer) { requirePage(readPage(answer.body, reading(u"own"_s))); },
            [](const HttpAnswer &answer) {
                requirePage(readMessagePage(answer.body, reading(u"messages"_s), u"100"_s));
            },
            [](const HttpAnswer &answer) {
                const auto profile = readProfile(answer.body);
                require(!profile || !profile->profile.remoteId.isEmpty(), "a profile has an id");
            },
            [](const HttpAnswer &answer) { write(answer, Operation::Reply, u"id"_s); },
            [](const HttpAnswer &answer) { write(answer, Operation::DirectMessage, u"dm_event_id"_s); },
            [](const HttpAnswer &answer) {
                const CallFacts facts = factsOf(answer, Operation::ReadMentions, readAt());
                requireFacts(facts);
                if (const auto error = errorOfRead(answer, facts)) {
                    requirePlainDetail(*error);
                }
                requirePlainDetail(errorOfProblem(answer.status, answer.body));
                Q_UNUSED(refusesSelector(answer))
                Q_UNUSED(readWrittenFlag(answer.body, u"hidden"_s))
            },
        }};
}

} // namespace fw::fuzz

#include "connectors/http/json_answer.h"
#include "connectors/pinterest/json_pointer.h"
#include "connectors/pinterest/pinterest_errors.h"
#include "connectors/pinterest/pinterest_limits.h"
#include "connectors/pinterest/pinterest_parse.h"
#include "tests/fuzz/targets.h"

namespace fw::fuzz {

namespace {
using namespace Qt::StringLiterals;
using namespace pinterest;

template <typename T>
void requireList(const Result<List<T>> &list)
{
    if (!list) {
        requirePlainDetail(list.error());
        return;
    }
    for (const T &entry : list->entries) {
        require(!entry.id.isEmpty(), "every entry has an id");
    }
    require(
        list->unreadable >= 0 && list->unreadable <= list->announced, "what cannot be read was announced");
}

/// The first line is the pointer, the rest what it points into.
void point(const QByteArray &body)
{
    const qsizetype line = body.indexOf('\n');
    const QString pointer = QString::fromUtf8(body.left(std::max<qsizetype>(line, 0)));
    const auto answer = JsonAnswer::read("{\"root\":" + body.mid(line + 1) + '}'); // lists, too
    if (answer && isPointer(pointer)) {
        Q_UNUSED(textAt(answer->root()["root"], pointer))
    }
}
} // namespace

Target pinterestTarget()
{
    return {.name = "pinterest",
        .payloads = "pinterest/payloads",
        .entries = {
            [](const HttpAnswer &answer) { requireList(readPins(answer.body, u"/id"_s)); },
            [](const HttpAnswer &answer) { requireList(readBoards(answer.body)); },
            [](const HttpAnswer &answer) {
                const auto pin = readPin(answer.body);
                require(!pin || (!pin->id.isEmpty() && !pin->caption().isEmpty()),
                    "a pin has an id and a caption");
            },
            [](const HttpAnswer &answer) {
                Q_UNUSED(readTopPins(answer.body))
                Q_UNUSED(readAccount(answer.body))
            },
            [](const HttpAnswer &answer) {
                const Quota quota{.category = u"org_read"_s, .operations = {Operation::ReadComments}};
                CallFacts facts = factsOf(answer, quota, readAt());
                if (const auto error = errorOfRead(answer, facts)) {
                    requirePlainDetail(*error);
                }
                const auto wait = waitAfter(answer, facts);
                require(!wait || wait->count() >= 0, "nobody waits for the past");
            },
            [](const HttpAnswer &answer) {
                const auto refusal = refusalOfWrite(answer, {}, u"Thanks, it is on its way"_s);
                require(!refusal || refusal->kind != OutcomeKind::Accepted, "a refusal is not accepted");
            },
            [](const HttpAnswer &answer) { point(answer.body); },
        }};
}

} // namespace fw::fuzz

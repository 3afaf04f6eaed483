#include "connectors/http/json_answer.h"
#include "connectors/http/json_body.h"
#include "tests/connectors/http/same_json.h"
#include "tests/fuzz/targets.h"

namespace fw::fuzz {

namespace {
/// Qt drops a byte order mark at the beginning of some texts and keeps it in others.
bool hasByteOrderMark(const QByteArray &json)
{
    return json.contains("\xEF\xBB\xBF") || json.toLower().contains("feff");
}

void compare(const HttpAnswer &answer)
{
    const auto read = JsonAnswer::read(answer.body);
    const auto object = jsonObjectIn(answer.body);
    require(
        read || !object, "what Qt takes is taken"); // Qt refuses fractions that are too small for a double
    require(!read || offsetTooDeep(answer.body) < 0, "nothing is too deep");
    require(!object || hasByteOrderMark(answer.body) || test::saysTheSame(read->root(), *object),
        "both readers say the same");
    require(read || read.error() == object.error(), "both readers complain of the same");
}
} // namespace

Target jsonTarget()
{
    return {.name = "json", .payloads = "twitter/payloads", .entries = {compare}};
}

} // namespace fw::fuzz

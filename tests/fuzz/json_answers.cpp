#include "connectors/http/json_answer.h"
#include "connectors/http/json_body.h"
#include "tests/connectors/http/same_json.h"
#include "tests/fuzz/targets.h"

namespace fw::fuzz {

namespace {
void compare(const HttpAnswer &answer)
{
    const auto read = JsonAnswer::read(answer.body);
    const auto object = jsonObjectIn(answer.body);
    require(read.has_value() == object.has_value(), "both readers take the same");
    require(!read || test::saysTheSame(read->root(), *object), "both readers say the same");
    require(read || read.error() == object.error(), "both readers complain of the same");
}
} // namespace

Target jsonTarget()
{
    return {.name = "json", .payloads = "twitter/payloads", .entries = {compare}};
}

} // namespace fw::fuzz

#include "connectors/http/redact.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace fw::fuzz {

namespace {
bool isMark(char c)
{
    return QByteArrayView("{}[],:\" \n\r\t").contains(c);
}

void redact(const HttpAnswer &answer)
{
    const QByteArray &body = answer.body;
    const QByteArray redacted = redactBody(body);
    require(redacted.size() == body.size(), "redaction keeps the length");
    const bool keepsMarks = std::equal(body.begin(), body.end(), redacted.begin(),
        [](char was, char is) { return was == is || !(isMark(was) || isMark(is)); });
    require(keepsMarks, "redaction keeps brackets, quotes, commas and white space");
    require(redactBody(redacted) == redacted, "redaction leaves what is redacted alone");
}
} // namespace

Target redactionTarget()
{
    return {.name = "redaction", .payloads = "twitter/payloads", .entries = {redact}};
}

} // namespace fw::fuzz

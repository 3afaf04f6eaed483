#include "connectors/http/json_body.h"
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
    // Qt takes control characters inside strings, which are no JSON; there redaction trusts no more.
    const bool isStrict = std::none_of(body.begin(), body.end(), [](char c) { return c >= 0 && c < ' '; });
    require(!isStrict || !jsonObjectIn(body) || jsonObjectIn(redacted), "redaction makes no JSON unreadable");
}
} // namespace

Target redactionTarget()
{
    return {.name = "redaction", .payloads = "twitter/payloads", .entries = {redact}};
}

} // namespace fw::fuzz

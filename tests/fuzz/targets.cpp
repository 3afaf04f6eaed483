#include "tests/fuzz/targets.h"

#include "connectors/http/http_date.h"

#include <cstdio>
#include <cstdlib>

namespace fw::fuzz {

namespace {
constexpr qsizetype kMaxDetail = 2000;
}

HttpAnswer answerIn(const QByteArray &input)
{
    HttpAnswer answer{.status = 200, .body = input, .error = std::nullopt};
    if (!input.startsWith("HTTP ")) {
        return answer;
    }
    const qsizetype end = input.indexOf("\n\n");
    const QList<QByteArray> lines = input.left(end < 0 ? input.size() : end).split('\n');
    answer.body = end < 0 ? QByteArray() : input.mid(end + 2);
    answer.status = lines.first().mid(5).trimmed().toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    answer.serverTime = instantFromHttpDate(answer.headers.value("date"));
    return answer;
}

void require(bool isKept, const char *promise)
{
    if (!isKept) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}

void requirePlainDetail(const Error &error)
{
    require(error.detail.size() <= kMaxDetail, "a detail is short");
    require(!error.retryAfter || error.retryAfter->count() >= 0, "nobody waits for the past");
}

Instant readAt()
{
    return instantFromMs(1'790'000'000'000);
}

} // namespace fw::fuzz

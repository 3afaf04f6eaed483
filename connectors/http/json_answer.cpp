#include "connectors/http/json_answer.h"

#include "connectors/http/json_body.h"

#include <QJsonDocument>

#include <simdjson.h>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t kRootPlace = 1; // the tape begins with a mark
constexpr size_t kMostKept = 1024 * 1024;
// simdjson does not count the innermost brackets when nothing is in them. With this depth it takes nothing that is too deep, with one more
// everything that is not.
constexpr size_t kDepth = kMaxJsonDepth;

/// How long the next piece of JSON is: in a text one character, elsewhere a number or one character.
qsizetype pieceLength(QByteArrayView rest, bool isInText)
{
    if (isInText) {
        return rest.front() != '\\' ? 1 : rest.startsWith("\\u") ? 6 : 2;
    }
    const auto *const end = std::find_if_not(
        rest.begin(), rest.end(), [](char c) { return QByteArrayView("+-.0123456789eE").contains(c); });
    return std::max<qsizetype>(end - rest.begin(), 1);
}

bool isBeyond64Bits(QByteArrayView piece)
{
    bool fits = false;
    (void)piece.toLongLong(&fits);
    return !fits
        && std::all_of(piece.begin(), piece.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

/// `json` as Qt writes it, so that simdjson takes it: half a surrogate pair, which Qt writes as \udXXX, is U+FFFD, and a whole number beyond 64
/// bits one that need not be whole.
QByteArray plainer(const QByteArray &json)
{
    QByteArray plain;
    plain.reserve(json.size());
    bool isInText = false;
    for (QByteArrayView rest(json); !rest.isEmpty();) {
        const QByteArrayView piece = rest.first(std::min(pieceLength(rest, isInText), rest.size()));
        rest = rest.sliced(piece.size());
        if (isInText && piece.startsWith("\\ud")) {
            plain += "\\ufffd";
            continue;
        }
        isInText = isInText != (piece == "\"");
        plain += piece;
        if (!isInText && isBeyond64Bits(piece)) {
            plain += "e0";
        }
    }
    return plain;
}
} // namespace

struct JsonAnswer::Parsed {
    /// The thread's parser that nobody uses. Its buffers are many times as large as an answer: getting them anew takes longer than reading one.
    static std::unique_ptr<Parsed> &spare()
    {
        thread_local std::unique_ptr<Parsed> kept;
        return kept;
    }

    explicit Parsed(size_t depth) { m_isAllocated = parser.allocate(1, depth) == simdjson::SUCCESS; }

    bool parse(const QByteArray &body)
    {
        simdjson::dom::element root;
        return m_isAllocated
            && parser.parse_into_document(document, body.constData(), size_t(body.size())).get(root)
            == simdjson::SUCCESS
            && root.is_object();
    }

    simdjson::dom::parser parser{};
    simdjson::dom::document document = {};

private:
    bool m_isAllocated = false;
};

void JsonAnswer::GiveBack::operator()(Parsed *parsed) const
{
    std::unique_ptr<Parsed> owned(parsed);
    if (owned->parser.max_depth() == kDepth && owned->parser.capacity() <= kMostKept) {
        Parsed::spare() = std::move(owned);
    }
}

Result<JsonAnswer> JsonAnswer::read(const QByteArray &body)
{
    std::unique_ptr<Parsed> &spare = Parsed::spare();
    Owned parsed(spare ? spare.release() : new Parsed(kDepth));
    if (parsed->parse(body)) {
        return JsonAnswer(std::move(parsed));
    }
    // Either nobody can read it, then Qt says where and why; or only simdjson cannot: it is deep, or has a mark of byte order, half a surrogate
    // pair, a bare control character, an integer beyond 64 bits. Then it reads what Qt makes of it.
    const Result<QJsonObject> object = jsonObjectIn(body);
    if (!object) {
        return Failure(object.error());
    }
    parsed.reset(new Parsed(kDepth + 1));
    if (parsed->parse(plainer(QJsonDocument(*object).toJson(QJsonDocument::Compact)))) {
        return JsonAnswer(std::move(parsed));
    }
    return Failure({.code = ErrorCode::MalformedAnswer, .detail = u"no JSON at offset 0"_s});
}

JsonAnswer::JsonAnswer(Owned parsed) : m_parsed(std::move(parsed)) { }

JsonView JsonAnswer::root() const
{
    return {&m_parsed->document, kRootPlace};
}

} // namespace fw

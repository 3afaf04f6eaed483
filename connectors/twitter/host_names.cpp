#include "connectors/twitter/host_names.h"

#include "connectors/twitter/text_characters.h"

#include <QFile>
#include <QSet>

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

// A static library's resources are dropped by the linker unless somebody asks for them. Must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(twitter_text);
}

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr size_t kLongestHost = 256;

struct Endings {
    QSet<QString> names = {};
    qsizetype longest = 0;
};

Endings readEndings()
{
    initResources();
    QFile file(u":/twitter/top_level_domains.txt"_s);
    Endings endings;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    while (isOpen && !file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine());
        if (line.startsWith(u'#')) {
            continue;
        }
        for (const QString &name : line.simplified().split(u' ', Qt::SkipEmptyParts)) {
            endings.names.insert(name);
            endings.longest = std::max(endings.longest, name.size());
        }
    }
    return endings;
}

const Endings &endings()
{
    static const Endings known = readEndings();
    return known;
}

bool mayFollowEnding(QStringView text, qsizetype at)
{
    if (at >= text.size()) {
        return true;
    }
    const char16_t c = text.at(at).unicode();
    return !isAsciiLetterOrDigit(c) && c != u'@' && c != u'+' && c != u'-';
}

const UIDNA *converter()
{
    struct Close {
        void operator()(UIDNA *opened) const { uidna_close(opened); }
    };
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<UIDNA, Close> opened(uidna_openUTS46(UIDNA_DEFAULT, &status));
    return opened.get();
}
} // namespace

qsizetype afterEnding(QStringView text, qsizetype from)
{
    const qsizetype most = std::min(endings().longest, text.size() - from);
    for (qsizetype length = most; length >= 2; --length) {
        if (mayFollowEnding(text, from + length)
            && endings().names.contains(text.mid(from, length).toString().toLower())) {
            return from + length;
        }
    }
    return -1;
}

bool isPossibleHost(QStringView host)
{
    // What a host may look like is decided before; here only what cannot be encoded is refused.
    constexpr uint32_t kUnusable = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG
        | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_PUNYCODE | UIDNA_ERROR_INVALID_ACE_LABEL;
    std::array<char16_t, kLongestHost> encoded{};
    UIDNAInfo facts = UIDNA_INFO_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    uidna_nameToASCII(converter(), host.utf16(), int32_t(host.size()), encoded.data(),
        int32_t(encoded.size()), &facts, &status);
    return status == U_ZERO_ERROR && (facts.errors & kUnusable) == 0;
}

} // namespace fw::twitter

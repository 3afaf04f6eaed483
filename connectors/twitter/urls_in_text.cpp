#include "connectors/twitter/urls_in_text.h"

#include <QRegularExpression>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

// A path ends before white space, a bracket or a sentence's punctuation; letters beyond Latin and Cyrillic end it too, so that text in
// another script may follow without a space. One pair of brackets may stand inside.
const QString kLetters = u"A-Za-z0-9\\x{00C0}-\\x{024F}\\x{0400}-\\x{04FF}"_s;
const QString kInPath = u"%1_~:/?#@!$&'*+,;=%.|\\x{2013}\\-"_s.arg(kLetters);
const QString kAtPathEnd = u"%1_~/#&=%\\-+"_s.arg(kLetters);
const QString kTail
    = u"(?::[0-9]{1,5})?(?:[/?#](?:[%1]*[%2])?(?:\\([%1]*\\)(?:[%1]*[%2])?)?)?"_s.arg(kInPath, kAtPathEnd);
const QString kLabel = u"(?:[%1](?:[%1_\\-]{0,61}[%1])?\\.)"_s.arg(kLetters);
const QString kLastLabel = u"(?:[%1](?:[%1\\-]{0,61}[%1])?\\.)"_s.arg(kLetters);
// In other scripts a label is written as punycode on the wire, where 63 characters hold about a third of that.
const QString kForeignLabel = u"(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\-]{0,18}[\\p{L}\\p{N}])?\\.)"_s;
const QString kEndings = u"(?:com|org|net|edu|gov|mil|info|biz|name|mobi|app|dev|shop|store|online|site|blog|"
                         u"cloud|xyz|io|me|tv|ai|eu|uk|de|fr|es|"
                         "it|nl|be|at|ch|pl|cz|sk|hu|ro|se|no|fi|dk|ie|pt|gr|ru|ua|tr|il|us|ca|mx|br|ar|cl|"
                         "co|jp|cn|kr|tw|hk|sg|in|id|th|vn|"
                         "my|ph|au|nz|za|ng|ke|eg|ae|sa|ly|gl|gd)"_s;

constexpr auto kOptions
    = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

/// The network's own short links have no punctuation in them; a host has a dot; what stands before must not be part of a word.
QString withScheme()
{
    const QString shortLink = u"t\\.co/[A-Za-z0-9]{1,40}(?![A-Za-z0-9])"_s;
    const QString ending = u"(?:[A-Za-z]{2,}|[\\x{0400}-\\x{04FF}]{2,})(?![%1@\\-])"_s.arg(kLetters);
    // Atomic, because a label can be read in both ways: a long host would be tried in every combination.
    const QString host = u"(?!t\\.co/)(?>%1|%2)*(?>%3|%2)"_s.arg(kLabel, kForeignLabel, kLastLabel) + ending;
    return u"(?<![%1@$#_])https?://(?:%2|%3%4)"_s.arg(kLetters, shortLink, host, kTail);
}

QString alsoBare()
{
    const QString host = kLabel + u"*"_s + kLastLabel + kEndings + u"(?![%1@\\-_])"_s.arg(kLetters);
    return withScheme() + u"|(?<![%1@$#_.\\-/])%2%3"_s.arg(kLetters, host, kTail);
}
} // namespace

QList<TextUrl> urlsIn(const QString &text, Domains domains)
{
    static const QRegularExpression schemed(withScheme(), kOptions);
    static const QRegularExpression bare(alsoBare(), kOptions);
    QList<TextUrl> found;
    auto matches = (domains == Domains::AlsoBare ? bare : schemed).globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        found.append({.start = match.capturedStart(), .length = match.capturedLength()});
    }
    return found;
}

} // namespace fw::twitter

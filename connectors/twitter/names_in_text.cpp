#include "connectors/twitter/names_in_text.h"

#include "connectors/twitter/text_characters.h"

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kLongestHandle = 20;

bool isHandleLetter(char16_t c)
{
    return isAsciiLetterOrDigit(c) || c == u'_';
}

/// "RT" or "RT:" at the end of `before`, and no part of a word: what is retweeted is named right after it.
bool endsWithRetweet(QStringView before)
{
    if (before.endsWith(u':')) {
        before.chop(1);
    }
    if (!before.endsWith("RT"_L1, Qt::CaseInsensitive)) {
        return false;
    }
    before.chop(2);
    return before.isEmpty()
        || (!isHandleLetter(before.back().unicode()) && !u"+~.-"_s.contains(before.back()));
}

bool mayPrecedeName(QStringView before)
{
    if (before.isEmpty() || endsWithRetweet(before)) {
        return true;
    }
    const QChar last = before.back();
    return !isHandleLetter(last.unicode()) && !u"!#$%&*"_s.contains(last);
}

bool mayFollowName(QStringView after)
{
    return after.isEmpty()
        || (!isAtSign(after.front().unicode()) && !isAccentedLatin(after.front().unicode())
            && !after.startsWith("://"_L1));
}
} // namespace

QList<TextName> namesIn(const QString &text)
{
    QList<TextName> names;
    const QStringView view(text);
    for (qsizetype at = 0; at < view.size();) {
        if (!isAtSign(view.at(at).unicode())) {
            ++at;
            continue;
        }
        const qsizetype signs = at;
        while (at < view.size() && isAtSign(view.at(at).unicode())) {
            ++at;
        }
        const qsizetype start = at;
        while (at < view.size() && at - start < kLongestHandle && isHandleLetter(view.at(at).unicode())) {
            ++at;
        }
        if (at > start && mayPrecedeName(view.left(signs)) && mayFollowName(view.mid(at))) {
            names.append(
                {.start = start - 1, .length = at - start + 1, .handle = text.mid(start, at - start)});
        }
    }
    return names;
}

} // namespace fw::twitter

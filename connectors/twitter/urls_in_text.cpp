#include "connectors/twitter/urls_in_text.h"

#include "connectors/twitter/host_names.h"
#include "connectors/twitter/text_characters.h"

#include <QHash>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kLongestUrl = 4096; // in punycode and with its scheme; longer ones are not wrapped
constexpr qsizetype kLongestSlug = 40;  // of the network's own short links

bool isOneOf(char16_t c, QStringView these)
{
    return these.contains(QChar(c));
}

bool isHostLetter(char16_t c)
{
    return isAsciiLetterOrDigit(c) || isAccentedLatin(c);
}

/// In a host after a scheme: anything but punctuation and white space.
bool isForeignHostLetter(char16_t c)
{
    const bool isGeneralPunctuation = c >= 0x2000 && c <= 0x206F;
    return !isGeneralPunctuation && !QChar(c).isSpace() && !isOneOf(c, u"-_!\"#$%&'()*+,./:;<=>?@[]^`{|}~"_s);
}

bool isPathLetter(char16_t c)
{
    const bool isCyrillic = c >= 0x400 && c <= 0x4FF;
    return isHostLetter(c) || isCyrillic;
}

bool isInPath(char16_t c)
{
    return isPathLetter(c) || c == 0x2013 || isOneOf(c, u"!*';:=+,.$/%#[]-_~|&@"_s);
}

bool mayEndPath(char16_t c)
{
    return isPathLetter(c) || isOneOf(c, u"=_#/-+"_s);
}

bool isInQuery(char16_t c)
{
    return isAsciiLetterOrDigit(c) || isOneOf(c, u"!?*'();:&=+$/%#[]-_.,~|@"_s);
}

bool mayEndQuery(char16_t c)
{
    return isAsciiLetterOrDigit(c) || isOneOf(c, u"-_&=#/"_s);
}

/// An address under inspection; every end is the index after the last character.
struct Candidate {
    qsizetype start = 0;
    qsizetype hostStart = 0; // == start without a scheme
    qsizetype hostEnd = 0;
    qsizetype end = 0;
    [[nodiscard]] bool hasScheme() const { return hostStart > start; }
};

class Scanner
{
public:
    explicit Scanner(QStringView text) : m_text(text) { }

    [[nodiscard]] QList<TextUrl> urls(Domains domains) const
    {
        QList<TextUrl> found;
        for (qsizetype at = 0; at < m_text.size();) {
            const auto candidate = candidateAt(at);
            if (!candidate) {
                ++at;
                continue;
            }
            // What looks like an address and is none is passed over as a whole: its parts are none either.
            at = candidate->end;
            const qsizetype end = acceptedEnd(*candidate);
            if (end > candidate->start && (candidate->hasScheme() || domains == Domains::AlsoBare)) {
                found.append({.start = candidate->start, .length = end - candidate->start});
            }
        }
        return found;
    }

private:
    /// 0 past the end, which belongs to no class of characters.
    [[nodiscard]] char16_t at(qsizetype index) const
    {
        return index < m_text.size() ? m_text.at(index).unicode() : u'\0';
    }

    template <typename Is>
    [[nodiscard]] qsizetype runOf(qsizetype from, Is is) const
    {
        while (from < m_text.size() && is(at(from))) {
            ++from;
        }
        return from;
    }

    [[nodiscard]] bool mayStart(qsizetype index) const
    {
        if (index == 0) {
            return true;
        }
        const char16_t before = at(index - 1);
        return !isAsciiLetterOrDigit(before) && !isForbidden(before)
            && !isOneOf(before, u"@\uFF20$#\uFF03"_s);
    }

    [[nodiscard]] qsizetype afterScheme(qsizetype from) const
    {
        for (const QString &scheme : {u"https://"_s, u"http://"_s}) {
            if (m_text.mid(from, scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0) {
                return from + scheme.size();
            }
        }
        return from;
    }

    [[nodiscard]] std::optional<Candidate> candidateAt(qsizetype start) const
    {
        if (!mayStart(start)) {
            return std::nullopt;
        }
        Candidate candidate{.start = start, .hostStart = afterScheme(start)};
        candidate.hostEnd = latinHostEnd(candidate.hostStart);
        if (candidate.hostEnd < 0 && candidate.hasScheme()) {
            candidate.hostEnd = foreignHostEnd(candidate.hostStart);
        }
        if (candidate.hostEnd < 0) {
            return std::nullopt;
        }
        candidate.end = queryEnd(pathEnd(portEnd(candidate.hostEnd)));
        return candidate;
    }

    /// Labels and an ending, as many labels as possible; the last one without underscores. -1: no host begins at `from`.
    [[nodiscard]] qsizetype latinHostEnd(qsizetype from) const
    {
        QList<TextUrl> labels;
        qsizetype label = from;
        while (!m_hostEnds.contains(label)) {
            const qsizetype dot
                = runOf(label, [](char16_t c) { return isHostLetter(c) || c == u'-' || c == u'_'; });
            const bool isLabel
                = dot > label && at(dot) == u'.' && isHostLetter(at(label)) && isHostLetter(at(dot - 1));
            if (!isLabel) {
                m_hostEnds.insert(label, -1);
                break;
            }
            labels.append({.start = label, .length = dot - label});
            label = dot + 1;
        }
        qsizetype end = m_hostEnds.value(label);
        for (auto known = labels.crbegin(); known != labels.crend(); ++known) {
            if (end < 0 && !m_text.mid(known->start, known->length).contains(u'_')) {
                end = afterAnyEnding(known->start + known->length + 1);
            }
            m_hostEnds.insert(known->start, end);
        }
        return end;
    }

    [[nodiscard]] qsizetype afterAnyEnding(qsizetype from) const
    {
        const qsizetype known = afterEnding(m_text, from);
        return known >= 0 ? known : afterPunycode(from);
    }

    [[nodiscard]] qsizetype afterPunycode(qsizetype from) const
    {
        constexpr auto kPrefix = "xn--"_L1;
        if (m_text.mid(from, kPrefix.size()).compare(kPrefix, Qt::CaseInsensitive) != 0) {
            return -1;
        }
        const qsizetype start = from + kPrefix.size();
        const qsizetype end = runOf(start, [](char16_t c) { return isAsciiLetterOrDigit(c) || c == u'-'; });
        return end > start ? end : -1;
    }

    /// One label in any script, and an ending.
    [[nodiscard]] qsizetype foreignHostEnd(qsizetype from) const
    {
        const qsizetype dot = runOf(from, [](char16_t c) { return isForeignHostLetter(c) || c == u'-'; });
        const bool isLabel = dot > from && at(dot) == u'.' && at(from) != u'-' && at(dot - 1) != u'-';
        return isLabel ? afterEnding(m_text, dot + 1) : -1;
    }

    [[nodiscard]] qsizetype portEnd(qsizetype from) const
    {
        if (at(from) != u':') {
            return from;
        }
        const qsizetype end = runOf(from + 1, [](char16_t c) { return isAsciiDigit(c); });
        return end > from + 1 ? end : from;
    }

    /// After a pair of brackets with something in it, and at most one pair within; -1 when there is none.
    [[nodiscard]] qsizetype afterBrackets(qsizetype from) const
    {
        if (at(from) != u'(') {
            return -1;
        }
        const qsizetype inner = runOf(from + 1, isInPath);
        if (at(inner) == u')' && inner > from + 1) {
            return inner + 1;
        }
        const qsizetype innerEnd = at(inner) == u'(' ? runOf(inner + 1, isInPath) : inner;
        if (innerEnd <= inner + 1 || at(innerEnd) != u')') {
            return -1;
        }
        const qsizetype end = runOf(innerEnd + 1, isInPath);
        return at(end) == u')' ? end + 1 : -1;
    }

    /// A path ends before a sentence's punctuation: at the last character that may end one, or after brackets.
    [[nodiscard]] qsizetype pathEnd(qsizetype from) const
    {
        if (at(from) != u'/') {
            return from;
        }
        qsizetype end = from + 1;
        for (qsizetype i = from + 1; i < m_text.size();) {
            const qsizetype afterGroup = afterBrackets(i);
            if (afterGroup < 0 && !isInPath(at(i))) {
                break;
            }
            const bool mayEnd = afterGroup > 0 || mayEndPath(at(i));
            i = afterGroup > 0 ? afterGroup : i + 1;
            end = mayEnd ? i : end;
        }
        return end;
    }

    [[nodiscard]] qsizetype queryEnd(qsizetype from) const
    {
        if (at(from) != u'?') {
            return from;
        }
        qsizetype end = runOf(from + 1, isInQuery);
        while (end > from + 1 && !mayEndQuery(at(end - 1))) {
            --end;
        }
        return end > from + 1 ? end : from;
    }

    /// Where the address ends for the network, or its start when the network takes it for none.
    [[nodiscard]] qsizetype acceptedEnd(const Candidate &candidate) const
    {
        const bool isInWord
            = candidate.start > 0 && isOneOf(at(candidate.start - 1), u"-_./"_s); // of a longer name
        const QStringView host = m_text.mid(candidate.hostStart, candidate.hostEnd - candidate.hostStart);
        if ((!candidate.hasScheme() && isInWord) || candidate.end - candidate.start > kLongestUrl
            || !isPossibleHost(host)) {
            return candidate.start;
        }
        const bool isShortLink = candidate.hasScheme() && at(candidate.hostEnd) == u'/'
            && host.compare("t.co"_L1, Qt::CaseInsensitive) == 0;
        if (!isShortLink) {
            return candidate.end;
        }
        const qsizetype slug = candidate.hostEnd + 1;
        const qsizetype slugEnd = runOf(slug, [](char16_t c) { return isAsciiLetterOrDigit(c); });
        if (slugEnd - slug > kLongestSlug) {
            return candidate.start;
        }
        return slugEnd > slug ? queryEnd(slugEnd) : candidate.end;
    }

    QStringView m_text;
    // By where a label begins: without it a long chain of labels would be walked from each of them.
    mutable QHash<qsizetype, qsizetype> m_hostEnds;
};
} // namespace

QList<TextUrl> urlsIn(const QString &text, Domains domains)
{
    return text.contains(u'.') ? Scanner(text).urls(domains) : QList<TextUrl>();
}

} // namespace fw::twitter

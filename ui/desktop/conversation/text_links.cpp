#include "ui/desktop/conversation/text_links.h"

#include <QRegularExpression>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMost = 50;
constexpr int kLongestShown = 300;

/// How much of `address` is one: signs that end a sentence around it are not, a bracket is when its partner is.
qsizetype lengthOf(const QString &address)
{
    qsizetype unmatched = address.count(u')') - address.count(u'(');
    qsizetype length = address.size();
    for (; length > 0; --length) {
        const QChar last = address[length - 1];
        if (last == u')' ? unmatched-- <= 0 : !u".,;:!?'\"]}»”’…"_s.contains(last)) {
            break;
        }
    }
    return length;
}
} // namespace

QList<TextLink> linksIn(const QString &text)
{
    static const QRegularExpression addresses(
        u"\\bhttps?://[^\\s\\p{Z}\\p{C}<>\"]+"_s, QRegularExpression::CaseInsensitiveOption);
    QList<TextLink> links;
    for (auto found = addresses.globalMatch(text); found.hasNext() && links.size() < kMost;) {
        const auto match = found.next();
        const QString address = match.captured().left(lengthOf(match.captured()));
        const QUrl url(address, QUrl::TolerantMode);
        if (url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()) {
            links.append({.start = match.capturedStart(), .length = address.size(), .target = url});
        }
    }
    return links;
}

QString targetOf(const TextLink &link)
{
    const QString host = QString::fromLatin1(QUrl::toAce(link.target.host()));
    QString address = link.target.toString(QUrl::FullyEncoded);
    if (address.size() > kLongestShown) {
        address = address.left(kLongestShown) + u'…';
    }
    return host + u'\n' + address;
}

} // namespace fw::ui

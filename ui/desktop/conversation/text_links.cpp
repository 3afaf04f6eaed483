#include "ui/desktop/conversation/text_links.h"

#include <QRegularExpression>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMost = 50;
constexpr int kLongestShown = 300;

/// A bracket belongs to the address when its partner does.
bool isEndOfSentence(const QString &address)
{
    const QChar last = address.back();
    if (last == u')') {
        return address.count(u'(') < address.count(u')');
    }
    return u".,;:!?'\"]}»”’…"_s.contains(last);
}
} // namespace

QList<TextLink> linksIn(const QString &text)
{
    static const QRegularExpression addresses(
        u"\\bhttps?://[^\\s\\p{Z}\\p{C}<>\"]+"_s, QRegularExpression::CaseInsensitiveOption);
    QList<TextLink> links;
    for (auto found = addresses.globalMatch(text); found.hasNext() && links.size() < kMost;) {
        const auto match = found.next();
        QString address = match.captured();
        while (isEndOfSentence(address)) {
            address.chop(1);
        }
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

#include "connectors/twitter/same_text.h"

#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/urls_in_text.h"

#include <QRegularExpression>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr QChar kAnyUrl(0xFFFC);

bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x200B || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || u == 0x2060
        || (u >= 0x2066 && u <= 0x2069) || u == 0xFE0F || u == 0xFEFF;
}

QString plain(const QString &text)
{
    QString cleaned = decodeEntities(text).normalized(QString::NormalizationForm_C);
    cleaned.removeIf(isInvisible);
    return cleaned.simplified();
}

QString withoutUrls(const QString &text, Domains domains)
{
    QString replaced;
    qsizetype from = 0;
    for (const TextUrl &url : urlsIn(text, domains)) {
        replaced += QStringView(text).mid(from, url.start - from);
        replaced += kAnyUrl;
        from = url.start + url.length;
    }
    return replaced + text.mid(from);
}

QString withoutLeadingNames(const QString &text)
{
    static const QRegularExpression names(u"^(?:@[A-Za-z0-9_]{1,20}\\s+)+"_s);
    QString rest = text;
    return rest.remove(names);
}

QString reduced(const QString &text, Domains domains)
{
    return withoutLeadingNames(withoutUrls(text, domains));
}
} // namespace

bool sameText(const QString &a, const QString &b)
{
    const QString left = plain(a);
    const QString right = plain(b);
    if (reduced(left, Domains::WithScheme) == reduced(right, Domains::WithScheme)) {
        return true;
    }
    // "example.com" becomes an address only when the network wraps it, and then the other text has one more.
    const bool isOneWrapped
        = urlsIn(left, Domains::WithScheme).size() != urlsIn(right, Domains::WithScheme).size();
    return isOneWrapped && reduced(left, Domains::AlsoBare) == reduced(right, Domains::AlsoBare);
}

} // namespace fw::twitter

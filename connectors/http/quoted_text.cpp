#include "connectors/http/quoted_text.h"

#include <algorithm>

namespace fw {

namespace {
constexpr qsizetype kQuoteLength = 12;

QString folded(const QString &text)
{
    return text.simplified().toCaseFolded();
}
} // namespace

bool quotesText(const QString &words, const QString &sent)
{
    const QString said = folded(words);
    const QString ours = folded(sent);
    const qsizetype length = std::min(kQuoteLength, ours.size());
    for (qsizetype i = 0; length > 0 && i + length <= ours.size(); ++i) {
        if (said.contains(QStringView(ours).mid(i, length))) {
            return true;
        }
    }
    return false;
}

} // namespace fw

#include "app/model/customer_keys.h"

#include <QStringList>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kPhoneDigits = 9;
constexpr qsizetype kLeastPhoneDigits = 7;
} // namespace

QString emailKey(const QString &text)
{
    const QString address = text.trimmed().toLower();
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || address.indexOf(u'.', at) < at + 2 || address.contains(u' ')) {
        return {};
    }
    return address.left(at).section(u'+', 0, 0) + address.mid(at);
}

QString phoneKey(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += QChar(u'0' + c.digitValue());
        }
    }
    const QString national = digits.right(kPhoneDigits);
    return digits.size() >= kLeastPhoneDigits ? national : QString();
}

QString foldedText(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark()) {
            plain += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
        }
    }
    return plain.simplified();
}

QString nameKey(const QString &text)
{
    QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    std::sort(words.begin(), words.end());
    return words.size() < 2 ? QString() : words.join(u' ');
}

QString handleKey(const QString &text)
{
    QString handle = text.trimmed().toLower();
    while (handle.endsWith(u'/')) {
        handle.chop(1);
    }
    handle = handle.section(u'/', -1);
    return handle.startsWith(u'@') ? handle.mid(1) : handle;
}

QString orderKey(const QString &text)
{
    QString key;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            key += c.toUpper();
        }
    }
    return key;
}

} // namespace fw

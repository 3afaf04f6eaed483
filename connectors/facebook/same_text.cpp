#include "connectors/facebook/same_text.h"

namespace fw::facebook {

namespace {
bool isInvisible(QChar c)
{
    constexpr char16_t kEmojiStyle = 0xFE0F;
    return c.category() == QChar::Other_Format || c.unicode() == kEmojiStyle;
}

QString plain(const QString &text)
{
    QString cleaned = text.normalized(QString::NormalizationForm_C);
    cleaned.removeIf(isInvisible);
    return cleaned.simplified();
}
} // namespace

bool sameText(const QString &a, const QString &b)
{
    return plain(a) == plain(b);
}

} // namespace fw::facebook

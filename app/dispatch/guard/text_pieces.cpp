#include "app/dispatch/guard/text_pieces.h"

#include <QRegularExpression>

namespace fw::guard {

namespace {
using namespace Qt::StringLiterals;

const QString kNumber = u"#"_s;
const QString kLink = u"~"_s;

/// Compatibility forms apart from their marks, so that accents and full-width letters make no difference; invisible characters gone.
QString decomposed(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) {
        return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format;
    });
    plain.replace(u'\u2019', u'\'');
    return plain;
}

/// "^AB", "/AB" or "-AB" at the very end; "- Ann" and "— Ann" too.
QString withoutSignature(QString text)
{
    static const QRegularExpression initials(
        u"(?:\\s*\\^\\s?\\p{L}{1,12}|\\s+[/~-]\\s?\\p{Lu}{1,3}|\\s+[-\\x{2013}\\x{2014}~]\\s?\\p{Lu}\\p{Ll}{1,14})[.!\\s]*$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(initials);
}

const QRegularExpression &wordPattern()
{
    // In this order: a link, a handle, something with a figure in it (an order's number, a date, a price, a time), a word, the end of a sentence.
    static const QRegularExpression pattern(u"(?<link>https?://"
                                            u"\\S+|www\\.\\S+|\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|net|"
                                            u"org|io|co|fr|me|ly|shop|store)\\b(?:/\\S*)?)"
                                            "|(?<handle>@[\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_])"
                                            "|(?<number>[\\p{Lu}#\\p{Sc}]*[-+]?\\p{N}[\\p{L}\\p{N}]*(?:[-./"
                                            ":,][\\p{L}\\p{N}]*\\p{N}[\\p{L}\\p{N}]*|-\\p{Lu}\\b)*)"
                                            "|(?<word>\\p{L}+)"
                                            "|(?<end>[.!?\\x{2026}:\\n]+)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool isWithoutSpaces(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
        || script == QChar::Script_Thai;
}

bool looksLikeAName(const QString &word)
{
    return word.size() > 1 && word[0].isUpper()
        && std::all_of(word.begin() + 1, word.end(), [](QChar c) { return c.isLower(); });
}

void append(Pieces &pieces, const QString &word, const QString &written)
{
    // "order 12 34" and "order 1234" are the same sentence.
    if (word != kNumber || pieces.words.isEmpty() || pieces.words.last() != kNumber) {
        pieces.words.append(word);
    }
    pieces.written.append(written);
}

void appendWord(Pieces &pieces, const QString &word)
{
    if (!isWithoutSpaces(word[0])) {
        append(pieces, word.toLower(), word.toLower());
        return;
    }
    for (const QChar c : word) {
        append(pieces, c, c);
    }
}

/// In "EVERY WORD" or "Every Word" capitals say nothing.
bool areCapitalsTelling(const QString &text)
{
    static const QRegularExpression lower(
        u"(?<!\\p{L})\\p{Ll}\\p{L}+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression upper(
        u"(?<!\\p{L})\\p{Lu}\\p{Ll}+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto capitalised = text.count(upper);
    return capitalised <= 2 || text.count(lower) * 2 >= capitalised;
}
} // namespace

Pieces piecesOf(const QString &text)
{
    const QString plain = withoutSignature(decomposed(text).trimmed());
    const bool hasNames = areCapitalsTelling(plain);
    Pieces pieces;
    bool isFirst = true;
    for (auto matches = wordPattern().globalMatch(plain); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = match.captured();
        if (!match.capturedView(u"end").isEmpty()) {
            isFirst = true;
            continue;
        }
        if (!match.capturedView(u"link").isEmpty()) {
            append(pieces, kLink, kLink);
            pieces.hasLink = true;
        } else if (!match.capturedView(u"number").isEmpty()) {
            append(pieces, kNumber, found.toLower());
        } else if (!match.capturedView(u"word").isEmpty()
            && (isFirst || !hasNames || !looksLikeAName(found))) {
            appendWord(pieces, found);
        } else if (!match.capturedView(u"handle").isEmpty()) {
            continue; // before a sentence as well as in it
        }
        isFirst = false;
    }
    return pieces;
}

} // namespace fw::guard

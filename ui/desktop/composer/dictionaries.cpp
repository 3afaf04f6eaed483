#include "ui/desktop/composer/dictionaries.h"

#include "app/core/log.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <hunspell/hunspell.hxx>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestWord = 60;
constexpr qsizetype kMostSuggestions = 6;
constexpr qsizetype kMostOwn = 10'000;

QStringList folders()
{
    QStringList found = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    return found << u"/usr/share/hunspell"_s << u"/usr/share/myspell/dicts"_s;
}

/// The path of a language's dictionary without its suffix: that of the desktop's country, else the first there is.
QString dictionaryOf(const QString &language)
{
    const QString here = QLocale::system().name();
    for (const QString &folder : folders()) {
        QStringList names
            = QDir(folder).entryList({language + u".aff"_s, language + u"_*.aff"_s}, QDir::Files, QDir::Name);
        if (names.isEmpty()) {
            continue;
        }
        const QString own = here + u".aff"_s;
        const QString name = names.contains(own) ? own : names.first();
        return folder + u'/' + name.chopped(4);
    }
    return {};
}

QString straight(QString word)
{
    return word.replace(QChar(0x2019), u'\'');
}
} // namespace

QList<TextMark> wordsIn(const QString &text)
{
    static const QRegularExpression left(
        u"(?:https?://|www\\.)\\S+|\\S+@\\S+|[@#]\\w+|\\{[^{}]*\\}|\\S+\\.\\w{2,}/\\S*"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text;
    auto match = left.globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch one = match.next();
        plain.replace(one.capturedStart(), one.capturedLength(), QString(one.capturedLength(), u' '));
    }
    QList<TextMark> words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, plain);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to >= 0; from = to, to = finder.toNextBoundary()) {
        const QStringView word = QStringView(plain).mid(from, to - from);
        const bool isWord = word.size() > 1 && word.size() <= kLongestWord
            && std::all_of(word.begin(), word.end(),
                [](QChar c) { return c.isLetter() || c.isMark() || c == u'\'' || c == QChar(0x2019); });
        if (isWord) {
            words.append({.start = from, .length = to - from});
        }
    }
    return words;
}

Dictionaries::Dictionaries(QString ownWords) : m_file(std::move(ownWords)) { }

Dictionaries::~Dictionaries() = default;

void Dictionaries::load()
{
    if (std::exchange(m_isLoaded, true)) {
        return;
    }
    QStringList languages{QLocale::system().name().section(u'_', 0, 0), u"en"_s, u"fr"_s};
    languages.removeDuplicates();
    for (const QString &language : languages) {
        if (const QString base = dictionaryOf(language); !base.isEmpty()) {
            loadLanguage(base);
        }
    }
    QFile file(m_file);
    if (!m_file.isEmpty() && file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.read(kMostOwn * kLongestWord).split('\n');
        for (const QByteArray &line : lines) {
            m_own.insert(QString::fromUtf8(line).trimmed());
        }
    }
}

void Dictionaries::loadLanguage(const QString &base)
{
    auto words = std::make_unique<Hunspell>(
        QFile::encodeName(base + u".aff"_s).constData(), QFile::encodeName(base + u".dic"_s).constData());
    const auto encoding = QStringConverter::encodingForName(words->get_dict_encoding().c_str());
    if (!encoding) {
        log::warn(log::Area::Ui, "a dictionary's encoding is not known");
        return;
    }
    m_languages.push_back({.words = std::move(words),
        .encode = QStringEncoder(*encoding),
        .decode = QStringDecoder(*encoding)});
}

bool Dictionaries::knows(Language &language, const QString &word) const
{
    const auto isIn = [this, &language](const QString &part) {
        const QByteArray bytes = language.encode(part);
        return m_own.contains(part) || language.words->spell(bytes.toStdString());
    };
    const QString plain = straight(word);
    if (isIn(plain)) {
        return true;
    }
    // "l'article", "aujourd'hui's": known when what stands beside the apostrophes is.
    const QStringList parts = plain.split(u'\'', Qt::SkipEmptyParts);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&isIn](const QString &part) {
        return part.size() == 1 || isIn(part);
    });
}

Dictionaries::Language *Dictionaries::languageOf(const QString &text, const QList<TextMark> &words)
{
    load();
    Language *best = nullptr;
    qsizetype most = 0;
    for (Language &language : m_languages) {
        const qsizetype known = std::count_if(words.begin(), words.end(),
            [&](const TextMark &word) { return knows(language, text.mid(word.start, word.length)); });
        if (known > most) { // of two that know as many, the first: the desktop's
            most = known;
            best = &language;
        }
    }
    return most * 2 >= words.size() ? best : nullptr;
}

QList<TextMark> Dictionaries::misspelt(const QString &text)
{
    const QList<TextMark> words = wordsIn(text);
    Language *language = languageOf(text, words);
    QList<TextMark> wrong;
    if (language) {
        std::copy_if(words.begin(), words.end(), std::back_inserter(wrong),
            [&](const TextMark &word) { return !knows(*language, text.mid(word.start, word.length)); });
    }
    return wrong;
}

QStringList Dictionaries::suggestions(const QString &word, const QString &text)
{
    QStringList words;
    if (Language *language = languageOf(text, wordsIn(text))) {
        const QByteArray bytes = language->encode(straight(word));
        for (const std::string &one : language->words->suggest(bytes.toStdString())) {
            words.append(language->decode(QByteArrayView(one.data(), qsizetype(one.size()))));
        }
    }
    return words.first(std::min(words.size(), kMostSuggestions));
}

void Dictionaries::add(const QString &word)
{
    load();
    const QString plain = straight(word);
    if (m_own.contains(plain) || m_own.size() >= kMostOwn) {
        return;
    }
    m_own.insert(plain);
    QFile file(m_file);
    const bool isOpen = !m_file.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::Append);
    if (isOpen) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(plain.toUtf8() + '\n');
    }
}

} // namespace fw::ui

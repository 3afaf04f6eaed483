#pragma once

#include "ui/desktop/composer/reply_edit.h"

#include <QSet>
#include <QStringDecoder>
#include <QStringEncoder>

#include <memory>
#include <vector>

class Hunspell;

namespace fw::ui {

/// The Hunspell dictionaries of this computer and somebody's own words. Thread: one at a time.
class Dictionaries final
{
    Q_DISABLE_COPY_MOVE(Dictionaries)
public:
    explicit Dictionaries(QString ownWords);
    ~Dictionaries();

    [[nodiscard]] QList<TextMark> misspelt(const QString &text);
    [[nodiscard]] QStringList suggestions(const QString &word, const QString &text);
    void add(const QString &word);

private:
    struct Language {
        std::unique_ptr<Hunspell> words;
        QStringEncoder encode;
        QStringDecoder decode;
    };

    void load();
    void loadLanguage(const QString &base);
    [[nodiscard]] bool knows(Language &language, const QString &word) const;
    [[nodiscard]] Language *languageOf(const QString &text, const QList<TextMark> &words);

    QString m_file;
    QSet<QString> m_own;
    std::vector<Language> m_languages;
    bool m_isLoaded = false;
};

/// What counts as a word to be looked up: no link, name, tag, field or number. Pure.
[[nodiscard]] QList<TextMark> wordsIn(const QString &text);

} // namespace fw::ui

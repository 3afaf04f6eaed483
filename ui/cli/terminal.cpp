#include "ui/cli/terminal.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

void put(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}
} // namespace

QString harmless(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph) {
            shown += u' ';
        } else if (c.category() == QChar::Other_Control) {
            shown += QChar::ReplacementCharacter;
        } else {
            shown += c;
        }
    }
    return shown;
}

void Terminal::line(const QString &text)
{
    put(stdout, harmless(text).toUtf8() + '\n');
}

void Terminal::json(const QJsonObject &object)
{
    put(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Terminal::json(const QJsonArray &array)
{
    put(stdout, QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
}

void Terminal::note(const QString &text)
{
    endProgress();
    put(stderr, harmless(text).toUtf8() + '\n');
}

void Terminal::error(const Error &error)
{
    note(u"floorwalkerctl: "_s + (error.detail.isEmpty() ? toString(error.code) : error.detail));
}

void Terminal::progress(const QString &text)
{
    if (isatty(STDERR_FILENO) == 0) {
        put(stderr, harmless(text).toUtf8() + '\n');
        return;
    }
    put(stderr, "\r\033[K" + harmless(text).toUtf8());
    m_hasProgress = true;
}

void Terminal::endProgress()
{
    if (std::exchange(m_hasProgress, false)) {
        put(stderr, "\n");
    }
}

} // namespace fw::cli

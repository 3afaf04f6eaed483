#include "ui/desktop/composer/spelling.h"

#include "ui/desktop/composer/dictionaries.h"

namespace fw::ui {

Spelling::Spelling(const QString &ownWords, QObject *parent)
    : QObject(parent)
    , m_dictionaries(std::make_unique<Dictionaries>(ownWords))
{
    m_thread.setObjectName(QStringLiteral("spelling"));
    m_room.moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

Spelling::~Spelling()
{
    ++m_newest; // what is still to be looked at is not wanted
    m_thread.quit();
    m_thread.wait();
}

void Spelling::check(const QString &text)
{
    const int turn = ++m_newest;
    QMetaObject::invokeMethod(&m_room, [this, text, turn] {
        if (turn == m_newest) {
            Q_EMIT checked(text, m_dictionaries->misspelt(text));
        }
    });
}

void Spelling::suggest(const QString &word, const QString &text)
{
    QMetaObject::invokeMethod(
        &m_room, [this, word, text] { Q_EMIT suggested(word, m_dictionaries->suggestions(word, text)); });
}

void Spelling::add(const QString &word)
{
    QMetaObject::invokeMethod(&m_room, [this, word] { m_dictionaries->add(word); });
}

} // namespace fw::ui

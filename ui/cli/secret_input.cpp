#include "ui/cli/secret_input.h"

#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kMaxSecret = 64 * 1024;

/// While it lives, the terminal shows nothing of what is typed.
class Unseen final
{
    Q_DISABLE_COPY_MOVE(Unseen)
public:
    Unseen()
    {
        m_isTerminal = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isTerminal) {
            termios quiet = m_before;
            quiet.c_lflag &= ~tcflag_t(ECHO);
            quiet.c_lflag |= ECHONL;
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~Unseen()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }

private:
    termios m_before{};
    bool m_isTerminal = false;
};
} // namespace

bool isTyping()
{
    return ::isatty(STDIN_FILENO) != 0;
}

Result<QByteArray> typedSecret(const QString &prompt)
{
    if (isTyping()) {
        std::fputs(qPrintable(prompt + u": "_s), stderr);
        std::fflush(stderr);
    }
    const Unseen unseen;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return Failure({.code = ErrorCode::Io, .detail = u"standard input cannot be read"_s});
    }
    QByteArray line = input.readLine(kMaxSecret);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return line.isEmpty() ? Result<QByteArray>(
               Failure({.code = ErrorCode::Usage, .detail = u"nothing was given on standard input"_s}))
                          : Result<QByteArray>(line);
}

} // namespace fw::cli

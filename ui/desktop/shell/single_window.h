#pragma once

#include <QLocalServer>

namespace fw::ui {

/// One window for one desk: a second start hands what it was asked to open to the first, which comes to the front. Programs of other users are not heard.
/// Thread: GUI.
class SingleWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleWindow)
public:
    /// `desk` names the desk and who sits at it, in whatever words.
    explicit SingleWindow(const QString &desk);

    /// false: another window has the desk, and was told `link` (which may be empty). Waits at most kPatience for it; one that does not answer is none.
    [[nodiscard]] bool take(const QString &link);

Q_SIGNALS:
    /// The window is wanted, with this link open unless it is empty.
    void asked(const QString &link);

private:
    [[nodiscard]] bool tellOther(const QString &link) const;
    void hear();

    static constexpr int kPatienceMs = 2000;
    static constexpr qsizetype kLongest = 200; // of a link

    QString m_name;
    QLocalServer m_server;
};

} // namespace fw::ui

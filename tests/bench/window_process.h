#pragma once

#include <QProcess>
#include <QStringList>

namespace fw::bench {

/// What a process takes; Linux.
struct Taken {
    double cpuMs = 0; // of all its threads that are still there
    double rssMb = 0;
    double pssMb = 0; // its share of what it shares, too
};

/// A program with a window, in a process of its own; ended with this object.
class WindowProcess final
{
    Q_DISABLE_COPY_MOVE(WindowProcess)
public:
    WindowProcess(const QString &program, const QStringList &arguments, const QString &home);
    ~WindowProcess();

    /// Waits until it has nothing left to do: a second in which it takes less than 10 ms of CPU. What it took until that second began.
    [[nodiscard]] Taken settled();
    [[nodiscard]] Taken taken() const;

private:
    QProcess m_process;
};

} // namespace fw::bench

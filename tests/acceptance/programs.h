#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace fw::test {

/// What a floorwalkerctl said until it ended.
struct Ran {
    int status = -1;               // 128 + signal when one ended it
    QList<QJsonObject> lines = {}; // those that are JSON objects
    QByteArray output = {};
    QByteArray error = {};
};

/// A real floorwalkerctl, under way. `environment`: "NAME=VALUE" beside ours.
[[nodiscard]] std::unique_ptr<QProcess> startCtl(
    const QStringList &arguments, const QStringList &environment = {});
/// Waits for its end; `before` is what was read of its output already.
[[nodiscard]] Ran ended(QProcess &process, const QByteArray &before = {});
[[nodiscard]] Ran runCtl(const QStringList &arguments, const QStringList &environment = {});

/// The simulated networks as a program of their own.
class SandboxProgram final
{
public:
    ~SandboxProgram();

    /// false: it did not start.
    [[nodiscard]] bool start(const QJsonObject &scenario = {});
    [[nodiscard]] QString url() const { return m_url; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QString m_url;
};

/// Opens `url` as a browser does, redirects included; the page that is shown at the end.
[[nodiscard]] QByteArray browse(const QUrl &url);

} // namespace fw::test

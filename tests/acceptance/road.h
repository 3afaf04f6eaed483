#pragma once

#include "tests/support/desk_fixture.h"
#include "ui/wiring/workplace.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>

namespace fw::test {

/// Somebody who steers a sandbox over its control endpoints, wherever it runs.
class SandboxControl final
{
public:
    explicit SandboxControl(const QString &url) : m_url(url) { }

    QJsonObject get(const QString &path);
    QJsonObject post(const QString &path, const QJsonObject &body);
    void clearFaults();
    /// false: the sandbox does not take them.
    [[nodiscard]] bool setFaults(const QJsonArray &rules);
    /// What people or the brand posted and did not delete.
    [[nodiscard]] QJsonArray posts(bool byBrand);
    /// What `author` writes to the brand; the id.
    QString write(const QString &author, const QString &text, const QString &parent = {});

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QByteArray &body);

    QString m_url;
    QNetworkAccessManager m_network;
};

/// Windows of a sandbox that nobody fills, for roads that are about something else.
[[nodiscard]] QJsonArray roomyWindows();

/// Settings of an account under which a test does not wait for the pace of a real one.
[[nodiscard]] QJsonObject hurriedSettings();

/// Adds an account on `url` to a desk and reads what is there.
Account addAccount(
    wiring::Workplace &workplace, const QString &folder, const QString &url, const QJsonObject &settings);

/// One walk; nothing when it was whole.
[[nodiscard]] std::optional<Error> pullOnce(wiring::Workplace &workplace, const Account &account);

/// Inbound messages of the desk.
[[nodiscard]] QList<Message> inboundMessages(wiring::Workplace &workplace);

/// Those of them whose authors are still there to be answered.
[[nodiscard]] QList<Message> answerable(wiring::Workplace &workplace);

} // namespace fw::test

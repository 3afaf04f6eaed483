#pragma once

#include "app/model/account.h"
#include "connectors/oauth/token_vault.h"
#include "tests/support/loopback_server.h"

#include <QMap>
#include <QSet>
#include <QUrlQuery>

#include <mutex>

namespace fw::test {

/// An authorization server that behaves: codes work once and for who asked, refresh tokens rotate, revoked ones are refused. Speaks the three
/// networks' forms on one port.
class Authority final
{
public:
    Authority();

    /// An account of `network` here, with a client id; an ephemeral redirect port.
    [[nodiscard]] Account account(Network network) const;
    /// What a browser would be sent to after the person agreed: the redirect of `authorizeUrl`, with a code.
    [[nodiscard]] QUrl agree(const QUrl &authorizeUrl);
    [[nodiscard]] int count(const QByteArray &path) const;
    [[nodiscard]] QUrlQuery formOf(int request) const;

    LoopbackServer server;
    QByteArray secret = {};        // of the app; empty: public client
    int lifeS = 7200;              // of an access token
    bool isRevoked = false;        // nobody's refresh token works any more
    QByteArray failing = {};       // this answer instead, byte for byte
    QByteArray me = {};            // the answer to "who am I", byte for byte
    bool isRotating = true;        // a refresh token works once
    QSet<QByteArray> refresh = {}; // those that work
    QList<QPair<QString, QString>> pages = {{QStringLiteral("2121"), QStringLiteral("MyLife")}};

private:
    [[nodiscard]] LoopbackServer::Step answer(const WireRequest &request);
    [[nodiscard]] QByteArray exchange(const WireRequest &request);
    [[nodiscard]] QByteArray renew(const QUrlQuery &form);
    [[nodiscard]] QByteArray graphToken(const QUrlQuery &query);
    [[nodiscard]] QByteArray graphPages(const QUrlQuery &query);
    [[nodiscard]] QByteArray issue();
    [[nodiscard]] bool isOurApp(const WireRequest &request, const QUrlQuery &form) const;

    QMap<QString, QUrlQuery> m_codes; // what each code was asked with
    int m_issued = 0;
};

/// Secrets in memory, shared by those that are made from one another: what a disk is to a vault.
class MemoryVault final : public TokenVault
{
public:
    struct Disk {
        std::mutex mutex = {};
        QMap<QString, QByteArray> secrets = {};
        int writes = 0;
        int failingWrites = 0; // so many fail from now on
    };
    explicit MemoryVault(std::shared_ptr<Disk> disk) : m_disk(std::move(disk)) { }

    [[nodiscard]] QFuture<Result<State>> state() override;
    [[nodiscard]] Done unlock(SecretBytes) override { return {}; }
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Done> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Done> remove(const QString &name) override;

private:
    std::shared_ptr<Disk> m_disk; // a test looks into it while the vault works in another thread
};

/// Follows `url` as a browser does, which is one GET; the page.
[[nodiscard]] QByteArray browse(const QUrl &url);

} // namespace fw::test

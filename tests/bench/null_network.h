#pragma once

#include "app/network/connector.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace fw::bench {

/// A network that takes everything at once, while it is open.
class NullNetwork final : public Connector
{
public:
    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] QList<Stream> streams() const override { return {}; }
    [[nodiscard]] QFuture<Answer<Profile>> identify() override { return {}; }
    [[nodiscard]] QFuture<Answer<PostPage>> fetch(const Cursor &) override { return {}; }
    [[nodiscard]] QFuture<Answer<QList<Post>>> lookUp(const QStringList &) override { return {}; }
    [[nodiscard]] QFuture<Answer<QList<Post>>> findSent(const Outgoing &, Instant) override { return {}; }
    [[nodiscard]] QFuture<Outcome> moderate(Moderation, const QString &) override { return {}; }
    [[nodiscard]] QFuture<Outcome> send(const Outgoing &reply) override
    {
        m_whenCalled(reply);
        m_waiting = std::make_shared<QPromise<Outcome>>();
        m_waiting->start();
        QFuture<Outcome> future = m_waiting->future();
        if (m_isOpen) {
            answer();
        } else {
            m_whenWaiting();
        }
        return future;
    }

    [[nodiscard]] bool isWaiting() const { return m_waiting != nullptr; }
    void whenWaiting(std::function<void()> then) { m_whenWaiting = std::move(then); }
    /// Told of every reply that is here from now on, whatever becomes of its answer.
    void whenCalled(std::function<void(const Outgoing &)> then) { m_whenCalled = std::move(then); }

    /// While it is closed the one call under way gets no answer.
    void setOpen(bool isOpen)
    {
        m_isOpen = isOpen;
        if (isOpen && m_waiting) {
            answer();
        }
    }

private:
    void answer()
    {
        const auto waiting = std::exchange(m_waiting, nullptr);
        waiting->addResult(Outcome{.kind = OutcomeKind::Accepted,
            .remoteId = QString::number(++m_last),
            .facts = {.httpStatus = 201}});
        waiting->finish();
    }

    std::shared_ptr<QPromise<Outcome>> m_waiting;
    std::function<void()> m_whenWaiting = [] {};
    std::function<void(const Outgoing &)> m_whenCalled = [](const Outgoing &) {};
    qint64 m_last = 1'000'000;
    bool m_isOpen = false;
};

} // namespace fw::bench

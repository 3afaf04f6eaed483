#pragma once

#include <QIODevice>

#include <chrono>

namespace fw {

/// A request body that can be read once. QNetworkAccessManager (6.4.2) sends a request again by itself when the peer closes the connection
/// before answering; before it does so it rewinds the body, and gives up with ContentReSendError when that fails. A request without any body
/// has nothing to rewind and would be repeated, so every write carries one of these, of length 0 if need be.
/// It cannot be read any more after `notAfter` (of sinceBoot()): what was decided long ago, before the program stood still, does not leave now.
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(const QByteArray &bytes,
        std::chrono::nanoseconds notAfter = std::chrono::nanoseconds::max(), QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    /// Whether anybody has asked for a byte of it: if not, no whole request with a body can have left.
    [[nodiscard]] bool wasRead() const { return m_wasRead; }

protected:
    qint64 readData(char *target, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    std::chrono::nanoseconds m_notAfter;
    qint64 m_at = 0;
    bool m_wasRead = false;
};

} // namespace fw

#pragma once

#include <QByteArray>

namespace fw {

/// Bytes that stay out of swap and core dumps as far as the system allows, and are overwritten when they go. Moved, never copied.
class SecretBytes final
{
    Q_DISABLE_COPY(SecretBytes)
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size); // zeros
    /// Copies `bytes` and overwrites them.
    [[nodiscard]] static SecretBytes take(QByteArray &&bytes);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes();

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] unsigned char *bytes() { return m_bytes; }
    [[nodiscard]] const unsigned char *bytes() const { return m_bytes; }
    [[nodiscard]] const char *chars() const;
    bool operator==(const SecretBytes &other) const; // takes the same time wherever they differ

private:
    unsigned char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites what `bytes` holds and empties it. Other copies of it are not reached.
void wipe(QByteArray &bytes);

/// Whether both are the same, in a time that does not tell where they differ.
[[nodiscard]] bool isSame(const QByteArray &a, const QByteArray &b);

/// From now on a crash of this process leaves no core dump and others of the same user cannot look into its memory. Call first in main.
void keepMemoryPrivate();

} // namespace fw

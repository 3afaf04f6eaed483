#include "connectors/oauth/secret_bytes.h"

#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace fw {

namespace {
unsigned char *allocate(qsizetype size)
{
    static const bool isReady = sodium_init() >= 0;
    void *memory = isReady && size > 0 ? sodium_malloc(size_t(size)) : nullptr;
    if (memory != nullptr) {
        sodium_memzero(memory, size_t(size));
    }
    return static_cast<unsigned char *>(memory);
}
} // namespace

SecretBytes::SecretBytes(qsizetype size) : m_bytes(allocate(size)), m_size(m_bytes != nullptr ? size : 0) { }

SecretBytes SecretBytes::take(QByteArray &&bytes)
{
    SecretBytes secret(bytes.size());
    if (!secret.isEmpty()) {
        std::memcpy(secret.m_bytes, bytes.constData(), size_t(secret.m_size));
    }
    wipe(bytes);
    return secret;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_bytes); // overwrites first
}

const char *SecretBytes::chars() const
{
    return reinterpret_cast<const char *>(m_bytes);
}

bool SecretBytes::operator==(const SecretBytes &other) const
{
    return m_size == other.m_size
        && (m_size == 0 || sodium_memcmp(m_bytes, other.m_bytes, size_t(m_size)) == 0);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        sodium_memzero(bytes.data(), size_t(bytes.size()));
    }
    bytes.clear();
}

bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

void keepMemoryPrivate()
{
    // Before the next line, which takes away the right to write there. Of a process without a bit set, dumps hold no memory; a debugger that may
    // attach nevertheless, because it is root's, keeps to that as well. Source: core(5), "Controlling which mappings are written".
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter >= 0) {
        const bool isSet = ::write(filter, "0", 1) == 1;
        Q_UNUSED(isSet) // the other two stand without it
        ::close(filter);
    }
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace fw

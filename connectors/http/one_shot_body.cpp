#include "connectors/http/one_shot_body.h"

#include "app/core/boot_time.h"
#include "app/core/crash_point.h"

#include <algorithm>
#include <cstring>

namespace fw {

OneShotBody::OneShotBody(const QByteArray &bytes, std::chrono::nanoseconds notAfter, QObject *parent)
    : QIODevice(parent)
    , m_bytes(bytes)
    , m_notAfter(notAfter)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_at;
}

bool OneShotBody::atEnd() const
{
    return m_at == m_bytes.size();
}

qint64 OneShotBody::readData(char *target, qint64 maxSize)
{
    reached(CrashPoint::BodyWanted);
    if (!m_wasRead && sinceBoot() > m_notAfter) {
        return -1;
    }
    m_wasRead = true;
    const qint64 count = std::min(maxSize, qint64(m_bytes.size()) - m_at);
    if (count <= 0) {
        return -1; // the end, for a sequential device
    }
    std::memcpy(target, m_bytes.constData() + m_at, size_t(count));
    m_at += count;
    return count;
}

} // namespace fw

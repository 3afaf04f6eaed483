#include "app/customers/import/line_reader.h"

#include <cstring>

namespace fw {

namespace {
constexpr qint64 kPiece = 1 << 16;
}

LineReader::LineReader(std::unique_ptr<QIODevice> device, Encoding encoding)
    : m_device(std::move(device))
    , m_transcoder(encoding)
{
}

bool LineReader::fill()
{
    while (m_at >= m_piece.size()) {
        const QByteArray bytes = m_device->read(kPiece);
        if (bytes.isEmpty()) {
            return false;
        }
        m_piece = m_transcoder.take(bytes);
        m_at = 0;
    }
    return true;
}

std::optional<TextLine> LineReader::next()
{
    TextLine line{.number = m_number + 1};
    bool isEnded = false;
    bool hasBytes = false;
    while (!isEnded && fill()) {
        hasBytes = true;
        const char *begin = m_piece.constData() + m_at;
        const qsizetype left = m_piece.size() - m_at;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size_t(left)));
        const qsizetype count = end ? end - begin : left;
        const qsizetype room = kLongestLine - line.text.size();
        line.text.append(begin, std::min(count, room));
        line.isTooLong = line.isTooLong || count > room;
        m_at += count + (end ? 1 : 0);
        isEnded = end != nullptr;
    }
    if (!hasBytes) {
        return std::nullopt;
    }
    ++m_number;
    if (line.text.endsWith('\r')) {
        line.text.chop(1);
    }
    return line;
}

} // namespace fw

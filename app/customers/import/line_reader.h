#pragma once

#include "app/customers/import/text_form.h"

#include <QIODevice>

#include <memory>

namespace fw {

/// One line of a file, in UTF-8, without its end.
struct TextLine {
    QByteArray text = {};
    qint64 number = 0;      // from 1
    bool isTooLong = false; // then the text is only its beginning
};

/// A file line by line, however long its lines are: no more than kLongestLine of one is kept. Thread: one at a time.
class LineReader final
{
    Q_DISABLE_COPY_MOVE(LineReader)
public:
    static constexpr qsizetype kLongestLine = 1 << 20;

    /// `device` is open, and read from where it is.
    LineReader(std::unique_ptr<QIODevice> device, Encoding encoding);

    /// Nothing at the end.
    [[nodiscard]] std::optional<TextLine> next();
    /// Bytes of the file read so far.
    [[nodiscard]] qint64 position() const { return m_device->pos(); }
    [[nodiscard]] qint64 size() const { return m_device->size(); }

private:
    [[nodiscard]] bool fill();

    std::unique_ptr<QIODevice> m_device;
    Transcoder m_transcoder;
    QByteArray m_piece;
    qsizetype m_at = 0; // in m_piece
    qint64 m_number = 0;
};

} // namespace fw

#include "app/customers/import/record_reader.h"

#include "app/customers/import/csv_parser.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostLines = 100; // of one record: a quote that is never closed does not swallow the file
constexpr qsizetype kShownText = 2000;

bool isUtf8(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    Q_UNUSED(decoded)
    return !decoder.hasError();
}

Record refused(const TextLine &line, const QString &problem)
{
    return {.line = line.number, .text = QString::fromUtf8(line.text.left(kShownText)), .problem = problem};
}

/// What is wrong with a line whatever it holds.
QString problemOf(const TextLine &line)
{
    if (line.isTooLong) {
        return u"longer than %1 bytes"_s.arg(LineReader::kLongestLine);
    }
    if (line.text.contains('\0')) {
        return u"holds a zero byte"_s;
    }
    return isUtf8(line.text) ? QString() : u"not UTF-8; say which encoding it is with --encoding"_s;
}

class CsvRecords final : public RecordReader
{
public:
    CsvRecords(std::unique_ptr<QIODevice> device, const TextForm &form)
        : m_lines(std::move(device), form.encoding)
        , m_parser(form.delimiter)
    {
    }
    [[nodiscard]] qint64 position() const override { return m_lines.position(); }
    [[nodiscard]] qint64 size() const override { return m_lines.size(); }

    [[nodiscard]] std::optional<Record> next() override
    {
        while (m_ready.empty()) {
            const auto line = nextLine();
            if (!line) {
                return std::nullopt;
            }
            read(*line);
        }
        Record record = std::move(m_ready.front());
        m_ready.pop_front();
        return record;
    }

private:
    std::optional<TextLine> nextLine()
    {
        if (m_again.empty()) {
            return m_lines.next();
        }
        TextLine line = std::move(m_again.front());
        m_again.pop_front();
        return line;
    }

    /// The record that begins with `first`.
    void read(const TextLine &first)
    {
        m_parser.begin();
        QByteArray text;
        std::deque<TextLine> taken;
        std::optional<TextLine> line = first;
        while (line) {
            QString problem = problemOf(*line);
            text += line->text + '\n';
            taken.push_back(*line);
            if (problem.isEmpty() && !m_parser.take(line->text + '\n')) {
                problem = u"a quote stands where none may"_s;
            }
            const bool isRunaway
                = qsizetype(taken.size()) > kMostLines || text.size() > LineReader::kLongestLine;
            if (problem.isEmpty() && !m_parser.isInside()) {
                keep(first, text);
                return;
            }
            if (!problem.isEmpty() || isRunaway) {
                giveUp(taken, problem.isEmpty() ? u"a quote is never closed"_s : problem);
                return;
            }
            line = nextLine();
        }
        giveUp(taken, u"a quote is never closed"_s);
    }

    void keep(const TextLine &first, const QByteArray &text)
    {
        for (QStringList &cells : m_parser.rows()) {
            m_ready.push_back({.line = first.number,
                .cells = std::move(cells),
                .text = QString::fromUtf8(text.left(kShownText)).trimmed()});
        }
    }

    /// Only the first line is lost; the others are read again. A problem in a later line is told when that line has its turn.
    void giveUp(std::deque<TextLine> &taken, const QString &problem)
    {
        const bool isOfFirst = taken.size() == 1;
        m_ready.push_back(refused(taken.front(), isOfFirst ? problem : u"a quote is never closed"_s));
        m_again.insert(m_again.begin(), taken.begin() + 1, taken.end());
    }

    LineReader m_lines;
    CsvParser m_parser;
    std::deque<TextLine> m_again; // lines to be read once more
    std::deque<Record> m_ready;
};

class JsonRecords final : public RecordReader
{
public:
    JsonRecords(std::unique_ptr<QIODevice> device, const TextForm &form)
        : m_lines(std::move(device), form.encoding)
    {
    }
    [[nodiscard]] qint64 position() const override { return m_lines.position(); }
    [[nodiscard]] qint64 size() const override { return m_lines.size(); }

    [[nodiscard]] std::optional<Record> next() override
    {
        auto line = m_lines.next();
        while (line && !line->isTooLong && line->text.trimmed().isEmpty()) {
            line = m_lines.next();
        }
        return line ? std::optional(read(*line)) : std::nullopt;
    }

private:
    static Record read(const TextLine &line)
    {
        const QString problem = problemOf(line);
        if (!problem.isEmpty()) {
            return refused(line, problem);
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line.text, &error);
        if (!document.isObject()) {
            const bool isJson = error.error == QJsonParseError::NoError;
            return refused(line,
                isJson ? u"not a JSON object"_s
                       : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
        }
        Record record = recordOf(document.object(), line.number);
        record.text = QString::fromUtf8(line.text.left(kShownText));
        return record;
    }

    LineReader m_lines;
};

} // namespace

Record recordOf(const QJsonObject &object, qint64 line)
{
    Record record{.line = line};
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isObject() || member->isArray()) {
            return {.line = line,
                .problem = u"the member \"%1\" is neither text nor a number"_s.arg(member.key())};
        }
        record.names.append(member.key());
        record.cells.append(member->toVariant().toString());
    }
    return record;
}

std::unique_ptr<RecordReader> readRecords(std::unique_ptr<QIODevice> device, const TextForm &form)
{
    if (form.isJsonLines) {
        return std::make_unique<JsonRecords>(std::move(device), form);
    }
    return std::make_unique<CsvRecords>(std::move(device), form);
}

Result<std::unique_ptr<RecordReader>> openRecords(const QString &file, const TextForm &form)
{
    auto device = std::make_unique<QFile>(file);
    if (!device->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"cannot read %1: %2"_s.arg(file, device->errorString())});
    }
    return readRecords(std::move(device), form);
}

} // namespace fw

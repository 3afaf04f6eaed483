#include "app/customers/import/csv_parser.h"

#include <csv.h>

namespace fw {

struct CsvParser::State {
    csv_parser parser = {};
    QStringList row = {};
    QList<QStringList> rows = {};
    bool isRowOpen = false;

    static void takeField(void *bytes, size_t length, void *self)
    {
        auto *state = static_cast<State *>(self);
        state->row.append(QString::fromUtf8(static_cast<const char *>(bytes), qsizetype(length)));
    }
    static void takeRow(int, void *self)
    {
        auto *state = static_cast<State *>(self);
        state->rows.append(std::move(state->row));
        state->row = {};
        state->isRowOpen = false;
    }
};

CsvParser::CsvParser(char delimiter) : m_delimiter(delimiter), m_state(std::make_unique<State>())
{
    csv_init(&m_state->parser, CSV_STRICT);
    csv_set_delim(&m_state->parser, static_cast<unsigned char>(m_delimiter));
}

CsvParser::~CsvParser()
{
    csv_free(&m_state->parser);
}

void CsvParser::begin()
{
    if (m_state->isRowOpen) {
        csv_free(&m_state->parser);
        csv_init(&m_state->parser, CSV_STRICT);
        csv_set_delim(&m_state->parser, static_cast<unsigned char>(m_delimiter));
    }
    m_state->row.clear();
    m_state->rows.clear();
    m_state->isRowOpen = false;
}

bool CsvParser::take(const QByteArray &line)
{
    const bool isBlank = line.trimmed().isEmpty();
    m_state->isRowOpen = m_state->isRowOpen || !isBlank;
    const size_t length = size_t(line.size());
    return csv_parse(
               &m_state->parser, line.constData(), length, &State::takeField, &State::takeRow, m_state.get())
        == length;
}

bool CsvParser::isInside() const
{
    return m_state->isRowOpen;
}

QList<QStringList> &CsvParser::rows()
{
    return m_state->rows;
}

} // namespace fw

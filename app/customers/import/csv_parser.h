#pragma once

#include <QList>
#include <QStringList>

#include <memory>

namespace fw {

/// libcsv, fed whole lines. Strict: a quote inside a field that is not quoted is refused. Spaces around fields without quotes are left out.
class CsvParser final
{
    Q_DISABLE_COPY_MOVE(CsvParser)
public:
    explicit CsvParser(char delimiter);
    ~CsvParser();

    /// Forgets what it was in the middle of.
    void begin();
    /// false: this is no CSV.
    [[nodiscard]] bool take(const QByteArray &line);
    /// A quote is open: the record goes on in the next line.
    [[nodiscard]] bool isInside() const;
    /// What is complete since begin(); usually one row. Empty lines are none.
    [[nodiscard]] QList<QStringList> &rows();

private:
    struct State;
    char m_delimiter;
    std::unique_ptr<State> m_state;
};

} // namespace fw

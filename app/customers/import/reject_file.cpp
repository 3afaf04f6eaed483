#include "app/customers/import/reject_file.h"

namespace fw {

using namespace Qt::StringLiterals;

RejectFile::RejectFile(const QString &name) : m_file(name) { }

Done RejectFile::put(const QString &text)
{
    if (m_file.write(text.toUtf8()) >= 0) {
        return {};
    }
    return Failure({.code = ErrorCode::Io,
        .detail = u"cannot write %1: %2"_s.arg(m_file.fileName(), m_file.errorString())});
}

Done RejectFile::add(const RefusedRow &row)
{
    if (m_file.fileName().isEmpty()) {
        return {};
    }
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
            return Failure({.code = ErrorCode::Io,
                .detail = u"cannot write %1: %2"_s.arg(m_file.fileName(), m_file.errorString())});
        }
        if (const Done head = put(u"line,reason,record\r\n"_s); !head) {
            return head;
        }
    }
    return put(u"%1,%2,%3\r\n"_s.arg(QString::number(row.line), csvCell(row.reason), csvCell(row.record)));
}

Done RejectFile::close()
{
    if (m_file.isOpen() && !m_file.flush()) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot write %1: %2"_s.arg(m_file.fileName(), m_file.errorString())});
    }
    m_file.close();
    return {};
}

QString csvCell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
    QString cell = isFormula ? u'\'' + text : text;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace fw

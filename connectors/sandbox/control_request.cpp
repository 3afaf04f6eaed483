#include "connectors/sandbox/control_request.h"

namespace fw::sandbox {

using namespace Qt::StringLiterals;

bool ControlRequest::is(const char *wanted, QString *id) const
{
    const QString text = QString::fromLatin1(wanted);
    const QStringList parts = text.section(u' ', 1).split(u'/');
    if (QString::fromLatin1(method) != text.section(u' ', 0, 0) || parts.size() != path.size()) {
        return false;
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i) == "*"_L1) {
            if (id != nullptr) {
                *id = path.at(i);
            }
        } else if (parts.at(i) != path.at(i)) {
            return false;
        }
    }
    return true;
}

HttpAnswer controlComplaint(int status, const QString &error)
{
    return {.status = status, .body = {{u"error"_s, error}}};
}

HttpAnswer controlDone()
{
    return {.body = {{u"ok"_s, true}}};
}

HttpAnswer controlUnknown()
{
    return controlComplaint(404, u"no such control; docs/sandbox.md lists them"_s);
}

} // namespace fw::sandbox

#include "app/model/fields.h"

#include <QRegularExpression>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
const QRegularExpression &form()
{
    static const QRegularExpression field(u"\\{([a-z][a-z_]*(?:\\.[a-z][a-z_]*)*)\\}"_s);
    return field;
}
} // namespace

Filled fill(const QString &text, const FieldValues &values)
{
    Filled filled;
    qsizetype copied = 0;
    for (auto matches = form().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        const QString value = values.value(name);
        if (value.isEmpty()) {
            if (!filled.missing.contains(name)) {
                filled.missing.append(name);
            }
            continue;
        }
        filled.text += text.mid(copied, match.capturedStart() - copied) + value;
        copied = match.capturedEnd();
    }
    filled.text += text.mid(copied);
    return filled;
}

QStringList fieldsIn(const QString &text)
{
    return fill(text, {}).missing;
}

const QStringList &fieldRoots()
{
    static const QStringList roots{
        u"customer"_s, u"order"_s, u"stock"_s, u"agent"_s, u"account"_s, u"brand"_s, u"network"_s, u"time"_s};
    return roots;
}

} // namespace fw

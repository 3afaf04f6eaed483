#include "app/model/claim.h"

namespace fw {

using namespace Qt::StringLiterals;

QString toString(Doing doing)
{
    return doing == Doing::Writing ? u"writing"_s : u"viewing"_s;
}

Doing doingFromString(const QString &name)
{
    return name == "writing"_L1 ? Doing::Writing : Doing::Viewing;
}

} // namespace fw

#include "ui/desktop/shell/desk_link.h"

#include <QRegularExpression>

namespace fw::ui {

using namespace Qt::StringLiterals;

QString linkTo(ConversationId conversation)
{
    return u"floorwalker://conversation/"_s + conversation.toString();
}

Result<ConversationId> conversationIn(const QString &link)
{
    static const QRegularExpression form(u"^floorwalker:(?://)?conversation/([1-9][0-9]{0,18})/?$"_s);
    const qint64 id = form.match(link).captured(1).toLongLong();
    if (id == 0) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"this is no link to a conversation; one looks like floorwalker://conversation/4711"_s});
    }
    return ConversationId{id};
}

} // namespace fw::ui

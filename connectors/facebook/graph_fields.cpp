#include "connectors/facebook/graph_fields.h"

namespace fw::facebook {

using namespace Qt::StringLiterals;

QString fieldsOf(FieldList list, bool isCoreOnly)
{
    switch (list) {
    case FieldList::Page:
        // A person has no category: that is how a person's token is told from a Page's.
        return isCoreOnly ? u"id,name,category"_s : u"id,name,username,category,fan_count,followers_count"_s;
    case FieldList::Post:
        // comments(...): none of them, only how many there are at both levels.
        return isCoreOnly
            ? u"id,message,created_time,updated_time,from,permalink_url"_s
            : u"id,message,created_time,updated_time,from,permalink_url,admin_creator,is_hidden,"
              "can_reply_privately,comments.filter(stream).summary(true).limit(0)"_s;
    case FieldList::Comment:
        return isCoreOnly ? u"id,message,created_time,from,parent,permalink_url"_s
                          : u"id,message,created_time,from{id,name},parent{id},permalink_url,admin_creator,"
                            "can_hide,can_like,can_remove,can_reply_privately,is_hidden,user_likes"_s;
    case FieldList::Rating:
        return isCoreOnly ? u"created_time,review_text,recommendation_type,open_graph_story"_s
                          : u"created_time,review_text,recommendation_type,reviewer{id,name},"
                            "open_graph_story{id}"_s;
    case FieldList::Conversation:
        return isCoreOnly ? u"id,updated_time"_s : u"id,updated_time,message_count,link"_s;
    case FieldList::PrivateReply:
        return isCoreOnly ? u"id"_s : u"id,private_reply_conversation"_s;
    case FieldList::Message:
        break;
    }
    return isCoreOnly ? u"id,created_time,from,message"_s : u"id,created_time,from,to,message"_s;
}

} // namespace fw::facebook

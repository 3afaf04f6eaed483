#include "app/store/note_store.h"
#include "ui/cli/command.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonObject toJson(const Note &note)
{
    return {{u"note"_s, note.id.toString()}, {u"conversation"_s, note.conversation.toString()},
        {u"agent"_s, note.agent}, {u"text"_s, note.body}, {u"written_at"_s, toIso(note.writtenAt)},
        {u"edited_at"_s, note.editedAt ? QJsonValue(toIso(*note.editedAt)) : QJsonValue()}};
}

Result<ConversationId> conversationOf(const Invocation &call, const QString &how)
{
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    return isNumber ? Result<ConversationId>(id)
                    : Failure({.code = ErrorCode::Usage, .detail = u"say which: %1"_s.arg(how)});
}

Done listNotes(const Invocation &call, wiring::Workplace &workplace, ConversationId id)
{
    const auto notes = await(workplace.store().read([id](Database &db) { return NoteStore(db).of(id); }));
    if (!notes) {
        return Failure(notes.error());
    }
    QJsonArray array;
    for (const Note &note : *notes) {
        array.append(toJson(note));
        if (!call.isJson) {
            call.terminal.line(
                u"%1  %2  %3: %4"_s.arg(note.id.toString(), toIso(note.writtenAt), note.agent, note.body));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (notes->isEmpty()) {
        call.terminal.line(u"No notes."_s);
    }
    return {};
}

Done tell(const Invocation &call, const QJsonObject &json, const QString &line)
{
    if (call.isJson) {
        call.terminal.json(json);
    } else {
        call.terminal.line(line);
    }
    return {};
}

Done addNote(const Invocation &call, wiring::Workplace &workplace, ConversationId id)
{
    const auto note = await(workplace.store().write(
        [id, body = call.words.mid(2).join(u' '), agent = call.value(u"agent"_s)](
            Database &db) -> Result<NoteId> { return NoteStore(db).add(id, body, agent); }));
    return note ? tell(call, {{u"note"_s, note->toString()}}, u"Noted."_s) : Done(Failure(note.error()));
}

Done changeNote(const Invocation &call, wiring::Workplace &workplace, bool isRemoval)
{
    const NoteId note{call.words.value(2).toLongLong()};
    const auto done
        = await(workplace.store().write([note, isRemoval, body = call.words.mid(3).join(u' '),
                                            agent = call.value(u"agent"_s)](Database &db) -> Result<bool> {
              NoteStore notes(db);
              const Done did = isRemoval ? notes.remove(note, agent) : notes.edit(note, body, agent);
              return did ? Result<bool>(true) : Failure(did.error());
          }));
    return done ? tell(call, {{u"note"_s, note.toString()}}, isRemoval ? u"Removed."_s : u"Changed."_s)
                : Done(Failure(done.error()));
}

Done runNote(const Invocation &call)
{
    const QString how = u"note CONVERSATION add TEXT, edit NOTE TEXT, remove NOTE, or list"_s;
    const auto id = conversationOf(call, how);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const QString what = call.words.value(1);
    if (what == "add"_L1) {
        return addNote(call, **workplace, *id);
    }
    if (what == "edit"_L1 || what == "remove"_L1) {
        return changeNote(call, **workplace, what == "remove"_L1);
    }
    if (what.isEmpty() || what == "list"_L1) {
        return listNotes(call, **workplace, *id);
    }
    return Failure({.code = ErrorCode::Usage, .detail = u"say what: %1"_s.arg(how)});
}

Done runFollow(const Invocation &call)
{
    const auto id = conversationOf(call, u"follow CONVERSATION [--stop]"_s);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const bool isEnd = call.has(u"stop"_s);
    const auto followers
        = await((*workplace)->store().write([id = *id, isEnd, agent = call.value(u"agent"_s)](Database &db) {
              NoteStore notes(db);
              const bool isNew = isEnd ? notes.unfollow(id, agent) : notes.follow(id, agent);
              Q_UNUSED(isNew)
              return notes.followersOf(id);
          }));
    if (!followers) {
        return Failure(followers.error());
    }
    return tell(call, {{u"followers"_s, QJsonArray::fromStringList(*followers)}},
        followers->isEmpty() ? u"Nobody follows it."_s : u"Followed by "_s + followers->join(u", "_s));
}

Done runNotices(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto notices
        = await((*workplace)
                    ->store()
                    .write([agent = call.value(u"agent"_s), isRead = call.has(u"read"_s)](Database &db) {
                        NoteStore notes(db);
                        const QList<Notice> found = notes.noticesOf(agent);
                        if (isRead) {
                            notes.read(agent);
                        }
                        return found;
                    }));
    if (!notices) {
        return Failure(notices.error());
    }
    QJsonArray array;
    for (const Notice &notice : *notices) {
        const bool isMention = !notice.note.isNull();
        array.append(QJsonObject{{u"conversation"_s, notice.conversation.toString()},
            {u"kind"_s, isMention ? u"mention"_s : u"followed"_s},
            {u"note"_s, isMention ? QJsonValue(notice.note.toString()) : QJsonValue()},
            {u"by"_s, isMention ? QJsonValue(notice.by) : QJsonValue()}, {u"text"_s, notice.text},
            {u"new_messages"_s, notice.newMessages}, {u"at"_s, toIso(notice.at)}});
        if (!call.isJson) {
            call.terminal.line(u"%1  %2: %3"_s.arg(notice.conversation.toString(),
                isMention ? notice.by : u"%1 new"_s.arg(notice.newMessages), notice.text));
        }
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"unread"_s, array.size()}, {u"notices"_s, array}});
    } else if (array.isEmpty()) {
        call.terminal.line(u"Nothing new."_s);
    }
    return {};
}
} // namespace

QList<Command> noteCommands()
{
    const QCommandLineOption agent = agentOption(u"Who it is."_s);
    return {{.name = u"note"_s,
                .arguments = u"CONVERSATION add TEXT|edit NOTE TEXT|remove NOTE|list"_s,
                .summary = u"What people of ours say to each other; @name tells somebody."_s,
                .options = {agent},
                .run = &runNote},
        {.name = u"follow"_s,
            .arguments = u"CONVERSATION"_s,
            .summary = u"Tells the agent when the customer writes."_s,
            .options = {{u"stop"_s, u"Not any more."_s}, agent},
            .run = &runFollow},
        {.name = u"notices"_s,
            .summary = u"Mentions, and what is new in followed conversations."_s,
            .options = {{u"read"_s, u"They are read then."_s}, agent},
            .run = &runNotices}};
}

} // namespace fw::cli

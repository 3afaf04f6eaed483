#include "app/store/audit.h"
#include "ui/cli/command.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// As `audit verify` prints it: FACT:WRITER:SEQ:HASH.
QString shown(const ChainHead &head)
{
    return head.seq == 0 ? QString()
                         : u"%1:%2:%3:%4"_s.arg(head.fact.value)
                               .arg(head.writer)
                               .arg(head.seq)
                               .arg(QString::fromLatin1(head.hash));
}

Result<std::optional<ChainHead>> notedHead(const Invocation &call)
{
    if (!call.has(u"contains"_s)) {
        return std::nullopt;
    }
    const QStringList parts = call.value(u"contains"_s).split(u':');
    if (parts.size() != 4 || parts[2].toLongLong() <= 0) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--contains: say a head as audit verify printed it, FACT:WRITER:SEQ:HASH"_s});
    }
    return ChainHead{.writer = parts[1].toLongLong(),
        .seq = parts[2].toLongLong(),
        .fact = {parts[0].toLongLong()},
        .hash = parts[3].toLatin1()};
}

QJsonObject toJson(const Audit &audit)
{
    QJsonObject json{{u"whole"_s, !audit.broken}, {u"facts"_s, audit.facts},
        {u"unchained"_s, audit.unchained}, {u"erased"_s, audit.erased}, {u"writers"_s, audit.writers},
        {u"head"_s, shown(audit.head)}, {u"broken"_s, QJsonValue()}};
    if (audit.broken) {
        json.insert(u"broken"_s,
            QJsonObject{{u"how"_s, toString(audit.broken->how)}, {u"fact"_s, audit.broken->fact.toString()},
                {u"writer"_s, QString::number(audit.broken->writer)},
                {u"number"_s, QString::number(audit.broken->seq)}, {u"detail"_s, audit.broken->detail}});
    }
    return json;
}

void print(Terminal &terminal, const Audit &audit)
{
    terminal.line(u"%1 facts in %2 chains; %3 from before facts were chained, %4 erased"_s.arg(audit.facts)
                      .arg(audit.writers)
                      .arg(audit.unchained)
                      .arg(audit.erased));
    if (!audit.broken) {
        terminal.line(u"Whole. Head: %1"_s.arg(shown(audit.head)));
    }
}

Done verdictOn(const Audit &audit)
{
    if (!audit.broken) {
        return {};
    }
    return Failure({.code = ErrorCode::Storage,
        .detail
        = u"the journal is not as it was written: %1 at fact %2 (chain %3, number %4): %5; restore it from a backup"_s
              .arg(toString(audit.broken->how), audit.broken->fact.toString(),
                  QString::number(audit.broken->writer), QString::number(audit.broken->seq),
                  audit.broken->detail)});
}

Done runVerify(const Invocation &call)
{
    const auto noted = notedHead(call);
    if (!noted) {
        return Failure(noted.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto audit = await((*workplace)->store().read([noted = *noted](Database &db) {
        Audit made = auditJournal(db);
        if (!made.broken && noted && !holdsEntry(db, noted->fact, noted->writer, noted->seq, noted->hash)) {
            made.broken = BrokenEntry{.how = Tampering::Missing,
                .fact = noted->fact,
                .writer = noted->writer,
                .seq = noted->seq,
                .detail = u"the head that was noted is not there as it was"_s};
        }
        return made;
    }));
    if (!audit) {
        return Failure(audit.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*audit));
    } else {
        print(call.terminal, *audit);
    }
    return verdictOn(*audit);
}
} // namespace

QList<Command> auditCommands()
{
    return {{.name = u"audit verify"_s,
        .summary = u"Reads the whole journal and says whether it is as it was written."_s,
        .options = {{u"contains"_s, u"It must hold this head, noted from an earlier run."_s, u"HEAD"_s}},
        .run = &runVerify}};
}

} // namespace fw::cli

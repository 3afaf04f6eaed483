#include "app/store/chain_head.h"

#include <QCryptographicHash>

#include <algorithm>

namespace fw {

namespace {
QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64();
}

/// With its length before it, so that no text can look like two.
void append(QByteArray &to, const QByteArray &text)
{
    to += QByteArray::number(text.size()) + ':' + text;
}

void append(QByteArray &to, qint64 number)
{
    to += QByteArray::number(number) + ';';
}
} // namespace

QByteArray digestOf(const QByteArray &salt, const QByteArray &detail)
{
    return sha256(salt + detail);
}

QByteArray hashOf(const QByteArray &previous, const Link &link)
{
    QByteArray covered;
    append(covered, previous);
    for (const qint64 number : {link.writer, link.seq, link.id, link.atMs, link.account, link.conversation,
             link.message, link.reply}) {
        append(covered, number);
    }
    append(covered, link.fact.toUtf8());
    append(covered, link.agent.toUtf8());
    append(covered, link.digest);
    return sha256(covered);
}

QByteArray beginningOf(qint64 writer, qint64 openedAtMs, QList<ChainHead> anchors)
{
    std::sort(anchors.begin(), anchors.end(),
        [](const ChainHead &a, const ChainHead &b) { return a.writer < b.writer; });
    QByteArray covered;
    append(covered, writer);
    append(covered, openedAtMs);
    for (const ChainHead &anchor : std::as_const(anchors)) {
        append(covered, anchor.writer);
        append(covered, anchor.seq);
        append(covered, anchor.fact.value);
        append(covered, anchor.hash);
    }
    return sha256(covered);
}

} // namespace fw

#include "connectors/pinterest/memory.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace fw::pinterest {

namespace {
constexpr quint8 kVersion = 1;
constexpr milliseconds kForgetAfter = std::chrono::hours(24 * 30);
constexpr quint32 kMostUnpacked = 64 * 1024 * 1024;
constexpr qsizetype kLengthBytes = 4; // qCompress writes the unpacked length first, big-endian
} // namespace

QByteArray Memory::toState() const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kVersion << toMs(walkedAt) << quint32(notes.size());
    QStringList names = notes.keys();
    std::sort(names.begin(), names.end()); // the same memory gives the same bytes
    for (const QString &name : std::as_const(names)) {
        const Note note = notes.value(name);
        out << name.toUtf8() << note.count << note.total << toMs(note.readAt) << toMs(note.seenAt);
    }
    return qCompress(plain);
}

std::optional<Memory> Memory::fromState(const QByteArray &state)
{
    QDataStream length(state.left(kLengthBytes));
    quint32 unpacked = 0;
    length >> unpacked;
    if (state.size() <= kLengthBytes || unpacked > kMostUnpacked) {
        return std::nullopt;
    }
    const QByteArray plain = qUncompress(state);
    QDataStream in(plain);
    in.setVersion(QDataStream::Qt_6_0);
    quint8 version = 0;
    qint64 walkedAt = 0;
    quint32 count = 0;
    in >> version >> walkedAt >> count;
    if (version != kVersion) {
        return std::nullopt;
    }
    Memory memory{.walkedAt = instantFromMs(walkedAt)};
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray name;
        Note note;
        qint64 readAt = 0;
        qint64 seenAt = 0;
        in >> name >> note.count >> note.total >> readAt >> seenAt;
        note.readAt = instantFromMs(readAt);
        note.seenAt = instantFromMs(seenAt);
        memory.notes.insert(QString::fromUtf8(name), note);
    }
    return in.status() == QDataStream::Ok ? std::optional(memory) : std::nullopt;
}

void Memory::carryOver(const Memory &before)
{
    for (auto known = before.notes.begin(); known != before.notes.end(); ++known) {
        if (!notes.contains(known.key()) && walkedAt - known->seenAt < kForgetAfter) {
            notes.insert(known.key(), *known);
        }
    }
}

} // namespace fw::pinterest

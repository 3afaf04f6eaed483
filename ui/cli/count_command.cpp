#include "ui/cli/command.h"
#include "ui/wiring/text_rule.h"

#include <QFile>

#include <cstdio>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kMostBytes = 16 * 1024 * 1024;

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

/// The whole file, or with "-" everything that comes in. Errors: Io, Usage when it is larger than any text.
Result<QByteArray> bytesOf(const QString &name)
{
    QFile file(name);
    const bool isOpen
        = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"%1 cannot be read: %2"_s.arg(name, file.errorString())});
    }
    const QByteArray bytes = file.read(kMostBytes + 1);
    return bytes.size() > kMostBytes ? Result<QByteArray>(usage(u"%1 is larger than 16 MiB"_s.arg(name)))
                                     : Result<QByteArray>(bytes);
}

/// How many bytes of `bytes`, from their beginning, are whole characters of UTF-8.
qsizetype validPrefix(const QByteArray &bytes)
{
    const QByteArrayView view(bytes);
    qsizetype at = 0;
    while (at < view.size()) {
        const auto lead = static_cast<unsigned char>(view.at(at));
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > view.size() || !view.sliced(at, length).isValidUtf8()) {
            break;
        }
        at += length;
    }
    return at;
}

/// The text without the newline editors put at the end of a file. Errors: Usage with the offset of the first byte that is no UTF-8.
Result<QString> textIn(const QByteArray &bytes)
{
    if (const qsizetype good = validPrefix(bytes); good < bytes.size()) {
        return usage(u"the text is no UTF-8 from byte %1 on; save it as UTF-8"_s.arg(good));
    }
    QString text = QString::fromUtf8(bytes);
    if (text.endsWith(u'\n')) {
        text.chop(text.endsWith("\r\n"_L1) ? 2 : 1);
    }
    return text;
}

Done runCount(const Invocation &call)
{
    const auto network = networkFromString(call.value(u"network"_s));
    if (!network || !call.has(u"text-file"_s)) {
        return usage(u"say where and what: count --network twitter|facebook|pinterest --text-file FILE"_s);
    }
    const QString lane = call.has(u"lane"_s) ? call.value(u"lane"_s) : u"public"_s;
    if (lane != "public"_L1 && lane != "private"_L1) {
        return usage(u"--lane is public or private, not \"%1\""_s.arg(lane));
    }
    const auto text = bytesOf(call.value(u"text-file"_s)).and_then(&textIn);
    if (!text) {
        return Failure(text.error());
    }
    const wiring::CountedText counted = wiring::countText(*network, laneFromString(lane), *text);
    if (call.isJson) {
        call.terminal.json(QJsonObject{
            {u"length"_s, counted.length}, {u"limit"_s, counted.limit}, {u"valid"_s, counted.isValid}});
    } else {
        const QString limit = counted.limit > 0 ? u" of %1"_s.arg(counted.limit) : QString();
        call.terminal.line(
            u"%1%2%3"_s.arg(counted.length).arg(limit, counted.isValid ? QString() : u", not valid"_s));
    }
    return {};
}
} // namespace

QList<Command> countCommands()
{
    return {{.name = u"count"_s,
        .summary = u"Counts a text as a network does."_s,
        .options = {{u"network"_s, u"twitter, facebook or pinterest."_s, u"NETWORK"_s},
            {u"text-file"_s,
                u"The text, UTF-8; - for what comes in. One newline at the end is not counted."_s, u"FILE"_s},
            {u"lane"_s, u"public (default) or private."_s, u"LANE"_s}},
        .run = &runCount}};
}

} // namespace fw::cli

#include "connectors/facebook/usage_header.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMostMinutes = 60 * 24 * 7;
constexpr int kMostPercent = 1000; // above 100 is told too

std::optional<int> percentIn(const QJsonObject &entry)
{
    std::optional<int> highest;
    for (const QString &name : {u"call_count"_s, u"total_time"_s, u"total_cputime"_s}) {
        const double told = entry.value(name).toDouble(-1);
        if (told >= 0) {
            highest = std::max(highest.value_or(0), int(std::min(told, double(kMostPercent))));
        }
    }
    return highest;
}

std::optional<Usage> usageOf(const QJsonObject &entry, const QByteArray &owner)
{
    const auto percent = percentIn(entry);
    if (!percent) {
        return std::nullopt;
    }
    const double minutes = entry.value(u"estimated_time_to_regain_access"_s).toDouble(0);
    return Usage{.owner = owner,
        .type = entry.value(u"type"_s).toString().toLatin1(),
        .percent = *percent,
        .minutesToRegain = int(std::clamp(minutes, 0.0, double(kMostMinutes)))};
}

/// Where the string that begins at `start` ends: its closing quote. -1 when there is none.
qsizetype endOfString(const QByteArray &text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text.at(i) == '\\') {
            ++i;
        } else if (text.at(i) == '"') {
            return i;
        }
    }
    return -1;
}

/// A list and the member name before it.
struct Member {
    QByteArray name = {};
    QByteArray list = {};
};

/// Every list that stands in an object of its own, with its name; also of several objects behind one another, as repeated headers are joined.
QList<Member> listsIn(const QByteArray &text)
{
    QList<Member> members;
    QByteArray name;
    qsizetype begin = -1;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '"') {
            const qsizetype end = endOfString(text, i);
            if (end < 0) {
                break;
            }
            if (depth == 0) {
                name = text.mid(i + 1, end - i - 1);
            }
            i = end;
        } else if (c == '[' && depth++ == 0) {
            begin = i;
        } else if (c == ']' && depth > 0 && --depth == 0) {
            members.append({.name = name, .list = text.mid(begin, i - begin + 1)});
        }
    }
    return members;
}
} // namespace

QList<Usage> usageIn(const QByteArray &header)
{
    const auto usage = usageOf(QJsonDocument::fromJson(header).object(), {});
    return usage ? QList<Usage>{*usage} : QList<Usage>();
}

QList<Usage> useCaseUsageIn(const QByteArray &header)
{
    QList<Usage> found;
    const QList<Member> members = listsIn(header);
    for (const Member &member : members) {
        const QJsonArray list = QJsonDocument::fromJson(member.list).array();
        for (const QJsonValue &entry : list) {
            if (const auto usage = usageOf(entry.toObject(), member.name)) {
                found.append(*usage);
            }
        }
    }
    return found;
}

} // namespace fw::facebook

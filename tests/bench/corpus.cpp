#include "tests/bench/corpus.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace fw::bench {

namespace {
constexpr size_t kRemembered = 2000;
constexpr int kOurId = 77;

QByteArray quoted(const QByteArray &text)
{
    QByteArray out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + '"';
}

QByteArray isoOf(qint64 atMs, const char *tail)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC)
               .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
               .toLatin1()
        + tail;
}

QByteArray post(const Line &line)
{
    QByteArray json = "{\"id\":\"" + QByteArray::number(line.id) + "\",\"text\":" + quoted(line.body)
        + ",\"author_id\":\"" + QByteArray::number(1000 + line.customer) + "\",\"created_at\":\""
        + isoOf(line.atMs, ".000Z") + "\",\"conversation_id\":\"" + QByteArray::number(line.thread)
        + "\",\"lang\":\"en\",\"public_metrics\":{\"retweet_count\":0,\"reply_count\":0,\"like_count\":1,"
          "\"quote_count\":0}";
    if (line.replyTo != 0) {
        json += ",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\""
            + QByteArray::number(line.replyTo) + "\"}]";
    }
    return json + '}';
}

QByteArray user(int customer)
{
    const QByteArray number = QByteArray::number(customer);
    return "{\"id\":\"" + QByteArray::number(1000 + customer) + "\",\"username\":\"shopper" + number
        + "\",\"name\":\"Shopper " + number
        + "\",\"public_metrics\":{\"followers_count\":" + QByteArray::number(customer % 5000) + "}}";
}

QByteArray feedEntry(const Line &line)
{
    const QByteArray id = QByteArray::number(kOurId) + '_' + QByteArray::number(line.id);
    return "{\"id\":\"" + id + "\",\"message\":" + quoted(line.body) + ",\"created_time\":\""
        + isoOf(line.atMs, "+0000") + "\",\"from\":{\"id\":\"" + QByteArray::number(500'000 + line.customer)
        + "\",\"name\":\"Shopper " + QByteArray::number(line.customer)
        + "\"},\"permalink_url\":\"https://www.facebook.com/" + id + "\"}";
}
} // namespace

Corpus::Corpus(quint32 seed, int messages) : m_random(seed), m_customers(std::max(1, messages / 4))
{
    double sum = 0;
    m_cumulated.reserve(kWords);
    for (int rank = 0; rank < kWords; ++rank) {
        sum += 1 / (rank + 2.7);
        m_cumulated.push_back(sum);
    }
}

/// The commoner, the shorter; each its own.
QByteArray Corpus::word(int rank)
{
    static const char *const kConsonants = "bdfghjklmnprstvwzcqx";
    static const char *const kVowels = "aeiou";
    QByteArray made;
    for (int left = rank;; left = left / 100 - 1) {
        made += kConsonants[left % 100 / 5];
        made += kVowels[left % 5];
        if (left < 100) {
            return made;
        }
    }
}

int Corpus::rank()
{
    const double at = unit() * m_cumulated.back();
    return int(std::lower_bound(m_cumulated.begin(), m_cumulated.end(), at) - m_cumulated.begin());
}

int Corpus::customer()
{
    constexpr double kPareto = 1.1;
    if (unit() < 0.3) {
        return std::min(m_customers - 1, int(std::pow(1 - unit(), -1 / kPareto)) - 1);
    }
    return int(m_random() % unsigned(m_customers));
}

void Corpus::write(Line &line)
{
    const int length = int(std::clamp(std::lognormal_distribution<double>(2.7, 0.6)(m_random), 3.0, 60.0));
    QByteArray text;
    if (unit() < 0.5) {
        text += "@harborandvale ";
    }
    for (int i = 0; i < length; ++i) {
        line.words.push_back(rank());
        text += word(line.words.back());
        text += i + 1 < length ? ' ' : '.';
    }
    if (unit() < 0.15) {
        text += " https://shop.example/p/" + QByteArray::number(m_random() % 90'000);
    }
    if (unit() < 0.1) {
        text += " #" + word(rank());
    }
    if (unit() < 0.08) {
        text += " \xF0\x9F\x98\x80";
    }
    line.body = text;
}

Line Corpus::next()
{
    if (m_recent.size() > 50 && unit() < 0.1) {
        return m_recent[m_random() % m_recent.size()];
    }
    m_atMs += 1 + qint64(m_random() % 20'000);
    Line line{.isFacebook = unit() < 0.4,
        .id = ++m_id,
        .thread = m_id,
        .customer = customer(),
        .atMs = unit() < 0.05 ? m_atMs - qint64(m_random() % 3'600'000) : m_atMs};
    if (!line.isFacebook && !m_heads.empty() && unit() < 0.75) { // of all: 45 %
        const auto back = size_t(std::exponential_distribution<double>(1.0 / 200)(m_random));
        const Head &head = m_heads[m_heads.size() - 1 - std::min(back, m_heads.size() - 1)];
        line.thread = head.thread;
        line.replyTo = head.id;
    }
    write(line);
    if (!line.isFacebook) {
        m_heads.push_back({line.id, line.thread});
        if (m_heads.size() > 2 * kRemembered) {
            m_heads.erase(m_heads.begin(), m_heads.begin() + kRemembered);
        }
    }
    if (m_recent.size() < kRemembered) {
        m_recent.push_back(line);
    } else {
        m_recent[m_random() % kRemembered] = line;
    }
    return line;
}

QByteArray pageOf(const QList<Line> &lines, bool isFacebook)
{
    QByteArray entries;
    QByteArray users;
    QSet<int> people;
    qint64 newest = 0;
    int count = 0;
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->isFacebook != isFacebook) {
            continue;
        }
        entries += (count++ > 0 ? "," : "") + (isFacebook ? feedEntry(*line) : post(*line));
        newest = std::max(newest, line->id);
        if (!isFacebook && !people.contains(line->customer)) {
            users += (people.isEmpty() ? "" : ",") + user(line->customer);
            people.insert(line->customer);
        }
    }
    if (isFacebook) {
        return "{\"data\":[" + entries + "],\"paging\":{}}";
    }
    return "{\"data\":[" + entries + "],\"includes\":{\"users\":[" + users + "]},\"meta\":{\"result_count\":"
        + QByteArray::number(count) + ",\"newest_id\":\"" + QByteArray::number(newest) + "\"}}";
}

} // namespace fw::bench

#pragma once

#include <QByteArray>
#include <QList>

#include <random>
#include <vector>

namespace fw::bench {

/// One message of the corpus.
struct Line {
    bool isFacebook = false;
    qint64 id = 0; // the network's number; a repeated line has that of an earlier one
    qint64 thread = 0;
    qint64 replyTo = 0; // 0: begins a thread
    int customer = 0;
    qint64 atMs = 0;
    QByteArray body = {};
    std::vector<int> words = {}; // ranks, in order
};

/// Messages by seed, like those of a care desk: 60,000 words of falling frequency (1/(rank + 2.7)), some 15 words a message, half of them with a name, some with
/// a link, a tag, an emoji; 45 % answer a recent thread; 30 % come from few customers; a tenth are repeated, a twentieth out of order. 60 % Twitter, 40 % Facebook.
class Corpus final
{
public:
    static constexpr int kWords = 60'000;

    Corpus(quint32 seed, int messages);
    Line next();
    [[nodiscard]] static QByteArray word(int rank);

private:
    int rank();
    int customer();
    double unit() { return std::uniform_real_distribution<double>(0, 1)(m_random); }
    void write(Line &line);

    struct Head {
        qint64 id = 0;
        qint64 thread = 0;
    };

    std::mt19937 m_random;
    int m_customers;
    std::vector<double> m_cumulated;
    std::vector<Head> m_heads = {}; // the newest of Twitter
    std::vector<Line> m_recent = {};
    qint64 m_id = 1'000'000;
    qint64 m_atMs = 1'750'000'000'000;
};

/// A page as its network would tell it, newest first. `isFacebook`: the feed of a Page, else mentions on Twitter. Lines of the other network are left out.
[[nodiscard]] QByteArray pageOf(const QList<Line> &lines, bool isFacebook);

} // namespace fw::bench

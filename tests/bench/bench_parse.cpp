#include "connectors/facebook/graph_parse.h"
#include "connectors/pinterest/pinterest_parse.h"
#include "connectors/twitter/twitter_parse.h"
#include "tests/bench/bench.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>

namespace fw::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kBytesARound = 40'000'000; // of JSON

/// Recorded pages of one network, and what the product makes of one.
struct Pages {
    const char *network = "";
    QList<QByteArray> bodies = {};
    std::function<qsizetype(const QByteArray &)> read = {}; // how many entries
};

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(FW_CONNECTOR_TESTS) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "bench: cannot read %s\n", qPrintable(file.fileName()));
        std::exit(2);
    }
    return file.readAll();
}

Instant readAt()
{
    return instantFromMs(1'790'000'000'000);
}

QList<Pages> allPages()
{
    const twitter::Reading mentions{.account = {.network = Network::Twitter, .remoteId = u"77"_s},
        .stream = u"mentions"_s,
        .serverTime = readAt()};
    const facebook::Reading feed{
        .account = {.network = Network::Facebook, .remoteId = u"77"_s}, .serverTime = readAt()};
    return {{"twitter",
                {recorded(u"twitter/payloads/mentions_page.json"_s),
                    recorded(u"twitter/payloads/mentions_with_metrics.json"_s),
                    recorded(u"twitter/payloads/posts_with_expansions.json"_s)},
                [mentions](const QByteArray &body) {
                    const auto page = twitter::readPage(body, mentions);
                    return page ? page->posts.size() : 0;
                }},
        {"facebook",
            {recorded(u"facebook/payloads/feed_page1.json"_s),
                recorded(u"facebook/payloads/feed_fields_page1.json"_s)},
            [feed](const QByteArray &body) {
                const auto page = facebook::readPosts(body, feed);
                return page ? page->posts.size() : 0;
            }},
        {"pinterest",
            {"{\"items\":[" + recorded(u"pinterest/payloads/v5_pin_airbyte.json"_s) + "],\"bookmark\":null}"},
            [](const QByteArray &body) {
                const auto pins = pinterest::readPins(body);
                return pins ? pins->entries.size() : 0;
            }}};
}

QJsonObject measurePages(const Pages &pages, const Options &options)
{
    qint64 bytes = 0;
    qsizetype entries = 0;
    for (const QByteArray &body : pages.bodies) {
        bytes += body.size();
        entries += pages.read(body);
    }
    const auto times = qint64(double(kBytesARound) * options.size / double(bytes)) + 1;
    qsizetype sum = 0; // so that no work can be left out
    const auto repeat = [&](const auto &work) {
        for (qint64 i = 0; i < times; ++i) {
            for (const QByteArray &body : pages.bodies) {
                sum += work(body);
            }
        }
    };
    const Pair pair = measure(
        options.rounds, [&] { repeat(pages.read); },
        [&] {
            repeat([](const QByteArray &body) { return QJsonDocument::fromJson(body).isNull() ? 0 : 1; });
        });
    const double each = 1e6 / double(times) / double(std::max<qsizetype>(entries, 1));
    std::printf("%-18s %3lld entries, %6lld bytes: %.2f us an entry; QJsonDocument alone %.2f us; ratio %.2f"
                " (subject %.3f..%.3f s, reference %.3f..%.3f s a round, %lld)\n",
        pages.network, qint64(entries), bytes, pair.subject.median() * each, pair.reference.median() * each,
        pair.ratio(), pair.subject.seconds.first(), pair.subject.seconds.last(),
        pair.reference.seconds.first(), pair.reference.seconds.last(), qint64(sum));
    QJsonObject report = pair.toJson();
    report.insert(u"pages"_s, QString::fromLatin1(pages.network));
    report.insert(u"entries"_s, qint64(entries));
    report.insert(u"bytes"_s, bytes);
    return report;
}
} // namespace

QJsonObject benchParse(const Options &options)
{
    QJsonArray reports;
    for (const Pages &pages : allPages()) {
        reports.append(measurePages(pages, options));
    }
    return {{u"pages"_s, reports}};
}

} // namespace fw::bench

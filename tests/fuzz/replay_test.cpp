#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDamagedCopies = 40;

QList<QByteArray> inputsOf(const fuzz::Target &target)
{
    QList<QByteArray> inputs;
    for (const QString &folder : {QStringLiteral(FW_CORPUS) + u'/' + QString::fromLatin1(target.name),
             QStringLiteral(FW_CONNECTOR_TESTS) + u'/' + QString::fromLatin1(target.payloads)}) {
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (!file.fileName().endsWith(".md"_L1) && file.open(QIODevice::ReadOnly)) {
                inputs.append(file.readAll());
            }
        }
    }
    return inputs;
}

QByteArray damaged(QByteArray input, QRandomGenerator &random)
{
    for (int i = 0; i < 3 && !input.isEmpty(); ++i) {
        const qsizetype at = random.bounded(int(input.size()));
        switch (random.bounded(4)) {
        case 0:
            input[at] = char(random.bounded(256));
            break;
        case 1:
            input.truncate(at);
            break;
        case 2:
            input.remove(at, random.bounded(8));
            break;
        default:
            input.insert(at, input.mid(random.bounded(int(input.size())), 30));
        }
    }
    return input;
}
} // namespace

/// The fuzzers' inputs without a fuzzer: every one, and copies damaged in ways that are the same every time, through every entry.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInputIsSurvived_data()
    {
        QTest::addColumn<int>("target");
        QTest::newRow("twitter") << 0;
        QTest::newRow("facebook") << 1;
        QTest::newRow("pinterest") << 2;
        QTest::newRow("redaction") << 3;
        QTest::newRow("json") << 4;
        QTest::newRow("import") << 5;
    }

    void everyInputIsSurvived()
    {
        QFETCH(const int, target);
        const QList<fuzz::Target> targets{fuzz::twitterTarget(), fuzz::facebookTarget(),
            fuzz::pinterestTarget(), fuzz::redactionTarget(), fuzz::jsonTarget(), fuzz::importTarget()};
        const fuzz::Target &chosen = targets.at(target);
        const QList<QByteArray> inputs = inputsOf(chosen);
        QVERIFY2(inputs.size() >= 4, "the corpus was not found");
        QRandomGenerator random(7);
        for (const QByteArray &input : inputs) {
            for (int copy = 0; copy <= kDamagedCopies; ++copy) {
                const HttpAnswer answer = fuzz::answerIn(copy == 0 ? input : damaged(input, random));
                for (const fuzz::Entry &entry : chosen.entries) {
                    entry(answer);
                }
            }
        }
    }

    void inputWithAHeadHasStatusAndHeaders()
    {
        const HttpAnswer answer = fuzz::answerIn("HTTP 429\nX-Rate-Limit-Limit: 5\n\n{}\n\n");
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers.value("x-rate-limit-limit"), QByteArray("5"));
        QCOMPARE(answer.body, QByteArray("{}\n\n"));
        QCOMPARE(fuzz::answerIn("{}").status, 200);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ReplayTest)
#include "replay_test.moc"

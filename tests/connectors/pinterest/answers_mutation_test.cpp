#include "tests/connectors/pinterest/exercise_answers.h"
#include "tests/connectors/pinterest/pinterest_fixture.h"
#include "tests/support/seed.h"

#include <QDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class AnswersMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What libFuzzer does for hours, for a second: every captured answer with random bytes changed, cut out, repeated or moved.
    void changedAnswersEndAsSomethingAndNeverAsACrash()
    {
        QRandomGenerator random(printedSeed());
        QList<QByteArray> answers{
            json("{'items':[{'id':'1','pin_metrics':{'lifetime_metrics':{'comment':3}}}],"
                 "'bookmark':'b'}"),
            json("{'items':[{'id':'5','text':'x','created_at':'2025-11-19T13:00:00','comment_count':2,'user':"
                 "{'id':'4'},"
                 "'reply_to_comment':{'id':'4'},'is_edited':true}],'bookmark':'b'}"),
            json(
                "{'pins':[{'pin_id':'1'}],'date_availability':{'latest_available_timestamp':1649116799000}}"),
            QJsonDocument(QJsonObject{{u"partner"_s, partnerProfile()}}).toJson()};
        const QDir folder(QStringLiteral(FW_PAYLOADS));
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            answers.append(payload(qPrintable(name.chopped(5))));
        }
        for (int run = 0; run < 20'000; ++run) {
            QByteArray bytes = answers.at(random.bounded(int(answers.size())));
            for (int change = random.bounded(4); change >= 0 && bytes.size() > 2; --change) {
                const int at = random.bounded(int(bytes.size()));
                const int length = random.bounded(std::min<int>(40, int(bytes.size()) - at));
                switch (random.bounded(4)) {
                case 0:
                    bytes[at] = char(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, length);
                    break;
                case 2:
                    bytes.insert(random.bounded(int(bytes.size())), bytes.mid(at, length));
                    break;
                default:
                    bytes.replace(at, length, random.bounded(2) == 0 ? "null" : "{\"id\":[");
                    break;
                }
            }
            exerciseAnswers(char(random.bounded(kReaders)) + bytes);
        }
        QVERIFY(!answers.isEmpty());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::AnswersMutationTest)
#include "answers_mutation_test.moc"

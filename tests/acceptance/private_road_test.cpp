#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// A comment is answered privately, and what the person says to that comes to the same conversation. Each step is a program of its own.
class PrivateRoadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile token(m_folder.filePath(u"token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly) && token.write("any") > 0);
    }

    void whatComesBackJoinsThePrivateAnswer_data()
    {
        QTest::addColumn<bool>("hasTwoIds");
        QTest::newRow("one id everywhere") << false;
        QTest::newRow("another id in messages") << true;
    }

    void whatComesBackJoinsThePrivateAnswer()
    {
        QFETCH(const bool, hasTwoIds);
        SandboxProgram sandbox;
        QVERIFY(sandbox.start({{u"facebook"_s, QJsonObject{{u"separate_ids"_s, hasTwoIds}}}}));
        m_desk = m_folder.filePath(hasTwoIds ? u"two"_s : u"one"_s);
        QCOMPARE(on({u"init"_s}).status, 0);
        QCOMPARE(on({u"account"_s, u"add"_s, u"facebook"_s, u"--name"_s, u"page"_s, u"--base-url"_s,
                        sandbox.url(), u"--token-file"_s, m_folder.filePath(u"token"_s)})
                     .status,
            0);
        const QJsonObject comment = answerable(on({u"pull"_s, u"--json"_s}));
        QVERIFY(!comment.isEmpty());
        QCOMPARE(on({u"reply"_s, u"--private"_s, u"--message"_s, comment[u"remote_id"_s].toString(),
                        u"--text"_s, u"Please send us the order number"_s})
                     .status,
            0);
        QCOMPARE(on({u"dispatch"_s, u"--until-empty"_s, u"--json"_s}).lines.last()[u"accepted"_s].toInt(), 1);

        SandboxControl(sandbox.url())
            .post(u"/sandbox/facebook/messages"_s,
                {{u"author"_s, comment[u"author"_s][u"name"_s]}, {u"text"_s, u"It is 551230"_s}});
        QString conversation;
        for (const QJsonObject &line : on({u"pull"_s, u"--json"_s}).lines) {
            if (line[u"text"_s] == u"It is 551230"_s) {
                conversation = line[u"conversation"_s].toString();
            }
        }
        QVERIFY(!conversation.isEmpty());
        QStringList said;
        for (const QJsonValue &message :
            on({u"show"_s, conversation, u"--json"_s}).lines.value(0)[u"messages"_s].toArray()) {
            said.append(message[u"text"_s].toString());
        }
        QCOMPARE(said, QStringList({u"Please send us the order number"_s, u"It is 551230"_s}));
    }

private:
    [[nodiscard]] Ran on(const QStringList &arguments) const
    {
        return runCtl(QStringList{u"--data"_s, m_desk} + arguments);
    }

    /// A comment of somebody who has not written privately, and may be answered so.
    static QJsonObject answerable(const Ran &pulled)
    {
        QStringList writers;
        for (const QJsonObject &line : pulled.lines) {
            if (line[u"lane"_s] == u"private"_s) {
                writers.append(line[u"author"_s][u"name"_s].toString());
            }
        }
        for (const QJsonObject &line : pulled.lines) {
            const QString name = line[u"author"_s][u"name"_s].toString();
            if (line[u"kind"_s] == u"comment"_s && !name.isEmpty() && !writers.contains(name)
                && line[u"traits"_s].toArray().contains(u"can-reply-privately"_s)) {
                return line;
            }
        }
        return {};
    }

    QTemporaryDir m_folder;
    QString m_desk;
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PrivateRoadTest)
#include "private_road_test.moc"

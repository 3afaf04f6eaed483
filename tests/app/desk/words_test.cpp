#include "app/desk/desk.h"
#include "app/desk/words/words.h"
#include "app/dispatch/outbox.h"
#include "app/store/draft_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"
#include "tests/support/desk_fixture.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
SavedReply saved(const QString &name, const QString &text, const SavedReplyScope &scope = {})
{
    return {.name = name, .text = text, .scope = scope};
}

struct Wordy : DeskFixture {
    Message question = keep(asked());
    Words words{*store};
    Outbox outbox{*store};

    Post asked()
    {
        Post post = mention(u"10"_s, u"5"_s);
        post.author.name = u"Juana Reyes"_s;
        post.author.handle = u"jreyes"_s;
        return post;
    }
    int import(const QList<SavedReply> &replies)
    {
        return *waitFor(
            store->write([replies](Database &db) { return SavedReplyStore(db).import(replies, u"sue"_s); }));
    }
    Result<Filled> fill(const QString &name, const QString &agent = u"ann"_s)
    {
        return waitFor(words.fill(name, question.conversation, agent));
    }
    QStringList found(const QString &typed, const QString &agent = u"ann"_s)
    {
        QStringList names;
        const auto found = waitFor(words.find(typed, question.conversation, agent));
        for (const SavedReply &reply : *found) {
            names << reply.name;
        }
        return names;
    }
    Result<Reply> press(const QString &text, const QStringList &further = {})
    {
        return waitFor(outbox.press({.conversation = question.conversation,
            .body = text,
            .furtherParts = further,
            .agent = u"ann"_s,
            .isSure = true}));
    }
    Done importFile(const QByteArray &text)
    {
        JsonForm form(u"words.json"_s, QByteArray(text).replace('\'', '"'));
        (void)savedRepliesIn(form.root(), {account.name});
        return form.verdict();
    }
};
} // namespace

/// Saved replies, their fields, and that none leaves with a hole in it.
class WordsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldsAreFilledAndWhatIsMissingStaysVisible()
    {
        const FieldValues values{{u"customer.name"_s, u"{order.number}"_s}, {u"stock"_s, QString()}};
        const Filled filled
            = fill(u"{customer.name}: {order.number} {stock} {order.number} { x } {A} {}"_s, values);
        QCOMPARE(filled.text, u"{order.number}: {order.number} {stock} {order.number} { x } {A} {}"_s);
        QCOMPARE(filled.missing, (QStringList{u"order.number"_s, u"stock"_s}));
        QVERIFY(fieldsIn(u"no field {here or there}, {9}"_s).isEmpty());
    }

    void aSavedReplyKnowsCustomerAgentAndTimeOfDay()
    {
        Wordy desk;
        QCOMPARE(desk.import({saved(u"hello"_s,
                                  u"{customer.first_name} (@{customer.handle}) on {network}: {agent}"_s),
                     saved(u"day"_s, u"Good {time.of_day}"_s),
                     saved(u"tag"_s, u"{time.of_day}"_s, {.language = u"de"_s})}),
            3);
        const auto filled = desk.fill(u"hello"_s);
        QVERIFY(filled);
        QCOMPARE(filled->text, u"Juana (@jreyes) on Twitter: ann"_s);
        QVERIFY(filled->missing.isEmpty());
        QVERIFY(desk.fill(u"day"_s)->missing.isEmpty());
        QCOMPARE(desk.fill(u"tag"_s)->missing, QStringList{u"time.of_day"_s}); // words nobody gave us
        QVERIFY(desk.fill(u"nothing"_s).error().code == ErrorCode::NotFound);
    }

    void recordsFillTheirOwnFields()
    {
        Wordy desk;
        desk.import({saved(u"order"_s, u"Order {order.number} is on its way"_s)});
        QCOMPARE(desk.fill(u"order"_s)->missing, QStringList{u"order.number"_s});
        desk.words.addSource([](Database &, const FieldContext &context) {
            return FieldValues{{u"order.number"_s, context.conversation.customer.handle + u"-7"_s}};
        });
        QCOMPARE(desk.fill(u"order"_s)->text, u"Order jreyes-7 is on its way"_s);
    }

    void aTextWithAFieldNobodyFilledIsRefusedHoweverSureItsWriterIs()
    {
        Wordy desk;
        const auto refused = desk.press(u"Order {order.number} left {stock}"_s);
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY2(refused.error().detail.contains(u"{order.number}, {stock}"_s),
            qPrintable(refused.error().detail));
        QVERIFY(!desk.press(u"whole"_s, {u"not {whole}"_s}));
        QVERIFY(desk.press(u"Order 12 left {our} warehouse"_s).error().code == ErrorCode::Usage);
        QVERIFY(waitFor(desk.store->read([&desk](Database &db) {
            return ReplyStore(db).ofConversation(desk.question.conversation).size();
        })) == 0);
        QVERIFY(desk.press(u"Order 12 left { our } warehouse"_s));
    }

    void whatBeginsTheNameComesFirstAndThenWhatThisAgentUses()
    {
        Wordy desk;
        desk.import({saved(u"refund"_s, u"Your money is on its way"_s), saved(u"return"_s, u"Send it back"_s),
            saved(u"Restock"_s, u"It returns on Monday"_s), saved(u"sorry"_s, u"We are sorry"_s)});
        QCOMPARE(desk.found(u"re"_s), (QStringList{u"Restock"_s, u"refund"_s, u"return"_s}));
        QVERIFY(desk.fill(u"return"_s));
        QCOMPARE(desk.found(u"RE"_s), (QStringList{u"return"_s, u"Restock"_s, u"refund"_s}));
        QCOMPARE(desk.found(u"RE"_s, u"ben"_s).first(), u"Restock"_s);
        QCOMPARE(desk.found(u"return"_s), (QStringList{u"return"_s, u"Restock"_s})); // by name, then by words
        QCOMPARE(desk.found(u"way mon"_s), QStringList{u"refund"_s});
        QCOMPARE(desk.found(u"nowhere"_s), QStringList());
        QCOMPARE(desk.found({}).size(), 4);
    }

    void itIsOfferedOnlyWhereItBelongs()
    {
        Wordy desk;
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            Agent ann;
            ann.name = u"ann"_s;
            ann.teams << u"returns"_s;
            Roster roster;
            roster.agents << ann;
            RosterStore(db).import(roster, u"sue"_s);
        })));
        const auto scope = [](auto SavedReplyScope::*member, const auto &value) {
            SavedReplyScope narrowed;
            narrowed.*member = value;
            return narrowed;
        };
        const QList<Network> facebook{Network::Facebook};
        QList<SavedReply> replies;
        replies << saved(u"a"_s, u"x"_s, scope(&SavedReplyScope::agent, u"ben"_s))
                << saved(u"b"_s, u"x"_s, scope(&SavedReplyScope::team, u"returns"_s))
                << saved(u"c"_s, u"x"_s, scope(&SavedReplyScope::networks, facebook))
                << saved(u"d"_s, u"x"_s,
                       scope(&SavedReplyScope::networks, facebook + QList<Network>{Network::Twitter}))
                << saved(u"e"_s, u"x"_s, scope(&SavedReplyScope::accounts, QStringList(u"another"_s)))
                << saved(u"f"_s, u"x"_s, scope(&SavedReplyScope::accounts, QStringList(desk.account.name)))
                << saved(u"g"_s, u"x"_s, scope(&SavedReplyScope::language, u"fr"_s));
        desk.import(replies);
        QCOMPARE(desk.found({}), (QStringList{u"b"_s, u"d"_s, u"f"_s, u"g"_s}));
        QCOMPARE(desk.found({}, u"ben"_s), (QStringList{u"a"_s, u"d"_s, u"f"_s, u"g"_s}));
        QVERIFY(desk.fill(u"c"_s).error().code == ErrorCode::Usage);
        QVERIFY(!isOffered(saved(u"g"_s, u"x"_s, {.language = u"fr"_s}), {.language = u"en"_s}));
    }

    void everyVersionIsKept()
    {
        Wordy desk;
        QCOMPARE(desk.import({saved(u"a"_s, u"one"_s), saved(u"b"_s, u"x"_s)}), 2);
        QCOMPARE(desk.import({saved(u"a"_s, u"two"_s), saved(u"b"_s, u"x"_s)}), 1);
        QCOMPARE(desk.import({saved(u"b"_s, u"x"_s)}), 0);
        QVERIFY(desk.fill(u"a"_s).error().code == ErrorCode::NotFound);
        QCOMPARE(desk.import({saved(u"a"_s, u"one"_s), saved(u"b"_s, u"x"_s)}), 1);
        const auto versions
            = *waitFor(desk.store->read([](Database &db) { return SavedReplyStore(db).versions(u"a"_s); }));
        QStringList texts;
        for (const SavedReply &version : versions) {
            texts << version.text;
        }
        QCOMPARE(texts, (QStringList{u"one"_s, u"two"_s, u"one"_s}));
        QCOMPARE(versions.last().version, 3);
    }

    void aFileThatMakesNoSenseIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QByteArray &text, const QString &complaint) {
            QTest::newRow(name) << text << complaint;
        };
        row("no list", "{}", u"line 1: /saved_replies: must be a list"_s);
        row("no text", "{'saved_replies': [\n{'name': 'a'}]}",
            u"line 2: /saved_replies/0/text: must be text"_s);
        row("twice", "{'saved_replies': [{'name': 'a', 'text': 'x'},\n{'name': 'A', 'text': 'x'}]}",
            u"line 2: /saved_replies/1/name: another"_s);
        row("field", "{'saved_replies': [{'name': 'a',\n'text': '{custmer.name}'}]}",
            u"line 2: /saved_replies/0/text: there is no field {custmer.name}"_s);
        row("network", "{'saved_replies': [{'name': 'a', 'text': 'x', 'networks': ['orkut']}]}",
            u"must be one of"_s);
        row("account", "{'saved_replies': [{'name': 'a', 'text': 'x', 'accounts': ['none']}]}",
            u"no account"_s);
        row("more", "{'saved_replies': [{'name': 'a', 'text': 'x', 'colour': 'red'}]}",
            u"is not known here"_s);
    }
    void aFileThatMakesNoSenseIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        Wordy desk;
        const Done verdict = desk.importFile(text);
        QVERIFY(!verdict && verdict.error().code == ErrorCode::Usage);
        QVERIFY2(verdict.error().detail.contains(complaint), qPrintable(verdict.error().detail));
    }

    void aDraftStaysWhateverOthersDo()
    {
        Wordy desk;
        const auto drafts = [&desk] {
            return *waitFor(desk.store->read([id = desk.question.conversation](Database &db) {
                DraftStore kept(db);
                return QStringList{kept.body(id, u"ben"_s, Lane::Public),
                    kept.body(id, u"ben"_s, Lane::Private), kept.body(id, u"ann"_s, Lane::Private)};
            }));
        };
        const QStringList begun{u"I was"_s, u"between us"_s, u"hello"_s};
        QVERIFY(waitFor(desk.store->write([&](Database &db) {
            DraftStore kept(db);
            const ConversationId id = desk.question.conversation;
            kept.save(id, u"ben"_s, Lane::Public, begun[0]);
            kept.save(id, u"ben"_s, Lane::Private, begun[1]);
            kept.save(id, u"ann"_s, Lane::Private, begun[2]);
        })));
        QVERIFY(desk.press(u"hello"_s)); // ann's, in public
        QCOMPARE(drafts(), begun);
        desk.clock.advance(std::chrono::seconds(1));
        desk.keep(desk.mention(u"11"_s, u"5"_s));
        Post edited = desk.asked();
        edited.versionId = u"100"_s;
        desk.keep(edited);
        QCOMPARE(drafts(), begun);
        QVERIFY(waitFor(Desk(*desk.store).resolve(desk.question.conversation, u"ann"_s)));
        QCOMPARE(drafts(), begun);
        desk.import({saved(u"a"_s, u"one"_s)});
        QVERIFY(desk.fill(u"a"_s, u"ben"_s));
        desk.close();
        desk.open();
        QCOMPARE(drafts(), begun);
    }

    void whatWasWrittenIsWhatWasRead()
    {
        const SavedReply reply = saved(u"a"_s, u"{agent}"_s,
            {.agent = u"ann"_s,
                .team = u"returns"_s,
                .networks = {Network::Pinterest},
                .accounts = {u"care"_s},
                .language = u"fr"_s});
        JsonForm form(u"x"_s, QJsonDocument(toJson(reply)).toJson());
        QVERIFY(savedReplyIn(form.root()) == reply);
        QVERIFY(form.verdict());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::WordsTest)
#include "words_test.moc"

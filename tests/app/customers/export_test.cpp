#include "app/customers/export/person_export.h"
#include "app/customers/export/person_json.h"
#include "app/customers/export/person_page.h"
#include "app/store/hold_store.h"
#include "app/store/journal_store.h"
#include "app/store/loyalty_store.h"
#include "app/store/merge_store.h"
#include "app/store/message_store.h"
#include "app/store/note_store.h"
#include "app/store/reply_store.h"
#include "app/store/tag_store.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/seed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kOwnersFile = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
constexpr auto kOwnersFolder = kOwnersFile | QFile::ExeOwner | QFile::ExeUser;

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every text in it, one after the other.
QString textsIn(const QJsonValue &value)
{
    QString all = value.toString();
    for (const QJsonValue one : value.toArray()) {
        all += textsIn(one) + u'\n';
    }
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        all += textsIn(object[key]) + u'\n';
    }
    return all;
}

/// One person with something in every kind of record. Each text has a word of its own that nothing else has.
struct Somebody {
    CustomerId customer = {};
    IdentityId identity = {};
    ConversationId conversation = {};
    QStringList words = {};
};

class ExportDesk final : public PeopleDesk
{
public:
    explicit ExportDesk(quint32 seed) : m_random(seed) { }

    /// A new word of `person`'s.
    QString word(Somebody &person)
    {
        QString word;
        for (int i = 0; i < 12; ++i) {
            word += QChar(u'a' + char16_t(m_random.bounded(26)));
        }
        person.words.append(word);
        return word;
    }

    Somebody somebody(const QString &key, const QString &author)
    {
        Somebody person;
        Cells cells;
        for (const ImportField &field : fieldsOf(ImportKind::Customers)) {
            cells.insert(field.name, field.isKey ? key : word(person));
        }
        person.customer = customer(key, cells);
        const QString number = word(person);
        put(ImportKind::Orders,
            {{u"number"_s, number}, {u"customer"_s, key}, {u"kind"_s, u"return"_s},
                {u"returned_order"_s, word(person)}, {u"channel"_s, u"store"_s}, {u"status"_s, word(person)},
                {u"placed_at"_s, toMs(clock.now())}, {u"value"_s, 4900}, {u"currency"_s, u"EUR"_s},
                {u"store"_s, word(person)}, {u"tracking"_s, word(person)}});
        put(ImportKind::OrderLines,
            {{u"order"_s, number}, {u"line"_s, word(person)}, {u"product"_s, word(person)},
                {u"variant"_s, word(person)}, {u"title"_s, word(person)}, {u"quantity"_s, 1},
                {u"currency"_s, u"EUR"_s}});
        put(ImportKind::Loyalty,
            {{u"customer"_s, key}, {u"at"_s, toMs(clock.now())}, {u"tier"_s, word(person)},
                {u"reason"_s, word(person)}});
        const QString size = word(person);
        for (const int at : {1, 2}) { // the second in place of the first
            put(ImportKind::Preferences,
                {{u"customer"_s, key}, {u"preference"_s, size}, {u"value"_s, word(person)}, {u"at"_s, at}});
            person.words.removeAll(at == 1 ? person.words.last() : QString());
        }
        put(ImportKind::StoreVisits,
            {{u"customer"_s, key}, {u"store"_s, word(person)}, {u"at"_s, toMs(clock.now())},
                {u"zone"_s, word(person)}});
        talk(person, author);
        return person;
    }

    Result<ExportedPerson> exported(const Somebody &person, const QString &folder)
    {
        return exportPerson(
            *store, {.customer = person.customer, .folder = m_folder.filePath(folder), .agent = u"ann"_s});
    }

    QString path(const QString &name) { return m_folder.filePath(name); }
    QStringList places()
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }
    QList<Fact> facts()
    {
        return *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 10'000); }));
    }

private:
    /// They wrote, we answered, somebody noted something, something is kept for them.
    void talk(Somebody &person, const QString &author)
    {
        Post post = mention(u"post"_s + author, author, word(person) + u" & <b>"_s + word(person));
        post.author.handle = word(person);
        post.author.name = word(person);
        post.permalink = u"https://example.org/"_s + word(person);
        const Message message = keep(post);
        person.identity = message.author.id;
        person.conversation = message.conversation;
        Post answer = mention(u"answer"_s + author, account.remoteId, word(person));
        answer.direction = Direction::Outbound;
        answer.inReplyTo = message.remoteId;
        keep(answer);
        const QStringList said{word(person), word(person), word(person), word(person), word(person),
            word(person), word(person), word(person), word(person)};
        says(person.customer, Purpose::LinkSocial, true);
        QVERIFY(link(person.identity, person.customer, said[0]));
        QVERIFY(waitFor(people().record({.identity = person.identity,
            .purpose = Purpose::Loyalty,
            .isGiven = true,
            .source = said[1],
            .agent = u"ann"_s})));
        QVERIFY(waitFor(store->write([=, this](Database &db) {
            HoldStore(db).add({.product = said[2],
                .variant = said[3],
                .place = said[4],
                .customer = person.customer,
                .agent = u"ann"_s,
                .until = db.now()});
            LoyaltyStore(db).record(
                person.identity, {.preference = said[5], .value = said[6], .source = u"said"_s}, u"ann"_s);
            const ReplyId id = db.newId<ReplyId>();
            ReplyStore(db).insert({.id = id,
                .account = account.id,
                .conversation = message.conversation,
                .parent = message.id,
                .parentRemoteId = message.versionId,
                .body = said[7],
                .agent = u"ann"_s,
                .createdAt = db.now(),
                .due = db.now(),
                .notBefore = db.now(),
                .coversUpTo = message.id});
            QVERIFY(ReplyStore(db).withdraw(id));
            QVERIFY(NoteStore(db).add(message.conversation, said[8], u"ann"_s));
        })));
    }

    QRandomGenerator m_random;
    QTemporaryDir m_folder;
};
} // namespace

class ExportTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_seed = printedSeed(); }

    void everyWordOfThePersonIsThereAndNobodyElses_data()
    {
        QTest::addColumn<bool>("isMerged");
        QTest::newRow("apart") << false;
        QTest::newRow("their conversations merged") << true;
    }
    void everyWordOfThePersonIsThereAndNobodyElses()
    {
        QFETCH(bool, isMerged);
        ExportDesk desk(m_seed);
        Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        Somebody bea = desk.somebody(u"c2"_s, u"7000002"_s);
        if (isMerged) {
            const ConversationId from = ana.conversation;
            const ConversationId into = bea.conversation;
            QVERIFY(waitFor(
                desk.store->write([=](Database &db) { return MergeStore(db).merge(from, into, u"ann"_s); })));
            const QString both = desk.word(bea);
            QVERIFY(waitFor(desk.store->write([=](Database &db) {
                QVERIFY(NoteStore(db).add(into, both, u"ann"_s));
                TagStore(db).add(into, both, u"ann"_s);
            })));
        }
        const auto exported = desk.exported(ana, u"ana"_s);
        QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
        QCOMPARE(exported->notesLeftOut, isMerged ? 2 : 0);
        const QByteArray json = bytesOf(desk.path(u"ana/data.json"_s));
        const QByteArray page = bytesOf(desk.path(u"ana/index.html"_s));
        const QString texts = textsIn(QJsonDocument::fromJson(json).object());
        for (const QString &word : ana.words) {
            QVERIFY2(texts.contains(word), qPrintable(word));
            QVERIFY2(page.contains(word.toUtf8()), qPrintable(word));
        }
        for (const QString &word : bea.words) {
            QVERIFY2(!json.contains(word.toUtf8()) && !page.contains(word.toUtf8()), qPrintable(word));
        }
        QVERIFY(!page.contains("<b>") && page.contains(" &amp; &lt;b&gt;"));
    }

    void onlyItsOwnerCanReadIt()
    {
        ExportDesk desk(m_seed);
        const Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        QVERIFY(QDir().mkdir(desk.path(u"empty"_s)));
        QVERIFY(QFile::setPermissions(desk.path(u"empty"_s), kOwnersFolder | QFile::ReadOther));
        for (const QString &folder : {u"new"_s, u"empty"_s}) {
            const auto exported = desk.exported(ana, folder);
            QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
            QCOMPARE(exported->files, (QStringList{u"data.json"_s, u"index.html"_s}));
            QCOMPARE(QFile::permissions(exported->folder), kOwnersFolder);
            for (const QString &file : exported->files) {
                QCOMPARE(QFile::permissions(QDir(exported->folder).filePath(file)), kOwnersFile);
            }
        }
        QCOMPARE(desk.places(), (QStringList{u"empty"_s, u"new"_s}));
    }

    void whatIsThereIsLeftAlone()
    {
        ExportDesk desk(m_seed);
        const Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        QVERIFY(QDir().mkdir(desk.path(u"full"_s)));
        QFile file(desk.path(u"full/.mine"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(QFile::link(desk.path(u"nowhere"_s), desk.path(u"link"_s)));
        for (const QString &folder : {u"full"_s, u"full/.mine"_s, u"link"_s, u"full/.mine/below"_s}) {
            const auto refused = desk.exported(ana, folder);
            QVERIFY2(!refused, qPrintable(folder));
            QVERIFY2(refused.error().code == (folder.endsWith(u"below"_s) ? ErrorCode::Io : ErrorCode::Usage),
                qPrintable(refused.error().detail));
        }
        QVERIFY(!exportPerson(*desk.store, {.customer = ana.customer}));
        QCOMPARE(desk.places(), (QStringList{u"full"_s, u"link"_s}));
        QCOMPARE(QDir(desk.path(u"full"_s)).entryList(QDir::Files | QDir::Hidden), QStringList(u".mine"_s));
        for (const Fact &fact : desk.facts()) {
            QVERIFY(fact.fact != "person-exported"_L1);
        }
    }

    void itIsWrittenDownWhoAskedButNotWhatWasThere()
    {
        ExportDesk desk(m_seed);
        const Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        QVERIFY(desk.exported(ana, u"ana"_s));
        const QList<Fact> facts = desk.facts();
        const Fact &fact = facts.last();
        QCOMPARE(fact.fact, u"person-exported"_s);
        QCOMPARE(fact.agent, u"ann"_s);
        QCOMPARE(fact.detail[u"customer"_s].toString(), ana.customer.toString());
        QCOMPARE(fact.detail[u"orders"_s].toInt(), 1);
        const QByteArray detail = QJsonDocument(fact.detail).toJson();
        for (const QString &word : ana.words) {
            QVERIFY2(!detail.contains(word.toUtf8()), qPrintable(word));
        }
    }

    void somebodyWithoutRecordGetsWhatTheyWrote()
    {
        ExportDesk desk(m_seed);
        const IdentityId stranger = desk.writes(u"7000009"_s, u"what a stranger wrote"_s);
        const auto exported = exportPerson(
            *desk.store, {.identity = stranger, .folder = desk.path(u"stranger"_s), .agent = u"ann"_s});
        QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
        QVERIFY(exported->customer.isNull());
        QVERIFY(bytesOf(desk.path(u"stranger/index.html"_s)).contains("what a stranger wrote"));
        QCOMPARE(desk.facts().last().detail[u"identity"_s].toString(), stranger.toString());
        for (const ExportRequest &nobody : {ExportRequest{.customer = {12}, .folder = desk.path(u"a"_s)},
                 ExportRequest{.identity = {12}, .folder = desk.path(u"a"_s)}}) {
            const auto refused = exportPerson(*desk.store, nobody);
            QVERIFY(!refused && refused.error().code == ErrorCode::NotFound);
        }
    }

    void whoIsLinkedIsTheirCustomer()
    {
        ExportDesk desk(m_seed);
        const Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        const auto exported
            = exportPerson(*desk.store, {.identity = ana.identity, .folder = desk.path(u"ana"_s)});
        QVERIFY(exported && exported->customer == ana.customer);
    }

    void anAccountThatTurnedOutToBeSomebodyElsesIsNotNamed()
    {
        ExportDesk desk(m_seed);
        const Somebody ana = desk.somebody(u"c1"_s, u"7000001"_s);
        QVERIFY(waitFor(desk.people().unlink(ana.identity, u"ann"_s, u"it is her neighbour's"_s)));
        const auto exported = desk.exported(ana, u"ana"_s);
        QVERIFY(exported.has_value());
        const QByteArray page = bytesOf(desk.path(u"ana/index.html"_s));
        QVERIFY(!page.contains("7000001") && !page.contains("neighbour"));
        QVERIFY(!page.contains("https://example.org/"));
    }

    void hostileTextsStayTexts()
    {
        const QString hostile
            = u"</style></p><script>alert('1')</script>\"><img src=x onerror=alert(1)>&lt;\u202e\u0007"_s;
        PersonRecord record{.customer = Customer{.name = hostile}};
        record.identities.append({.handle = hostile, .name = hostile});
        record.conversations.append({.id = {1},
            .account = hostile,
            .words = {{.body = hostile, .state = hostile, .permalink = u"javascript:alert(1)"_s}},
            .notes = {{.body = hostile}},
            .tags = {hostile}});
        record.orders.append({.number = hostile, .status = hostile, .lines = {{.title = hostile}}});
        record.consents.append({.source = hostile});
        const QJsonObject json = toExport(record, {});
        const QByteArray page = personPage(json);
        QCOMPARE(page.count("<script"), 0);
        QCOMPARE(page.count("<img"), 0);
        QCOMPARE(page.count("</style>"), 1);
        QCOMPARE(page.count("<a "), 0);
        QVERIFY(!page.contains('\a'));
        QVERIFY(page.contains("&lt;script&gt;alert('1')&lt;/script&gt;&quot;&gt;&lt;img src=x"));
        const QJsonObject read = QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
        QCOMPARE(read[u"record"_s].toObject()[u"name"_s].toString(), hostile);
    }

private:
    quint32 m_seed = 0;
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ExportTest)
#include "export_test.moc"

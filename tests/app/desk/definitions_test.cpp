#include "app/desk/definitions/definitions.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// With ' for ".
DefinitionFile file(const char *text)
{
    return {.name = u"desk.json"_s, .bytes = QByteArray(text).replace('\'', '"')};
}

const QHash<DefinitionKind, DefinitionFile> &files()
{
    static const QHash<DefinitionKind, DefinitionFile> all{
        {DefinitionKind::Calendars,
            file("{'calendars': [{'name': 'shop', 'zone': 'Europe/Paris', 'week': {'monday': "
                 "['09:00-18:00']}}]}")},
        {DefinitionKind::Roster,
            file("{'agents': [{'name': 'ann', 'skills': ['billing'], 'teams': ['returns'], 'shift': 'shop'}],"
                 " 'needs': [{'when': {'tags': ['invoice']}, 'skills': ['billing']}]}")},
        {DefinitionKind::Policies,
            file("{'policies': [{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'shop'}}]}")},
        {DefinitionKind::ClassRules,
            file("{'rules': [{'name': 'danger', 'class': 'urgent', 'words': ['fire']}]}")},
        {DefinitionKind::SavedReplies,
            file("{'saved_replies': [{'name': 'late', 'text': 'Good {time.of_day}.'}]}")},
        {DefinitionKind::ArrivalRules,
            file("{'rules': [{'name': 'late', 'words': ['late'], 'tags': ['late'], 'agent': 'ann', "
                 "'draft': 'late'}]}")},
        {DefinitionKind::Macros,
            file("{'macros': [{'name': 'back', 'tags': ['return'], 'agent': 'ann', 'resolve': true}]}")},
        {DefinitionKind::Retention, file("{'retention': [{'what': 'notes', 'older_than_days': 90}]}")}};
    return all;
}

struct Writing : DeskFixture {
    Done take(DefinitionKind kind, const DefinitionFile &file)
    {
        return waitFor(
            store->write([kind, file](Database &db) { return importDefinitions(db, kind, file, u"sue"_s); }));
    }
    /// All of them, in the order in which they may name each other.
    void takeAll()
    {
        for (const DefinitionKind kind : allDefinitionKinds()) {
            const Done taken = take(kind, files().value(kind));
            QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
        }
    }
    QList<Definition> inForce(DefinitionKind kind)
    {
        return waitFor(store->read([kind](Database &db) {
            return definitions(db, kind);
        })).value_or(QList<Definition>());
    }
};
} // namespace

class DefinitionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInForceCanBeTakenAgain()
    {
        Writing desk;
        desk.takeAll();
        for (const DefinitionKind kind : allDefinitionKinds()) {
            const QList<Definition> before = desk.inForce(kind);
            QVERIFY(!before.isEmpty());
            const QByteArray written = fileOf(kind, before);
            QVERIFY(desk.take(kind, {.name = u"again.json"_s, .bytes = written}));
            QVERIFY(desk.inForce(kind) == before);
            QCOMPARE(fileOf(kind, desk.inForce(kind)), written);
        }
        QCOMPARE(desk.inForce(DefinitionKind::Roster).size(), 2); // an agent and a need
    }

    void whatMakesNoSenseIsRefusedWithItsPlaceAndChangesNothing()
    {
        Writing desk;
        desk.takeAll();
        for (const DefinitionKind kind : allDefinitionKinds()) {
            const QList<Definition> before = desk.inForce(kind);
            const QString list = before.first().list;
            const DefinitionFile bad{.name = u"bad.json"_s,
                .bytes = u"{\n\"%1\": [\n{\"name\": \"x\", \"nonsense\": 1}]}"_s.arg(list).toUtf8()};
            const Done taken = desk.take(kind, bad);
            QVERIFY(!taken);
            QVERIFY(taken.error().code == ErrorCode::Usage);
            QVERIFY2(
                taken.error().detail.contains(u"bad.json"_s) && taken.error().detail.contains(u"line 3"_s),
                qPrintable(taken.error().detail));
            QVERIFY(desk.inForce(kind) == before);
        }
    }

    void whatSomebodyElseChangedMeanwhileIsNotWrittenOver()
    {
        Writing desk;
        desk.takeAll();
        for (const DefinitionKind kind : allDefinitionKinds()) {
            const QList<Definition> read = desk.inForce(kind);
            const DefinitionFile again{.name = u"again.json"_s, .bytes = fileOf(kind, read)};
            const auto replace = [&](const QList<Definition> &from) {
                return waitFor(desk.store->write([kind, from, again](Database &db) {
                    return replaceDefinitions(db, kind, from, again, u"ann"_s);
                }));
            };
            const auto replaced = replace(read);
            QVERIFY(replaced);
            QVERIFY(*replaced == read);
            const auto refused = replace(read.mid(1));
            QVERIFY(!refused);
            QVERIFY(refused.error().code == ErrorCode::Busy);
            const auto last
                = waitFor(desk.store->read([kind](Database &db) { return lastImport(db, kind); }));
            QVERIFY(last && *last);
            // Where nothing is new there may be no import to tell of.
            QVERIFY((*last)->by == u"ann"_s || (*last)->by == u"sue"_s);
            QVERIFY((*last)->at <= desk.clock.now());
        }
    }

    void whatAFileNamesMustBeThere()
    {
        Writing desk;
        const Done taken = desk.take(DefinitionKind::Macros, files().value(DefinitionKind::Macros));
        QVERIFY(!taken);
        QVERIFY2(taken.error().detail.contains(u"ann"_s), qPrintable(taken.error().detail));
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::DefinitionsTest)
#include "definitions_test.moc"

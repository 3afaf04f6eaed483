#include "app/model/policy/calendar_form.h"
#include "app/model/policy/policy_form.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// JSON written with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const KnownNames &known()
{
    static const KnownNames names{.calendars = {u"shop"_s}, .accounts = {u"care"_s}};
    return names;
}

QString calendarProblem(const QByteArray &text)
{
    JsonForm form(u"f.json"_s, json(text));
    const auto calendars = calendarsIn(form.root());
    Q_UNUSED(calendars)
    const Done verdict = form.verdict();
    return verdict ? QString() : verdict.error().detail;
}

QString policyProblem(const QByteArray &text)
{
    JsonForm form(u"f.json"_s, json(text));
    const auto policies = policiesIn(form.root(), known());
    Q_UNUSED(policies)
    const Done verdict = form.verdict();
    return verdict ? QString() : verdict.error().detail;
}

QByteArray calendarWith(const QByteArray &members)
{
    return "{'calendars': [\n {'name': 'shop', 'zone': 'Europe/Paris',\n  " + members + "}]}";
}

QByteArray policyWith(const QByteArray &members)
{
    return "{'policies': [\n {'name': 'all',\n  " + members + "}]}";
}
} // namespace

class FormTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCalendarIsReadAsItIsWritten()
    {
        JsonForm form(u"f"_s,
            json(calendarWith("'week': {'monday': ['09:00-12:00', '13:00-24:00'], 'friday': ['22:00-06:00']},"
                              "'holidays': [{'date': '2026-12-31', 'hours': ['09:00-12:00']},"
                              " {'date': '2026-12-25', 'name': 'Christmas'}]")));
        const QList<Calendar> calendars = calendarsIn(form.root());
        QVERIFY(form.verdict().has_value());
        QCOMPARE(calendars.size(), 1);
        const Calendar &shop = calendars.first();
        QCOMPARE(shop.zone, QByteArray("Europe/Paris"));
        QVERIFY(shop.week[0] == QList<Hours>({{540, 720}, {780, 1440}}));
        QVERIFY(shop.week[4] == QList<Hours>({{1320, 360}}));
        QCOMPARE(shop.holidays.first().name, u"Christmas"_s); // by date
        QVERIFY(shop.holidays.last().hours == QList<Hours>({{540, 720}}));

        JsonForm again(u"again"_s, QJsonDocument(toJson(shop)).toJson());
        QVERIFY(calendarIn(again.root()) == shop);
        QVERIFY(again.verdict().has_value());
    }

    void aCalendarThatMakesNoSenseIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &text, int line, const QString &reason) {
            QTest::newRow(name) << text << u"f.json, line %1: "_s.arg(line) << reason;
        };
        row("no JSON", "{'calendars': [\n\n oops]}", 3, u"illegal"_s);
        row("a list", "[]", 1, u"object"_s);
        row("nothing in it", "{}", 1, u"at least one"_s);
        row("an unknown member", calendarWith("'week': {},\n 'weeks': {}"), 4, u"is not known here"_s);
        row("a day that is none", calendarWith("'week': {\n'mardi': []}"), 4, u"monday, tuesday"_s);
        row("hours that are none", calendarWith("'week': {'monday': [\n'9-12']}"), 4, u"09:00-12:30"_s);
        row("a 25th hour", calendarWith("'week': {'monday': ['09:00-25:00']}"), 3, u"09:00-12:30"_s);
        row("hours in each other", calendarWith("'week': {'monday': ['09:00-12:00',\n'11:00-13:00']}"), 4,
            u"before it have ended"_s);
        row("hours after a night", calendarWith("'week': {'monday': ['22:00-06:00', '23:00-23:30']}"), 3,
            u"before it have ended"_s);
        row("no week", calendarWith("'holidays': []"), 2, u"week: is missing"_s);
        row("a date that is none", calendarWith("'week': {}, 'holidays': [\n{'date': '2026-02-30'}]"), 4,
            u"must be a date"_s);
        row("a date twice",
            calendarWith("'week': {}, 'holidays': [{'date': '2026-05-01'},\n{'date': '2026-05-01'}]"), 4,
            u"already"_s);
        row("a zone that is none", "{'calendars': [{'name': 'a', \n'zone': 'Europe/Pariss', 'week': {}}]}", 2,
            u"no such time zone"_s);
        row("two of a name",
            "{'calendars': [{'name': 'a', 'zone': 'UTC', 'week': {}},\n{'name': 'a', 'zone': 'UTC', 'week': "
            "{}}]}",
            2, u"another calendar"_s);
        row("always", "{'calendars': [{'name': 'always', 'zone': 'UTC', 'week': {}}]}", 1,
            u"choose another"_s);
        row("a member twice", calendarWith("'week': {'monday': [],\n'tuesday': [],\n'monday': []}"), 5,
            u"\"monday\" is written twice"_s);
        row("a number for a name", "{'calendars': [{'name': 7, 'zone': 'UTC', 'week': {}}]}", 1,
            u"quotation marks"_s);
    }

    void aCalendarThatMakesNoSenseIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const QString problem = calendarProblem(text);
        QVERIFY2(problem.startsWith(line) && problem.contains(reason), qPrintable(problem));
    }

    void aPolicyIsReadAsItIsWritten()
    {
        JsonForm form(u"f"_s,
            json(policyWith("'when': {'networks': ['twitter'], 'accounts': ['care'], 'lanes': ['private'],"
                            " 'kinds': ['direct-message'], 'tags': ['VIP']},"
                            "'first_answer': {'within': '1h30m', 'calendar': 'shop'},"
                            "'resolution': {'within': '48h', 'calendar': 'always'}, 'warn_before': '25%',"
                            "'pauses_while_waiting_for_customer': false")));
        const QList<Policy> policies = policiesIn(form.root(), known());
        const Done verdict = form.verdict();
        QVERIFY2(verdict.has_value(), qPrintable(verdict ? QString() : verdict.error().detail));
        const Policy &policy = policies.first();
        QVERIFY(policy.targets.at(TargetKind::FirstAnswer).within == 90min);
        QVERIFY(!policy.targets.contains(TargetKind::NextAnswer));
        QVERIFY(policy.warnedBefore(policy.targets.at(TargetKind::Resolution)) == 12h);
        QVERIFY(!policy.pausesWhileWaitingForCustomer);
        QCOMPARE(policy.when.tags, QStringList{u"vip"_s});

        JsonForm again(u"again"_s, QJsonDocument(toJson(policy)).toJson());
        QVERIFY(policyIn(again.root()) == policy);
        QVERIFY(again.verdict().has_value());
    }

    void aPolicyThatMakesNoSenseIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &text, int line, const QString &reason) {
            QTest::newRow(name) << text << u"f.json, line %1: "_s.arg(line) << reason;
        };
        row("no list", "{}", 1, u"policies: is missing"_s);
        row("an unknown condition", policyWith("'when': {\n'country': ['fr']}"), 4, u"not known here"_s);
        row("what the desk does not know", policyWith("'when': {\n'language': ['fr']}"), 4,
            u"use \"tags\""_s);
        row("an unknown network", policyWith("'when': {'networks': ['twitter',\n'myspace']}"), 4,
            u"twitter, facebook, pinterest"_s);
        row("an unknown account", policyWith("'when': {'accounts': [\n'shop']}"), 4, u"it has: care"_s);
        row("no time", policyWith("'first_answer': {'calendar': 'shop'}"), 3, u"within"_s);
        row("a time that is none", policyWith("'first_answer': {'within': 'soon', 'calendar': 'shop'}"), 3,
            u"\"45m\""_s);
        row("no time at all", policyWith("'first_answer': {'within': '0m', 'calendar': 'shop'}"), 3,
            u"\"45m\""_s);
        row("no calendar", policyWith("'first_answer': {'within': '1h'}"), 3, u"calendar"_s);
        row("an unknown calendar", policyWith("'first_answer': {'within': '1h',\n'calendar': 'office'}"), 4,
            u"there is: always, shop"_s);
        row("a warning that is none",
            policyWith("'first_answer': {'within': '1h', 'calendar': 'shop'},\n'warn_before': '100%'"), 4,
            u"\"25%\""_s);
        row("a warning before the beginning",
            policyWith("'first_answer': {'within': '1h', 'calendar': 'shop'},\n'warn_before': '1h'"), 4,
            u"the first-answer is promised within 1h"_s);
        row("two of a name", "{'policies': [{'name': 'a'},\n{'name': 'a'}]}", 2, u"another policy"_s);
    }

    void aPolicyThatMakesNoSenseIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const QString problem = policyProblem(text);
        QVERIFY2(problem.startsWith(line) && problem.contains(reason), qPrintable(problem));
    }

    void theFirstPolicyThatFitsIsChosen()
    {
        const QList<Policy> inOrder = {{.name = u"vip"_s, .when = {.tags = {u"vip"_s}}},
            {.name = u"private"_s, .when = {.networks = {Network::Twitter}, .lanes = {Lane::Private}}},
            {.name = u"care"_s, .when = {.accounts = {u"care"_s}, .kinds = {MessageKind::Mention}}}};
        const auto name = [&inOrder](const PolicyContext &context) {
            const Policy *chosen = chosenPolicy(inOrder, context);
            return chosen ? chosen->name : QString();
        };
        QCOMPARE(name({.lane = Lane::Private, .tags = {u"late"_s, u"vip"_s}}), u"vip"_s);
        QCOMPARE(name({.account = u"care"_s, .lane = Lane::Private}), u"private"_s);
        QCOMPARE(
            name({.network = Network::Facebook, .account = u"care"_s, .lane = Lane::Private}), u"care"_s);
        QCOMPARE(name({.account = u"care"_s, .kind = MessageKind::Comment}), QString());
        QCOMPARE(name({.account = u"shop"_s}), QString());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FormTest)
#include "form_test.moc"

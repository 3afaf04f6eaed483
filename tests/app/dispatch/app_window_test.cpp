#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

namespace {
constexpr int kOfTheApp = 3;

/// A desk with two accounts, of which the other one may belong to the same app.
struct TwoAccounts : Sender {
    explicit TwoAccounts(const QString &itsApp)
    {
        const QJsonObject windows{{u"reply"_s, QJsonObject{{u"24 h, app"_s, kOfTheApp}}}};
        account = *waitFor(store->write([&](Database &db) {
            AccountStore accounts(db);
            QJsonObject settings = account.settings;
            settings.insert(
                u"limits"_s, QJsonObject{{u"gap_ms"_s, 0}, {u"jitter_ms"_s, 0}, {u"windows"_s, windows}});
            settings.insert(u"oauth"_s, QJsonObject{{u"client_id"_s, u"shop"_s}});
            const Account own = *accounts.add({.name = u"own"_s,
                .baseUrl = account.baseUrl,
                .tokenFile = account.tokenFile,
                .settings = settings});
            accounts.setProfile(own.id, u"91"_s, u"own"_s, u"Own"_s);
            settings.insert(u"oauth"_s, QJsonObject{{u"client_id"_s, itsApp}});
            other = accounts.add({.name = u"other"_s, .baseUrl = account.baseUrl, .settings = settings})->id;
            return *accounts.byId(own.id);
        }));
        epoch = *waitFor(store->write([this](Database &db) { return LeaseStore(db).take(account.id); }));
        question = keep(mention(u"30"_s, u"7"_s));
    }

    void otherCalls(int count)
    {
        QVERIFY(waitFor(store->write([=, this](Database &db) {
            for (int i = 0; i < count; ++i) {
                LedgerStore(db).add(other, Operation::Reply, db.now(), db.newId<AttemptId>());
            }
        })));
    }

    AccountId other;
};
} // namespace

class AppWindowTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheAppsOtherAccountSentIsCounted()
    {
        TwoAccounts desk(u"shop"_s);
        const ReplyId reply = desk.press();
        desk.otherCalls(kOfTheApp - 1);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        desk.otherCalls(1);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Wait);
        QCOMPARE(decision.reason, u"24 h, app"_s);
        QVERIFY(!desk.begin(reply));
        desk.clock.advance(24h + 5s);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        QVERIFY(desk.begin(reply).has_value());
    }

    /// Both decided when there was room for one.
    void theRoomIsTakenInOneTransaction()
    {
        TwoAccounts desk(u"shop"_s);
        desk.otherCalls(kOfTheApp - 1);
        const ReplyId reply = desk.press();
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        desk.otherCalls(1);
        QVERIFY(!desk.begin(reply));
        QVERIFY(desk.reply(reply).state == ReplyState::Queued);
        QCOMPARE(desk.calls(), 0);
    }

    void anotherAppsAccountIsNot()
    {
        TwoAccounts desk(u"another shop"_s);
        const ReplyId reply = desk.press();
        desk.otherCalls(kOfTheApp);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        QVERIFY(desk.begin(reply).has_value());
    }

    void theBudgetShowsWhatBothUse()
    {
        TwoAccounts desk(u"shop"_s);
        desk.otherCalls(2);
        Outbox outbox(*desk.store);
        const QList<WindowUse> uses = *waitFor(outbox.budget(desk.account.id));
        const auto ofApp = std::find_if(
            uses.begin(), uses.end(), [](const WindowUse &use) { return use.window.name == "24 h, app"_L1; });
        QVERIFY(ofApp != uses.end());
        QVERIFY(ofApp->window.scope == Scope::App);
        QCOMPARE(ofApp->used, 2);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::AppWindowTest)
#include "app_window_test.moc"

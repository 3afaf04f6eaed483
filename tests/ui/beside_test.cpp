#include "app/customers/refresh/refresh_watch.h"
#include "app/desk/claims/claims.h"
#include "app/store/policy_store.h"
#include "tests/app/customers/generated_shop.h"
#include "tests/app/customers/people_desk.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/conversation/find_bar.h"
#include "ui/desktop/conversation/promise_pill.h"
#include "ui/desktop/conversation/promise_ruler.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/customer/freshness_line.h"
#include "ui/desktop/customer/link_dialog.h"
#include "ui/desktop/customer/next_best_part.h"
#include "ui/desktop/customer/notes_part.h"
#include "ui/desktop/widgets/banner.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
bool isShown(const QWidget &parent, const QString &part)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisibleTo(&parent) && label->text().contains(part); });
}

/// A window with one conversation open.
struct Beside : WindowBench {
    Conversation ana;

    void openAna(const QString &text = u"hello"_s)
    {
        ana = desk.customerWrites(u"ana"_s, text);
        start();
        window->resize(1280, 800);
        QTRY_COMPARE(queue().rowCount(), 1);
        press(Qt::Key_J);
        QTRY_COMPARE(pane().conversation(), ana.id);
    }
    [[nodiscard]] CustomerPane &customer() { return *window->findChild<CustomerPane *>(); }
};

/// A customer who named the account @ana to us, and agreed to what is in `purposes`.
CustomerId keepCustomer(StaffedDesk &desk, const QList<Purpose> &purposes)
{
    putRow(*desk.store, ImportKind::Customers,
        {{u"key"_s, u"1"_s}, {u"name"_s, u"Ana Lima"_s}, {u"city"_s, u"Lyon"_s}, {u"twitter"_s, u"ana"_s}});
    const auto kept = waitFor(desk.store->write([purposes](Database &db) {
        const CustomerId id = CustomerStore(db).byKey(u"crm"_s, u"1"_s).value_or(Customer{}).id;
        for (const Purpose purpose : purposes) {
            ConsentStore(db).record(
                {.customer = id, .purpose = purpose, .isGiven = true, .source = u"crm"_s, .at = db.now()});
        }
        return id;
    }));
    return kept.value_or(CustomerId{});
}
} // namespace

class BesideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoItMayBeIsComparedLinkedAndTakenBack()
    {
        Beside bench;
        keepCustomer(bench.desk, {Purpose::LinkSocial});
        bench.openAna();
        CustomerPane &pane = bench.customer();
        QTRY_VERIFY(buttonOf(pane, CustomerPane::tr("Compare and link…")));
        bench.press(Qt::Key_L);
        auto *dialog = bench.window->findChild<LinkDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(isShown(*dialog, u"Ana Lima"_s));
        QPushButton *link = buttonOf(*dialog, LinkDialog::tr("Link"));
        QVERIFY(link && link->isEnabled()); // the reason is there already
        QTest::mouseClick(link, Qt::LeftButton);
        QTRY_VERIFY(isShown(pane, u"Lyon"_s) || isShown(pane, CustomerPane::tr("Accounts")));
        bench.window->activateWindow();
        QTRY_VERIFY(bench.window->isActiveWindow());
        bench.press(Qt::Key_U);
        QTRY_VERIFY(buttonOf(pane, CustomerPane::tr("Compare and link…")));
    }

    void whatNobodyAgreedToIsNotShownAndThatIsSaid()
    {
        Beside bench;
        keepCustomer(bench.desk, {Purpose::LinkSocial});
        bench.openAna();
        CustomerPane &pane = bench.customer();
        QTRY_VERIFY(buttonOf(pane, CustomerPane::tr("Compare and link…")));
        bench.press(Qt::Key_L);
        auto *dialog = bench.window->findChild<LinkDialog *>();
        QVERIFY(dialog);
        QTest::mouseClick(buttonOf(*dialog, LinkDialog::tr("Link")), Qt::LeftButton);
        QTRY_VERIFY(isShown(pane, u"hidden"_s));
        QVERIFY(!buttonOf(pane, CustomerPane::tr("Show orders")));
    }

    void whatFitsIsShownToWhoAsks()
    {
        Beside bench;
        const CustomerId known = keepCustomer(bench.desk, {Purpose::LinkSocial, Purpose::Recommendations});
        *waitFor(bench.desk.store->write([](Database &db) {
            keepBaskets(db, QList<Basket>(10, {u"boots"_s}));
            return true;
        }));
        putRow(*bench.desk.store, ImportKind::Stock,
            {{u"product"_s, u"boots"_s}, {u"title"_s, u"<b>Boots</b>"_s}, {u"place"_s, u"Baixa"_s},
                {u"place_kind"_s, u"store"_s}, {u"quantity"_s, 3}, {u"as_of"_s, 0}});
        bench.openAna();
        const auto linked = waitFor(Customers(*bench.desk.store)
                                        .link({.identity = bench.ana.customer.id,
                                            .customer = known,
                                            .agent = QString::fromLatin1(StaffedDesk::kAgent),
                                            .reason = u"said so"_s}));
        QVERIFY(linked);
        CustomerPane &pane = bench.customer();
        pane.refresh();
        QTRY_VERIFY(buttonOf(pane, NextBestPart::tr("Show suggestions")));
        QTest::mouseClick(buttonOf(pane, NextBestPart::tr("Show suggestions")), Qt::LeftButton);
        QTRY_VERIFY(isShown(pane, u"<b>Boots</b>"_s));
        QVERIFY(isShown(pane, u"among the most bought: in 100 % of 10 baskets"_s));
        QVERIFY(isShown(pane, u"3 in Baixa"_s));
        QVERIFY(isShown(pane, u"hidden"_s)); // purchases and likes
        QVERIFY(waitFor(Customers(*bench.desk.store)
                            .record({.customer = known,
                                .purpose = Purpose::Recommendations,
                                .isGiven = false,
                                .source = u"form"_s})));
        pane.refresh();
        QTRY_VERIFY(!pane.findChild<NextBestPart *>());
    }

    void howOldItIsIsSaidAndItCanBeLookedUpAgain()
    {
        Beside bench;
        const CustomerId known = keepCustomer(bench.desk, {Purpose::LinkSocial});
        const QJsonObject definition{
            {u"source"_s, u"crm"_s}, {u"http"_s, QJsonObject{{u"url"_s, u"https://crm.example/{key}"_s}}}};
        QVERIFY(waitFor(
            Refresh(*bench.desk.store).set(u"crm.json"_s, QJsonDocument(definition).toJson(), u"lea"_s)));
        bench.openAna();
        QVERIFY(waitFor(Customers(*bench.desk.store)
                            .link({.identity = bench.ana.customer.id,
                                .customer = known,
                                .agent = QString::fromLatin1(StaffedDesk::kAgent),
                                .reason = u"said so"_s})));
        CustomerPane &pane = bench.customer();
        pane.refresh();
        QTRY_VERIFY(isShown(pane, u"As it was imported. Being refreshed…"_s));
        QPushButton *again = buttonOf(pane, FreshnessLine::tr("Refresh"));
        QVERIFY(again && !again->isEnabled());
        std::atomic<bool> isThere = true;
        RefreshWatch watch(*bench.desk.store,
            [&isThere](const RefreshSource &source, const QString &key) -> Result<QJsonValue> {
                if (!isThere) {
                    return Failure({.code = ErrorCode::Timeout, .detail = u"nobody at "_s + source.url});
                }
                return QJsonValue(QJsonObject{{u"key"_s, key}, {u"city"_s, u"<i>Porto</i>"_s}});
            });
        QTRY_VERIFY(isShown(pane, u"<i>Porto</i>"_s));
        QTRY_VERIFY(isShown(pane, u"As of "_s) && !isShown(pane, u"Being refreshed"_s));
        QVERIFY(isShown(pane, u"Ana Lima"_s)); // of which the record says nothing
        isThere = false;
        bench.press(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY(isShown(pane, u"Being refreshed"_s));
        watch.wake();
        QTRY_VERIFY(isShown(pane, u"Could not be refreshed"_s));
        QVERIFY(isShown(pane, u"<i>Porto</i>"_s) && isShown(pane, u"As of "_s));
    }

    void whatIsPromisedIsSaidAndHowItCameAbout()
    {
        Beside bench;
        QVERIFY(waitFor(bench.desk.store->write([](Database &db) {
            return PolicyStore(db)
                .importPolicies({{.name = u"all"_s,
                                    .targets = {{TargetKind::FirstAnswer,
                                        {.within = std::chrono::minutes(30), .calendar = kAlways}}}}},
                    u"sue"_s)
                .size();
        })));
        bench.openAna();
        auto *pill = bench.pane().findChild<PromisePill *>();
        QTRY_VERIFY(pill->isWanted() && pill->text().contains(u"left"_s));
        QVERIFY(pill->accessibleDescription().startsWith(u"First answer, due "_s));
        QTRY_VERIFY(pill->isVisible());
        QEnterEvent entered({}, {}, {});
        QApplication::sendEvent(pill, &entered);
        auto *ruler = pill->findChild<PromiseRuler *>();
        QVERIFY(ruler && ruler->isVisible() && isShown(*ruler, u"30 min counted"_s));
        QEvent left(QEvent::Leave);
        QApplication::sendEvent(pill, &left);
        QVERIFY(!ruler->isVisible());
        bench.press(Qt::Key_E); // resolved
        QTRY_VERIFY(!pill->isWanted() && pill->text().isEmpty());
    }

    void colleaguesReadNotes()
    {
        Beside bench;
        bench.openAna();
        auto *part = bench.window->findChild<NotesPart *>();
        QTRY_VERIFY(part->isVisible()); // the conversation was read
        bench.press(Qt::Key_I);
        auto *text = part->findChild<QLineEdit *>();
        QTRY_VERIFY(part->isVisible() && text->hasFocus());
        QTest::keyClicks(text, u"<b>ask</b> Lyon first"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(isShown(*part, u"<b>ask</b> Lyon first"_s));
        QTRY_COMPARE(text->text(), QString());
    }

    void whoAnswersIsToldAndCanBeRelieved()
    {
        Beside bench;
        bench.openAna();
        Claims claims(*bench.desk.store);
        QVERIFY(waitFor(claims.take(bench.ana.id, claimantFor(u"Teo"_s))));
        bench.press(Qt::Key_R);
        QTest::keyClicks(&bench.edit(), u"we"_s);
        const auto banners = [&] {
            QStringList texts;
            for (const auto *banner : bench.pane().findChildren<Banner *>()) {
                if (banner->isVisible()) {
                    texts.append(banner->text());
                }
            }
            return texts.join(u' ');
        };
        QTRY_VERIFY(banners().contains(u"Teo"_s));
        QPushButton *take = buttonOf(bench.pane(), u"Take over"_s);
        QVERIFY(take);
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_VERIFY(!banners().contains(u"Teo is answering"_s));
        const auto held = waitFor(claims.live(bench.ana.id));
        QVERIFY(held && *held);
        QCOMPARE((*held)->holder.agent, QString::fromLatin1(StaffedDesk::kAgent));
        const auto notices = waitFor(claims.unreadNotices(u"Teo"_s));
        QVERIFY(notices && notices->size() == 1);
        QCOMPARE(bench.edit().toPlainText(), u"we"_s);
    }

    void aSnoozeGoesAndComesBack()
    {
        Beside bench;
        bench.openAna();
        QTimer::singleShot(100, qApp, [] {
            if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                QTest::keyClick(menu, Qt::Key_Return); // the first time offered
            }
        });
        bench.press(Qt::Key_Z);
        QTRY_VERIFY(bench.desk.conversation(bench.ana.id).state == ConversationState::Snoozed);
        QTRY_VERIFY(bench.toast().isVisible());
        bench.press(Qt::Key_U);
        QTRY_VERIFY(bench.desk.conversation(bench.ana.id).state == ConversationState::Waiting);
    }

    void wordsAreFoundInTheConversationHoweverLongAgo()
    {
        Beside bench;
        bench.desk.customerWrites(u"ana"_s, u"Où est ma théière ?"_s);
        for (int i = 0; i < 130; ++i) {
            bench.desk.customerWrites(u"ana"_s, u"still waiting %1"_s.arg(i));
        }
        bench.openAna(u"and the other teapot"_s);
        MessageModel &lines = bench.pane().model();
        QTRY_VERIFY(lines.rowCount() > 1);
        bench.press(Qt::Key_F, Qt::ControlModifier);
        auto *bar = bench.pane().findChild<FindBar *>();
        QTRY_VERIFY(bar->isVisible());
        QSignalSpy found(bar, &FindBar::found);
        auto *words = bar->findChild<QLineEdit *>();
        QTRY_VERIFY(words->hasFocus());
        QTest::keyClicks(words, u"theiere"_s); // 131 lines ago, without its accents
        const auto text = [&] {
            const auto line = found.isEmpty() ? QModelIndex() : found.constLast().constFirst().toModelIndex();
            return line.isValid() ? lines.lineAt(line.row()).body() : QString();
        };
        QTRY_COMPARE(text(), u"Où est ma théière ?"_s);
        QVERIFY(isShown(*bar, u"1 of 1"_s));
        words->clear();
        QTest::keyClicks(words, u"waiting"_s);
        QTRY_COMPARE(text(), u"still waiting 129"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(text(), u"still waiting 128"_s);
        QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(text(), u"still waiting 129"_s);
        words->clear();
        QTest::keyClicks(words, u"samovar"_s);
        QTRY_VERIFY(isShown(*bar, u"not found"_s));
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    void nextForMeOpensWhoShouldBeAnswered()
    {
        Beside bench;
        bench.ana = bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        bench.start();
        bench.press(Qt::Key_M);
        QTRY_COMPARE(bench.pane().conversation(), bench.ana.id);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::BesideTest)
#include "beside_test.moc"

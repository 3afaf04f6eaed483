#include "app/store/saved_reply_store.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/setup/definitions_page.h"
#include "ui/desktop/widgets/banner.h"

#include <QListWidget>
#include <QPlainTextEdit>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
struct SetupBench : WindowBench {
    SetupBench()
    {
        start();
        press(Qt::Key_3, Qt::ControlModifier);
    }
    [[nodiscard]] DefinitionsPage &page() { return *window->findChild<DefinitionsPage *>(); }
    [[nodiscard]] QPlainTextEdit &text() { return *page().findChild<QPlainTextEdit *>(); }
    [[nodiscard]] QListWidget &names() { return *page().findChildren<QListWidget *>().last(); }
    void write(const QString &name, const QString &words)
    {
        text().setPlainText(
            u"{\"saved_replies\": [\n{\"name\": \"%1\", \"text\": \"%2\"}]}"_s.arg(name, words));
        press(Qt::Key_S, Qt::ControlModifier);
    }
    [[nodiscard]] QStringList savedReplies()
    {
        const auto all = waitFor(desk.store->read([](Database &db) { return SavedReplyStore(db).all(); }));
        QStringList names;
        for (const SavedReply &reply : *all) {
            names.append(reply.name);
        }
        return names;
    }
};
} // namespace

class DefinitionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsPutInForceAndTakenBack()
    {
        SetupBench bench;
        QTRY_VERIFY(bench.page().isVisible());
        bench.page().setKind(DefinitionKind::SavedReplies);
        QVERIFY(bench.text().placeholderText().contains(u"saved_replies"_s));
        bench.text().setFocus();
        bench.write(u"first"_s, u"Hello."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"first"_s});
        QTRY_COMPARE(bench.names().count(), 1);
        bench.write(u"second"_s, u"Hello again."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"second"_s});
        auto *toast = bench.page().findChild<Toast *>();
        QTRY_VERIFY(toast->offersAction());
        toast->press();
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"first"_s});
    }

    void whatMakesNoSenseIsToldWithItsLineAndChangesNothing()
    {
        SetupBench bench;
        bench.page().setKind(DefinitionKind::SavedReplies);
        bench.text().setFocus();
        bench.write(u"first"_s, u"Hello."_s);
        QTRY_COMPARE(bench.names().count(), 1);
        bench.text().setPlainText(u"{\"saved_replies\": [\n{\"name\": \"x\",\n\"texts\": \"y\"}]}"_s);
        bench.press(Qt::Key_S, Qt::ControlModifier);
        auto *problem = bench.page().findChild<Banner *>();
        QTRY_VERIFY(problem->text().contains(u"line 3"_s));
        QCOMPARE(bench.text().textCursor().blockNumber(), 2);
        QCOMPARE(bench.savedReplies(), QStringList{u"first"_s});
    }

    void whatWasBegunStaysWhileOthersAreLookedAt()
    {
        SetupBench bench;
        bench.page().setKind(DefinitionKind::SavedReplies);
        bench.text().setPlainText(u"half a thought"_s);
        bench.page().setKind(DefinitionKind::Macros);
        QTRY_COMPARE(bench.text().toPlainText(), QString());
        bench.page().setKind(DefinitionKind::SavedReplies);
        QTRY_COMPARE(bench.text().toPlainText(), u"half a thought"_s);
        QTest::mouseClick(buttonOf(bench.page(), DefinitionsPage::tr("Discard changes")), Qt::LeftButton);
        QCOMPARE(bench.text().toPlainText(), QString());
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::DefinitionsPageTest)
#include "definitions_page_test.moc"

#include "tests/ui/window_bench.h"
#include "ui/desktop/shell/key_bindings.h"
#include "ui/desktop/shell/keys_sheet.h"

#include <QAction>
#include <QPushButton>
#include <QTemporaryDir>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
struct TwoCommands {
    TwoCommands()
    {
        first.setObjectName(u"first"_s);
        first.setShortcuts({Qt::Key_A, Qt::CTRL | Qt::Key_A});
        second.setObjectName(u"second"_s);
        second.setShortcut(Qt::Key_B);
    }
    QAction first{u"First"_s};
    QAction second{u"Second"_s};
};

QPushButton *keyOf(const KeysSheet &sheet, const QString &command)
{
    for (auto *candidate : sheet.findChildren<QPushButton *>()) {
        if (candidate->accessibleName().startsWith(command + u':')) {
            return candidate;
        }
    }
    return nullptr;
}
} // namespace

class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenKeysAreRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window.ini"_s);
        {
            TwoCommands two;
            KeyBindings keys({&two.first, &two.second}, file);
            QVERIFY(!keys.isAnyChanged());
            keys.bind(&two.first, Qt::Key_F7);
        }
        TwoCommands two;
        KeyBindings keys({&two.first, &two.second}, file);
        QCOMPARE(two.first.shortcuts(), QList<QKeySequence>{Qt::Key_F7});
        QVERIFY(keys.isChanged(&two.first) && !keys.isChanged(&two.second));
        keys.resetAll();
        TwoCommands again;
        const KeyBindings read({&again.first, &again.second}, file);
        QCOMPARE(again.first.shortcuts().size(), 2);
    }

    void oneKeyIsOfOneCommand()
    {
        TwoCommands two;
        KeyBindings keys({&two.first, &two.second}, {});
        QVERIFY(keys.check(&two.second, Qt::Key_A) == KeyBindings::Refusal::Taken);
        QCOMPARE(keys.holderOf(Qt::Key_A), &two.first);
        keys.bind(&two.first, Qt::Key_F7);
        QVERIFY(keys.check(&two.second, Qt::Key_A) == KeyBindings::Refusal::None);
        keys.bind(&two.second, Qt::Key_A);
        keys.reset(&two.first); // but for the key that has another holder now
        QCOMPARE(two.first.shortcuts(), QList<QKeySequence>{Qt::CTRL | Qt::Key_A});
    }

    void whatTypesOnSomeKeyboardsIsNoKey()
    {
        TwoCommands two;
        const KeyBindings keys({&two.first, &two.second}, {});
        QVERIFY(keys.check(&two.first, Qt::CTRL | Qt::ALT | Qt::Key_Q) == KeyBindings::Refusal::Typing);
        QVERIFY(keys.check(&two.first, {}) == KeyBindings::Refusal::Empty);
    }

    void noUsualKeyTypesOrIsTwice()
    {
        WindowBench bench;
        bench.start();
        QList<QKeySequence> seen;
        for (const QAction *command : bench.window->actions()) {
            QVERIFY2(!command->objectName().isEmpty(), qPrintable(command->text()));
            for (const QKeySequence &key : command->shortcuts()) {
                QVERIFY2(!seen.contains(key), qPrintable(key.toString()));
                const Qt::KeyboardModifiers with = key[0].keyboardModifiers();
                QVERIFY2(!(with.testFlag(Qt::ControlModifier) && with.testFlag(Qt::AltModifier)),
                    qPrintable(key.toString()));
                seen.append(key);
            }
        }
        QVERIFY(seen.size() > 20);
    }

    void keysAreChangedWhereTheyAreShown()
    {
        WindowBench bench;
        bench.start();
        bench.press(Qt::Key_F1);
        auto *sheet = bench.window->findChild<KeysSheet *>();
        QVERIFY(sheet);
        QTRY_VERIFY(sheet->isActiveWindow());
        QPushButton *resolve = keyOf(*sheet, u"Resolve"_s);
        QVERIFY(resolve);
        resolve->setFocus();
        const auto ask = [&] {
            bench.press(Qt::Key_Return);
            return QTest::qWaitFor([&] { return resolve->text() == KeysSheet::tr("Press a key…"); });
        };
        QVERIFY(ask());
        bench.press(Qt::Key_J); // has a meaning already
        QCOMPARE(resolve->text(), u"E"_s);
        QVERIFY(ask());
        bench.press(Qt::Key_Escape); // leaves it
        QVERIFY(sheet->isVisible());
        QCOMPARE(resolve->text(), u"E"_s);
        QVERIFY(ask());
        bench.press(Qt::Key_X);
        QCOMPARE(resolve->text(), u"X"_s);
        sheet->accept();
        bench.window->activateWindow();
        QTRY_VERIFY(bench.window->isActiveWindow());
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().conversation(), ana.id);
        bench.press(Qt::Key_X);
        QTRY_VERIFY(bench.desk.conversation(ana.id).state == ConversationState::Resolved);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::KeysTest)
#include "keys_test.moc"

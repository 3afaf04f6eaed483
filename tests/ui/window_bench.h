#pragma once

#include "app/customers/customer_fields.h"
#include "tests/ui/staffed_desk.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/widgets/toast.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace fw::test {

/// The button that says `text`; null: there is none.
inline QPushButton *buttonOf(const QWidget &parent, const QString &text)
{
    for (auto *candidate : parent.findChildren<QPushButton *>()) {
        if (candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

/// The window on a real desk, found its way around by type as a screen reader would by name.
struct WindowBench {
    StaffedDesk desk;
    std::unique_ptr<ui::MainWindow> window;

    void start()
    {
        window = std::make_unique<ui::MainWindow>(*desk.store, desk.outbox, desk.desk, desk.clock,
            ui::WindowOptions{.stateFile = desk.database.folder().path() + QStringLiteral("/window.ini"),
                .agent = QString::fromLatin1(StaffedDesk::kAgent),
                .fields = {&customerFields}});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTRY_VERIFY(window->isActiveWindow());
    }
    [[nodiscard]] ui::QueueModel &queue() { return window->findChild<ui::QueuePane *>()->model(); }
    [[nodiscard]] ui::ConversationPane &pane() { return *window->findChild<ui::ConversationPane *>(); }
    [[nodiscard]] ui::ReplyEdit &edit() { return *window->findChild<ui::ReplyEdit *>(); }
    [[nodiscard]] ui::Toast &toast() { return *pane().findChild<ui::Toast *>(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), Qt::Key(key), modifiers);
    }
};

} // namespace fw::test

#pragma once

#include "tests/ui/staffed_desk.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/theme/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

/// A conversation pane with its composer on a real desk.
struct ConversationBench {
    StaffedDesk desk;
    Theme theme{ThemeMode::Light};
    ConversationPane pane{conversationFrom(*desk.store, desk.outbox),
        {.agent = QString::fromLatin1(StaffedDesk::kAgent), .textLimit = 40}, *desk.store, desk.outbox,
        desk.clock, theme};
    QSignalSpy said{&pane, &ConversationPane::said};

    ConversationBench()
    {
        pane.resize(900, 600);
        pane.show();
    }
    [[nodiscard]] Composer &composer() { return pane.composer(); }
    [[nodiscard]] ReplyEdit &edit() { return *pane.findChild<ReplyEdit *>(); }
    [[nodiscard]] QString text() { return edit().toPlainText(); }
    [[nodiscard]] QPushButton &sendButton()
    {
        for (QPushButton *button : pane.composer().findChildren<QPushButton *>()) {
            if (button->property("role") == u"primary"_s) {
                return *button;
            }
        }
        Q_UNREACHABLE();
    }
    /// Opens the conversation and waits until its messages are there.
    void open(const Conversation &conversation)
    {
        pane.open(conversation);
        QTRY_VERIFY(pane.model().rowCount() > 0);
    }
    void type(const QString &text) { edit().insertPlainText(text); }
    /// Sends what is in the composer and waits until it is queued.
    void send()
    {
        QSignalSpy sent(&composer(), &Composer::sent);
        composer().send();
        QTRY_COMPARE(sent.size(), 1);
        QTRY_VERIFY(pane.model().newestQueued().has_value());
    }
};

} // namespace fw::test

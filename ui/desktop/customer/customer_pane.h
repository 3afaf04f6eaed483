#pragma once

#include "app/customers/next_best/next_best.h"
#include "app/customers/refresh/refresh.h"
#include "app/model/conversation.h"
#include "app/store/journal_store.h"
#include "ui/desktop/customer/customer_beside.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace fw::ui {

class FreshnessLine;
class NotesPart;

/// The person beside the conversation, as far as they agreed: accounts, orders, points, likes, visits, consents; or who they may be. Thread: GUI.
class CustomerPane final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomerPane)
public:
    CustomerPane(Store &store, const Clock &clock, QString agent, QWidget *parent = nullptr);

    /// What is shown follows; empty: nobody.
    void show(const std::optional<Conversation> &conversation);
    /// Something changed in the conversation shown.
    void refresh();
    /// Somebody did this: the customer shown may have been looked up.
    void told(const QList<Fact> &facts);
    /// Has the customer looked up now.
    void lookUpAgain();
    void writeNote();
    /// Who is shown; null: nobody.
    [[nodiscard]] IdentityId identity() const
    {
        return m_conversation ? m_conversation->customer.id : IdentityId{};
    }
    /// Opens the way to link, or to end the link.
    void link();

Q_SIGNALS:
    /// For a toast; `undo` is empty where nothing can be taken back.
    void said(const QString &sentence, const std::function<void()> &undo);

private:
    void read(bool isWithPurchases);
    void fill();
    void lookUp(bool isNow);
    void fillHead(const CustomerView &view);
    void showFreshness();
    void fillView(const CustomerView &view);
    void fillOrders(const CustomerView &view);
    void fillNextBest(const CustomerView &view);
    void lookForNextBest(CustomerId customer);
    void fillConsents(const CustomerView &view);
    void fillSuggestions();
    void addHeading(const QString &text, const QString &right = {});
    void addRow(const QString &left, const QString &right, const char *role = "soft");
    QPushButton *addButton(const QString &text, const QString &accessible);
    void openLink(const LinkSuggestion &suggestion);
    void openUnlink();
    void undo(LinkId link);

    Store &m_store;
    Customers m_customers;
    Refresh m_refresh;
    const Clock &m_clock;
    const QString m_agent;
    std::optional<Conversation> m_conversation;
    CustomerBeside m_beside;
    std::optional<NextBest> m_nextBest; // since somebody asked
    QVBoxLayout *m_column = nullptr;
    NotesPart *m_notes = nullptr;
    QPointer<FreshnessLine> m_freshness; // where the customer is looked up
    QTimer m_patience;                   // with a look-up under way
    CustomerId m_lookedUp = {};          // since the conversation was opened
    bool m_isWithPurchases = false;
};

} // namespace fw::ui

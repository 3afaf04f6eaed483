#include "ui/desktop/customer/customer_pane.h"

#include "ui/desktop/customer/freshness_line.h"
#include "ui/desktop/customer/link_dialog.h"
#include "ui/desktop/customer/notes_part.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kWidth = 280;

/// The same customer, who agrees to the same.
bool isSameAgreement(const CustomerBeside &a, const CustomerBeside &b)
{
    return a.view && b.view && a.view->id == b.view->id && a.view->consents == b.view->consents;
}
} // namespace

CustomerPane::CustomerPane(Store &store, const Clock &clock, QString agent, QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_customers(store)
    , m_refresh(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
{
    setProperty("role", QLatin1String("queue"));
    setAccessibleName(tr("Customer"));
    setMinimumWidth(kWidth - 60);
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->setSpacing(6);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(accessibleName());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 1);
    m_notes = new NotesPart(store, clock, m_agent);
    column->addWidget(m_notes);
    m_patience.setSingleShot(true);
    m_patience.setInterval(RefreshStore::kPatience + std::chrono::seconds(1));
    connect(&m_patience, &QTimer::timeout, this, [this] { read(m_isWithPurchases); });
    fill();
}

void CustomerPane::show(const std::optional<Conversation> &conversation)
{
    const bool isOther = !conversation || !m_conversation || conversation->id != m_conversation->id;
    m_conversation = conversation;
    if (isOther) {
        m_isWithPurchases = false; // somebody looks again only when they say so
        m_beside = {};
        m_nextBest.reset();
        m_lookedUp = {};
        m_patience.stop();
        fill();
    }
    m_notes->open(conversation ? conversation->id : ConversationId{});
    refresh();
}

void CustomerPane::writeNote()
{
    m_notes->focusText();
}

void CustomerPane::refresh()
{
    if (m_conversation && !m_isWithPurchases) {
        read(false);
    }
}

void CustomerPane::read(bool isWithPurchases)
{
    m_isWithPurchases = isWithPurchases;
    const auto answer = readBeside(m_store,
        {.identity = m_conversation->customer.id,
            .conversation = m_conversation->id,
            .agent = m_agent,
            .isWithPurchases = isWithPurchases});
    whenDone(answer, this, [this, id = m_conversation->id](const Result<CustomerBeside> &beside) {
        if (beside && m_conversation && m_conversation->id == id && *beside != m_beside) {
            if (!isSameAgreement(m_beside, *beside)) {
                m_nextBest.reset();
            }
            m_beside = *beside;
            fill();
        }
        if (m_beside.freshness && m_beside.freshness->customer != m_lookedUp) {
            lookUp(false);
        }
    });
}

void CustomerPane::told(const QList<Fact> &facts)
{
    const bool isRefreshed = m_conversation && m_beside.view
        && std::any_of(facts.begin(), facts.end(), [this](const Fact &fact) {
               return fact.fact == "customer-refreshed"_L1
                   && fact.detail[u"customer"_s].toString() == m_beside.view->id.toString();
           });
    if (isRefreshed) {
        m_patience.stop();
        read(m_isWithPurchases);
    }
}

void CustomerPane::lookUpAgain()
{
    if (!m_beside.freshness) {
        Q_EMIT said(m_beside.view ? tr("Nobody said where this customer can be looked up.")
                                  : tr("No customer is linked."),
            {});
    } else if (!m_beside.freshness->isUnderWay) {
        lookUp(true);
    }
}

void CustomerPane::lookUp(bool isNow)
{
    const CustomerId customer = m_beside.freshness->customer;
    m_lookedUp = customer;
    whenDone(m_refresh.want(customer, m_agent, isNow), this,
        [this, customer](const Result<std::optional<Freshness>> &fresh) {
            if (fresh && *fresh && m_beside.freshness && m_beside.freshness->customer == customer) {
                m_beside.freshness = *fresh;
                showFreshness();
            }
        });
}

void CustomerPane::showFreshness()
{
    if (m_freshness && m_beside.freshness) {
        m_freshness->show(*m_beside.freshness);
        if (m_beside.freshness->isUnderWay) {
            m_patience.start();
        }
    }
}

void CustomerPane::fill()
{
    while (QLayoutItem *old = m_column->takeAt(0)) {
        delete old->widget();
        delete old->layout();
        delete old;
    }
    if (!m_conversation) {
        QLabel *nobody = plainLabel(tr("Who you talk to is shown here."), "faint");
        nobody->setWordWrap(true);
        m_column->addWidget(nobody);
    } else if (m_beside.view) {
        fillView(*m_beside.view);
    } else {
        fillSuggestions();
    }
    m_column->addStretch(1);
}

void CustomerPane::link()
{
    if (m_beside.link) {
        openUnlink();
    } else if (!m_beside.suggestions.isEmpty()) {
        openLink(m_beside.suggestions.first());
    } else {
        Q_EMIT said(tr("Nobody fits: there is nothing to link."), {});
    }
}

void CustomerPane::openLink(const LinkSuggestion &suggestion)
{
    auto *dialog = new LinkDialog(m_customers, m_conversation->customer.id, suggestion, m_agent, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::linked, this, [this](LinkId link) {
        refresh();
        Q_EMIT said(tr("Linked."), [this, link] { undo(link); });
    });
    dialog->open();
}

void CustomerPane::openUnlink()
{
    auto *dialog = new UnlinkDialog(m_customers, m_conversation->customer.id, m_agent, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UnlinkDialog::unlinked, this, [this](LinkId link) {
        m_isWithPurchases = false;
        refresh();
        Q_EMIT said(tr("No longer linked."), [this, link] { undo(link); });
    });
    dialog->open();
}

void CustomerPane::undo(LinkId link)
{
    whenDone(m_customers.undo(link, m_agent), this, [this](const Result<IdentityLink> &undone) {
        m_isWithPurchases = false;
        refresh();
        if (!undone) {
            Q_EMIT said(tr("%1.").arg(Words::reason(toString(undone.error().code))), {});
        }
    });
}

} // namespace fw::ui

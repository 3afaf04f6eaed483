#include "ui/desktop/customer/customer_pane.h"

#include "app/model/currency.h"
#include "ui/desktop/customer/customer_words.h"
#include "ui/desktop/customer/link_dialog.h"
#include "ui/desktop/customer/next_best_part.h"
#include "ui/desktop/customer/notes_part.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kWidth = 280;
constexpr qsizetype kOrders = 6;
constexpr qsizetype kVisits = 4;

QString dayOf(Instant at)
{
    return QLocale().toString(localTime(at).date(), QLocale::ShortFormat);
}

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
    });
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

void CustomerPane::addHeading(const QString &text, const QString &right)
{
    m_column->addSpacing(8);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(plainLabel(text, "heading"));
    row->addStretch(1);
    if (!right.isEmpty()) {
        row->addWidget(plainLabel(right, "small"));
    }
    m_column->addWidget(line);
}

void CustomerPane::addRow(const QString &left, const QString &right, const char *role)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QLabel *text = plainLabel(left, "soft");
    text->setWordWrap(true);
    row->addWidget(text, 1);
    QLabel *value = plainLabel(right, role);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(value, 0, Qt::AlignTop | Qt::AlignRight);
    m_column->addWidget(line);
}

QPushButton *CustomerPane::addButton(const QString &text, const QString &accessible)
{
    QPushButton *made = button(text, "plain");
    made->setAccessibleName(accessible);
    m_column->addWidget(made, 0, Qt::AlignLeft);
    return made;
}

void CustomerPane::fillHead(const CustomerView &view)
{
    const bool isKnown = view.record && !view.record->name.isEmpty();
    m_column->addWidget(
        plainLabel(isKnown ? oneLine(view.record->name) : Words::nameOf(m_conversation->customer), "title"));
    if (view.record) {
        for (const QString &line : {view.record->city, view.record->email, view.record->phone}) {
            if (!line.isEmpty()) {
                QLabel *label = plainLabel(oneLine(line), "small");
                label->setTextInteractionFlags(Qt::TextSelectableByMouse);
                m_column->addWidget(label);
            }
        }
        if (!view.record->favouriteStore.isEmpty()) {
            addRow(tr("Favourite store"), oneLine(view.record->favouriteStore));
        }
    }
}

void CustomerPane::fillView(const CustomerView &view)
{
    fillHead(view);
    addHeading(tr("Accounts"));
    for (const IdentityLink &link : view.identities) {
        const QString handle = Words::handleOf(link.identity);
        addRow(Words::of(link.identity.network), handle.isEmpty() ? Words::nameOf(link.identity) : handle);
    }
    connect(addButton(tr("End this link…"), tr("End the link of this conversation to the customer")),
        &QPushButton::clicked, this, &CustomerPane::openUnlink);
    fillOrders(view);
    if (!view.loyalty.isEmpty()) {
        addHeading(tr("Points"));
        addRow(CustomerWords::points(view.loyalty.first()), dayOf(view.loyalty.first().at), "small");
    }
    if (!view.preferences.isEmpty()) {
        addHeading(tr("Likes"), tr("shared by the customer"));
        for (const Preference &preference : view.preferences) {
            addRow(oneLine(preference.preference), oneLine(preference.value));
        }
    }
    if (!view.visits.isEmpty()) {
        addHeading(tr("Store visits"));
        for (const StoreVisit &visit : view.visits.first(std::min(kVisits, view.visits.size()))) {
            addRow(oneLine(visit.store), dayOf(visit.at), "small");
        }
    }
    fillNextBest(view);
    fillConsents(view);
}

void CustomerPane::fillNextBest(const CustomerView &view)
{
    if (!view.consents.value(Purpose::Recommendations).isGiven) {
        return; // the list of consents says so
    }
    auto *part = new NextBestPart(m_nextBest);
    connect(part, &NextBestPart::asked, this, [this, id = view.id] { lookForNextBest(id); });
    m_column->addWidget(part);
}

void CustomerPane::lookForNextBest(CustomerId customer)
{
    const auto looking = NextBestDesk(m_store).look(
        {.customer = customer, .conversation = m_conversation->id, .agent = m_agent});
    whenDone(looking, this, [this, id = m_conversation->id](const Result<NextBest> &best) {
        if (best && m_conversation && m_conversation->id == id && m_beside.view
            && m_beside.view->id == best->customer) {
            m_nextBest = *best;
            fill();
        }
    });
}

void CustomerPane::fillOrders(const CustomerView &view)
{
    if (view.arePurchasesLeftOut) {
        addHeading(tr("Orders"));
        QLabel *why = plainLabel(tr("Who looks at purchases is written down."), "small");
        why->setWordWrap(true);
        m_column->addWidget(why);
        connect(addButton(tr("Show orders"), tr("Show orders")), &QPushButton::clicked, this,
            [this] { read(true); });
        return;
    }
    if (view.orders.isEmpty()) {
        return;
    }
    addHeading(tr("Orders"), QString::number(view.orders.size()));
    for (const Order &order : view.orders.first(std::min(kOrders, view.orders.size()))) {
        addRow(CustomerWords::title(order), oneLine(order.status), "pill");
        addRow(tr("%1, %2").arg(
                   dayOf(order.placedAt), order.channel == "store"_L1 ? oneLine(order.store) : tr("online")),
            amountText(order.valueMinor, order.currency), "small");
    }
}

void CustomerPane::fillConsents(const CustomerView &view)
{
    addHeading(tr("Consent"));
    for (const Purpose purpose : allPurposes()) {
        const auto consent = view.consents.constFind(purpose);
        const bool isGiven = consent != view.consents.constEnd() && consent->isGiven;
        addRow(CustomerWords::of(purpose), isGiven ? tr("given %1").arg(dayOf(consent->at)) : tr("not given"),
            isGiven ? "pillAccent" : "pill");
    }
    for (const HiddenFact &hidden : view.hidden) {
        addRow(CustomerWords::of(hidden.what), CustomerWords::why(hidden), "small");
    }
}

void CustomerPane::fillSuggestions()
{
    m_column->addWidget(plainLabel(Words::nameOf(m_conversation->customer), "title"));
    const QString handle = Words::handleOf(m_conversation->customer);
    if (!handle.isEmpty()) {
        m_column->addWidget(plainLabel(handle, "small"));
    }
    if (m_conversation->customer.followers > 0) {
        addRow(tr("Followers"), QLocale().toString(m_conversation->customer.followers));
    }
    addHeading(tr("Who this may be"));
    if (m_beside.suggestions.isEmpty()) {
        QLabel *none = plainLabel(tr("No customer is linked, and nothing said so far fits one. An order "
                                     "number or an e-mail address in "
                                     "a message helps."),
            "small");
        none->setWordWrap(true);
        m_column->addWidget(none);
    }
    for (const LinkSuggestion &suggestion : std::as_const(m_beside.suggestions)) {
        addRow(oneLine(suggestion.customer.name), CustomerWords::confidence(suggestion.confidence), "pill");
        for (const LinkEvidence &evidence : suggestion.evidence) {
            QLabel *reason = plainLabel(CustomerWords::because(evidence), "small");
            reason->setWordWrap(true);
            m_column->addWidget(reason);
        }
        connect(
            addButton(tr("Compare and link…"), tr("Compare with %1 and link").arg(suggestion.customer.name)),
            &QPushButton::clicked, this, [this, suggestion] { openLink(suggestion); });
    }
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

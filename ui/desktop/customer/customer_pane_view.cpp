// What is shown of a customer, or of who somebody may be.
#include "ui/desktop/customer/customer_pane.h"

#include "app/model/currency.h"
#include "ui/desktop/customer/customer_words.h"
#include "ui/desktop/customer/freshness_line.h"
#include "ui/desktop/customer/next_best_part.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr qsizetype kOrders = 6;
constexpr qsizetype kVisits = 4;

QString dayOf(Instant at)
{
    return QLocale().toString(localTime(at).date(), QLocale::ShortFormat);
}
} // namespace

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
    if (m_beside.freshness) {
        m_freshness = new FreshnessLine(m_clock);
        connect(m_freshness, &FreshnessLine::wanted, this, &CustomerPane::lookUpAgain);
        m_column->addWidget(m_freshness);
        showFreshness();
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

} // namespace fw::ui

#include "ui/desktop/customer/link_dialog.h"

#include "ui/desktop/customer/customer_words.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kWidth = 520;

/// The buttons at a dialog's foot: Close, and the one that acts.
QHBoxLayout *foot(QDialog *dialog, QPushButton *act)
{
    QPushButton *close = button(LinkDialog::tr("Cancel"), "plain");
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(act);
    act->setDefault(true);
    return row;
}

QString shownOrNone(const QString &text)
{
    return text.isEmpty() ? u"–"_s : oneLine(text);
}
} // namespace

LinkDialog::LinkDialog(Customers &customers, IdentityId identity, const LinkSuggestion &suggestion,
    QString agent, QWidget *parent)
    : QDialog(parent)
    , m_customers(customers)
    , m_identity(identity)
    , m_customer(suggestion.customer.id)
    , m_agent(std::move(agent))
    , m_fields(new QGridLayout)
    , m_reason(new QLineEdit)
    , m_statement(new QLineEdit)
    , m_hint(plainLabel({}, "small"))
    , m_link(button(tr("Link"), "primary"))
{
    setWindowTitle(tr("Link to a customer"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(plainLabel(tr("Is this %1?").arg(oneLine(suggestion.customer.name)), "title"));
    m_fields->setHorizontalSpacing(18);
    column->addLayout(m_fields);
    auto *form = new QFormLayout;
    m_reason->setAccessibleName(tr("Why"));
    if (!suggestion.evidence.isEmpty()) {
        m_reason->setText(CustomerWords::because(suggestion.evidence.first()));
    }
    m_statement->setAccessibleName(tr("How they agreed"));
    m_statement->setPlaceholderText(tr("only if it is not on record, e.g. said so in this conversation"));
    form->addRow(plainLabel(tr("Why"), "soft"), m_reason);
    form->addRow(plainLabel(tr("How they agreed"), "soft"), m_statement);
    column->addLayout(form);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addLayout(foot(this, m_link));
    const auto check = [this] { m_link->setEnabled(!m_reason->text().trimmed().isEmpty()); };
    connect(m_reason, &QLineEdit::textChanged, this, check);
    check();
    connect(m_link, &QPushButton::clicked, this, &LinkDialog::link);
    whenDone(m_customers.preview(m_identity, m_customer), this,
        [this](const Result<LinkPreview> &preview) { show(preview); });
}

void LinkDialog::show(const Result<LinkPreview> &preview)
{
    if (!preview) {
        m_hint->setText(Words::reason(toString(preview.error().code)));
        return;
    }
    m_fields->addWidget(plainLabel(tr("The person"), "heading"), 0, 1);
    m_fields->addWidget(plainLabel(tr("The customer"), "heading"), 0, 2);
    int row = 1;
    for (const FieldComparison &field : preview->fields) {
        const bool isSame = field.verdict == FieldComparison::Verdict::Same;
        const bool isOther = field.verdict == FieldComparison::Verdict::Different;
        m_fields->addWidget(plainLabel(CustomerWords::field(field.field), "soft"), row, 0);
        m_fields->addWidget(plainLabel(shownOrNone(field.ofIdentity), "soft"), row, 1);
        m_fields->addWidget(plainLabel(shownOrNone(field.ofCustomer), "soft"), row, 2);
        m_fields->addWidget(plainLabel(isSame ? tr("same")
                                    : isOther ? tr("different")
                                              : QString(),
                                isSame ? "pillAccent" : "small"),
            row++, 3);
    }
    if (preview->refusal) {
        m_hint->setText(
            preview->refusal->code == ErrorCode::Forbidden ? tr(
                "Nothing is on record that this customer agreed to being linked. Say how they agreed, or ask "
                "them first.")
                                                           : Words::reason(toString(preview->refusal->code)));
    }
}

void LinkDialog::link()
{
    const auto made = m_customers.link({.identity = m_identity,
        .customer = m_customer,
        .agent = m_agent,
        .reason = m_reason->text().trimmed(),
        .statement = m_statement->text().trimmed()});
    whenDone(made, this, [this](const Result<IdentityLink> &link) {
        if (!link) {
            m_hint->setText(link.error().code == ErrorCode::Forbidden
                    ? tr("This customer did not agree to being linked.")
                    : Words::reason(toString(link.error().code)));
            return;
        }
        Q_EMIT linked(link->id);
        accept();
    });
}

UnlinkDialog::UnlinkDialog(Customers &customers, IdentityId identity, QString agent, QWidget *parent)
    : QDialog(parent)
    , m_customers(customers)
    , m_identity(identity)
    , m_agent(std::move(agent))
    , m_reason(new QLineEdit)
    , m_hint(plainLabel({}, "small"))
{
    setWindowTitle(tr("End the link"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(plainLabel(tr("End the link?"), "title"));
    QLabel *what = plainLabel(
        tr("Nothing of the customer is shown here any more. It can be taken back at any later time."),
        "soft");
    what->setWordWrap(true);
    column->addWidget(what);
    m_reason->setAccessibleName(tr("Why"));
    auto *form = new QFormLayout;
    form->addRow(plainLabel(tr("Why"), "soft"), m_reason);
    column->addLayout(form);
    column->addWidget(m_hint);
    QPushButton *end = button(tr("End the link"), "primary");
    end->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, end,
        [end](const QString &text) { end->setEnabled(!text.trimmed().isEmpty()); });
    connect(end, &QPushButton::clicked, this, &UnlinkDialog::unlink);
    column->addLayout(foot(this, end));
}

void UnlinkDialog::unlink()
{
    whenDone(m_customers.unlink(m_identity, m_agent, m_reason->text().trimmed()), this,
        [this](const Result<IdentityLink> &ended) {
            if (!ended) {
                m_hint->setText(Words::reason(toString(ended.error().code)));
                return;
            }
            Q_EMIT unlinked(ended->id);
            accept();
        });
}

} // namespace fw::ui

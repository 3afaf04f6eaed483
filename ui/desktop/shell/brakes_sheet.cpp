#include "ui/desktop/shell/brakes_sheet.h"

#include "app/store/tag_store.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace fw::ui {

namespace {
constexpr int kWidth = 520;
}

BrakesSheet::BrakesSheet(
    Store &store, const AccountsWatch &watch, const Clock &clock, QString agent, QWidget *parent)
    : QDialog(parent)
    , m_brakes(store)
    , m_watch(watch)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_what(new QComboBox)
    , m_tag(new QLineEdit)
    , m_why(new QLineEdit)
    , m_stop(button(tr("Stop now"), "primary"))
    , m_hint(plainLabel({}, "small"))
    , m_rows(new QVBoxLayout)
{
    setWindowTitle(tr("Brake"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(plainLabel(tr("Brake"), "title"));
    QLabel *what = plainLabel(
        tr("Stops everything an account writes, or every reply in conversations with a tag, at once. What is "
           "queued stays queued; after the release the usual pace comes back within a quarter of an hour."),
        "soft");
    what->setWordWrap(true);
    column->addWidget(what);
    m_rows->setSpacing(8);
    column->addLayout(m_rows);
    column->addWidget(makeForm());
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    QPushButton *close = button(tr("Close"), "plain");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_stop);
    column->addLayout(foot);
    m_stop->setDefault(true);
    connect(m_stop, &QPushButton::clicked, this, &BrakesSheet::brake);
    connect(&watch, &AccountsWatch::changed, this, [this] {
        fillAccounts();
        read();
    });
    read();
}

QWidget *BrakesSheet::makeForm()
{
    m_what->setAccessibleName(tr("What to stop"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setPlaceholderText(tr("one word, as it is on the conversations"));
    m_why->setAccessibleName(tr("Why"));
    m_why->setPlaceholderText(tr("everybody at the desk reads this"));
    auto *card = new QWidget;
    m_form = new QFormLayout(card);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->addRow(plainLabel(tr("Stop"), "soft"), m_what);
    m_form->addRow(plainLabel(tr("Tag"), "soft"), m_tag);
    m_form->addRow(plainLabel(tr("Why"), "soft"), m_why);
    connect(m_what, &QComboBox::currentIndexChanged, this, &BrakesSheet::showWhat);
    for (const QLineEdit *line : {m_tag, m_why}) {
        connect(line, &QLineEdit::textChanged, this, &BrakesSheet::showWhat);
    }
    fillAccounts();
    return card;
}

/// The accounts may be known only after the sheet has opened.
void BrakesSheet::fillAccounts()
{
    const QList<AccountStatus> &accounts = m_watch.accounts();
    if (m_what->count() == accounts.size() + 1) {
        return;
    }
    m_what->clear();
    for (const AccountStatus &status : accounts) {
        m_what->addItem(nameOf({.account = status.account.id}), status.account.id.value);
    }
    m_what->addItem(tr("Conversations with a tag"), 0);
}

void BrakesSheet::showWhat()
{
    const bool isTag = m_what->currentData().toLongLong() == 0;
    m_form->setRowVisible(m_tag, isTag);
    const bool isNamed = !isTag || TagStore::normalised(m_tag->text()).has_value();
    m_stop->setEnabled(isNamed && !m_why->text().trimmed().isEmpty());
}

void BrakesSheet::read()
{
    whenDone(m_brakes.current(), this, [this](const Result<QList<Brake>> &brakes) { show(brakes); });
}

void BrakesSheet::show(const Result<QList<Brake>> &brakes)
{
    if (!brakes) {
        m_hint->setText(Words::reason(toString(brakes.error().code)));
        return;
    }
    if (*brakes == m_shown && m_rows->count() > 0) {
        return; // a button that has the focus keeps it
    }
    m_shown = *brakes;
    while (QLayoutItem *old = m_rows->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const Brake &brake : std::as_const(m_shown)) {
        m_rows->addWidget(makeRow(brake));
    }
    if (m_shown.isEmpty()) {
        m_rows->addWidget(plainLabel(tr("Nothing is braked."), "faint"));
    }
}

QString BrakesSheet::nameOf(const Brake &brake) const
{
    if (!brake.tag.isEmpty()) {
        return tr("Tag %1").arg(brake.tag);
    }
    for (const AccountStatus &status : m_watch.accounts()) {
        if (status.account.id == brake.account) {
            return tr("Account %1 (%2)").arg(status.account.name, Words::of(status.account.network));
        }
    }
    return tr("An account");
}

QWidget *BrakesSheet::makeRow(const Brake &brake)
{
    auto *row = new QFrame;
    row->setProperty("role", QLatin1String("card"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 8, 12, 8);
    const QString name = nameOf(brake);
    const QString since = brake.releasedAt
        ? tr("released %1, usual pace at %2")
              .arg(Words::clockTime(*brake.releasedAt, m_clock.now()),
                  Words::clockTime(*brake.releasedAt + brake.releaseOver, m_clock.now()))
        : tr("stopped %1 by %2").arg(Words::clockTime(brake.at, m_clock.now()), brake.agent);
    QLabel *text = plainLabel(tr("%1: %2\n%3").arg(name, since, brake.why), "soft");
    text->setWordWrap(true);
    line->addWidget(text, 1);
    if (!brake.releasedAt) {
        QPushButton *release = button(tr("Release"), "plain");
        release->setAccessibleName(tr("Release: %1").arg(name));
        connect(release, &QPushButton::clicked, this, [this, brake] { this->release(brake); });
        line->addWidget(release, 0, Qt::AlignTop);
    }
    return row;
}

void BrakesSheet::brake()
{
    const AccountId account{m_what->currentData().toLongLong()};
    const QString tag
        = account.isNull() ? TagStore::normalised(m_tag->text()).value_or(QString()) : QString();
    whenDone(m_brakes.set({.account = account, .tag = tag, .agent = m_agent, .why = m_why->text().trimmed()}),
        this, [this](const Result<Brake> &set) {
            if (set) {
                m_why->clear();
            }
            tell(set);
        });
}

void BrakesSheet::release(const Brake &brake)
{
    whenDone(m_brakes.release(brake.account, brake.tag, kUsualRelease, m_agent), this,
        [this](const Result<Brake> &released) { tell(released); });
}

void BrakesSheet::tell(const Result<Brake> &done)
{
    m_hint->setText(done ? QString() : Words::reason(toString(done.error().code)));
    read();
}

} // namespace fw::ui

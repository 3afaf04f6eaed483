#include "ui/desktop/setup/welcome_dialog.h"

#include "app/core/async.h"
#include "ui/desktop/widgets/labels.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 520;
constexpr int kIndent = 21; // below a choice's text
} // namespace

WelcomeDialog::WelcomeDialog(const QString &folder, Reach reach, QWidget *parent)
    : QDialog(parent)
    , m_reach(std::move(reach))
{
    setWindowTitle(tr("Welcome to Floorwalker"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(6);
    column->addWidget(plainLabel(tr("What would you like to do?"), "title"));
    column->addSpacing(8);
    m_demo = addWay(column, tr("Look around"),
        tr("A department store's day with made-up customers. Nothing leaves this computer."));
    m_here = addWay(column, tr("Answer for one desk, on this computer"),
        tr("Messages, customers and answers are kept in a folder of yours."));
    m_folderRow = new QWidget;
    auto *row = new QHBoxLayout(m_folderRow);
    row->setContentsMargins(kIndent, 0, 0, 0);
    m_folder = new QLineEdit(folder);
    m_folder->setAccessibleName(tr("Folder of the desk"));
    QPushButton *other = button(tr("Another folder…"), "plain");
    connect(other, &QPushButton::clicked, this, &WelcomeDialog::chooseFolder);
    row->addWidget(m_folder, 1);
    row->addWidget(other);
    column->addWidget(m_folderRow);
    m_team = addWay(column, tr("Join a team"),
        tr("The team's database is on a server. Whoever looks after it knows its address; your password "
           "belongs into ~/.pgpass."));
    m_address = new QLineEdit;
    m_address->setPlaceholderText(u"postgresql://login@db.example.org/desk"_s);
    m_address->setAccessibleName(tr("Address of the team's database"));
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(kIndent, 0, 0, 0);
    indented->addWidget(m_address);
    column->addLayout(indented);
    m_trouble = plainLabel({}, "smallBad");
    m_trouble->setWordWrap(true);
    column->addSpacing(6);
    column->addWidget(m_trouble);
    column->addStretch(1);
    QPushButton *quit = button(tr("Quit"), "plain");
    m_start = button(tr("Start"), "primary");
    m_start->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(quit);
    foot->addWidget(m_start);
    column->addLayout(foot);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &WelcomeDialog::start);
    m_demo->setChecked(true);
    m_demo->setFocus();
    showFields();
}

QRadioButton *WelcomeDialog::addWay(QVBoxLayout *column, const QString &title, const QString &sentence)
{
    auto *way = new QRadioButton(title);
    way->setAccessibleDescription(sentence);
    connect(way, &QRadioButton::toggled, this, &WelcomeDialog::showFields);
    QLabel *said = plainLabel(sentence, "soft");
    said->setWordWrap(true);
    said->setContentsMargins(kIndent, 0, 0, 6);
    column->addWidget(way);
    column->addWidget(said);
    return way;
}

void WelcomeDialog::showFields()
{
    if (m_start) { // all is made
        m_folderRow->setVisible(m_here->isChecked());
        m_address->setVisible(m_team->isChecked());
        m_trouble->clear();
    }
}

void WelcomeDialog::chooseFolder()
{
    const QString chosen
        = QFileDialog::getExistingDirectory(this, tr("Folder of the desk"), m_folder->text());
    if (!chosen.isEmpty()) {
        m_folder->setText(chosen);
    }
}

void WelcomeDialog::start()
{
    if (m_here->isChecked() && m_folder->text().trimmed().isEmpty()) {
        m_trouble->setText(tr("Say which folder."));
        return;
    }
    if (!m_team->isChecked()) {
        accept();
        return;
    }
    m_trouble->clear();
    m_start->setEnabled(false);
    m_start->setText(tr("Looking for it…"));
    whenDone(m_reach(m_address->text().trimmed()), this, [this](const Done &reached) {
        m_start->setEnabled(true);
        m_start->setText(tr("Start"));
        if (reached) {
            accept();
        } else {
            m_trouble->setText(reached.error().detail);
        }
    });
}

DeskChoice WelcomeDialog::choice() const
{
    if (m_here->isChecked()) {
        return {.kind = DeskChoice::Kind::Here, .folder = m_folder->text().trimmed()};
    }
    if (m_team->isChecked()) {
        return {.kind = DeskChoice::Kind::Team, .database = m_address->text().trimmed()};
    }
    return {.kind = DeskChoice::Kind::Demo};
}

} // namespace fw::ui

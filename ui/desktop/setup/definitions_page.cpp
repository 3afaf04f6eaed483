#include "ui/desktop/setup/definitions_page.h"

#include "ui/desktop/setup/definition_words.h"
#include "ui/desktop/setup/rule_trial.h"
#include "ui/desktop/supervisor/page_files.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kKindsWidth = 190;
constexpr int kNamesWidth = 210;
constexpr int kMostFile = 4 * 1024 * 1024; // a file of words somebody wrote is smaller

QListWidget *list(const QString &name, int width)
{
    auto *made = new QListWidget;
    made->setAccessibleName(name);
    made->setFixedWidth(width);
    return made;
}
} // namespace

DefinitionsPage::DefinitionsPage(Store &store, const Clock &clock, QString agent, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_agent(std::move(agent))
    , m_kinds(list(tr("What to set up"), kKindsWidth))
    , m_title(plainLabel({}, "title"))
    , m_purpose(plainLabel({}, "soft"))
    , m_names(list(tr("In force"), kNamesWidth))
    , m_text(new QPlainTextEdit)
    , m_problem(new Banner(Banner::Tone::Bad))
    , m_trial(new RuleTrial(store))
{
    setProperty("role", QLatin1String("canvas"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 14, 20, 14);
    row->setSpacing(16);
    row->addWidget(makeKinds());
    row->addWidget(makeRight(), 1);
    connect(m_text, &QPlainTextEdit::textChanged, this, &DefinitionsPage::showChanged);
    connect(m_names, &QListWidget::currentTextChanged, this, &DefinitionsPage::find);
    connect(m_kinds, &QListWidget::currentRowChanged, this,
        [this](int kind) { setKind(allDefinitionKinds().at(kind)); });
    m_kinds->setCurrentRow(int(allDefinitionKinds().indexOf(m_kind)));
    showEditable();
}

QWidget *DefinitionsPage::makeKinds()
{
    for (const DefinitionKind kind : allDefinitionKinds()) {
        m_kinds->addItem(DefinitionWords::of(kind));
    }
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(plainLabel(tr("Setup"), "title"));
    column->addWidget(m_kinds, 1);
    return left;
}

QWidget *DefinitionsPage::makeRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_title);
    m_purpose->setWordWrap(true);
    column->addWidget(m_purpose);
    column->addWidget(m_problem);
    connect(m_problem, &Banner::pressed, this, [this] { read(true); });
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_names);
    m_text->setAccessibleName(tr("As it is written"));
    m_text->setProperty("role", QLatin1String("page"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    middle->addWidget(m_text, 1);
    column->addLayout(middle, 1);
    column->addWidget(m_trial);
    column->addWidget(makeButtons());
    return right;
}

QWidget *DefinitionsPage::makeButtons()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_import = button(tr("Import…"), "plain");
    QPushButton *toFile = button(tr("Export…"), "plain");
    m_try = button(tr("Try on the last 7 days"), "plain");
    m_discard = button(tr("Discard changes"), "plain");
    m_use = button(tr("Put in force"), "primary");
    m_use->setShortcut(QKeySequence::Save);
    m_use->setToolTip(plainToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    row->addWidget(m_import);
    row->addWidget(toFile);
    row->addWidget(m_try);
    row->addStretch(1);
    row->addWidget(m_discard);
    row->addWidget(m_use);
    connect(m_import, &QPushButton::clicked, this, &DefinitionsPage::askForImport);
    connect(toFile, &QPushButton::clicked, this, &DefinitionsPage::exportFile);
    connect(m_try, &QPushButton::clicked, this, [this] {
        m_try->setEnabled(false);
        m_trial->start(m_clock.now()); // those in force, not those begun
    });
    connect(m_trial, &RuleTrial::finished, m_try, [this] { m_try->setEnabled(true); });
    connect(m_trial, &RuleTrial::failed, this,
        [this](const Error &error) { m_problem->say(tr("%1.").arg(Words::reason(toString(error.code)))); });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_problem->say({});
        setText(m_inForce);
        m_text->setFocus(); // where Ctrl+Z brings it back
    });
    connect(m_use, &QPushButton::clicked, this, &DefinitionsPage::putInForce);
    return foot;
}

void DefinitionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_kinds->doItemsLayout(); // rows were measured before the style was known
    read();                   // it may have been changed by another program
}

void DefinitionsPage::setKind(DefinitionKind kind)
{
    m_kind = kind;
    m_kinds->setCurrentRow(int(allDefinitionKinds().indexOf(kind)));
    m_title->setText(DefinitionWords::of(kind));
    m_purpose->setText(DefinitionWords::purpose(kind));
    m_text->setPlaceholderText(
        tr("Nothing is in force yet. It is written like this:") + u"\n\n"_s + DefinitionWords::example(kind));
    m_try->setVisible(kind == DefinitionKind::ArrivalRules);
    m_trial->stop();
    m_problem->say({});
    m_isRead = false;
    {
        const QSignalBlocker quiet(m_text); // nobody wrote this
        m_text->setPlainText(m_begun.value(kind).text);
    }
    showEditable();
    read();
}

/// As one step to undo: what was discarded comes back with Ctrl+Z.
void DefinitionsPage::setText(const QString &text)
{
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    all.insertText(text);
}

void DefinitionsPage::read(bool isKnown)
{
    auto read = m_store.read([kind = m_kind](Database &db) {
        return InForce{.definitions = definitions(db, kind), .last = lastImport(db, kind)};
    });
    whenDone(read, this, [this, isKnown, turn = ++m_turn](const Result<InForce> &inForce) {
        if (turn != m_turn) {
            return;
        }
        if (inForce) {
            show(*inForce, isKnown);
        } else {
            m_problem->say(tr("%1.").arg(Words::reason(toString(inForce.error().code))), tr("Read again"));
        }
    });
}

void DefinitionsPage::show(const InForce &inForce, bool isKnown)
{
    m_isRead = true;
    m_read = inForce.definitions;
    m_inForce = m_read.isEmpty() ? QString() : QString::fromUtf8(fileOf(m_kind, m_read));
    {
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        for (const Definition &definition : m_read) {
            m_names->addItem(definition.name);
        }
    }
    m_names->setVisible(!m_read.isEmpty());
    const auto begun = m_begun.find(m_kind);
    const bool isBegun = begun != m_begun.end();
    const QString wanted = isBegun ? begun->text : m_inForce;
    if (isBegun && isKnown) {
        begun->read = m_read;
        m_problem->say({});
    }
    const bool isOvertaken = isBegun && begun->read != m_read && wanted != m_inForce;
    if (m_text->toPlainText() != wanted) {
        m_text->setPlainText(wanted);
    }
    showChanged();
    if (isOvertaken) {
        tellOvertaken(inForce.last);
    }
}

void DefinitionsPage::showChanged()
{
    const QString text = m_text->toPlainText();
    if (m_isRead && text == m_inForce) {
        m_begun.remove(m_kind);
    } else if (m_isRead) {
        const auto begun = m_begun.find(m_kind);
        m_begun.insert(m_kind, {.text = text, .read = begun == m_begun.end() ? m_read : begun->read});
    }
    showEditable();
}

void DefinitionsPage::showEditable()
{
    const bool mayType = m_isRead && !m_beingTaken.contains(m_kind);
    const bool isChanged = m_begun.contains(m_kind);
    m_text->setReadOnly(!mayType);
    m_import->setEnabled(mayType);
    m_discard->setEnabled(mayType && isChanged);
    m_use->setEnabled(mayType && isChanged && !m_text->toPlainText().trimmed().isEmpty());
}

void DefinitionsPage::find(const QString &name)
{
    const QTextCursor found = m_text->document()->find(u"\"%1\""_s.arg(name));
    if (!found.isNull()) {
        m_text->setTextCursor(found);
        m_text->centerCursor();
    }
}

/// Puts the cursor on the line a refusal names.
void DefinitionsPage::showPlace(const QString &problem)
{
    static const QRegularExpression line(u"line (\\d+)"_s);
    const int number = line.match(problem).captured(1).toInt();
    const QTextBlock block = m_text->document()->findBlockByNumber(number - 1);
    if (number > 0 && block.isValid()) {
        m_text->setTextCursor(QTextCursor(block));
        m_text->setFocus(Qt::OtherFocusReason);
    }
}

void DefinitionsPage::askForImport()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Import"), {}, tr("JSON files (*.json)"));
    if (!file.isEmpty()) {
        importFile(file);
    }
}

void DefinitionsPage::importFile(const QString &file)
{
    if (m_text->isReadOnly()) {
        return; // the button is off too
    }
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > kMostFile) {
        m_problem->say(in.isOpen() ? tr("%1 is too large for such a file.").arg(file)
                                   : tr("%1 cannot be read: %2").arg(file, in.errorString()));
        return;
    }
    m_problem->say({});
    setText(QString::fromUtf8(in.readAll()));
    putInForce();
}

void DefinitionsPage::exportFile()
{
    const QString file = askForFile(this, tr("Export"), DefinitionWords::fileName(m_kind));
    if (file.isEmpty()) {
        return;
    }
    if (const Done kept = keepFile(file, m_text->toPlainText().toUtf8()); kept) {
        Q_EMIT said(tr("Saved: %1").arg(file), {});
    } else {
        m_problem->say(tr("%1 cannot be written: %2").arg(file, kept.error().detail));
    }
}

} // namespace fw::ui

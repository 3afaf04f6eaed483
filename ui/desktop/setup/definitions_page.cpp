#include "ui/desktop/setup/definitions_page.h"

#include "app/store/arrival_rules.h"
#include "app/store/class_store.h"
#include "ui/desktop/setup/definition_words.h"
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

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr int kKindsWidth = 190;
constexpr int kNamesWidth = 210;
constexpr int kRulesAtOnce = 200;
constexpr int kMostFile = 4 * 1024 * 1024; // a file of words somebody wrote is smaller
constexpr auto kTried = 7 * 24h;

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
    , m_tried(plainLabel({}, "soft"))
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
    showChanged();
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
    m_tried->setWordWrap(true);
    column->addWidget(m_tried);
    column->addWidget(makeButtons());
    return right;
}

QWidget *DefinitionsPage::makeButtons()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *fromFile = button(tr("Import…"), "plain");
    QPushButton *toFile = button(tr("Export…"), "plain");
    m_try = button(tr("Try on the last 7 days"), "plain");
    m_discard = button(tr("Discard changes"), "plain");
    m_use = button(tr("Put in force"), "primary");
    m_use->setShortcut(QKeySequence::Save);
    m_use->setToolTip(plainToolTip(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    row->addWidget(fromFile);
    row->addWidget(toFile);
    row->addWidget(m_try);
    row->addStretch(1);
    row->addWidget(m_discard);
    row->addWidget(m_use);
    connect(fromFile, &QPushButton::clicked, this, &DefinitionsPage::askForImport);
    connect(toFile, &QPushButton::clicked, this, &DefinitionsPage::exportFile);
    connect(m_try, &QPushButton::clicked, this, &DefinitionsPage::tryRules);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_text->setPlainText(m_inForce);
        m_problem->say({});
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
    m_tried->hide();
    m_problem->say({});
    {
        const QSignalBlocker quiet(m_text); // nobody wrote this
        m_text->setPlainText(m_begun.value(kind));
    }
    read();
}

void DefinitionsPage::read()
{
    auto read = m_store.read([kind = m_kind](Database &db) { return definitions(db, kind); });
    whenDone(read, this, [this, kind = m_kind](const Result<QList<Definition>> &inForce) {
        if (kind != m_kind) {
            return;
        }
        if (inForce) {
            show(*inForce);
        } else {
            m_problem->say(tr("%1.").arg(Words::reason(toString(inForce.error().code))));
        }
    });
}

void DefinitionsPage::show(const QList<Definition> &definitions)
{
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    for (const Definition &definition : definitions) {
        m_names->addItem(definition.name);
    }
    m_names->setVisible(!definitions.isEmpty());
    m_isSomething = !definitions.isEmpty();
    m_inForce = m_isSomething ? QString::fromUtf8(fileOf(m_kind, definitions)) : QString();
    const QString wanted = m_begun.value(m_kind, m_inForce);
    if (m_text->toPlainText() != wanted) {
        m_text->setPlainText(wanted);
    }
    showChanged();
}

void DefinitionsPage::showChanged()
{
    const QString text = m_text->toPlainText();
    const bool isChanged = text != m_inForce;
    if (isChanged) {
        m_begun.insert(m_kind, text);
    } else {
        m_begun.remove(m_kind);
    }
    m_discard->setEnabled(isChanged);
    m_use->setEnabled(isChanged && !text.trimmed().isEmpty());
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

void DefinitionsPage::putInForce()
{
    if (!m_use->isEnabled()) {
        return;
    }
    const DefinitionKind kind = m_kind;
    const QByteArray before = m_isSomething ? m_inForce.toUtf8() : QByteArray();
    take(kind, m_text->toPlainText().toUtf8(), [this, kind, before] {
        const auto undo = [this, kind, before] {
            take(kind, before, [this, kind] {
                Q_EMIT said(tr("%1: as it was before.").arg(DefinitionWords::of(kind)), {});
            });
        };
        Q_EMIT said(tr("%1: in force now.").arg(DefinitionWords::of(kind)),
            before.isEmpty() ? std::function<void()>() : undo);
    });
}

void DefinitionsPage::take(DefinitionKind kind, const QByteArray &bytes, const std::function<void()> &taken)
{
    m_use->setEnabled(false);
    auto written = m_store.write([kind, bytes, by = m_agent](Database &db) {
        return importDefinitions(db, kind, {.name = u"The text"_s, .bytes = bytes}, by);
    });
    whenDone(written, this, [this, kind, taken](const Done &done) {
        if (!done) {
            showChanged();
            const bool isText = done.error().code == ErrorCode::Usage;
            m_problem->say(
                isText ? done.error().detail : tr("%1.").arg(Words::reason(toString(done.error().code))));
            showPlace(done.error().detail);
            return;
        }
        m_problem->say({});
        m_begun.remove(kind);
        if (kind == m_kind) {
            m_inForce = m_text->toPlainText(); // until it is read, so that it does not count as begun
        }
        if (kind == DefinitionKind::ClassRules) {
            computeClasses({});
        }
        read();
        taken();
    });
}

/// Who waits gets the class that the rules say now, some at a time.
void DefinitionsPage::computeClasses(ConversationId after)
{
    auto next
        = m_store.write([after](Database &db) { return ClassStore(db).computeAgain(after, kRulesAtOnce); });
    whenDone(next, this, [this](const Result<ConversationId> &last) {
        if (last && !last->isNull()) {
            computeClasses(*last);
        }
    });
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
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > kMostFile) {
        m_problem->say(in.isOpen() ? tr("%1 is too large for such a file.").arg(file)
                                   : tr("%1 cannot be read: %2").arg(file, in.errorString()));
        return;
    }
    m_problem->say({});
    m_text->setPlainText(QString::fromUtf8(in.readAll()));
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

/// By the rules in force, not by those begun.
void DefinitionsPage::tryRules()
{
    const Instant to = m_clock.now();
    auto effects = m_store.read([to](Database &db) { return ArrivalRules(db).dryRun(to - kTried, to); });
    whenDone(effects, this, [this](const Result<QList<RuleEffect>> &found) {
        if (!found) {
            m_problem->say(tr("%1.").arg(Words::reason(toString(found.error().code))));
            return;
        }
        QMap<QString, int> counts;
        for (const RuleEffect &effect : *found) {
            ++counts[effect.rule];
        }
        QStringList lines;
        for (auto count = counts.constBegin(); count != counts.constEnd(); ++count) {
            lines.append(tr("%1: %n message(s)", nullptr, count.value()).arg(count.key()));
        }
        m_tried->setText(lines.isEmpty()
                ? tr("The rules in force would have done nothing in the last 7 days.")
                : tr("The rules in force, in the last 7 days: %1").arg(lines.join(u"; "_s)));
        m_tried->show();
    });
}

} // namespace fw::ui

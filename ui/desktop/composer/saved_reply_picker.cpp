#include "ui/desktop/composer/saved_reply_picker.h"

#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/composer/saved_reply_model.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/labels.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kMostRows = 7;
constexpr int kSide = 12;
constexpr int kGap = 12;
constexpr int kPadding = 6;
constexpr int kAbove = 6; // room between the list and the text

/// The name, and the words behind it as far as there is room.
class SavedReplyDelegate final : public QStyledItemDelegate
{
public:
    SavedReplyDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, QFontMetrics(Fonts(option.font).strong).height() + 2 * kPadding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const Fonts fonts(option.font);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (isSelected) {
            painter->fillRect(option.rect, tokens.selected.ground);
        }
        const QRect line = option.rect.adjusted(kSide, kPadding, -kSide, -kPadding);
        QRect name = line;
        const QString text = index.data().toString();
        name.setWidth(std::min(line.width() / 3, QFontMetrics(fonts.strong).horizontalAdvance(text) + 2));
        painter->setPen(isSelected ? tokens.selected.ink : tokens.ink);
        drawLines(*painter, name, text, fonts.strong, 1);
        painter->setPen(isSelected ? tokens.selected.ink : tokens.inkSoft);
        drawLines(*painter, line.adjusted(name.width() + kGap, 0, 0, 0),
            index.data(SavedReplyModel::TextRole).toString(), fonts.body, 1);
        painter->restore();
    }

private:
    Theme &m_theme;
};
} // namespace

SavedReplyPicker::SavedReplyPicker(
    Store &store, const QList<FieldSource> &fields, QString agent, ReplyEdit &edit, Theme &theme)
    : QFrame(&edit)
    , m_words(store)
    , m_agent(std::move(agent))
    , m_edit(edit)
    , m_model(new SavedReplyModel(this))
    , m_list(new QListView)
    , m_none(
          plainLabel(tr("No saved reply for this conversation yet. They are written under Setup."), "soft"))
{
    for (const FieldSource &source : fields) {
        m_words.addSource(source);
    }
    hide();
    setProperty("role", QLatin1String("cardFocused"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_none->setContentsMargins(kSide, kPadding, kSide, kPadding);
    m_none->setWordWrap(true);
    column->addWidget(m_none);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Saved replies"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new SavedReplyDelegate(theme, this));
    m_list->setModel(m_model);
    connect(m_list, &QListView::clicked, this, [this] { choose(); });
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, &SavedReplyPicker::typed);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &SavedReplyPicker::typed);
    connect(&m_edit, &ReplyEdit::focusChanged, this, [this](bool hasFocus) {
        if (!hasFocus) {
            hide();
        }
    });
    m_edit.installEventFilter(this);
}

void SavedReplyPicker::setConversation(ConversationId conversation)
{
    m_conversation = conversation;
    m_isChosen = false;
    hide();
}

void SavedReplyPicker::begin()
{
    m_edit.setFocus(Qt::ShortcutFocusReason);
    if (!slash()) {
        const QTextCursor cursor = m_edit.textCursor();
        const int at = cursor.positionInBlock();
        const bool isWord = at > 0 && !cursor.block().text().at(at - 1).isSpace();
        m_edit.insertPlainText(isWord ? u" /"_s : u"/"_s);
    }
}

/// Only where a word begins: "and/or" asks for nothing.
std::optional<SavedReplyPicker::Slash> SavedReplyPicker::slash() const
{
    static const QRegularExpression form(u"(?:^|\\s)/([^/]{0,40})$"_s);
    const QTextCursor cursor = m_edit.textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const QRegularExpressionMatch match = form.match(before);
    if (cursor.hasSelection() || !match.hasMatch()) {
        return {};
    }
    return Slash{
        .position = cursor.block().position() + int(match.capturedStart(1)) - 1, .typed = match.captured(1)};
}

void SavedReplyPicker::typed()
{
    const auto wanted = m_edit.hasFocus() ? slash() : std::nullopt;
    m_isChosen = false;
    if (!wanted) {
        m_dismissed.reset();
        hide();
    } else if (wanted->position != m_dismissed) {
        look();
    }
}

/// What was typed last is what is looked for next; older answers are dropped.
void SavedReplyPicker::look()
{
    if (m_isLooking) {
        m_isStale = true;
        return;
    }
    const auto wanted = slash();
    if (!wanted || m_conversation.isNull()) {
        return;
    }
    m_isLooking = true;
    whenDone(m_words.find(wanted->typed, m_conversation, m_agent), this,
        [this, id = m_conversation](const Result<QList<SavedReply>> &found) {
            m_isLooking = false;
            if (std::exchange(m_isStale, false) || id != m_conversation) {
                look();
            } else {
                show(found);
            }
        });
}

void SavedReplyPicker::show(const Result<QList<SavedReply>> &found)
{
    const auto wanted = slash();
    if (!found) {
        Q_EMIT failed(found.error());
    }
    if (!found || !wanted || wanted->position == m_dismissed) {
        return;
    }
    const bool areNone = found->isEmpty() && wanted->typed.isEmpty();
    m_model->show(*found);
    if (found->isEmpty() && !areNone) {
        hide();
        return;
    }
    m_none->setVisible(areNone);
    m_list->setVisible(!areNone);
    m_list->setCurrentIndex(m_model->index(0));
    place();
    if (std::exchange(m_isChosen, false)) {
        choose();
    }
}

/// Over the text, as it stands at the window's lower edge.
void SavedReplyPicker::place()
{
    QWidget *window = m_edit.window();
    if (parentWidget() != window) {
        setParent(window);
    }
    const int rows = std::min(kMostRows, m_model->rowCount());
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0));
    setFixedWidth(m_edit.width());
    const int height
        = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), height);
    move(m_edit.mapTo(window, QPoint(0, -height - kAbove)));
    setVisible(true);
    raise();
}

bool SavedReplyPicker::eventFilter(QObject *watched, QEvent *event)
{
    // As a shortcut first: Escape means "back to the list" elsewhere.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != &m_edit || !isKey || !(isVisible() || m_isLooking)) {
        return QFrame::eventFilter(watched, event);
    }
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isPlain = !(press->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier));
    static const QList<int> ours
        = {Qt::Key_Down, Qt::Key_Up, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Escape};
    if (!isPlain || !ours.contains(press->key()) || !slash()) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return pressed(press->key()) || QFrame::eventFilter(watched, event);
}

/// Whether the key was for the list.
bool SavedReplyPicker::pressed(int key)
{
    if (key == Qt::Key_Escape) {
        m_dismissed = slash()->position;
        hide();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int rows = m_model->rowCount();
        if (!isVisible() || rows == 0) {
            return false;
        }
        const int row = (m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : rows - 1)) % rows;
        m_list->setCurrentIndex(m_model->index(row));
        return true;
    }
    if (m_isLooking) {
        m_isChosen = true;
        return true;
    }
    if (m_model->rowCount() == 0) {
        return false;
    }
    choose();
    return true;
}

void SavedReplyPicker::choose()
{
    const QString name = m_list->currentIndex().data().toString();
    const auto asked = slash();
    if (name.isEmpty() || !asked) {
        return;
    }
    hide();
    whenDone(m_words.fill(name, m_conversation, m_agent), this,
        [this, id = m_conversation, at = asked->position](const Result<Filled> &filled) {
            if (!filled) {
                Q_EMIT failed(filled.error());
            } else if (id == m_conversation) {
                put(*filled, at);
            }
        });
}

/// In the place of the slash and what was typed after it, as one step to undo; nothing where that slash is gone. The first field nobody knows is selected,
/// to be typed over.
void SavedReplyPicker::put(const Filled &filled, int slashAt)
{
    const auto asked = slash();
    if (!asked || asked->position != slashAt) {
        return; // whoever types on does not want it any more
    }
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(asked->position, QTextCursor::KeepAnchor);
    const int start = cursor.selectionStart();
    cursor.insertText(filled.text);
    if (!filled.missing.isEmpty()) {
        const QString field = u'{' + filled.missing.first() + u'}';
        const int at = start + int(filled.text.indexOf(field));
        cursor.setPosition(at);
        cursor.setPosition(at + int(field.size()), QTextCursor::KeepAnchor);
    }
    m_edit.setTextCursor(cursor);
    m_edit.setFocus(Qt::OtherFocusReason);
}

} // namespace fw::ui

#include "ui/desktop/conversation/find_bar.h"

#include "app/model/customer_keys.h"
#include "ui/desktop/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace fw::ui {

using namespace Qt::StringLiterals;

FindBar::FindBar(MessageModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_words(new QLineEdit)
    , m_where(plainLabel({}, "small"))
{
    setProperty("role", QLatin1String("card"));
    setAccessibleName(tr("Find in this conversation"));
    m_words->setAccessibleName(accessibleName());
    m_words->setPlaceholderText(tr("Find in this conversation"));
    m_words->setClearButtonEnabled(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(6);
    row->addWidget(m_words, 1);
    row->addWidget(m_where);
    const auto add = [&](const QString &sign, const QString &name, const auto &act) {
        QPushButton *made = button(sign, "plain");
        made->setAccessibleName(name);
        made->setToolTip(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, act);
    };
    add(u"↑"_s, tr("Older"), [this] { step(Way::Older); });
    add(u"↓"_s, tr("Newer"), [this] { step(Way::Newer); });
    add(u"✕"_s, tr("Close"), [this] { close(); });
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::begin);
    connect(&model, &MessageModel::olderRead, this, &FindBar::goOn);
    connect(&model, &MessageModel::readFailed, this, [this] {
        m_isReading = false;
        tell();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { hide(); });
    hide();
}

void FindBar::open()
{
    show();
    m_words->setFocus();
    m_words->selectAll();
    begin();
}

void FindBar::close()
{
    hide();
    m_isReading = false;
    m_found = QPersistentModelIndex();
    Q_EMIT found({});
    Q_EMIT closed();
}

/// The window's own Enter and Escape are not meant while somebody looks for words.
bool FindBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? Way::Newer : Way::Older);
    } else {
        QFrame::keyPressEvent(event);
    }
}

bool FindBar::hasWords(int row) const
{
    return !m_wanted.isEmpty() && foldedText(m_model.lineAt(row).body()).contains(m_wanted);
}

/// From the newest line, whenever the words are others.
void FindBar::begin()
{
    m_found = QPersistentModelIndex();
    m_isReading = false;
    m_wanted = foldedText(m_words->text());
    if (m_wanted.isEmpty()) {
        tell();
    } else {
        look(m_model.rowCount() - 1, Way::Older);
    }
}

void FindBar::step(Way way)
{
    if (m_isReading) {
        return;
    }
    const int from = m_found.isValid() ? m_found.row() : m_model.rowCount();
    look(way == Way::Older ? from - 1 : from + 1, way);
}

void FindBar::look(int from, Way way)
{
    const int by = way == Way::Older ? -1 : 1;
    for (int row = from; row >= 0 && row < m_model.rowCount(); row += by) {
        if (hasWords(row)) {
            m_found = m_model.index(row);
            tell();
            return;
        }
    }
    m_isReading = way == Way::Older && m_model.hasOlder();
    m_lookedAt = m_model.index(0);
    tell();
    if (m_isReading) {
        m_model.loadOlder();
    }
}

/// Older lines came.
void FindBar::goOn()
{
    if (std::exchange(m_isReading, false)) {
        look(m_lookedAt.row() - 1, Way::Older);
    }
}

void FindBar::tell()
{
    if (m_wanted.isEmpty()) {
        m_where->clear();
    } else if (m_isReading) {
        m_where->setText(tr("looking further back…"));
    } else if (!m_found.isValid()) {
        m_where->setText(tr("not found"));
    } else {
        int before = 0;
        int all = 0;
        for (int row = m_model.rowCount() - 1; row >= 0; --row) {
            all += hasWords(row) ? 1 : 0;
            before = row >= m_found.row() ? all : before;
        }
        const QString count = QString::number(all) + (m_model.hasOlder() ? u"+"_s : QString());
        m_where->setText(tr("%1 of %2").arg(QString::number(before), count));
    }
    Q_EMIT found(m_found);
}

} // namespace fw::ui

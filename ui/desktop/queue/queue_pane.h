#pragma once

#include "ui/desktop/queue/queue_model.h"

#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace fw::ui {

class QueueDelegate;
class Theme;

/// The column of people to answer: title, views, rows. Thread: GUI.
class QueuePane final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePane)
public:
    QueuePane(QueueSource source, Theme &theme, const Clock &clock, View view, QWidget *parent = nullptr);

    [[nodiscard]] QueueModel &model() { return *m_model; }
    [[nodiscard]] View view() const { return m_model->view(); }
    void setView(View view);
    void setCounts(const QueueCounts &counts);
    /// Said instead of the usual sentence when there is nothing to show, for instance how to add an account.
    void setEmptyHint(const QString &hint);
    /// Selects the conversation as soon as its row is there; emits nothing. A null id clears the selection.
    void showSelected(ConversationId id);
    /// Selects the row `by` rows further; the first one when none is selected.
    void step(int by);
    void focusList();
    void showHeld() { m_model->release(); }

Q_SIGNALS:
    void conversationSelected(fw::ConversationId id);
    void viewChanged(fw::View view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void makeList(Theme &theme, const Clock &clock);
    void watchModel();
    void selectWanted();
    void updateTitle();
    void updateEmpty();
    void updateHold();
    void updateTimes();
    void offerHeld(int arrivals);

    const Clock &m_clock;
    QueueModel *m_model;
    QueueDelegate *m_delegate = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_news = nullptr;
    QButtonGroup *m_chips = nullptr;
    QTimer m_ticks;
    QueueCounts m_counts;
    QString m_emptyHint;
    ConversationId m_wanted = {};
    bool m_isSelectingQuietly = false;
    bool m_isPointerInside = false;
};

} // namespace fw::ui

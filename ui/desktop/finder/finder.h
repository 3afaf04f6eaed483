#pragma once

#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/model/search_query.h"
#include "ui/desktop/finder/finder_model.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace fw::ui {

class Theme;

/// Answers with the newest messages for which everything in the query holds.
using MessageSearch = std::function<QFuture<Result<QList<Message>>>(const SearchQuery &)>;

/// One place to type for everything: the window's commands and every message there is. Arrow keys choose, Return opens. Never waits for the search: what was
/// typed last is what is looked for next, and older answers are dropped. Thread: GUI.
class Finder final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Finder)
public:
    Finder(
        QList<QAction *> commands, MessageSearch search, Theme &theme, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void conversationChosen(fw::ConversationId conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void typed();
    void look();
    void show(const Result<QList<Message>> &found);
    void updateHint(const QString &problem);
    void choose(int row, int by);
    void move(int by);
    void openRow(const QModelIndex &index);

    MessageSearch m_search;
    FinderModel *m_model;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_hint;
    QTimer m_pause; // until it is worth looking
    bool m_isLooking = false;
    bool m_isStale = false; // something else was typed meanwhile
};

} // namespace fw::ui

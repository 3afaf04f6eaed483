#pragma once

#include "app/desk/definitions/definitions.h"
#include "app/store/store.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace fw::ui {

class Banner;

/// What the desk is set up with, kind by kind: read, changed in place or taken from a file, and put in force as a whole or refused with the place and the
/// reason. What was begun and is not in force stays where it is while other kinds are looked at. Thread: GUI.
class DefinitionsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DefinitionsPage)
public:
    DefinitionsPage(Store &store, const Clock &clock, QString agent, QWidget *parent = nullptr);

    void setKind(DefinitionKind kind);
    /// What is written is in force from now on, if it makes sense.
    void putInForce();
    /// Lays what the file says ready to be put in force.
    void importFile(const QString &file);

Q_SIGNALS:
    void said(const QString &sentence, const std::function<void()> &undo);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeKinds();
    QWidget *makeRight();
    QWidget *makeButtons();
    void read();
    void show(const QList<Definition> &definitions);
    void showChanged();
    void find(const QString &name);
    void showPlace(const QString &problem);
    void askForImport();
    void exportFile();
    void tryRules();
    void take(DefinitionKind kind, const QByteArray &bytes, const std::function<void()> &taken);
    void computeClasses(ConversationId after);

    Store &m_store;
    const Clock &m_clock;
    const QString m_agent;
    DefinitionKind m_kind = DefinitionKind::Roster;
    QHash<DefinitionKind, QString> m_begun; // and not in force
    QString m_inForce;
    bool m_isSomething = false; // in force
    QListWidget *m_kinds;
    QLabel *m_title;
    QLabel *m_purpose;
    QListWidget *m_names;
    QPlainTextEdit *m_text;
    Banner *m_problem;
    QLabel *m_tried; // what the rules would have done
    QPushButton *m_try = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace fw::ui

#pragma once

#include "app/desk/definitions/definitions.h"
#include "app/store/store.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace fw::ui {

class Banner;
class RuleTrial;

/// What the desk is set up with, kind by kind: read, changed in place or taken from a file, and put in force as a whole or refused with the place and the
/// reason, or because a colleague changed it meanwhile. What was begun and is not in force stays where it is while other kinds are looked at. Nothing can be
/// typed where it would be lost: before the text was read, and while it is put in force. Thread: GUI.
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
    /// What was typed over what was read.
    struct Begun {
        QString text = {};
        QList<Definition> read = {};
    };
    struct InForce {
        QList<Definition> definitions = {};
        std::optional<LastImport> last = {};
    };
    using Taken = std::function<void(const QList<Definition> &now)>;

    QWidget *makeKinds();
    QWidget *makeRight();
    QWidget *makeButtons();
    void setText(const QString &text);
    /// `isKnown`: whoever typed something was told that it is about what was there before, and means to go on from what is in force now.
    void read(bool isKnown = false);
    void show(const InForce &inForce, bool isKnown);
    void showChanged();
    void showEditable();
    void find(const QString &name);
    void showPlace(const QString &problem);
    void askForImport();
    void exportFile();
    void take(
        DefinitionKind kind, const QList<Definition> &read, const QByteArray &bytes, const Taken &taken);
    void takeBack(DefinitionKind kind, const QList<Definition> &now, const QList<Definition> &before);
    void tellTaken(DefinitionKind kind, const QList<Definition> &before, const QList<Definition> &now);
    void tellRefused(DefinitionKind kind, const Error &error);
    void tellOvertaken(const std::optional<LastImport> &last);
    void computeClasses(ConversationId after);

    Store &m_store;
    const Clock &m_clock;
    const QString m_agent;
    DefinitionKind m_kind = DefinitionKind::Roster;
    QHash<DefinitionKind, Begun> m_begun; // and not in force
    QSet<DefinitionKind> m_beingTaken;
    QList<Definition> m_read; // in force when it was looked at last
    QString m_inForce;        // the same as text
    bool m_isRead = false;
    int m_turn = 0; // older answers to read() are dropped
    QListWidget *m_kinds;
    QLabel *m_title;
    QLabel *m_purpose;
    QListWidget *m_names;
    QPlainTextEdit *m_text;
    Banner *m_problem;
    RuleTrial *m_trial;
    QPushButton *m_import = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace fw::ui

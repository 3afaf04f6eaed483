#pragma once

#include "app/dispatch/approvals.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace fw::ui {

/// What trainees propose, one after the other: what was asked, what would be answered, and whether it leaves. Thread: GUI.
class ApprovalsSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApprovalsSheet)
public:
    ApprovalsSheet(Store &store, const Clock &clock, QString agent, QWidget *parent);

    /// Something changed: what waits is read again.
    void refresh();

Q_SIGNALS:
    void conversationChosen(fw::ConversationId conversation);

private:
    struct Proposal {
        Reply reply = {};
        QString text = {}; // of all its parts
        std::optional<Message> question = {};
    };
    struct Proposals {
        QList<Proposal> list = {};
        bool isTrainee = false; // whoever looks
    };
    [[nodiscard]] static Proposals readProposals(Database &db, const QString &agent);
    void makeFoot(QLayout &column);
    void show(const Proposals &proposals);
    void showCurrent();
    void step(int by);
    void approve();
    void giveBack();
    void judge(const Proposal &proposal, QFuture<Result<Reply>> judgement);
    [[nodiscard]] const Proposal *current() const;
    [[nodiscard]] QString whyNot(const Proposal &proposal) const;
    [[nodiscard]] bool isReasonWritten() const;
    /// What there is to say about judging it.
    [[nodiscard]] QString hintFor(const Proposal *proposal) const;

    Store &m_store;
    Approvals m_approvals;
    const Clock &m_clock;
    const QString m_agent;
    Proposals m_proposals;
    qsizetype m_at = 0;
    QString m_problem
        = {}; // why a judgement was refused; told until the next one, or until another answer is looked at
    bool m_isJudging = false;
    QLabel *m_place;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_asked;
    QPlainTextEdit *m_question;
    QLabel *m_wrote;
    QPlainTextEdit *m_answer;
    QLineEdit *m_why;
    QLabel *m_hint;
    QPushButton *m_open = nullptr;
    QPushButton *m_return = nullptr;
    QPushButton *m_approve = nullptr;
};

} // namespace fw::ui

#pragma once

#include "tests/acceptance/programs.h"
#include "tests/acceptance/road.h"

namespace fw::test {

/// A desk whose replies are sent by real programs that are ended or stopped on the way, and a sandbox, a program of its own, that counts.
class OutboxRoad final
{
public:
    OutboxRoad();

    /// What went wrong on the way here; empty: nothing. With `team` the desk is on that database.
    [[nodiscard]] QString start(const std::optional<DatabasePlace> &team = {});
    /// Presses Send on answers to different questions.
    void press(int count);
    void press(const Message &question, const QString &text);
    [[nodiscard]] Ran dispatch(const QStringList &environment = {});
    [[nodiscard]] std::unique_ptr<QProcess> startDispatch(const QStringList &environment = {});
    /// One rule of this kind for the next write; "": none.
    [[nodiscard]] bool strikeNext(const QString &fault);
    /// Compares what was pressed since the last call with what is on the network: every reply is there once, or (`mayBeRefused`) not at all and was rejected
    /// with a reason. Nothing is there that is no reply's. Empty, or what is wrong.
    [[nodiscard]] QString compare(bool mayBeRefused = false);
    /// A floorwalkerctl on this desk.
    [[nodiscard]] QStringList on(const QStringList &arguments) const;

    [[nodiscard]] QString folder() const { return m_data; }
    [[nodiscard]] wiring::Workplace &workplace() { return *m_workplace; }
    [[nodiscard]] SandboxControl &control() { return *m_control; }
    [[nodiscard]] const QList<Message> &questions() const { return m_questions; }
    [[nodiscard]] const Message &nextQuestion() { return m_questions[m_next++ % m_questions.size()]; }
    [[nodiscard]] QString nextText() { return QStringLiteral("answer %1").arg(++m_texts); }

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;
    QString m_data;
    SandboxProgram m_sandbox;
    std::unique_ptr<SandboxControl> m_control;
    std::unique_ptr<wiring::Workplace> m_workplace;
    QList<Message> m_questions;
    QHash<ReplyId, QString> m_pressed; // since the last comparison
    qsizetype m_next = 0;
    int m_texts = 0;
};

} // namespace fw::test

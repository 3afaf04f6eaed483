#pragma once

#include "app/dispatch/outbox.h"

#include <QTimer>
#include <QWidget>

namespace fw::ui {

class Banner;

/// Under the text: what there is to ask about it before it is sent, quietly while it is written, and with a way to insist once Send was pressed.
/// Thread: GUI.
class GuardStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardStrip)
public:
    GuardStrip(Outbox &outbox, const Clock &clock, QWidget *parent = nullptr);

    /// Looks at `draft` after a short pause; an empty text clears the strip. What was asked about another text is forgotten.
    void look(const NewReply &draft);
    /// Send was pressed on `draft` and refused because of a doubt: asks whether to send it all the same.
    void ask(const NewReply &draft);
    void clear();
    /// Whether what must not be read by everybody can be said in private here.
    void setPrivatePossible(bool isPossible);

Q_SIGNALS:
    void insisted();
    void privateAsked();
    /// What everybody could read: places in the text as it was looked at.
    void marked(const QList<fw::guard::LeakSpan> &leaks);

private:
    void read();
    void tell(const QList<GuardFinding> &findings);
    void pressed();
    [[nodiscard]] bool offersPrivate() const;
    [[nodiscard]] QString sentence(const GuardFinding &finding) const;
    [[nodiscard]] static QString placeOf(const QString &what, const QString &text);
    [[nodiscard]] QString sentenceOfLeak(const GuardFinding &finding) const;

    Outbox &m_outbox;
    const Clock &m_clock;
    Banner *m_banner;
    QTimer m_pause;
    NewReply m_draft;
    int m_asked = 0; // number of the newest look; answers to earlier ones are dropped
    bool m_isAsking = false;
    bool m_isPrivatePossible = false;
    QList<GuardFinding> m_findings = {};
};

} // namespace fw::ui

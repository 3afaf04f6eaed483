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

Q_SIGNALS:
    void insisted();

private:
    void read();
    void tell(const QList<GuardFinding> &findings);
    [[nodiscard]] QString sentence(const GuardFinding &finding) const;

    Outbox &m_outbox;
    const Clock &m_clock;
    Banner *m_banner;
    QTimer m_pause;
    NewReply m_draft;
    int m_asked = 0; // number of the newest look; answers to earlier ones are dropped
    bool m_isAsking = false;
};

} // namespace fw::ui

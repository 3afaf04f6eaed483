#pragma once

#include "app/dispatch/outbox.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace fw::ui {

/// Under the text: what its stock fields say as it stands, as of when, looked up again every few seconds. Thread: GUI.
class StockStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockStrip)
public:
    StockStrip(Outbox &outbox, const Clock &clock, QWidget *parent = nullptr);

    /// Looks up the fields of `text`, if they are others than before.
    void look(ConversationId conversation, const QString &text);
    /// What the fields say; of a text that was not looked up yet nothing.
    [[nodiscard]] const QList<StockQuote> &quotes() const { return m_said.quotes; }
    /// Why the text cannot be sent yet; empty: it can.
    [[nodiscard]] QString reasonNotToSend() const;

Q_SIGNALS:
    /// Something else is said than before.
    void quoted();

private:
    void read();
    void tell(const QuotedText &said);

    Outbox &m_outbox;
    const Clock &m_clock;
    QLabel *m_label;
    QTimer m_pause;
    ConversationId m_conversation = {};
    QString m_fields = {}; // the text's, and nothing else of it
    QuotedText m_said = {};
    bool m_isKnown = true; // what these fields say
    int m_asked = 0;       // number of the newest look; answers to earlier ones are dropped
};

} // namespace fw::ui

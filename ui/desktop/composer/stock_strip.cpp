#include "ui/desktop/composer/stock_strip.h"

#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kPause = 200ms;
constexpr auto kFresh = 5s;

/// The fields of a text, whole or not, as one line.
QString fieldsOf(const QString &text)
{
    if (!hasStockFields(text)) {
        return {};
    }
    QStringList fields;
    for (const StockField &field : stockFieldsIn(text)) {
        fields << text.mid(field.start, field.length);
    }
    const QString rest = withoutStockFields(text);
    return fields.join(u' ') + (hasStockFields(rest) ? rest.mid(rest.indexOf(u"{stock:"_s)) : QString());
}
} // namespace

StockStrip::StockStrip(Outbox &outbox, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_label(plainLabel({}, "soft"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_label->setWordWrap(true);
    column->addWidget(m_label);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StockStrip::read);
    hide();
}

void StockStrip::look(ConversationId conversation, const QString &text)
{
    const QString fields = fieldsOf(text);
    if (fields == m_fields && conversation == m_conversation) {
        return;
    }
    m_fields = fields;
    m_conversation = conversation;
    m_isKnown = fields.isEmpty();
    ++m_asked;
    if (m_isKnown) {
        m_pause.stop();
        m_said = {};
        hide();
    } else {
        m_pause.start(kPause);
    }
}

void StockStrip::read()
{
    whenDone(m_outbox.quote(m_conversation, m_fields), this,
        [this, asked = ++m_asked](const Result<QuotedText> &said) {
            if (asked != m_asked) {
                return;
            }
            if (said) {
                tell(*said);
            }
            m_pause.start(kFresh);
        });
}

void StockStrip::tell(const QuotedText &said)
{
    const bool isNew = !std::exchange(m_isKnown, true) || said != m_said;
    m_said = said;
    QStringList lines;
    for (const StockQuote &quote : said.quotes) {
        const QString what = oneLine((quote.product + u' ' + quote.variant).trimmed());
        lines << tr("%1 in %2: says %3, as of %4")
                     .arg(what, oneLine(quote.place), QString::number(quote.said),
                         Words::clockTime(quote.asOf, m_clock.now()));
    }
    for (const QString &field : said.unknown) {
        lines << tr("%1: nothing is known of it").arg(oneLine(field));
    }
    m_label->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
    if (isNew) {
        Q_EMIT quoted();
    }
}

QString StockStrip::reasonNotToSend() const
{
    if (!m_isKnown) {
        return tr("Looking up the stock");
    }
    return m_said.unknown.isEmpty() ? QString()
                                    : tr("Nothing is known of %1").arg(oneLine(m_said.unknown.first()));
}

} // namespace fw::ui

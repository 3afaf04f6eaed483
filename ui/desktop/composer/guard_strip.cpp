#include "ui/desktop/composer/guard_strip.h"

#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr auto kPause = 400ms;
constexpr qsizetype kExcerpt = 90;

QString excerpt(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= kExcerpt ? line : line.left(kExcerpt) + u'…';
}
} // namespace

GuardStrip::GuardStrip(Outbox &outbox, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_banner(new Banner(Banner::Tone::Warn))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &GuardStrip::read);
    connect(m_banner, &Banner::pressed, this, &GuardStrip::pressed);
    hide();
}

void GuardStrip::look(const NewReply &draft)
{
    if (draft.body.trimmed().isEmpty()) {
        clear();
        return;
    }
    const bool isOther = draft.body != m_draft.body || draft.lane != m_draft.lane
        || draft.conversation != m_draft.conversation || draft.furtherParts != m_draft.furtherParts;
    if (isOther) {
        m_isAsking = false;
        m_draft = draft;
        m_pause.start();
    }
}

void GuardStrip::ask(const NewReply &draft)
{
    m_draft = draft;
    m_isAsking = true;
    m_pause.stop();
    read();
}

void GuardStrip::clear()
{
    ++m_asked;
    m_pause.stop();
    m_draft = {};
    m_isAsking = false;
    tell({});
}

void GuardStrip::read()
{
    whenDone(m_outbox.check(m_draft), this,
        [this, asked = ++m_asked](const Result<QList<GuardFinding>> &findings) {
            if (asked == m_asked) {
                tell(findings.value_or(QList<GuardFinding>()));
            }
        });
}

void GuardStrip::setPrivatePossible(bool isPossible)
{
    if (std::exchange(m_isPrivatePossible, isPossible) != isPossible) {
        tell(m_findings);
    }
}

bool GuardStrip::offersPrivate() const
{
    return m_isPrivatePossible && !m_isAsking
        && std::any_of(m_findings.begin(), m_findings.end(),
            [](const GuardFinding &finding) { return finding.code == ErrorCode::PublicLeak; });
}

void GuardStrip::pressed()
{
    if (m_isAsking) {
        Q_EMIT insisted();
    } else {
        Q_EMIT privateAsked();
    }
}

void GuardStrip::tell(const QList<GuardFinding> &findings)
{
    m_findings = findings;
    QStringList sentences;
    QList<guard::LeakSpan> leaks;
    for (const GuardFinding &finding : findings) {
        sentences.append(sentence(finding));
        leaks += finding.spans;
    }
    m_banner->say(sentences.join(u'\n'),
        m_isAsking            ? tr("Send all the same")
            : offersPrivate() ? tr("Answer in private")
                              : QString());
    setVisible(!findings.isEmpty());
    Q_EMIT marked(m_draft.furtherParts.isEmpty() ? leaks : QList<guard::LeakSpan>());
}

QString GuardStrip::placeOf(const QString &what, const QString &text)
{
    const QString shown = excerpt(text);
    if (what == "card"_L1) {
        return tr("card number %1").arg(shown);
    }
    if (what == "email"_L1) {
        return tr("e-mail address %1").arg(shown);
    }
    if (what == "phone"_L1) {
        return tr("telephone number %1").arg(shown);
    }
    if (what == "order"_L1) {
        return tr("order number %1").arg(shown);
    }
    if (what == "address"_L1) {
        return tr("address %1").arg(shown);
    }
    if (what == "name"_L1) {
        return tr("full name %1").arg(shown);
    }
    return what == "points"_L1 ? tr("points %1").arg(shown) : shown;
}

/// "Everybody will be able to read: order number 4711, e-mail address ann@…"
QString GuardStrip::sentenceOfLeak(const GuardFinding &finding) const
{
    QStringList places;
    const QString text = (QStringList{m_draft.body} + m_draft.furtherParts).join(u'\n').trimmed();
    for (const guard::LeakSpan &span : finding.spans) {
        places.append(placeOf(span.what, text.mid(span.start, span.length)));
    }
    return tr("Everybody will be able to read: %1").arg(places.join(u", "_s));
}

QString GuardStrip::sentence(const GuardFinding &finding) const
{
    if (finding.code == ErrorCode::PublicLeak) {
        return sentenceOfLeak(finding);
    }
    if (finding.others.isEmpty()) {
        return Words::reason(toString(finding.code));
    }
    const guard::SimilarReply &newest = finding.others.first();
    const QString who = newest.to.handle.isEmpty() ? newest.to.name : u'@' + newest.to.handle;
    return tr("Nearly the same was said %n time(s) lately, last to %1 at %2: “%3”", nullptr, finding.count)
        .arg(who, Words::clockTime(newest.at, m_clock.now()), excerpt(newest.text));
}

} // namespace fw::ui

#include "connectors/sandbox/twitter/mailbox.h"

#include <algorithm>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;

namespace {
// As posts' ids: milliseconds since this moment, shifted by 22 bits.
constexpr qint64 kEpochMs = 1'288'834'974'657;
constexpr int kShift = 22;
} // namespace

const DirectMessage &Mailbox::add(DirectMessage message)
{
    const qint64 last = m_messages.empty() ? 0 : m_messages.back().id;
    message.id = std::max((toMs(message.createdAt) - kEpochMs) << kShift, last + 1);
    m_messages.push_back(std::move(message));
    return m_messages.back();
}

QList<const DirectMessage *> Mailbox::since(Instant oldest, qint64 person) const
{
    QList<const DirectMessage *> newestFirst;
    for (auto message = m_messages.rbegin(); message != m_messages.rend(); ++message) {
        if (message->createdAt >= oldest && (person == 0 || message->person == person)) {
            newestFirst.append(&*message);
        }
    }
    return newestFirst;
}

Mailbox makeMailbox(const Scenario &scenario, World &world, Instant now)
{
    QList<EarlierPost> messages = scenario.messages;
    std::stable_sort(messages.begin(), messages.end(),
        [](const EarlierPost &a, const EarlierPost &b) { return a.minutesAgo > b.minutesAgo; });
    Mailbox mailbox;
    for (const EarlierPost &message : std::as_const(messages)) {
        const milliseconds ago(static_cast<qint64>(message.minutesAgo * 60'000));
        const qint64 author
            = world.addPerson({.handle = message.author, .followers = 100, .joinedAt = now}).id;
        mailbox.add({.sender = author, .person = author, .text = message.text, .createdAt = now - ago});
    }
    return mailbox;
}

QString conversationId(qint64 a, qint64 b)
{
    return u"%1-%2"_s.arg(std::min(a, b)).arg(std::max(a, b));
}

} // namespace fw::sandbox::twitter

#include "app/core/log.h"
#include "connectors/pinterest/pinterest_parse.h"
#include "connectors/pinterest/pinterest_query.h"
#include "connectors/pinterest/radars.h"

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
/// A pin made this long before the last walk may have been missing from it: lists and numbers lag.
constexpr milliseconds kLag = std::chrono::hours(48);

class CommentRadar final : public StreamWalk
{
public:
    CommentRadar(const Account &account, milliseconds every)
        : StreamWalk(
            {.name = QString::fromLatin1(kCommentRadar), .operation = Operation::ReadMetrics, .every = every})
        , m_account(account)
    {
    }

private:
    [[nodiscard]] bool mayGoWithout(const Step &) const override { return false; }
    void begin() override { planLast(page({})); }

    [[nodiscard]] Step page(const QString &bookmark) const
    {
        return {.url = ownPinsUrl(m_account, bookmark), .category = u"org_read"_s, .id = bookmark};
    }

    Done read(const Step &step, const QByteArray &body, Taken &taken) override
    {
        const auto pins = readPins(body);
        if (!pins) {
            return Failure(pins.error());
        }
        if (!pins->bookmark.isEmpty() && pins->bookmark == step.id) {
            return Failure({.code = ErrorCode::MalformedAnswer,
                .detail = u"the page of pins names itself as the next one"_s});
        }
        taken.page.unreadable = pins->unreadable;
        for (const Pin &pin : pins->entries) {
            lookAt(pin, taken.page.posts);
        }
        taken.page.announced = int(taken.page.posts.size()); // what the network lists are pins, not signals
        if (!pins->bookmark.isEmpty()) {
            planNext(page(pins->bookmark));
        }
        return {};
    }

    /// A pin without numbers (older than 2023-03-20) is not remembered: should they come one day, they are no news.
    void lookAt(const Pin &pin, QList<Post> &posts)
    {
        if (!pin.comments || isRemembered(pin.id)) {
            return;
        }
        const auto known = before().notes.constFind(pin.id);
        const bool isKnown = known != before().notes.constEnd();
        const qint64 last = isKnown ? known->count : isNewPin(pin) ? 0 : *pin.comments;
        const qint64 rise = *pin.comments - last;
        const qint64 total = isKnown ? known->total + std::max<qint64>(rise, 0) : *pin.comments;
        if (rise > 0) {
            posts.append(signalFor(pin, rise, total));
        } else if (rise < 0) {
            log::info(log::Area::Intake, "comments became fewer",
                {{"account", m_account.id.value}, {"by", -rise}, {"now", *pin.comments}});
        }
        remember(pin.id, {.count = *pin.comments, .total = total});
    }

    [[nodiscard]] bool isNewPin(const Pin &pin) const
    {
        return !isFirst() && pin.createdAt && *pin.createdAt >= before().walkedAt - kLag;
    }

    /// The same rise gives the same id however often it is found. The total never falls, so that a comment after a deleted one is news again.
    [[nodiscard]] Post signalFor(const Pin &pin, qint64 rise, qint64 total) const
    {
        const QString id = u"comments:%1:%2"_s.arg(pin.id).arg(total);
        const SignalFacts facts{
            .kind = SignalKind::NewComments, .count = rise, .total = *pin.comments, .subject = pin.caption()};
        return {.author = pinAsAuthor(pin),
            .isAuthorAvailable = false,
            .remoteId = id,
            .versionId = id,
            .kind = MessageKind::Signal,
            .body = sentenceOf(facts),
            .postedAt = now(), // the numbers are as of the answer
            .thread = u"pin:"_s + pin.id,
            .permalink = pinPermalink(pin.id),
            .traits = Traits(),
            .signal = facts};
    }

    const Account &m_account;
};
} // namespace

std::unique_ptr<StreamWalk> makeCommentRadar(const Account &account, milliseconds every)
{
    return std::make_unique<CommentRadar>(account, every);
}

} // namespace fw::pinterest

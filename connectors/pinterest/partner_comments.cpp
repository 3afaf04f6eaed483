#include "connectors/pinterest/partner_comments.h"

#include "connectors/pinterest/pinterest_query.h"

#include <QSet>

#include <algorithm>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
using std::chrono::hours;

constexpr qsizetype kMostPlaces = 50'000;
constexpr qsizetype kMostPinsPerWalk = 200; // the rest has its turn in the next walk
constexpr int kRefusedBeforeAnyAnswer = 2;  // more: the profile is wrong, or the contract does not hold
constexpr milliseconds kTalkedAbout = hours(3 * 24);
constexpr milliseconds kNewPin = hours(7 * 24);
constexpr milliseconds kWholeEvery = hours(6);

enum class Look { None, Changed, Lively, Whole };

class PartnerComments final : public StreamWalk
{
public:
    PartnerComments(const Account &account, const PartnerProfile &profile, Places &places, milliseconds every)
        : StreamWalk({.name = QString::fromLatin1(kPartnerComments),
            .operation = Operation::ReadComments,
            .every = every})
        , m_account(account)
        , m_profile(profile)
        , m_places(places)
    {
    }

private:
    enum What { Pins, Comments, Replies };

    struct Wanted {
        Look look = Look::None;
        Pin pin = {};
    };

    [[nodiscard]] bool mayGoWithout(const Step &step) const override
    {
        return step.what != Pins && (m_answered > 0 || m_refused < kRefusedBeforeAnyAnswer);
    }

    void passedOver(const Step &) override { ++m_refused; }

    void begin() override
    {
        m_wanted.clear();
        m_readWhole.clear();
        m_answered = 0;
        m_refused = 0;
        planLast(pinsPage({}));
    }

    [[nodiscard]] Step pinsPage(const QString &bookmark) const
    {
        return {
            .url = ownPinsUrl(m_account, bookmark), .category = u"org_read"_s, .what = Pins, .id = bookmark};
    }

    [[nodiscard]] Step commentsPage(const QString &pin, const QString &subject, const QString &bookmark) const
    {
        return {.url = partnerUrl(
                    m_account, m_profile, m_profile.listComments, {.pin = pin, .subject = subject}, bookmark),
            .category = m_profile.readCategory,
            .what = Comments,
            .name = bookmark,
            .subject = subject,
            .pin = pin};
    }

    [[nodiscard]] Step repliesPage(const Place &root, const QString &bookmark) const
    {
        return {.url = partnerUrl(m_account, m_profile, *m_profile.listReplies, root, bookmark),
            .category = m_profile.readCategory,
            .what = Replies,
            .id = root.comment,
            .name = bookmark,
            .subject = root.subject,
            .pin = root.pin};
    }

    Done read(const Step &step, const QByteArray &body, Taken &taken) override
    {
        switch (step.what) {
        case Pins:
            return readOwnPins(step, body, taken.page);
        case Comments:
            return readCommentsPage(step, body, taken.page);
        default:
            return readRepliesPage(step, body, taken.page);
        }
    }

    Done readOwnPins(const Step &step, const QByteArray &body, PostPage &page)
    {
        const auto pins = readPins(body, m_profile.subject);
        if (!pins) {
            return Failure(pins.error());
        }
        for (const Pin &pin : pins->entries) {
            consider(pin, page);
        }
        if (!pins->bookmark.isEmpty() && pins->bookmark != step.id) {
            planNext(pinsPage(pins->bookmark));
        } else {
            planPins();
        }
        return {};
    }

    void consider(const Pin &pin, PostPage &page)
    {
        if (pin.subject.isEmpty()) {
            ++page.unreadable; // there is no asking for its comments
            return;
        }
        if (isRemembered(pinName(pin.id))) {
            return;
        }
        const Look look = lookFor(pin);
        remember(pinName(pin.id), before().notes.value(pinName(pin.id)));
        if (look != Look::None) {
            m_wanted.append({.look = look, .pin = pin});
        }
    }

    [[nodiscard]] Look lookFor(const Pin &pin) const
    {
        const auto known = before().notes.constFind(pinName(pin.id));
        if (known == before().notes.constEnd() || now() - known->readAt >= kWholeEvery) {
            return Look::Whole;
        }
        if (pin.comments.value_or(-1) != known->count) {
            return Look::Changed;
        }
        const bool isNew = pin.createdAt && now() - *pin.createdAt < kNewPin;
        const bool isTalkedAbout = now() - instantFromMs(known->total) < kTalkedAbout;
        return isNew || isTalkedAbout ? Look::Lively : Look::None;
    }

    void planPins()
    {
        std::stable_sort(m_wanted.begin(), m_wanted.end(),
            [](const Wanted &a, const Wanted &b) { return a.look < b.look; });
        for (qsizetype i = 0; i < std::min(m_wanted.size(), kMostPinsPerWalk); ++i) {
            const Wanted &wanted = m_wanted.at(i);
            Note note = remembered(pinName(wanted.pin.id));
            note.count = wanted.pin.comments.value_or(-1);
            if (wanted.look == Look::Whole) {
                note.readAt = now();
                m_readWhole.insert(wanted.pin.id);
            }
            remember(pinName(wanted.pin.id), note);
            planLast(commentsPage(wanted.pin.id, wanted.pin.subject, {}));
        }
    }

    Done readCommentsPage(const Step &step, const QByteArray &body, PostPage &page)
    {
        const auto comments = readComments(body, m_profile, m_profile.listComments, now());
        if (!comments) {
            return Failure(comments.error());
        }
        ++m_answered;
        page.announced = comments->announced;
        page.unreadable = comments->unreadable;
        bool hasNews = false;
        bool hasRecent = false;
        for (const Comment &comment : comments->entries) {
            if (isRecent(comment)) {
                hasRecent = true;
                hasNews = keepTop(comment, step, page) || hasNews;
            }
        }
        const bool isWhole = m_readWhole.contains(step.pin) && hasRecent;
        const bool hasNext = !comments->bookmark.isEmpty() && comments->bookmark != step.name;
        if (hasNext && (hasNews || isWhole)) {
            planNext(commentsPage(step.pin, step.subject, comments->bookmark));
        }
        return {};
    }

    [[nodiscard]] bool isRecent(const Comment &comment) const
    {
        return now() - comment.createdAt < hours(24 * m_profile.backfillDays);
    }

    /// Returns whether there is anything new about it.
    bool keepTop(const Comment &comment, const Step &step, PostPage &page)
    {
        const Place place{
            .comment = comment.id, .root = comment.id, .pin = step.pin, .subject = step.subject};
        keep(comment, place, page);
        noteActivity(step.pin, comment);
        const QString name = commentName(comment.id);
        const auto known = before().notes.constFind(name);
        const bool isKnown = known != before().notes.constEnd();
        const qint64 replies = comment.replies.value_or(-1);
        const bool isChanged = !isKnown || known->count != replies || replies < 0;
        if (isChanged && replies != 0 && m_profile.listReplies && !isRemembered(name)) {
            planNext(repliesPage(place, {}));
        }
        remember(name, {.count = replies});
        return !isKnown || known->count != replies;
    }

    Done readRepliesPage(const Step &step, const QByteArray &body, PostPage &page)
    {
        const auto replies = readComments(body, m_profile, *m_profile.listReplies, now());
        if (!replies) {
            return Failure(replies.error());
        }
        page.announced = replies->announced;
        page.unreadable = replies->unreadable;
        Place place{.comment = step.id, .root = step.id, .pin = step.pin, .subject = step.subject};
        for (const Comment &reply : replies->entries) {
            place.comment = reply.id;
            keep(reply, place, page);
            noteActivity(step.pin, reply);
        }
        if (!replies->bookmark.isEmpty() && replies->bookmark != step.name) {
            place.comment = step.id;
            planNext(repliesPage(place, replies->bookmark));
        }
        return {};
    }

    void keep(const Comment &comment, const Place &place, PostPage &page)
    {
        m_places.keep(place);
        page.posts.append(toPost(comment, place, m_account, m_profile));
    }

    /// Note::total of a pin is the time of its newest comment.
    void noteActivity(const QString &pin, const Comment &comment)
    {
        Note note = remembered(pinName(pin));
        note.total = std::max(note.total, toMs(comment.createdAt));
        remember(pinName(pin), note);
    }

    static QString pinName(const QString &id) { return u"p"_s + id; }
    static QString commentName(const QString &id) { return u"c"_s + id; }

    const Account &m_account;
    const PartnerProfile &m_profile;
    Places &m_places;
    QList<Wanted> m_wanted;
    QSet<QString> m_readWhole;
    int m_answered = 0;
    int m_refused = 0;
};
} // namespace

void Places::keep(const Place &place)
{
    if (m_known.size() >= kMostPlaces) {
        m_known.clear(); // it can be asked for again
    }
    m_known.insert(place.comment, place);
}

std::optional<Place> Places::of(const QString &comment) const
{
    const auto known = m_known.constFind(comment);
    return known == m_known.constEnd() ? std::nullopt : std::optional(*known);
}

std::unique_ptr<StreamWalk> makePartnerComments(
    const Account &account, const PartnerProfile &profile, Places &places, milliseconds every)
{
    return std::make_unique<PartnerComments>(account, profile, places, every);
}

} // namespace fw::pinterest

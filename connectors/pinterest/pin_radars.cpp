#include "connectors/pinterest/pinterest_parse.h"
#include "connectors/pinterest/pinterest_query.h"
#include "connectors/pinterest/radars.h"

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
/// On the very first walk only what was made this recently is news.
constexpr milliseconds kFresh = std::chrono::hours(24);

bool isFresh(const Pin &pin, Instant now)
{
    return pin.createdAt && *pin.createdAt >= now - kFresh;
}

Post signalFor(const Pin &pin, SignalKind kind, const QString &place, Instant now)
{
    const SignalFacts facts{.kind = kind, .subject = pin.caption(), .place = place};
    const QString id = u"pin:"_s + pin.id;
    return {.author = pinAsAuthor(pin),
        .isAuthorAvailable = false,
        .remoteId = id,
        .versionId = id,
        .kind = MessageKind::Signal,
        .body = sentenceOf(facts),
        .postedAt = pin.createdAt.value_or(now),
        .thread = id,
        .permalink = pinPermalink(pin.id),
        .traits = Traits(),
        .signal = facts};
}

class DomainRadar final : public StreamWalk
{
public:
    DomainRadar(const Account &account, milliseconds every)
        : StreamWalk(
            {.name = QString::fromLatin1(kDomainRadar), .operation = Operation::ReadMetrics, .every = every})
        , m_account(account)
    {
    }

private:
    enum What { Top, OnePin };

    void begin() override
    {
        planLast({.url = topPinsUrl(m_account, now()), .category = u"org_analytics"_s, .what = Top});
    }

    Done read(const Step &step, const QByteArray &body, Taken &taken) override
    {
        if (step.what == Top) {
            return readTop(body);
        }
        const auto pin = readPin(body);
        if (!pin) {
            return Failure(pin.error());
        }
        remember(pin->id, {});
        const bool isTheirs = !pin->isOurs.value_or(false);
        if (isTheirs && (!isFirst() || isFresh(*pin, now()))) {
            taken.page.posts.append(post(*pin));
            taken.page.announced = 1;
        }
        return {};
    }

    Done readTop(const QByteArray &body)
    {
        const auto top = readTopPins(body);
        if (!top) {
            return Failure(top.error());
        }
        for (const QString &id : top->pins) {
            if (before().notes.contains(id)) {
                remember(id, before().notes.value(id));
            } else {
                planNext({.url = pinUrl(m_account, id), .category = u"org_read"_s, .what = OnePin, .id = id});
            }
        }
        return {};
    }

    void passedOver(const Step &step) override
    {
        if (step.what == OnePin) {
            remember(step.id, {});
        }
    }

    /// The owner of the board is the only name the network gives.
    [[nodiscard]] Post post(const Pin &pin) const
    {
        Post signal = signalFor(pin, SignalKind::PinFromWebsite, pin.boardOwner, now());
        if (!pin.boardOwner.isEmpty()) {
            signal.author = {.network = Network::Pinterest,
                .remoteId = u"@"_s + pin.boardOwner,
                .handle = pin.boardOwner,
                .name = pin.boardOwner};
            signal.isAuthorAvailable = true;
        }
        return signal;
    }

    const Account &m_account;
};

class Collaborators final : public StreamWalk
{
public:
    Collaborators(const Account &account, milliseconds every)
        : StreamWalk({.name = QString::fromLatin1(kCollaborators),
            .operation = Operation::ReadMetrics,
            .every = every})
        , m_account(account)
    {
    }

private:
    enum What { Ourselves, Boards, Pins };

    void begin() override
    {
        planLast({.url = accountUrl(m_account), .category = u"org_read"_s, .what = Ourselves});
        planLast({.url = boardsUrl(m_account, {}), .category = u"org_read"_s, .what = Boards});
    }

    Done read(const Step &step, const QByteArray &body, Taken &taken) override
    {
        switch (step.what) {
        case Ourselves:
            return readAccount(body).map(
                [&taken](const AccountAnswer &answer) { taken.audience = answer.followers; });
        case Boards:
            return readBoardList(step, body, taken);
        default:
            return readBoardPins(step, body, taken);
        }
    }

    Done readBoardList(const Step &step, const QByteArray &body, Taken &taken)
    {
        const auto boards = readBoards(body);
        if (!boards) {
            return Failure(boards.error());
        }
        taken.page.unreadable = boards->unreadable;
        for (const Board &board : boards->entries) {
            if (isShared(board)) {
                planLast(pinsOf(board.id, board.name, {}));
            }
        }
        if (!boards->bookmark.isEmpty() && boards->bookmark != step.id) {
            planNext({.url = boardsUrl(m_account, boards->bookmark),
                .category = u"org_read"_s,
                .what = Boards,
                .id = boards->bookmark});
        }
        return {};
    }

    /// A board that says it has no collaborators and is ours holds nothing by others.
    [[nodiscard]] bool isShared(const Board &board) const
    {
        const bool isOurs
            = board.owner.isEmpty() || board.owner.compare(m_account.handle, Qt::CaseInsensitive) == 0;
        return !isOurs || board.collaborators.value_or(1) > 0;
    }

    [[nodiscard]] Step pinsOf(const QString &board, const QString &name, const QString &bookmark) const
    {
        return {.url = boardPinsUrl(m_account, board, bookmark),
            .category = u"org_read"_s,
            .what = Pins,
            .id = board,
            .name = name,
            .subject = bookmark};
    }

    Done readBoardPins(const Step &step, const QByteArray &body, Taken &taken)
    {
        const auto pins = readPins(body);
        if (!pins) {
            return Failure(pins.error());
        }
        taken.page.unreadable = pins->unreadable;
        const QString board = u"board:"_s + step.id;
        const bool isNewBoard = !before().notes.contains(board);
        remember(board, {});
        for (const Pin &pin : pins->entries) {
            if (pin.isOurs.value_or(true)) {
                continue;
            }
            const bool isNews = !before().notes.contains(pin.id) && !isRemembered(pin.id);
            if (isNews && (!isNewBoard || isFresh(pin, now()))) {
                taken.page.posts.append(signalFor(pin, SignalKind::PinOnBoard, step.name, now()));
            }
            remember(pin.id, {});
        }
        taken.page.announced = int(taken.page.posts.size()); // what the network lists are pins, not signals
        if (!pins->bookmark.isEmpty() && pins->bookmark != step.subject) {
            planNext(pinsOf(step.id, step.name, pins->bookmark));
        }
        return {};
    }

    const Account &m_account;
};
} // namespace

Identity pinAsAuthor(const Pin &pin)
{
    const QString title = pin.title.isEmpty() ? pin.description : pin.title;
    return {.network = Network::Pinterest,
        .remoteId = u"pin:"_s + pin.id,
        .name = title.isEmpty() ? u"Pin %1"_s.arg(pin.id) : title};
}

std::unique_ptr<StreamWalk> makeDomainRadar(const Account &account, milliseconds every)
{
    return std::make_unique<DomainRadar>(account, every);
}

std::unique_ptr<StreamWalk> makeCollaborators(const Account &account, milliseconds every)
{
    return std::make_unique<Collaborators>(account, every);
}

} // namespace fw::pinterest

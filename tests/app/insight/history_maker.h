#pragma once

#include "tests/app/store/promised_desk.h"

#include <random>

namespace fw::test {

/// One thing a test did to a desk. The oracle knows these and nothing of what the desk keeps.
struct Deed {
    enum class What { Ask, Answer, Resolve, Undo, Tag, Untag, Assign, Focus };
    What what = What::Ask;
    Instant at = {};
    int customer = 0;
    Instant posted = {};    // of Ask
    QString agent = {};     // who answered or resolved, or whom it was assigned to
    QString word = {};      // the tag, or the team
    Instant begun = {};     // of Focus
    milliseconds span = {}; // the same
};

/// A desk to which random things happen, and a list of them. Each customer has one conversation.
class HistoryMaker
{
public:
    HistoryMaker(quint32 seed, int customers) : m_random(seed), m_last(customers), m_state(customers) { }

    void step() { stepAmong(0, int(m_state.size())); }

    /// Something happens to one of `count` customers, from `first` on.
    void stepAmong(int first, int count)
    {
        const int customer = first + pick(count);
        State &state = m_state[customer];
        const int what = state.question.id.isNull() ? 0 : pick(20);
        if (what < 7) {
            ask(customer);
        } else if (what < 11) {
            if (state.isOwed) {
                answer(customer);
            }
        } else if (what < 14) {
            resolve(customer);
        } else if (what < 15) {
            undo(customer);
        } else if (what < 17) {
            tag(customer);
        } else if (what < 19) {
            assign(customer);
        } else {
            focus(customer);
        }
        desk.clock.advance(milliseconds(1 + pick(40 * 60'000)));
    }

    /// Most of those nobody hears of again were helped.
    void endWith(int customer)
    {
        if (!m_state[customer].question.id.isNull() && pick(5) > 0) {
            resolve(customer);
        }
    }

    int pick(int below) { return int(m_random() % unsigned(below)); }
    [[nodiscard]] ConversationId conversationOf(int customer) const
    {
        return m_state[customer].question.conversation;
    }

    PromisedDesk desk;
    QList<Deed> deeds;

private:
    struct State {
        Message question = {};
        bool isOwed = false;
        FactId resolved = {}; // the newest thing that happened to it, where that was a resolution
        QStringList tags = {};
    };

    void note(Deed deed)
    {
        deed.at = deed.at == Instant{} ? desk.clock.now() : deed.at;
        m_last[deed.customer] = desk.clock.now();
        deeds.append(deed);
    }

    void ask(int customer)
    {
        Post post = desk.mention(QString::number(++m_posts), QString::number(1000 + customer));
        post.thread = QStringLiteral("t%1").arg(customer);
        const auto since = (desk.clock.now() - m_last[customer]).count();
        if (m_last[customer] != Instant{} && pick(3) == 0) { // learned late, but after what happened before
            post.postedAt -= milliseconds(since > 1 ? pick(int(std::min<qint64>(since, 3'000'000))) : 0);
        }
        State &state = m_state[customer];
        state.question = desk.keep(post);
        state.isOwed = true;
        state.resolved = {};
        note({.what = Deed::What::Ask, .customer = customer, .posted = post.postedAt});
    }

    void answer(int customer)
    {
        State &state = m_state[customer];
        const QString agent = pick(2) == 0 ? QStringLiteral("ann") : QStringLiteral("bob");
        desk.answers(state.question, {}, agent);
        state.isOwed = false;
        state.resolved = {};
        note({.what = Deed::What::Answer, .customer = customer, .agent = agent});
    }

    void resolve(int customer)
    {
        State &state = m_state[customer];
        const QString agent = pick(2) == 0 ? QStringLiteral("ann") : QStringLiteral("cid");
        const auto resolved = waitFor(Desk(*desk.store).resolve(state.question.conversation, agent));
        if (!resolved) {
            return; // it was resolved already
        }
        state.resolved = *resolved;
        note({.what = Deed::What::Resolve, .customer = customer, .agent = agent});
    }

    void undo(int customer)
    {
        State &state = m_state[customer];
        if (!state.resolved.isNull()) {
            const auto undone = waitFor(
                Desk(*desk.store)
                    .undoResolve(state.question.conversation, state.resolved, QStringLiteral("ann")));
            Q_ASSERT(undone);
            state.resolved = {};
            note({.what = Deed::What::Undo, .customer = customer});
        }
    }

    void tag(int customer)
    {
        State &state = m_state[customer];
        const QString word = pick(2) == 0 ? QStringLiteral("refund") : QStringLiteral("late");
        const bool isThere = state.tags.contains(word);
        const auto done = waitFor(desk.store->write([&](Database &db) {
            TagStore tags(db);
            const ConversationId id = state.question.conversation;
            return isThere ? tags.remove(id, word, QStringLiteral("ann"))
                           : tags.add(id, word, QStringLiteral("ann"));
        }));
        Q_ASSERT(done && *done);
        isThere ? void(state.tags.removeAll(word)) : state.tags.append(word);
        note({.what = isThere ? Deed::What::Untag : Deed::What::Tag, .customer = customer, .word = word});
    }

    void tell(int customer, const QString &fact, const QJsonObject &detail)
    {
        const auto told = waitFor(desk.store->write([&](Database &db) {
            return JournalStore(db).add(
                {.fact = fact, .conversation = conversationOf(customer), .detail = detail});
        }));
        Q_ASSERT(told);
    }

    void assign(int customer)
    {
        const QString agent = pick(2) == 0 ? QStringLiteral("ann") : QStringLiteral("bob");
        const QString team = pick(2) == 0 ? QStringLiteral("care") : QStringLiteral("sales");
        tell(customer, QStringLiteral("conversation-assigned"),
            {{QStringLiteral("to"), agent}, {QStringLiteral("team"), team}});
        note({.what = Deed::What::Assign, .customer = customer, .agent = agent, .word = team});
    }

    void focus(int customer)
    {
        const milliseconds span(1000 + pick(200'000));
        const bool isOld = pick(2) == 0; // facts of before its beginning was told
        const Instant begun = desk.clock.now() - span - milliseconds(isOld ? 0 : pick(120'000));
        QJsonObject detail{{QStringLiteral("ms"), qint64(span.count())}};
        if (!isOld) {
            detail.insert(QStringLiteral("from_ms"), toMs(begun));
        }
        tell(customer, QStringLiteral("conversation-focused"), detail);
        note({.what = Deed::What::Focus, .customer = customer, .begun = begun, .span = span});
    }

    std::mt19937 m_random;
    QList<Instant> m_last;
    QList<State> m_state;
    int m_posts = 7'000'000;
};

} // namespace fw::test

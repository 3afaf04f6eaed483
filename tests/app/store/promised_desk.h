#pragma once

#include "app/desk/desk.h"
#include "app/model/policy/policy_form.h"
#include "app/store/class_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"
#include "app/store/tag_store.h"
#include "app/store/target_store.h"
#include "tests/support/desk_fixture.h"

namespace fw::test {

/// A desk with promises, whose customers and agents do as the test says.
class PromisedDesk final : public DeskFixture
{
public:
    /// Policies written with ' for ", in order; "…" of {"policies": […]}.
    QList<Policy> promise(QByteArray written)
    {
        JsonForm form(QStringLiteral("test"), "{\"policies\": [" + written.replace('\'', '"') + "]}");
        return *waitFor(store->write([&form](Database &db) -> Result<QList<Policy>> {
            PolicyStore kept(db);
            KnownNames known{.accounts = {QStringLiteral("care")}};
            for (const Calendar &calendar : kept.calendars()) {
                known.calendars.append(calendar.name);
            }
            const QList<Policy> policies = policiesIn(form.root(), known);
            if (const Done verdict = form.verdict(); !verdict) {
                return Failure(verdict.error());
            }
            return kept.importPolicies(policies, QStringLiteral("sue"));
        }));
    }

    /// Rules of class, written with ' for ".
    void importRules(QByteArray written)
    {
        JsonForm form(QStringLiteral("test"), written.replace('\'', '"'));
        const QList<ClassRule> rules = classRulesIn(form.root());
        const auto imported = waitFor(store->write(
            [rules](Database &db) { return ClassStore(db).importRules(rules, QStringLiteral("sue")); }));
        Q_ASSERT(imported && *imported && form.verdict());
    }

    /// A calendar for every day of the week.
    QList<Calendar> opens(const QString &name, const QByteArray &zone, const QList<Hours> &hours)
    {
        Calendar calendar{.name = name, .zone = zone};
        calendar.week.fill(hours);
        return *waitFor(store->write([calendar](Database &db) {
            return PolicyStore(db).importCalendars({calendar}, QStringLiteral("sue"));
        }));
    }

    Message asks(const QString &author = QStringLiteral("7"))
    {
        return keep(mention(QString::number(++m_posts), author));
    }

    /// Our answer to everything said so far, accepted `after` Send was pressed. What is asked meanwhile is not covered.
    void answers(
        const Message &message, milliseconds after = {}, const QString &agent = QStringLiteral("ann"))
    {
        const auto id = *waitFor(store->write([&](Database &db) {
            const Reply reply{.id = db.newId<ReplyId>(),
                .account = message.account,
                .conversation = message.conversation,
                .parent = message.id,
                .parentRemoteId = message.remoteId,
                .body = QStringLiteral("answer"),
                .agent = agent,
                .createdAt = db.now(),
                .notBefore = db.now(),
                .coversUpTo = MessageStore(db).newest(message.conversation)};
            ReplyStore(db).insert(reply);
            return reply.id;
        }));
        clock.advance(after);
        const bool isAccepted = *waitFor(store->write(
            [&](Database &db) { return ReplyStore(db).accept(id, QString::number(++m_posts), db.now()); }));
        Q_ASSERT(isAccepted);
    }

    void tags(const Message &message, const QString &tag)
    {
        const auto added = waitFor(store->write([&](Database &db) {
            return TagStore(db).add(message.conversation, tag, QStringLiteral("ann"));
        }));
        Q_ASSERT(added);
    }

    /// Null where it was resolved already.
    FactId resolves(const Message &message)
    {
        return waitFor(Desk(*store).resolve(message.conversation, QStringLiteral("ann"))).value_or(FactId{});
    }

    QList<KeptTarget> targets(const Message &message, TargetKind kind)
    {
        auto found
            = *waitFor(store->read([&](Database &db) { return TargetStore(db).of(message.conversation); }));
        found.removeIf([kind](const KeptTarget &kept) { return kept.target.kind != kind; });
        return found;
    }

    /// Journal facts of this name.
    qsizetype told(const QString &fact)
    {
        const auto facts
            = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 10'000); }));
        return std::count_if(
            facts.begin(), facts.end(), [&fact](const Fact &entry) { return entry.fact == fact; });
    }

    std::optional<Instant> nextAt()
    {
        return *waitFor(store->read([](Database &db) { return TargetStore(db).nextAt(); }));
    }

    int tellDue()
    {
        return *waitFor(store->write([](Database &db) { return TargetStore(db).tellDue(100); }));
    }

private:
    int m_posts = 1000;
};

} // namespace fw::test

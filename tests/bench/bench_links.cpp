#include "app/customers/link_suggestions.h"
#include "app/store/account_store.h"
#include "app/store/link_store.h"
#include "tests/app/customers/generated_people.h"
#include "tests/bench/bench.h"
#include "tests/bench/or_exit.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

namespace fw::bench {

using namespace Qt::StringLiterals;
using test::GeneratedPerson;

namespace {
constexpr int kCustomers = 100'000;
constexpr quint32 kSeed = 7;
constexpr std::array kLevels = {0.3, 0.5, 0.8, 0.9, 0.95};

/// What the likeliest suggestion was worth to one person.
struct Answer {
    GeneratedPerson person = {};
    double confidence = 0; // 0: no suggestion
    bool isRight = false;
    CustomerId certain = {};
};

template <typename T>
T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

Result<Account> anAccount(Store &store)
{
    return waited(store.write([](Database &db) {
        return AccountStore(db).add(
            {.name = u"care"_s, .baseUrl = u"http://127.0.0.1:1"_s, .tokenFile = u"/nowhere"_s});
    }));
}

Answer answerFor(Database &db, const GeneratedPerson &person)
{
    const auto identity = LinkStore(db).identity(person.identity).value_or(Identity{});
    const auto suggestions = suggestLinks(db, identity, 1);
    Answer answer{.person = person};
    if (!suggestions.isEmpty()) {
        answer.confidence = suggestions.first().confidence;
        answer.isRight = suggestions.first().customer.id == person.customer;
    }
    answer.certain = certainCustomer(db, identity).value_or(Customer{}).id;
    return answer;
}

QJsonObject atLevel(const QList<Answer> &answers, double level)
{
    int suggested = 0;
    int right = 0;
    int findable = 0;
    for (const Answer &answer : answers) {
        findable += answer.person.hasTrace ? 1 : 0;
        suggested += answer.confidence >= level ? 1 : 0;
        right += answer.confidence >= level && answer.isRight ? 1 : 0;
    }
    const double precision = suggested > 0 ? double(right) / suggested : 1;
    const double recall = findable > 0 ? double(right) / findable : 0;
    std::printf("confidence >= %.2f: %6d suggested, precision %.4f, recall of those who left a trace %.4f\n",
        level, suggested, precision, recall);
    return {{u"confidence"_s, level}, {u"suggested"_s, suggested}, {u"precision"_s, precision},
        {u"recall"_s, recall}};
}

QJsonObject report(const QList<Answer> &answers, double msEach)
{
    QJsonArray levels;
    for (const double level : kLevels) {
        levels.append(atLevel(answers, level));
    }
    int certain = 0;
    int wrong = 0;
    for (const Answer &answer : answers) {
        certain += answer.certain.isNull() ? 0 : 1;
        wrong += !answer.certain.isNull() && answer.certain != answer.person.customer ? 1 : 0;
    }
    std::printf("linked unasked: %d, of them wrong: %d; %.2f ms a person\n", certain, wrong, msEach);
    return {
        {u"levels"_s, levels}, {u"linked_unasked"_s, certain}, {u"wrong"_s, wrong}, {u"ms_each"_s, msEach}};
}
} // namespace

QJsonObject benchLinks(const Options &options)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    IdSource ids(clock);
    auto store = Store::open(DatabasePlace::ofFile(folder.filePath(u"desk.db"_s)), clock, ids);
    const auto account = store ? anAccount(**store) : Result<Account>(Failure(store.error()));
    const auto people = account
        ? test::generatePeople(**store, *account, int(kCustomers * options.size), kSeed)
        : Result<QList<GeneratedPerson>>(Failure(account.error()));
    if (!people) {
        giveUp(people.error().detail);
    }
    QElapsedTimer timer;
    timer.start();
    const auto answers = waited((*store)->read([people = *people](Database &db) {
        QList<Answer> list;
        for (const GeneratedPerson &person : people) {
            list.append(answerFor(db, person));
        }
        return list;
    }));
    if (!answers) {
        giveUp(answers.error().detail);
    }
    return report(*answers, double(timer.elapsed()) / std::max<double>(1, double(answers->size())));
}

} // namespace fw::bench

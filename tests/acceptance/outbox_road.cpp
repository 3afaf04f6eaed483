#include "tests/acceptance/outbox_road.h"

#include "app/store/reply_store.h"

#include <QSet>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPlenty = 1'000'000;

QJsonObject scenario()
{
    QJsonArray underOurPosts; // these can be hidden
    for (int i = 0; i < 4; ++i) {
        underOurPosts.append(QJsonObject{{u"author"_s, u"guest%1"_s.arg(i)}, {u"text"_s, u"hello"_s},
            {u"minutes_ago"_s, 5}, {u"in_reply_to_brand_post"_s, 0}});
    }
    QJsonArray windows = roomyWindows();
    windows.append(QJsonObject{{u"name"_s, u"15 min"_s}, {u"operation"_s, u"hide"_s}, {u"limit"_s, kPlenty},
        {u"header"_s, u"x-rate-limit"_s}});
    return {{u"mention_count"_s, 40}, {u"mentions"_s, underOurPosts}, {u"windows"_s, windows},
        {u"lock_after_refusals"_s, 0}};
}

/// What did not arrive within 1.2 seconds is sent again; nothing leaves later than a quarter of that and the deadline.
QJsonObject settings()
{
    QJsonObject settings = hurriedSettings();
    QJsonObject limits = settings[u"limits"_s].toObject();
    limits[u"settle_ms"_s] = 1200;
    limits[u"lookups_ms"_s] = QJsonArray{50, 300, 1200};
    QJsonObject windows = limits[u"windows"_s].toObject();
    windows.insert(u"hide"_s, QJsonObject{{u"15 min"_s, kPlenty}});
    limits[u"windows"_s] = windows;
    settings[u"limits"_s] = limits;
    settings.insert(u"deadline_ms"_s, 400);
    return settings;
}
} // namespace

OutboxRoad::OutboxRoad() : m_data(m_folder.filePath(u"desk"_s)) { }

QString OutboxRoad::start(const std::optional<DatabasePlace> &team)
{
    if (!m_sandbox.start(scenario())) {
        return u"the sandbox did not start"_s;
    }
    m_control = std::make_unique<SandboxControl>(m_sandbox.url());
    m_workplace = team ? *wiring::Workplace::openTeam(*team, m_data, m_clock)
                       : *wiring::Workplace::create(m_data, m_clock);
    const Account account = addAccount(*m_workplace, m_folder.path(), m_sandbox.url(), settings());
    Account patient = account; // reading is not what is tested
    patient.settings.remove(u"deadline_ms"_s);
    if (const auto cut = pullOnce(*m_workplace, patient)) {
        return cut->detail;
    }
    m_questions = answerable(*m_workplace);
    return m_questions.isEmpty() ? u"nobody asked anything"_s : QString();
}

void OutboxRoad::press(const Message &question, const QString &text)
{
    const auto pressed = waitFor(m_workplace->outbox().press({.conversation = question.conversation,
        .parent = question.id,
        .body = text,
        .agent = u"ann"_s,
        .isSure = true}));
    m_pressed.insert(pressed ? pressed->id : ReplyId{}, text);
}

void OutboxRoad::press(int count)
{
    for (int i = 0; i < count; ++i) {
        press(nextQuestion(), nextText());
    }
}

QStringList OutboxRoad::on(const QStringList &arguments) const
{
    return QStringList{u"--data"_s, m_data} + arguments + QStringList{u"--json"_s};
}

std::unique_ptr<QProcess> OutboxRoad::startDispatch(const QStringList &environment)
{
    return startCtl(on({u"dispatch"_s, u"--until-empty"_s}), environment);
}

Ran OutboxRoad::dispatch(const QStringList &environment)
{
    return ended(*startDispatch(environment));
}

bool OutboxRoad::strikeNext(const QString &fault)
{
    QJsonArray rules;
    if (!fault.isEmpty()) {
        rules.append(QJsonObject{{u"kind"_s, fault}, {u"operation"_s, u"create"_s}, {u"count"_s, 1}});
    }
    return m_control->setFaults(rules);
}

QString OutboxRoad::compare(bool mayBeRefused)
{
    const QHash<ReplyId, QString> pressed = std::exchange(m_pressed, {});
    const QSet<QString> texts(pressed.begin(), pressed.end());
    QHash<QString, QString> there; // id -> text
    for (const QJsonValue &post : m_control->posts(true)) {
        const QString text = post[u"text"_s].toString();
        if (texts.contains(text)) {
            there.insert(post[u"id"_s].toString(), text);
        }
    }
    for (auto wanted = pressed.begin(); wanted != pressed.end(); ++wanted) {
        const auto read = waitFor(
            m_workplace->store().read([id = wanted.key()](Database &db) { return ReplyStore(db).byId(id); }));
        if (!read || !*read) {
            return u"%1 was lost: %2"_s.arg(*wanted, read ? QString() : read.error().detail);
        }
        const Reply &reply = **read;
        const bool isRefused = reply.state == ReplyState::Rejected && !reply.reason.isEmpty();
        if (isRefused && mayBeRefused) {
            continue;
        }
        if (reply.state != ReplyState::Accepted) {
            return u"%1 is %2: %3"_s.arg(*wanted, toString(reply.state), reply.detail);
        }
        if (there.take(reply.remoteId) != *wanted) {
            return u"%1 is accepted, but not there"_s.arg(*wanted);
        }
    }
    return there.isEmpty() ? QString() : u"%1 was sent twice"_s.arg(there.begin().value());
}

} // namespace fw::test

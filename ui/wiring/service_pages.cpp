#include "ui/wiring/service_pages.h"

#include "app/store/account_store.h"
#include "app/store/service_store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cmath>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds kPatience{3};

struct Reading {
    ServiceFigures figures = {};
    QHash<AccountId, QString> names = {};
};

/// Prometheus text, a metric at a time.
class MetricText
{
public:
    void begin(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }

    void add(double value, std::initializer_list<std::pair<const char *, QString>> labels = {})
    {
        QByteArray inBraces;
        for (const auto &[label, text] : labels) {
            inBraces += (inBraces.isEmpty() ? "" : ",") + QByteArray(label) + "=\"" + escaped(text) + '"';
        }
        m_text += m_name + (inBraces.isEmpty() ? QByteArray() : '{' + inBraces + '}') + ' '
            + QByteArray::number(value, 'f', value == std::floor(value) ? 0 : 3) + '\n';
    }

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    static QByteArray escaped(const QString &text)
    {
        return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    }

    QByteArray m_name;
    QByteArray m_text;
};

double secondsOf(milliseconds span)
{
    return double(span.count()) / 1000;
}

void addService(MetricText &text, const Service &service)
{
    text.begin("floorwalker_up", "gauge", "1 while the database was reached within the last lease term.");
    text.add(service.isHealthy() ? 1 : 0);
    text.begin(
        "floorwalker_last_loop_seconds", "gauge", "Seconds since this service last reached the database.");
    text.add(secondsOf(service.sinceTurn().value_or(milliseconds(0))));
}

void addAttempts(MetricText &text, const Service &service, const QHash<AccountId, QString> &names)
{
    text.begin("floorwalker_attempts_total", "counter", "Attempts of this process by outcome.");
    std::map<AccountId, qint64> refusals;
    for (const auto &[key, count] : service.attempts()) {
        text.add(double(count), {{"account", names.value(key.first)}, {"outcome", key.second}});
        const bool isRefusal = key.second == "rejected"_L1 || key.second == "limited"_L1;
        refusals[key.first] += isRefusal ? count : 0;
    }
    text.begin("floorwalker_refusals_total", "counter", "Attempts of this process that the network refused.");
    for (const auto &[account, count] : refusals) {
        text.add(double(count), {{"account", names.value(account)}});
    }
}

void addFigures(MetricText &text, const ServiceFigures &figures, const QString &us)
{
    text.begin("floorwalker_queue_waiting", "gauge", "Conversations that wait for an answer.");
    text.add(double(figures.waiting));
    text.begin("floorwalker_outbox_replies", "gauge", "Replies that are not at their end, by state.");
    for (auto state = figures.outbox.begin(); state != figures.outbox.end(); ++state) {
        text.add(double(*state), {{"state", state.key()}});
    }
    text.begin("floorwalker_services", "gauge", "Services alive on this database.");
    text.add(figures.services);
    text.begin("floorwalker_lease_held", "gauge", "1 where this service works for the account.");
    for (const HeldLease &lease : figures.leases) {
        text.add(lease.holder == us ? 1 : 0, {{"account", lease.account}, {"holder", lease.holder}});
    }
    text.begin("floorwalker_lease_epoch", "gauge", "How often the right to send for the account was taken.");
    for (const HeldLease &lease : figures.leases) {
        text.add(double(lease.epoch), {{"account", lease.account}});
    }
    text.begin("floorwalker_complete_up_to_seconds", "gauge",
        "Unix time up to which the stream is known to be complete.");
    for (const auto &stream : figures.completeness) {
        if (stream.upTo) {
            text.add(secondsOf(stream.upTo->time_since_epoch()),
                {{"account", stream.account}, {"stream", stream.stream}});
        }
    }
}

MonitorPage health(const Service &service)
{
    QJsonObject object{{u"healthy"_s, service.isHealthy()}, {u"service"_s, service.name()}};
    if (const auto since = service.sinceTurn()) {
        object.insert(u"last_loop_ms"_s, qint64(since->count()));
    }
    return {.status = service.isHealthy() ? 200 : 503,
        .type = "application/json",
        .body = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'};
}

/// Figures that the database does not tell are missing, which is the truth.
QByteArray metricsOf(const Service &service, const Reading *reading)
{
    MetricText text;
    addService(text, service);
    if (reading) {
        addAttempts(text, service, reading->names);
        addFigures(text, reading->figures, service.name());
    }
    return text.text();
}

void metrics(Service &service, Workplace &workplace, const MonitorServer::Answer &answer)
{
    const auto isAnswered = std::make_shared<bool>(false);
    const auto answerOnce = [&service, answer, isAnswered](const Reading *reading) {
        if (!std::exchange(*isAnswered, true)) {
            answer({.type = "text/plain; version=0.0.4; charset=utf-8", .body = metricsOf(service, reading)});
        }
    };
    const auto read = workplace.store().read([](Database &db) {
        Reading reading{.figures = ServiceStore(db).figures()};
        for (const Account &account : AccountStore(db).all()) {
            reading.names.insert(account.id, account.name);
        }
        return reading;
    });
    whenDone(read, &service,
        [answerOnce](const Result<Reading> &reading) { answerOnce(reading ? &*reading : nullptr); });
    // Who is cut off from the database is what the figures are most wanted for.
    QTimer::singleShot(kPatience, &service, [answerOnce] { answerOnce(nullptr); });
}
} // namespace

MonitorServer::Source servicePages(Service &service, Workplace &workplace)
{
    return [&service, &workplace](const QByteArray &path, const MonitorServer::Answer &answer) {
        if (path == "/healthz") {
            answer(health(service));
        } else if (path == "/metrics") {
            metrics(service, workplace, answer);
        } else {
            answer({.status = 404, .body = "there are /healthz and /metrics\n"});
        }
    };
}

} // namespace fw::wiring

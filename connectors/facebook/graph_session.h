#pragma once

#include "app/network/connector.h"
#include "connectors/facebook/facebook_settings.h"
#include "connectors/facebook/graph_errors.h"
#include "connectors/facebook/graph_fields.h"
#include "connectors/facebook/graph_parse.h"
#include "connectors/facebook/text_versions.h"
#include "connectors/http/http_client.h"
#include "connectors/http/raw_sink.h"
#include "connectors/http/token_source.h"

#include <QUrlQuery>

#include <map>
#include <memory>
#include <set>

namespace fw::facebook {

/// A read: GET /{version}/{path}?{query}&fields=…
struct Ask {
    QString path = {}; // ids from idIn() and names of edges
    QUrlQuery query = {};
    FieldList fields = FieldList::Post;
    Operation operation = Operation::ReadComments;
    bool isAboutOne = false; // a refusal concerns this object or list, not what the token may do
};

/// A write: `form` is the body of a form, `json` takes its place when it is not empty.
struct Deed {
    QByteArray method = "POST";
    QString path = {};
    QList<QPair<QString, QString>> form = {};
    QByteArray json = {};
    QString idMember = {}; // of the answer; empty: {"success":true} is enough
    QString target = {};   // the id of what it is done to
    CallContext context = {};
};

struct AskAnswer {
    HttpAnswer http = {};
    CallFacts facts = {};
    std::optional<Error> error = {}; // the read did not succeed
};

/// What the steps of a call share. Steps hold it weakly: those that end after the connector is gone find nothing and stop.
class Session final : public std::enable_shared_from_this<Session>
{
public:
    /// `appSecret` may be null.
    Session(const Account &account, TokenSource token, const Clock &clock, TokenSource appSecret);
    void showAnswersTo(RawSink sink) { m_http.setRawSink(std::move(sink)); }

    [[nodiscard]] const Account &account() const { return m_account; }
    /// The network's time as far as known.
    [[nodiscard]] Instant now() const { return m_clock.now() + m_account.clockOffset; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] TextVersions &versions() { return m_versions; }

    /// One call; a second one with the core list when the fields are refused, which is then remembered.
    [[nodiscard]] QFuture<AskAnswer> read(const Ask &ask);
    [[nodiscard]] QFuture<Outcome> write(const Deed &deed);
    /// Asks who we are. Errors also: Unauthorised when the token is a person's or another Page's.
    [[nodiscard]] QFuture<Answer<Profile>> identify();

    /// Whether the network has named the Page as the token's owner. With a person's token some lists are empty where they should be refused.
    [[nodiscard]] bool isPagesToken() const { return m_isPagesToken; }
    void noteForbidden(Operation operation);
    /// Whether the network said lately that the token lacks the permission for it.
    [[nodiscard]] bool isForbidden(Operation operation) const;

private:
    struct Credentials {
        QByteArray bearer = {};
        QByteArray proof = {}; // empty: there is no app secret
    };
    [[nodiscard]] Result<Credentials> credentials() const;
    [[nodiscard]] QUrl urlOf(const QString &path, QUrlQuery query, const QByteArray &proof) const;
    [[nodiscard]] QFuture<HttpAnswer> get(const Ask &ask, bool isCoreOnly);
    [[nodiscard]] AskAnswer judged(const HttpAnswer &answer, const Ask &ask);
    [[nodiscard]] Answer<Profile> profileIn(const AskAnswer &read);
    void notePermission(Operation operation, const HttpAnswer &answer);

    Account m_account; // remoteId is filled in when the network has told it
    const Settings m_settings;
    const TokenSource m_token;
    const TokenSource m_appSecret; // null: none
    const Clock &m_clock;
    TextVersions m_versions;
    bool m_isPagesToken = false;
    std::set<FieldList> m_coreOnly;           // lists whose full form was refused
    std::map<Operation, Instant> m_forbidden; // until when it is not asked again
    HttpClient m_http;
};
using Shared = std::weak_ptr<Session>; // the connector owns the only lasting shared_ptr

/// What the answers are read with.
[[nodiscard]] Reading readingOf(const Session &session, const HttpAnswer &answer);

} // namespace fw::facebook

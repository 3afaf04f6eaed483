#include "connectors/sandbox/pinterest/pin_reads.h"

#include "connectors/sandbox/pinterest/operations.h"

#include <QDate>

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;
using std::chrono::hours;

namespace {
const QJsonValue kNull(QJsonValue::Null);
constexpr int kMostPerPage = 250;
constexpr int kMostTopPins = 50;

QJsonObject imagesOf(const Pin &pin)
{
    QJsonObject images;
    for (const auto &[name, width, height] :
        {std::tuple(u"150x150"_s, 150, 150), std::tuple(u"400x300"_s, 400, 300),
            std::tuple(u"600x"_s, 600, 359), std::tuple(u"1200x"_s, 1200, 718)}) {
        images.insert(name,
            QJsonObject{{u"width"_s, width}, {u"height"_s, height},
                {u"url"_s, u"https://i.pinimg.com/%1/%2.jpg"_s.arg(name, pin.id)}});
    }
    return images;
}

/// The name of a parameter that is none of its choices.
QString wrongChoice(const QUrlQuery &query, const QString &name, const QStringList &choices)
{
    const QString given = query.queryItemValue(name);
    return given.isEmpty() || choices.contains(given) ? QString() : name;
}

} // namespace

QString pinTime(Instant at)
{
    const QString seconds = toDateTime(at).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    const qint64 ms = toMs(at) % 1000;
    return ms == 0 ? seconds : u"%1.%2000"_s.arg(seconds).arg(ms, 3, 10, QChar(u'0'));
}

QJsonObject PinReads::pinJson(const Pin &pin, bool hasMetrics) const
{
    const Board *board = m_state.world.board(pin.board);
    const auto textOrNull = [](const QString &text) { return text.isEmpty() ? kNull : QJsonValue(text); };
    QJsonObject json{{u"id"_s, pin.id}, {u"created_at"_s, pinTime(pin.createdAt)},
        {u"title"_s, textOrNull(pin.title)}, {u"description"_s, textOrNull(pin.description)},
        {u"alt_text"_s, kNull}, {u"link"_s, textOrNull(pin.link)}, {u"note"_s, QString()},
        {u"product_tags"_s, QJsonArray()}, {u"board_id"_s, pin.board}, {u"board_section_id"_s, kNull},
        {u"board_owner"_s, QJsonObject{{u"username"_s, board->owner}}}, {u"parent_pin_id"_s, kNull},
        {u"is_owner"_s, m_state.world.isOurs(pin)}, {u"is_standard"_s, true}, {u"has_been_promoted"_s, false},
        {u"creative_type"_s, u"REGULAR"_s}, {u"dominant_color"_s, u"#cacafe"_s},
        {u"media"_s, QJsonObject{{u"media_type"_s, u"image"_s}, {u"images"_s, imagesOf(pin)}}},
        {u"pin_metrics"_s, kNull}};
    if (m_state.scenario.hasPartner) {
        json.insert(
            u"aggregated_pin_data"_s, QJsonObject{{u"id"_s, pin.aggregated}}); // seen by partners only
    }
    if (hasMetrics) {
        const int comments = m_state.world.commentCount(pin.id, m_state.now() - m_state.scenario.metricsLag);
        json.insert(u"pin_metrics"_s,
            QJsonObject{
                {u"90d"_s, QJsonObject{{u"pin_click"_s, 7}, {u"impression"_s, 240}, {u"clickthrough"_s, 3}}},
                {u"lifetime_metrics"_s,
                    QJsonObject{{u"pin_click"_s, 7}, {u"impression"_s, 240}, {u"clickthrough"_s, 3},
                        {u"reaction"_s, 10}, {u"comment"_s, comments}}}});
    }
    return json;
}

QJsonObject PinReads::boardJson(const Board &board) const
{
    int pins = 0;
    for (const Pin &pin : m_state.world.pins()) {
        pins += pin.board == board.id ? 1 : 0;
    }
    return {{u"id"_s, board.id}, {u"name"_s, board.name}, {u"description"_s, kNull},
        {u"owner"_s, QJsonObject{{u"username"_s, board.owner}}}, {u"privacy"_s, u"PUBLIC"_s},
        {u"collaborator_count"_s, board.collaborators}, {u"follower_count"_s, 13}, {u"pin_count"_s, pins},
        {u"is_ads_only"_s, false}, {u"created_at"_s, pinTime(board.createdAt)},
        {u"board_pins_modified_at"_s, pinTime(board.createdAt)},
        {u"media"_s, QJsonObject{{u"image_cover_url"_s, kNull}, {u"pin_thumbnail_urls"_s, QJsonArray()}}}};
}

HttpAnswer PinReads::page(
    const QList<QJsonObject> &entries, const QUrlQuery &query, EndMark end, const Misfortune &misfortune)
{
    return pageOf(entries, query, kMostPerPage, end, misfortune, m_state.simulation.faults.random());
}

HttpAnswer PinReads::answer(const Call &call, const QUrlQuery &query, const Misfortune &misfortune)
{
    const QString metrics = query.queryItemValue(u"pin_metrics"_s);
    if (!metrics.isEmpty() && metrics != "true"_L1 && metrics != "false"_L1) {
        return complaint(400, 1, u"Parameter 'pin_metrics' must be a boolean."_s);
    }
    if (call.operation == kAccount) {
        return account();
    }
    if (call.operation == kBoards) {
        return boards(query, misfortune);
    }
    if (call.operation == kBoardPins) {
        return boardPins(call.subject, query, misfortune);
    }
    if (call.operation == kPins) {
        return ownPins(query, misfortune);
    }
    if (call.operation == kPin) {
        return onePin(call.subject, query);
    }
    if (call.operation == kTopPins) {
        return topPins(query);
    }
    return call.operation == kWebsites ? websites(query, misfortune) : followers(query, misfortune);
}

HttpAnswer PinReads::account() const
{
    const PinWorld &world = m_state.world;
    int own = 0;
    for (const Pin &pin : world.pins()) {
        own += world.isOurs(pin) ? 1 : 0;
    }
    return {.body = {{u"id"_s, world.brand().id}, {u"username"_s, world.brand().username},
                {u"business_name"_s, world.brand().name}, {u"account_type"_s, u"BUSINESS"_s},
                {u"about"_s, u"A department store by the sea."_s},
                {u"profile_image"_s, u"https://i.pinimg.com/600x600/harbor.jpg"_s},
                {u"website_url"_s, u"https://"_s + m_state.scenario.website},
                {u"follower_count"_s, world.followers}, {u"following_count"_s, 347}, {u"pin_count"_s, own},
                {u"board_count"_s, 2}, {u"monthly_views"_s, 163'000}}};
}

HttpAnswer PinReads::boards(const QUrlQuery &query, const Misfortune &misfortune)
{
    QList<QJsonObject> entries;
    for (const Board &board : m_state.world.boards()) {
        if (board.owner == m_state.world.brand().username) {
            entries.prepend(boardJson(board));
        }
    }
    return page(entries, query, EndMark::Blank, misfortune);
}

HttpAnswer PinReads::boardPins(const QString &board, const QUrlQuery &query, const Misfortune &misfortune)
{
    const Board *known = m_state.world.board(board);
    if (known == nullptr || known->owner != m_state.world.brand().username) {
        return complaint(404, 40, u"Board not found."_s);
    }
    QList<QJsonObject> entries;
    for (const Pin &pin : m_state.world.pins()) {
        if (pin.board == board) {
            entries.prepend(pinJson(pin, query.queryItemValue(u"pin_metrics"_s) == "true"_L1));
        }
    }
    return page(entries, query, EndMark::Null, misfortune);
}

HttpAnswer PinReads::ownPins(const QUrlQuery &query, const Misfortune &misfortune)
{
    QList<QJsonObject> entries;
    for (const Pin &pin : m_state.world.pins()) {
        if (m_state.world.isOurs(pin)) {
            entries.prepend(pinJson(pin, query.queryItemValue(u"pin_metrics"_s) == "true"_L1));
        }
    }
    return page(entries, query, EndMark::Null, misfortune);
}

HttpAnswer PinReads::onePin(const QString &id, const QUrlQuery &query) const
{
    const Pin *pin = m_state.world.pin(id);
    if (pin == nullptr) {
        return complaint(404, 50, u"Pin not found."_s);
    }
    return {.body = pinJson(*pin, query.queryItemValue(u"pin_metrics"_s) == "true"_L1)};
}

HttpAnswer PinReads::topPins(const QUrlQuery &query) const
{
    const QDate start = QDate::fromString(query.queryItemValue(u"start_date"_s), Qt::ISODate);
    const QDate end = QDate::fromString(query.queryItemValue(u"end_date"_s), Qt::ISODate);
    const QStringList sorts{u"ENGAGEMENT"_s, u"IMPRESSION"_s, u"OUTBOUND_CLICK"_s, u"PIN_CLICK"_s, u"SAVE"_s};
    const QString sort = query.queryItemValue(u"sort_by"_s);
    const QString wrong = wrongChoice(query, u"source"_s, {u"ALL"_s, u"YOUR_PINS"_s, u"OTHER_PINS"_s})
        + wrongChoice(query, u"from_claimed_content"_s, {u"OTHER"_s, u"CLAIMED"_s, u"BOTH"_s})
        + wrongChoice(query, u"created_in_last_n_days"_s, {u"30"_s});
    const QString number = query.queryItemValue(u"num_of_pins"_s);
    const int count = number.isEmpty() ? 10 : number.toInt();
    if (!start.isValid() || !end.isValid() || start > end || !sorts.contains(sort) || !wrong.isEmpty()
        || count < 1 || count > kMostTopPins) {
        return complaint(400, 400, u"Invalid pins analytics parameters."_s);
    }
    QJsonArray pins;
    for (auto pin = m_state.world.pins().rbegin(); pin != m_state.world.pins().rend() && pins.size() < count;
         ++pin) {
        const bool isOurs = m_state.world.isOurs(*pin);
        const QString source = query.queryItemValue(u"source"_s);
        const bool isWanted = (source != "OTHER_PINS"_L1 || !isOurs) && (source != "YOUR_PINS"_L1 || isOurs)
            && (query.queryItemValue(u"from_claimed_content"_s) != "CLAIMED"_L1 || pin->isFromOurSite)
            && (!query.hasQueryItem(u"created_in_last_n_days"_s)
                || pin->createdAt > m_state.now() - hours(720));
        if (isWanted) {
            pins.append(QJsonObject{{u"pin_id"_s, pin->id}, {u"metrics"_s, QJsonObject{{sort, 42}}},
                {u"data_status"_s, QJsonObject{{sort, u"READY"_s}}}});
        }
    }
    return {.body = {{u"pins"_s, pins}, {u"sort_by"_s, sort},
                {u"date_availability"_s,
                    QJsonObject{{u"is_realtime"_s, false},
                        {u"latest_available_timestamp"_s, toMs(m_state.now() - hours(24))}}}}};
}

HttpAnswer PinReads::websites(const QUrlQuery &query, const Misfortune &misfortune)
{
    return page({{{u"website"_s, m_state.scenario.website}, {u"status"_s, u"success"_s},
                    {u"verified_at"_s, u"2022-12-14T21:03:01.602000"_s}}},
        query, EndMark::Null, misfortune);
}

HttpAnswer PinReads::followers(const QUrlQuery &query, const Misfortune &misfortune)
{
    QList<QJsonObject> entries;
    for (const char *name : {"maria_k", "tomhiggs", "lea_b"}) {
        entries.append({{u"type"_s, u"user"_s}, {u"username"_s, QString::fromLatin1(name)}});
    }
    return page(entries, query, EndMark::Missing, misfortune);
}

} // namespace fw::sandbox::pinterest

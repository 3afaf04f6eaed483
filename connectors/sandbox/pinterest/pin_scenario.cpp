#include "connectors/sandbox/pinterest/pin_scenario.h"

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostPins = 20'000;

QStringList usualTitles()
{
    return {u"Walnut table"_s, u"Linen curtains, sea green"_s, u"Reading corner with a wool throw"_s,
        u"Copper kettle"_s, u"Oak shelf for small rooms"_s, u"Winter coats for the harbour"_s,
        u"Breakfast for four"_s, u"Striped rug, handwoven"_s, u"Lamp “Lighthouse”"_s, u"Garden bench"_s,
        u"Canvas bag & belt"_s, u"Stoneware, set of six"_s};
}

QList<EarlierComment> usualComments()
{
    return {
        {.author = u"maria_k"_s, .text = u"Is the table also there in oak?"_s, .minutesAgo = 300, .pin = 0},
        {.author = u"tomhiggs"_s, .text = u"How many people fit around it?"_s, .minutesAgo = 120, .pin = 0},
        {.author = u"lea_b"_s, .text = u"Vous livrez à Lyon ?"_s, .minutesAgo = 90, .pin = 1},
        {.author = u"jonas.w"_s,
            .text = u"Mine arrived with a dent 😢 what now?"_s,
            .minutesAgo = 60,
            .pin = 3},
        {.author = u"priya_n"_s, .text = u"love love love"_s, .minutesAgo = 45, .pin = 8},
        {.author = u"sam_ito"_s,
            .text = u"Price? <b>&amp;</b> does it ship to Japan?"_s,
            .minutesAgo = 30,
            .pin = 8},
        {.author = u"noor"_s, .text = u"هل هذا متوفر؟"_s, .minutesAgo = 15, .pin = 11}};
}

milliseconds span(JsonReader &reader, const QString &key)
{
    return milliseconds(1000 * reader.whole(key, 0, 0, 7 * 86'400));
}
} // namespace

PinScenario readPinScenario(JsonReader &reader)
{
    reader.allow({u"username"_s, u"name"_s, u"website"_s, u"pin_titles"_s, u"pin_count"_s, u"comments"_s,
        u"collaborator_pins"_s, u"domain_pins"_s, u"tokens"_s, u"people"_s, u"metrics_lag_s"_s,
        u"write_gap_s"_s, u"partner"_s});
    PinScenario scenario;
    scenario.username = reader.text(u"username"_s, scenario.username);
    scenario.name = reader.text(u"name"_s, scenario.name);
    scenario.website = reader.text(u"website"_s, scenario.website);
    scenario.pinTitles = reader.has(u"pin_titles"_s) ? reader.texts(u"pin_titles"_s) : usualTitles();
    scenario.pinCount = static_cast<int>(
        reader.whole(u"pin_count"_s, std::max<qint64>(scenario.pinTitles.size(), 1), 1, kMostPins));
    if (!reader.has(u"comments"_s) && scenario.pinCount >= usualTitles().size()) {
        scenario.comments = usualComments();
    }
    for (JsonReader &entry : reader.objects(u"comments"_s)) {
        entry.allow({u"author"_s, u"text"_s, u"minutes_ago"_s, u"pin"_s});
        scenario.comments.append({.author = entry.requiredText(u"author"_s),
            .text = entry.requiredText(u"text"_s),
            .minutesAgo = entry.number(u"minutes_ago"_s, 0, 0, 365 * 24 * 60),
            .pin = static_cast<int>(entry.whole(u"pin"_s, 0, 0, scenario.pinCount - 1))});
    }
    scenario.collaboratorPins = static_cast<int>(reader.whole(u"collaborator_pins"_s, 2, 0, 1000));
    scenario.domainPins = static_cast<int>(reader.whole(u"domain_pins"_s, 2, 0, 50));
    scenario.tokens = reader.texts(u"tokens"_s);
    scenario.people = readPeopleRule(reader);
    scenario.metricsLag = span(reader, u"metrics_lag_s"_s);
    scenario.writeGap = span(reader, u"write_gap_s"_s);
    scenario.hasPartner = reader.flag(u"partner"_s, true);
    return scenario;
}

} // namespace fw::sandbox::pinterest

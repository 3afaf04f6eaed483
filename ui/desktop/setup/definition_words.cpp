#include "ui/desktop/setup/definition_words.h"

namespace fw::ui {

using namespace Qt::StringLiterals;

QString DefinitionWords::of(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return tr("Opening hours");
    case DefinitionKind::Roster:
        return tr("People and teams");
    case DefinitionKind::Policies:
        return tr("Time promises");
    case DefinitionKind::ClassRules:
        return tr("Who comes first");
    case DefinitionKind::SavedReplies:
        return tr("Saved replies");
    case DefinitionKind::ArrivalRules:
        return tr("Rules on arrival");
    case DefinitionKind::Macros:
        return tr("Macros");
    case DefinitionKind::Retention:
        return tr("How long data is kept");
    }
    Q_UNREACHABLE();
}

QString DefinitionWords::purpose(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return tr("When you are open, in which zone, and on which days not. Time outside does not count.");
    case DefinitionKind::Roster:
        return tr("Who answers, what they can do, when they work, and what it takes to answer whom.");
    case DefinitionKind::Policies:
        return tr("How soon customers hear from you. The first that fits counts.");
    case DefinitionKind::ClassRules:
        return tr("Which conversations are urgent and which can wait. The first that fits counts.");
    case DefinitionKind::SavedReplies:
        return tr("Words prepared for answers, opened with / while writing.");
    case DefinitionKind::ArrivalRules:
        return tr("What is done by itself when a message arrives. Rules never send.");
    case DefinitionKind::Macros:
        return tr("Several steps as one: words, tags, whose it is, resolved.");
    case DefinitionKind::Retention:
        return tr("What goes by age, once a day, from a day after it is put in force. Open conversations and "
                  "past figures are left alone.");
    }
    Q_UNREACHABLE();
}

QString DefinitionWords::example(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return uR"({"calendars": [
  {"name": "shop", "zone": "Europe/Paris",
   "week": {"monday": ["09:00-12:30", "13:30-19:00"]},
   "holidays": [{"date": "2026-12-25", "name": "Christmas"}]}
]})"_s;
    case DefinitionKind::Roster:
        return uR"({"agents": [
  {"name": "ann", "languages": ["en"], "skills": ["billing"], "teams": ["returns"], "capacity": 5},
  {"name": "tim", "trainee": true}
 ],
 "needs": [{"when": {"tags": ["invoice"]}, "skills": ["billing"]}]})"_s;
    case DefinitionKind::Policies:
        return uR"({"policies": [
  {"name": "everybody", "first_answer": {"within": "1h", "calendar": "always"}, "warn_before": "25%"}
]})"_s;
    case DefinitionKind::ClassRules:
        return uR"({"rules": [
  {"name": "danger", "class": "urgent", "words": ["fire", "injured"]},
  {"name": "praise", "class": "low", "tags": ["thanks"]}
]})"_s;
    case DefinitionKind::SavedReplies:
        return uR"({"saved_replies": [
  {"name": "parcel late", "text": "Good {time.of_day}, {customer.first_name}. Order {order.number} left us yesterday."}
]})"_s;
    case DefinitionKind::ArrivalRules:
        return uR"({"rules": [
  {"name": "late parcels", "when": {"networks": ["twitter"]}, "words": ["not arrived", "late"], "tags": ["late"]}
]})"_s;
    case DefinitionKind::Macros:
        return uR"({"macros": [{"name": "returned", "tags": ["return"], "resolve": true}]})"_s;
    case DefinitionKind::Retention:
        return uR"({"retention": [
  {"what": "messages", "older_than_days": 730},
  {"what": "store-visits", "older_than_days": 90}
]})"_s;
    }
    Q_UNREACHABLE();
}

QString DefinitionWords::noUndo(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return tr("No undo: opening hours can be changed again, but not taken out.");
    case DefinitionKind::Roster:
        return tr("No undo: whoever is taken out and put back is offline and without what was theirs.");
    default:
        return {};
    }
}

QString DefinitionWords::fileName(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return u"calendars.json"_s;
    case DefinitionKind::Roster:
        return u"people.json"_s;
    case DefinitionKind::Policies:
        return u"policies.json"_s;
    case DefinitionKind::ClassRules:
        return u"class-rules.json"_s;
    case DefinitionKind::SavedReplies:
        return u"saved-replies.json"_s;
    case DefinitionKind::ArrivalRules:
        return u"arrival-rules.json"_s;
    case DefinitionKind::Macros:
        return u"macros.json"_s;
    case DefinitionKind::Retention:
        return u"retention.json"_s;
    }
    Q_UNREACHABLE();
}

} // namespace fw::ui

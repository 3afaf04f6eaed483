#include "app/customers/export/person_page.h"

#include <QJsonArray>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Column {
    QString key = {};
    QString title = {};
};

/// A list of data.json as a table.
struct Part {
    QString key = {};
    QString title = {};
    QString nothing = {};
    QList<Column> columns = {};
};

const QString kHead = uR"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What we keep about you</title>
<style>
:root { color-scheme: light dark; --ink: #1c2024; --soft: #596068; --ground: #ffffff; --line: #d5d9de; --ours: #eef4fb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8ea; --soft: #a3abb3; --ground: #16191c; --line: #363c42; --ours: #1d2a38; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; margin-top: 1.5rem; }
p.soft, .soft { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
.said { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem; margin: .6rem 0; }
.ours { background: var(--ours); }
</style>
</head>
<body>
)"_s;

const QList<Part> &partsBefore()
{
    static const QList<Part> parts{
        {u"accounts"_s, u"Your accounts on social networks"_s, u"We know of none."_s,
            {{u"network"_s, u"Network"_s}, {u"handle"_s, u"Account"_s}, {u"name"_s, u"Name"_s},
                {u"remote_id"_s, u"The network's number"_s}, {u"followers"_s, u"Followers"_s}}},
        {u"links"_s, u"How we came to think they are yours"_s, u"Nobody linked an account to your record."_s,
            {{u"network"_s, u"Network"_s}, {u"handle"_s, u"Account"_s}, {u"linked_at"_s, u"Since"_s},
                {u"unlinked_at"_s, u"Until"_s}, {u"reason"_s, u"Why"_s},
                {u"consent"_s, u"How you agreed"_s}}},
        {u"consents"_s, u"What you agreed to"_s, u"Nothing is on record."_s,
            {{u"at"_s, u"When"_s}, {u"purpose"_s, u"For what"_s}, {u"given"_s, u"Agreed"_s},
                {u"source"_s, u"Where we know it from"_s}}}};
    return parts;
}

const QList<Part> &partsAfter()
{
    static const QList<Part> parts{
        {u"points"_s, u"Points"_s, u"None."_s,
            {{u"at"_s, u"When"_s}, {u"tier"_s, u"Level"_s}, {u"points_change"_s, u"Change"_s},
                {u"points"_s, u"Points"_s}, {u"reason"_s, u"Why"_s}, {u"source"_s, u"From"_s}}},
        {u"preferences"_s, u"What you told us you like"_s, u"Nothing."_s,
            {{u"preference"_s, u"What"_s}, {u"value"_s, u"Value"_s}, {u"at"_s, u"When"_s},
                {u"source"_s, u"From"_s}}},
        {u"store_visits"_s, u"Visits to our stores"_s, u"None."_s,
            {{u"at"_s, u"When"_s}, {u"store"_s, u"Store"_s}, {u"zone"_s, u"Where in it"_s},
                {u"seconds"_s, u"Seconds"_s}, {u"source"_s, u"From"_s}}},
        {u"holds"_s, u"What a store was asked to keep for you"_s, u"Nothing."_s,
            {{u"product"_s, u"Product"_s}, {u"variant"_s, u"Variant"_s}, {u"quantity"_s, u"How many"_s},
                {u"place"_s, u"Where"_s}, {u"made_at"_s, u"Since"_s}, {u"until"_s, u"Until"_s},
                {u"state"_s, u"State"_s}, {u"ended_at"_s, u"Ended"_s}, {u"reason"_s, u"Why"_s}}}};
    return parts;
}

const QList<Column> &orderColumns()
{
    static const QList<Column> columns{{u"number"_s, u"Number"_s}, {u"kind"_s, u"Kind"_s},
        {u"returned_order"_s, u"Returned order"_s}, {u"channel"_s, u"Bought"_s}, {u"status"_s, u"State"_s},
        {u"placed_at"_s, u"When"_s}, {u"value"_s, u"Value"_s}, {u"store"_s, u"Store"_s},
        {u"tracking"_s, u"Tracking number"_s}, {u"source"_s, u"From"_s}};
    return columns;
}

const QList<Column> &recordColumns()
{
    static const QList<Column> columns{{u"name"_s, u"Name"_s}, {u"email"_s, u"E-mail"_s},
        {u"phone"_s, u"Telephone"_s}, {u"address"_s, u"Address"_s}, {u"postcode"_s, u"Postcode"_s},
        {u"city"_s, u"City"_s}, {u"country"_s, u"Country"_s}, {u"language"_s, u"Language"_s},
        {u"favourite_store"_s, u"Favourite store"_s}, {u"twitter"_s, u"Twitter account you named"_s},
        {u"facebook"_s, u"Facebook account you named"_s}, {u"pinterest"_s, u"Pinterest account you named"_s},
        {u"source"_s, u"Where the record comes from"_s}, {u"key"_s, u"Its number there"_s},
        {u"changed_at"_s, u"Last changed"_s}};
    return columns;
}

/// `text` for HTML, where no control character has a place.
QString escaped(QString text)
{
    for (QChar &c : text) {
        const bool isControl = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        c = isControl ? QChar(QChar::ReplacementCharacter) : c;
    }
    return text.toHtmlEscaped();
}

QString shown(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"yes"_s : u"no"_s;
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Written from right to left or not, it does not turn what stands around it.
QString cell(const QJsonValue &value)
{
    return u"<bdi class=\"text\">"_s + escaped(shown(value)) + u"</bdi>"_s;
}

QString table(const QList<Column> &columns, const QJsonArray &rows)
{
    QString html = u"<div class=\"wide\"><table><thead><tr>"_s;
    for (const Column &column : columns) {
        html += u"<th scope=\"col\">"_s + escaped(column.title) + u"</th>"_s;
    }
    html += u"</tr></thead><tbody>\n"_s;
    for (const QJsonValue row : rows) {
        html += u"<tr>"_s;
        for (const Column &column : columns) {
            html += u"<td>"_s + cell(row.toObject().value(column.key)) + u"</td>"_s;
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody></table></div>\n"_s;
}

/// One thing with a row for each of its fields that says something.
QString fields(const QList<Column> &columns, const QJsonObject &object)
{
    QString html = u"<div class=\"wide\"><table><tbody>\n"_s;
    for (const Column &column : columns) {
        const QJsonValue value = object.value(column.key);
        if (!shown(value).isEmpty()) {
            html += u"<tr><th scope=\"row\">"_s + escaped(column.title) + u"</th><td>"_s + cell(value)
                + u"</td></tr>\n"_s;
        }
    }
    return html + u"</tbody></table></div>\n"_s;
}

QString heading(const QString &title)
{
    return u"<h2>"_s + escaped(title) + u"</h2>\n"_s;
}

QString sentence(const QString &text)
{
    return u"<p class=\"soft\">"_s + escaped(text) + u"</p>\n"_s;
}

QString part(const Part &part, const QJsonObject &exported)
{
    const QJsonArray rows = exported.value(part.key).toArray();
    return heading(part.title) + (rows.isEmpty() ? sentence(part.nothing) : table(part.columns, rows));
}

QString said(const QJsonObject &words)
{
    const bool isOurs = words.value(u"from"_s).toString() == "us"_L1;
    QStringList head{isOurs ? u"We"_s : u"You"_s, words.value(u"at"_s).toString(),
        words.value(u"kind"_s).toString(), words.value(u"remote_id"_s).toString(),
        words.value(u"link"_s).toString()};
    if (const QString state = words.value(u"state"_s).toString(); !state.isEmpty()) {
        head.append(u"not sent: "_s + state);
    }
    if (words.value(u"removed"_s).toBool()) {
        head.append(u"gone from the network"_s);
    }
    head.removeAll({});
    return u"<div class=\"said%1\"><p class=\"soft text\">"_s.arg(isOurs ? u" ours"_s : QString())
        + escaped(head.join(u" · "_s)) + u"</p><p class=\"text\" dir=\"auto\">"_s
        + escaped(words.value(u"text"_s).toString()) + u"</p></div>\n"_s;
}

QString note(const QJsonObject &note)
{
    const QString head = u"Our note · "_s + note.value(u"at"_s).toString()
        + (note.value(u"removed"_s).toBool() ? u" · removed"_s : QString());
    return u"<div class=\"said\"><p class=\"soft text\">"_s + escaped(head)
        + u"</p><p class=\"text\" dir=\"auto\">"_s + escaped(note.value(u"text"_s).toString())
        + u"</p></div>\n"_s;
}

QString conversation(const QJsonObject &talk)
{
    const QString network = talk.value(u"network"_s).toString();
    const QString title = network.isEmpty()
        ? u"Beside other people's conversations"_s
        : u"%1, %2, %3"_s.arg(network, talk.value(u"account"_s).toString(), talk.value(u"lane"_s).toString());
    QString html = u"<h3>"_s + escaped(title) + u"</h3>\n"_s;
    if (talk.value(u"shared"_s).toBool()) {
        html += sentence(u"Other people wrote in this conversation, too; only your part is here."_s);
    }
    for (const QJsonValue words : talk.value(u"messages"_s).toArray()) {
        html += said(words.toObject());
    }
    for (const QJsonValue one : talk.value(u"notes"_s).toArray()) {
        html += note(one.toObject());
    }
    QStringList tags;
    for (const QJsonValue tag : talk.value(u"tags"_s).toArray()) {
        tags.append(tag.toString());
    }
    return tags.isEmpty() ? html : html + sentence(u"Our words for it: "_s + tags.join(u", "_s));
}

QString order(const QJsonObject &order)
{
    static const QList<Column> lines{{u"line"_s, u"Line"_s}, {u"product"_s, u"Product"_s},
        {u"variant"_s, u"Variant"_s}, {u"title"_s, u"Name"_s}, {u"quantity"_s, u"How many"_s},
        {u"value"_s, u"Value"_s}};
    const QJsonArray rows = order.value(u"lines"_s).toArray();
    return u"<h3>"_s + escaped(order.value(u"number"_s).toString()) + u"</h3>\n"_s
        + fields(orderColumns(), order) + (rows.isEmpty() ? QString() : table(lines, rows));
}

QString each(
    const QString &title, const QString &nothing, const QJsonArray &all, QString (*show)(const QJsonObject &))
{
    QString html = heading(title) + (all.isEmpty() ? sentence(nothing) : QString());
    for (const QJsonValue one : all) {
        html += show(one.toObject());
    }
    return html;
}
} // namespace

QByteArray personPage(const QJsonObject &exported)
{
    QString html = kHead + u"<h1>What we keep about you</h1>\n"_s
        + sentence(
            u"As of %1. The file data.json beside this page holds the same for a program. Times are UTC."_s
                .arg(exported.value(u"exported_at"_s).toString()));
    const QJsonObject record = exported.value(u"record"_s).toObject();
    html += heading(u"Your record"_s);
    html += record.isEmpty() ? sentence(u"You are not on our list of customers."_s)
                             : fields(recordColumns(), record);
    for (const Part &one : partsBefore()) {
        html += part(one, exported);
    }
    html += each(u"What you wrote and what we answered"_s, u"Nothing."_s,
        exported.value(u"conversations"_s).toArray(), &conversation);
    const qint64 leftOut
        = exported.value(u"left_out"_s).toObject().value(u"notes_of_shared_conversations"_s).toInteger();
    if (leftOut > 0) {
        html += sentence(
            u"Not here: %1 notes of ours about conversations in which other people wrote, too."_s.arg(
                leftOut));
    }
    html += each(u"Your orders"_s, u"None."_s, exported.value(u"orders"_s).toArray(), &order);
    for (const Part &one : partsAfter()) {
        html += part(one, exported);
    }
    return (html + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace fw

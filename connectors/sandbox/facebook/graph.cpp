#include "connectors/sandbox/facebook/graph.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
QJsonValue filtered(const QJsonValue &value, const Field &field);

QJsonObject filteredObject(const QJsonObject &object, const Field &field)
{
    if (object.contains(u"data"_s)) { // a list that came with its node
        QJsonArray entries;
        const QJsonArray all = object.value(u"data"_s).toArray();
        for (const QJsonValue &entry : all) {
            entries.append(filtered(entry, field));
        }
        return {{u"data"_s, entries}};
    }
    QJsonObject shown;
    for (const Field &inner : field.fields) {
        if (object.contains(inner.name)) {
            shown.insert(inner.key(), filtered(object.value(inner.name), inner));
        }
    }
    if (object.contains(u"id"_s)) { // always comes along
        shown.insert(u"id"_s, object.value(u"id"_s));
    }
    return shown;
}

QJsonValue filtered(const QJsonValue &value, const Field &field)
{
    return field.hasFields && value.isObject() ? filteredObject(value.toObject(), field) : value;
}
} // namespace

void Graph::fail(const GraphError &error)
{
    if (!m_error) {
        m_error = error;
    }
}

QList<Field> Graph::fieldsOf(const Params &params)
{
    if (!params.has(u"fields"_s)) {
        return {};
    }
    const auto fields = parseFields(params.value(u"fields"_s));
    if (!fields) {
        fail({.code = 2500,
            .message = u"Syntax error \"Expected end of string instead of \"?\".\" at the end of: %1"_s.arg(
                params.value(u"fields"_s))});
    }
    return fields.value_or(QList<Field>());
}

QJsonValue Graph::value(const Node &node, const Field &field)
{
    const TypeRule &rule = ruleOf(node.type);
    if (rule.edges.contains(field.name)) {
        Params params;
        for (auto entry = field.modifiers.constBegin(); entry != field.modifiers.constEnd(); ++entry) {
            params.set(entry.key(), entry.value());
        }
        const QJsonObject shown = edge(node, field.name, params, field.fields);
        const bool isEmpty = shown.value(u"data"_s).toArray().isEmpty() && !params.has(u"summary"_s);
        return isEmpty ? QJsonValue(QJsonValue::Undefined) : QJsonValue(shown);
    }
    if (!rule.fields.contains(field.name) && !node.values.contains(field.name)) {
        fail(unknownField(field.name, rule.name));
    }
    const QJsonValue whole = node.values.value(field.name);
    return whole.isUndefined() ? whole : filtered(whole, field);
}

QJsonObject Graph::node(const Node &node, const QList<Field> &fields)
{
    QJsonObject shown;
    if (fields.isEmpty()) {
        for (const QString &name : ruleOf(node.type).usual) {
            if (node.values.contains(name)) {
                shown.insert(name, node.values.value(name));
            }
        }
    }
    for (const Field &field : fields) {
        const QJsonValue part = value(node, field);
        if (!part.isUndefined()) {
            shown.insert(field.key(), part);
        }
    }
    if (!node.id.isEmpty()) {
        shown.insert(u"id"_s, node.id);
    }
    return shown;
}

QJsonObject Graph::paging(const EdgePage &page, const QString &path, const Params &params) const
{
    QJsonObject paging{{u"cursors"_s, QJsonObject{{u"before"_s, page.before}, {u"after"_s, page.after}}}};
    const auto link = [&](const QString &name, const QString &cursor) {
        QUrlQuery query;
        query.addQueryItem(u"access_token"_s, m_viewer.token); // in clear text, as the network does it
        for (auto entry = params.all().constBegin(); entry != params.all().constEnd(); ++entry) {
            if (entry.key() != "access_token"_L1 && entry.key() != "after"_L1 && entry.key() != "before"_L1) {
                query.addQueryItem(entry.key(), QString::fromLatin1(QUrl::toPercentEncoding(entry.value())));
            }
        }
        query.addQueryItem(name, cursor);
        return m_viewer.origin + path + u'?' + query.toString(QUrl::FullyEncoded);
    };
    if (page.hasNext) {
        paging.insert(u"next"_s, link(u"after"_s, page.after));
    }
    if (page.hasPrevious) {
        paging.insert(u"previous"_s, link(u"before"_s, page.before));
    }
    return paging;
}

QJsonObject Graph::edge(const Node &node, const QString &name, const Params &params,
    const QList<Field> &fields, const Misfortune &misfortune)
{
    if (!ruleOf(node.type).edges.contains(name)) {
        fail(unknownField(name, ruleOf(node.type).name));
        return {};
    }
    for (const Field &field : fields) { // also when there is nothing to show them of
        const TypeRule &rule = ruleOf(listedBy(name));
        const bool isKnown = rule.fields.contains(field.name) || rule.edges.contains(field.name);
        if (!isKnown && field.name != "tasks"_L1) {
            fail(unknownField(field.name, rule.name));
        }
    }
    const Edge edge = edgeOf(m_state, m_viewer, node, name, params, m_error);
    PageRequest request = pageRequestOf(params, m_error);
    request.isShort = m_state.scenario.shortensPages;
    request.repeatedItems = misfortune.is(FaultKind::RepeatedItems) ? misfortune.fault->items : 0;
    request.isRepeated = misfortune.is(FaultKind::RepeatedPage);
    request.shuffle = misfortune.is(FaultKind::Reordered) ? &m_state.simulation.faults.random() : nullptr;
    const EdgePage page = cutPage(edge, request, m_error);
    QJsonArray entries;
    for (const EdgeEntry &entry : page.entries) {
        if (edge.inlineNode) {
            entries.append(fields.isEmpty() ? edge.inlineNode->values : this->node(*edge.inlineNode, fields));
        } else if (const auto shown = find(entry.id)) {
            entries.append(this->node(*shown, fields));
        }
    }
    QJsonObject body{{u"data"_s, entries}};
    if (!page.entries.isEmpty() || page.hasNext) {
        body.insert(u"paging"_s, paging(page, u"/v25.0/%1/%2"_s.arg(node.id, name), params));
    }
    if (params.flag(u"summary"_s) && !edge.summary.isEmpty()) {
        body.insert(u"summary"_s, edge.summary);
    }
    return body;
}

} // namespace fw::sandbox::facebook

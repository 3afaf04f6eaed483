#include "app/model/signal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString newComments(const SignalFacts &facts)
{
    const QString what = facts.count == 1 ? u"1 new comment on %1"_s.arg(facts.subject)
                                          : u"%1 new comments on %2"_s.arg(facts.count).arg(facts.subject);
    return facts.count == facts.total ? what : u"%1 (%2 in all)"_s.arg(what).arg(facts.total);
}
} // namespace

QString sentenceOf(const SignalFacts &facts)
{
    switch (facts.kind) {
    case SignalKind::None:
        break;
    case SignalKind::NewComments:
        return newComments(facts);
    case SignalKind::PinFromWebsite:
        return facts.place.isEmpty()
            ? u"New pin from your website: %1"_s.arg(facts.subject)
            : u"New pin from your website on a board of %1: %2"_s.arg(facts.place, facts.subject);
    case SignalKind::PinOnBoard:
        return facts.place.isEmpty()
            ? u"New pin by somebody else on a shared board: %1"_s.arg(facts.subject)
            : u"New pin by somebody else on the board “%1”: %2"_s.arg(facts.place, facts.subject);
    }
    return {};
}

QString toText(const SignalFacts &facts)
{
    if (facts.kind == SignalKind::None) {
        return {};
    }
    const QJsonObject json{{u"kind"_s, int(facts.kind)}, {u"count"_s, facts.count}, {u"total"_s, facts.total},
        {u"subject"_s, facts.subject}, {u"place"_s, facts.place}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

SignalFacts signalFactsFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const int kind = json.value(u"kind"_s).toInt();
    if (kind <= int(SignalKind::None) || kind > int(SignalKind::PinOnBoard)) {
        return {};
    }
    return {.kind = SignalKind(kind),
        .count = json.value(u"count"_s).toInteger(),
        .total = json.value(u"total"_s).toInteger(),
        .subject = json.value(u"subject"_s).toString(),
        .place = json.value(u"place"_s).toString()};
}

} // namespace fw

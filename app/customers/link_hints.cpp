#include "app/customers/link_hints.h"

#include "app/customers/order_numbers.h"
#include "app/model/customer_keys.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
void add(QList<TextHint> &hints, const TextHint &hint)
{
    const bool isKnown = std::any_of(hints.begin(), hints.end(),
        [&hint](const TextHint &known) { return known.kind == hint.kind && known.key == hint.key; });
    if (!hint.key.isEmpty() && !isKnown) {
        hints.append(hint);
    }
}

void addMatches(QList<TextHint> &hints, const Message &message, TextHint::Kind kind,
    const QRegularExpression &pattern, QString (*keyOf)(const QString &))
{
    for (auto matches = pattern.globalMatch(message.body); matches.hasNext();) {
        const QString found = matches.next().captured();
        add(hints, {.kind = kind, .text = found, .key = keyOf(found), .message = message.id});
    }
}
} // namespace

QList<TextHint> hintsIn(const QList<Message> &messages, const QStringList &orderFormats)
{
    static const QRegularExpression email(
        u"(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression phone(u"(?<![\\w/.,-])\\+?[0-9(][0-9 ().-]{7,20}[0-9](?![\\w/-])"_s);
    QList<TextHint> hints;
    for (const Message &message : messages) {
        addMatches(hints, message, TextHint::Kind::Email, email, emailKey);
        addMatches(hints, message, TextHint::Kind::Phone, phone, phoneKey);
        for (const OrderMention &mention : findOrderNumbers(message.body, orderFormats)) {
            add(hints,
                {.kind = TextHint::Kind::Order,
                    .text = mention.number,
                    .key = orderKey(mention.number),
                    .message = message.id});
        }
    }
    return hints;
}

} // namespace fw

#pragma once

#include "app/model/message.h"

namespace fw {

/// Something a person wrote by which a customer can be found.
struct TextHint {
    enum class Kind { Email, Phone, Order };
    Kind kind = Kind::Email;
    QString text = {}; // as it was written
    QString key = {};  // app/model/customer_keys.h
    MessageId message = {};
    bool operator==(const TextHint &) const = default;
};

/// Each key once, by the first message that has it. Pure.
[[nodiscard]] QList<TextHint> hintsIn(const QList<Message> &messages, const QStringList &orderFormats);

} // namespace fw

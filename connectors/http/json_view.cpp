#include "connectors/http/json_view.h"

#include <simdjson.h>

namespace fw {

namespace {
using simdjson::dom::document;
// The public element of simdjson is this reference and nothing else, but it cannot be taken apart and kept without simdjson.h.
using simdjson::internal::tape_ref;
using simdjson::internal::tape_type;

bool isType(const document *document, size_t place, tape_type type)
{
    return document != nullptr && tape_ref(document, place).tape_ref_type() == type;
}
} // namespace

JsonView::JsonView(const simdjson::dom::document *document, size_t place)
    : m_document(document)
    , m_place(place)
{
}

bool JsonView::isNull() const
{
    return isType(m_document, m_place, tape_type::NULL_VALUE);
}

bool JsonView::isBool() const
{
    return toBool() || isType(m_document, m_place, tape_type::FALSE_VALUE);
}

bool JsonView::isNumber() const
{
    return isType(m_document, m_place, tape_type::INT64) || isType(m_document, m_place, tape_type::UINT64)
        || isType(m_document, m_place, tape_type::DOUBLE);
}

bool JsonView::isString() const
{
    return isType(m_document, m_place, tape_type::STRING);
}

bool JsonView::isList() const
{
    return isType(m_document, m_place, tape_type::START_ARRAY);
}

bool JsonView::isObject() const
{
    return isType(m_document, m_place, tape_type::START_OBJECT);
}

bool JsonView::toBool() const
{
    return isType(m_document, m_place, tape_type::TRUE_VALUE);
}

qint64 JsonView::toInteger(qint64 otherwise) const
{
    if (isType(m_document, m_place, tape_type::INT64)) {
        return tape_ref(m_document, m_place).next_tape_value<int64_t>();
    }
    if (isType(m_document, m_place, tape_type::DOUBLE)) {
        const auto number = tape_ref(m_document, m_place).next_tape_value<double>();
        constexpr double kBeyond = 9223372036854775808.0; // 2^63
        if (number >= -kBeyond && number < kBeyond && double(qint64(number)) == number) {
            return qint64(number);
        }
    }
    return otherwise;
}

int JsonView::toInt(int otherwise) const
{
    const qint64 number = toInteger(otherwise);
    return number == qint64(int(number)) ? int(number) : otherwise;
}

double JsonView::toDouble(double otherwise) const
{
    if (isType(m_document, m_place, tape_type::DOUBLE)) {
        return tape_ref(m_document, m_place).next_tape_value<double>();
    }
    if (isType(m_document, m_place, tape_type::UINT64)) {
        return double(tape_ref(m_document, m_place).next_tape_value<uint64_t>());
    }
    return isNumber() ? double(toInteger()) : otherwise;
}

QString JsonView::toString() const
{
    const std::string_view text = utf8();
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::string_view JsonView::utf8() const
{
    return isType(m_document, m_place, tape_type::STRING) ? tape_ref(m_document, m_place).get_string_view()
                                                          : std::string_view();
}

JsonView JsonView::operator[](std::string_view name) const
{
    JsonView found;
    if (!isType(m_document, m_place, tape_type::START_OBJECT)) {
        return found;
    }
    const size_t end = tape_ref(m_document, m_place).matching_brace_index() - 1;
    for (size_t key = m_place + 1; key < end;) {
        const size_t value = key + 1;
        if (tape_ref(m_document, key).get_string_view() == name) {
            found = {m_document, value};
        }
        key = tape_ref(m_document, value).after_element();
    }
    return found;
}

JsonView JsonView::at(qsizetype index) const
{
    const Iterator last = end();
    for (Iterator entry = begin(); index >= 0 && entry != last; ++entry, --index) {
        if (index == 0) {
            return *entry;
        }
    }
    return {};
}

bool JsonView::hasMembers() const
{
    return isObject() && tape_ref(m_document, m_place).scope_count() > 0;
}

qsizetype JsonView::size() const
{
    return isList() ? qsizetype(tape_ref(m_document, m_place).scope_count()) : 0;
}

JsonView::Iterator JsonView::begin() const
{
    return isList() ? Iterator({m_document, m_place + 1}) : Iterator();
}

JsonView::Iterator JsonView::end() const
{
    return isList() ? Iterator({m_document, tape_ref(m_document, m_place).matching_brace_index() - 1})
                    : Iterator();
}

JsonView::Iterator &JsonView::Iterator::operator++()
{
    m_entry.m_place = tape_ref(m_entry.m_document, m_entry.m_place).after_element();
    return *this;
}

} // namespace fw

#pragma once

#include <QString>

#include <iterator>
#include <string_view>

namespace simdjson::dom {
class document;
}

namespace fw {

/// A value in an answer of a network: a look into the JsonAnswer it came from, good as long as that one lives. Cheap to copy.
/// Asking something of a value that is missing, null or of another type is allowed: it has no members, no entries and no text.
class JsonView
{
public:
    class Iterator;

    JsonView() = default;
    JsonView(const simdjson::dom::document *document, size_t place);

    /// There is no such member or entry. A member that is there and says null is not missing.
    [[nodiscard]] bool isMissing() const { return m_document == nullptr; }
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isBool() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isList() const;
    [[nodiscard]] bool isObject() const;

    [[nodiscard]] bool toBool() const; // false unless it says true
    /// The number, where it is whole and fits; a number beyond 64 bits is not whole.
    [[nodiscard]] qint64 toInteger(qint64 otherwise = 0) const;
    [[nodiscard]] int toInt(int otherwise = 0) const;
    [[nodiscard]] double toDouble(double otherwise = 0) const;
    [[nodiscard]] QString toString() const;
    [[nodiscard]] std::string_view utf8() const; // the text without a copy; valid UTF-8, may hold '\0'

    /// The member `name`; of several with the same name the last one, as everywhere in Qt.
    [[nodiscard]] JsonView operator[](std::string_view name) const;
    [[nodiscard]] JsonView at(qsizetype index) const; // of a list
    [[nodiscard]] bool hasMembers() const;            // an object that is not empty
    [[nodiscard]] qsizetype size() const;             // entries of a list; other values have none
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] Iterator begin() const; // the entries
    [[nodiscard]] Iterator end() const;

private:
    const simdjson::dom::document *m_document = nullptr;
    size_t m_place = 0; // on the document's tape
};

class JsonView::Iterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = JsonView;
    using difference_type = qptrdiff;
    using pointer = const JsonView *;
    using reference = JsonView;

    Iterator() = default;
    explicit Iterator(JsonView entry) : m_entry(entry) { }
    [[nodiscard]] JsonView operator*() const { return m_entry; }
    Iterator &operator++();
    [[nodiscard]] bool operator==(const Iterator &other) const
    {
        return m_entry.m_place == other.m_entry.m_place;
    }

private:
    JsonView m_entry = {};
};

} // namespace fw

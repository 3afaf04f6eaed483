#include "connectors/sandbox/operation.h"

#include <array>
#include <utility>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::pair<Operation, QLatin1StringView>, 8> kNames{{
    {Operation::Me, "me"_L1},
    {Operation::User, "user"_L1},
    {Operation::Mentions, "mentions"_L1},
    {Operation::Own, "own"_L1},
    {Operation::Lookup, "lookup"_L1},
    {Operation::LookupOne, "lookup-one"_L1},
    {Operation::Create, "create"_L1},
    {Operation::Delete, "delete"_L1},
}};
} // namespace

QString toString(Operation operation)
{
    for (const auto &[value, name] : kNames) {
        if (value == operation) {
            return name;
        }
    }
    return {};
}

std::optional<Operation> operationFromString(const QString &name)
{
    for (const auto &[value, known] : kNames) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace fw::sandbox

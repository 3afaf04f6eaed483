#pragma once

#include <QString>

#include <optional>

namespace fw::sandbox {

/// The endpoints that have limits and faults of their own.
enum class Operation { Me, User, Mentions, Own, Lookup, LookupOne, Create, Delete };

/// "me", "user", "mentions", "own", "lookup", "lookup-one", "create", "delete".
[[nodiscard]] QString toString(Operation operation);
[[nodiscard]] std::optional<Operation> operationFromString(const QString &name);

[[nodiscard]] constexpr bool isWrite(Operation operation)
{
    return operation == Operation::Create || operation == Operation::Delete;
}

} // namespace fw::sandbox

#pragma once

#include "app/core/clock.h"
#include "app/core/json_form.h"
#include "app/model/import_form.h"

namespace fw {

/// Where the records of customers are looked up when somebody opens one: a view of a database, or an address.
struct RefreshSource {
    QString source = {};    // whose customers, as in an import: "crm"
    ImportKind kind = {};   // what the rows are, where they do not say so themselves
    QJsonObject map = {};   // as ImportMap::definition
    milliseconds timeout{}; // for the whole question

    QString database = {}; // a file, or a URL without a password; empty: an address is asked
    QString view = {};     // or table; with its schema as "schema.view"
    QString key = {};      // the column that holds the customer's key

    QString url = {}; // with {key} where the customer's key belongs

    bool operator==(const RefreshSource &) const = default;
};

/// As people write it:
///   {"source": "crm", "kind": "customers", "columns": {"email": "E-Mail"}, "timeout_ms": 2000,
///    "sql": {"database": "postgresql://crm.example/crm", "view": "care.customer", "key": "customer_no"}}
/// or, instead of "sql",
///    "http": {"url": "https://crm.example/customers/{key}"}
/// "kind", "columns" and "timeout_ms" may be missing: customers, columns by their names, 2 s.
[[nodiscard]] RefreshSource refreshSourceIn(const JsonPart &root);
[[nodiscard]] QJsonObject toJson(const RefreshSource &source);

/// Rows of these kinds say whose they are.
[[nodiscard]] bool isRefreshable(ImportKind kind);

} // namespace fw

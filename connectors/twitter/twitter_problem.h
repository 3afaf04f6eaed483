#pragma once

#include "app/core/error.h"

#include <QList>
#include <QString>

namespace fw::twitter {

/// What a body complains of, RFC 7807 or the older list of codes. Every member may be missing.
/// Source: docs.x.com/x-api/fundamentals/response-codes-and-errors, OpenAPI 2.166 (the catalogue of problems).
struct Problem {
    QString type = {}; // last path segment: the host differs between versions
    QString title = {};
    QString detail = {};
    QString reason = {};
    QString period = {};   // of a cap: "Daily", "Monthly"
    QString scope = {};    // of a cap: "Account", "Product"
    QList<int> codes = {}; // of the older shape
    QString allWords = {}; // every message and parameter name, to look for names in

    [[nodiscard]] bool hasCode(int code) const { return codes.contains(code); }
    [[nodiscard]] bool says(const QString &words) const;
    /// The network's own words.
    [[nodiscard]] QString words() const;
    /// A short name for it: "usage-capped", "code 88", "429".
    [[nodiscard]] QString name(int status) const;
};

[[nodiscard]] Problem readProblem(const QByteArray &body);

/// What a refusal is. The network tells some of them apart only by the sentence in `detail`, so here, and nowhere else, text decides.
[[nodiscard]] ErrorCode codeOf(int status, const Problem &problem);

/// About the app's set-up or a locked account, not about this call: the same call may work once it is put right.
[[nodiscard]] bool isAboutUs(const Problem &problem);
/// The account itself is locked or suspended.
[[nodiscard]] bool isLock(const Problem &problem);

} // namespace fw::twitter

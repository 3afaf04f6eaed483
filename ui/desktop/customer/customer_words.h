#pragma once

#include "app/customers/customers.h"
#include "app/store/refresh_store.h"

#include <QCoreApplication>

namespace fw::ui {

/// What is known of customers, as words for people. Results are plain text.
class CustomerWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::CustomerWords)
public:
    CustomerWords() = delete;

    [[nodiscard]] static QString of(Purpose purpose);
    [[nodiscard]] static QString of(FactKind kind);
    /// Why it is not shown.
    [[nodiscard]] static QString why(const HiddenFact &hidden);
    /// Why somebody may be this customer.
    [[nodiscard]] static QString because(const LinkEvidence &evidence);
    /// "87 %"
    [[nodiscard]] static QString confidence(double confidence);
    /// "HV-20455 · wool coat"
    [[nodiscard]] static QString title(const Order &order);
    /// "2,410 points, gold"
    [[nodiscard]] static QString points(const LoyaltyEvent &newest);
    [[nodiscard]] static QString field(const QString &name);
    /// "As of 14:02. Could not be refreshed: no answer in time."
    [[nodiscard]] static QString of(const Freshness &freshness, Instant now);

private:
    [[nodiscard]] static QString whyNotRefreshed(ErrorCode code);
};

} // namespace fw::ui

#pragma once

#include "app/customers/next_best/next_best.h"

#include <QWidget>

class QVBoxLayout;

namespace fw::ui {

/// What to offer the customer next, when and where, each with its reason; before somebody asked only the way to ask, as it is written down who looked. Thread: GUI.
class NextBestPart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NextBestPart)
public:
    /// `best`: empty where nobody asked yet.
    explicit NextBestPart(const std::optional<NextBest> &best, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to see it.
    void asked();

private:
    void addQuestion();
    void add(const ProductAdvice &product);
    void add(const MomentAdvice &moment);
    void add(const NetworkAdvice &network);
    void add(const WithheldPurpose &withheld);
    void addLine(const QString &text, const char *role);

    QVBoxLayout *m_column;
};

} // namespace fw::ui

#pragma once

#include "app/store/arrival_rules.h"
#include "app/store/store.h"

#include <QMap>
#include <QWidget>

class QLabel;

namespace fw::ui {

/// One line that tells what the rules in force would have done lately. Reads slice by slice, beside whoever reads something else; hidden while there is
/// nothing to tell. Thread: GUI.
class RuleTrial final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleTrial)
public:
    explicit RuleTrial(Store &store, QWidget *parent = nullptr);

    /// Tries them on the messages of the last seven days before `now`.
    void start(Instant now);
    /// Tells nothing any more.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// The end, whether told or not.
    void finished();
    void failed(const fw::Error &error);

private:
    void next(const DryRun &run);
    void take(const Result<DrySlice> &slice);
    void tell();

    Store &m_store;
    QLabel *m_text;
    QMap<QString, int> m_counts; // messages by rule
    int m_turn = 0;              // answers of an earlier trial are dropped
    bool m_isRunning = false;
};

} // namespace fw::ui

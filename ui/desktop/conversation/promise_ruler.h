#pragma once

#include "app/store/target_store.h"

#include <QFrame>

class QVBoxLayout;

namespace fw::ui {

class Theme;

/// How the time promised was used, span by span: counted, standing still, closed, and what is left. Thread: GUI.
class PromiseRuler final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromiseRuler)
public:
    PromiseRuler(Theme &theme, QWidget *parent);

    void show(const QList<KeptTarget> &targets, Instant now);
    /// Below `anchor`, on the screen as a whole.
    void showUnder(const QWidget &anchor);

    /// The same in words, a line for each target.
    [[nodiscard]] static QString words(const QList<KeptTarget> &targets, Instant now);

private:
    void add(const KeptTarget &kept, Instant now);

    Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace fw::ui

#pragma once

#include "ui/desktop/composer/answer_ways.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace fw::ui {

/// How to answer, as tabs: public reply, private reply, message. Arrow keys move between them. Thread: GUI.
class LaneTabs final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneTabs)
public:
    explicit LaneTabs(QWidget *parent = nullptr);

    /// Keeps what was chosen when it is still there; the first one otherwise.
    void show(const QList<AnswerWay> &ways);
    /// Nothing when there is no way.
    [[nodiscard]] std::optional<AnswerWay> chosen() const;
    void chooseNext();
    /// The first way of `lane`. Whether there is one.
    bool choose(Lane lane);
    [[nodiscard]] bool has(Lane lane) const { return find(lane) >= 0; }

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] int find(Lane lane) const; // -1: there is none
    QList<AnswerWay> m_ways;
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace fw::ui

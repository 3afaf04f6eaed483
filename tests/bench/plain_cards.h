#pragma once

#include <QListView>

namespace fw::bench {

/// What a list of cards costs at least: Qt's own view and a delegate that draws a round picture, a bold name, a line of text and a line of what is going on, from
/// a model that makes them up. Thread: GUI.
class PlainCards final : public QListView
{
public:
    PlainCards(int rows, int rowHeight);
};

} // namespace fw::bench

#pragma once

#include <QTableView>

class QStandardItemModel;

namespace fw::ui {

/// Rows of figures about somebody or something. Return or a double click opens what a row counted. Thread: GUI.
class FigureTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureTable)
public:
    struct Row {
        QString key = {};
        QStringList cells = {}; // as many as there are columns
    };

    /// The first column is a name, the others are figures.
    FigureTable(const QString &name, const QStringList &columns, QWidget *parent = nullptr);
    /// Keeps the row that is selected where its key is still there.
    void show(const QList<Row> &rows);

Q_SIGNALS:
    void rowOpened(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString currentKey() const;

    QStandardItemModel *m_model;
};

} // namespace fw::ui

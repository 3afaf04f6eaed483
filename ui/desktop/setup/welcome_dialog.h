#pragma once

#include "ui/desktop/setup/desk_choice.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace fw::ui {

/// The first thing somebody sees: try it out, a desk of one's own, or the team's. Thread: GUI.
class WelcomeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomeDialog)
public:
    /// Whether a team's database answers at this address; asked before one is taken.
    using Reach = std::function<QFuture<Done>(const QString &address)>;

    /// `folder`: where a desk of one's own would be.
    WelcomeDialog(const QString &folder, Reach reach, QWidget *parent = nullptr);

    /// After accept().
    [[nodiscard]] DeskChoice choice() const;

private:
    [[nodiscard]] QRadioButton *addWay(QVBoxLayout *column, const QString &title, const QString &sentence);
    void showFields();
    void chooseFolder();
    void start();

    Reach m_reach;
    QRadioButton *m_demo = nullptr;
    QRadioButton *m_here = nullptr;
    QRadioButton *m_team = nullptr;
    QWidget *m_folderRow = nullptr;
    QLineEdit *m_folder = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_trouble = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace fw::ui

#pragma once

#include "ui/desktop/setup/sign_in_words.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QToolButton;

namespace fw::ui {

/// What has to be said to add an account. Tells plainly what each network wants.
class AddAccountForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddAccountForm)
public:
    explicit AddAccountForm(QWidget *parent = nullptr);

    /// Empties everything that was typed, secrets first of all.
    void reset();
    [[nodiscard]] NewSignIn wanted() const;

Q_SIGNALS:
    void added(const fw::ui::NewSignIn &wanted);
    void left();

private:
    QWidget *makeFields();
    QWidget *makeButtons();
    void showWay();
    [[nodiscard]] Network network() const;
    void setShown(QWidget *field, bool isShown);

    QFormLayout *m_fields = nullptr;
    QComboBox *m_network = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_needs = nullptr;
    QRadioButton *m_byBrowser = nullptr;
    QRadioButton *m_byToken = nullptr;
    QLineEdit *m_clientId = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_page = nullptr;
    QToolButton *m_advanced = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace fw::ui

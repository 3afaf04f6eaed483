#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fw::ui {

/// Asks for one thing that nobody else should see: a passphrase or a token.
class SecretPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretPage)
public:
    enum class Typed { Once, Twice };
    explicit SecretPage(QWidget *parent = nullptr);

    /// Twice: what is typed has to be typed again, because nothing could tell a slip.
    void ask(const QString &title, const QString &sentence, const QString &fieldName, Typed typed);

Q_SIGNALS:
    void given(const QByteArray &secret);
    void left();

private:
    void judge();
    void give();

    QLabel *m_title;
    QLabel *m_sentence;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QPushButton *m_give;
};

/// Shown while the person is in the browser.
class WaitingPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingPage)
public:
    explicit WaitingPage(QWidget *parent = nullptr);

    void wait(const QString &account);
    /// The address to open by hand; `isOpen`: a browser shows it already.
    void setAddress(const QUrl &address, bool isOpen);

Q_SIGNALS:
    void left();

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_copy;
    QUrl m_address;
};

} // namespace fw::ui

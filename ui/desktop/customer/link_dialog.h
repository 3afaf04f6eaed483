#pragma once

#include "app/customers/customers.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fw::ui {

/// What a link would bring together, field by field, and the reason for it. Thread: GUI.
class LinkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkDialog)
public:
    LinkDialog(Customers &customers, IdentityId identity, const LinkSuggestion &suggestion, QString agent,
        QWidget *parent);

Q_SIGNALS:
    void linked(fw::LinkId link);

private:
    void show(const Result<LinkPreview> &preview);
    void link();

    Customers &m_customers;
    const IdentityId m_identity;
    const CustomerId m_customer;
    const QString m_agent;
    QGridLayout *m_fields;
    QLineEdit *m_reason;
    QLineEdit *m_statement;
    QLabel *m_hint;
    QPushButton *m_link;
};

/// Ends a link, with the reason. Thread: GUI.
class UnlinkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnlinkDialog)
public:
    UnlinkDialog(Customers &customers, IdentityId identity, QString agent, QWidget *parent);

Q_SIGNALS:
    void unlinked(fw::LinkId link);

private:
    void unlink();

    Customers &m_customers;
    const IdentityId m_identity;
    const QString m_agent;
    QLineEdit *m_reason;
    QLabel *m_hint;
};

} // namespace fw::ui

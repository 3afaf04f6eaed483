#pragma once

#include "app/core/ids.h"
#include "app/model/account.h"
#include "app/store/database.h"
#include "tests/bench/corpus.h"

namespace fw::bench {

/// A desk on a file of its own that takes in pages as its networks tell them: read, freed of repetitions, put into conversations, with the person, the class, promises, the
/// journal's chain and the index of words, a page a transaction; all the product does but the call.
class MessageDesk final
{
public:
    explicit MessageDesk(const QString &file);

    void take(const QByteArray &page, bool isFacebook);
    /// The log into the file.
    void finish();
    [[nodiscard]] Database &database() { return *m_db; }
    [[nodiscard]] qint64 stored() const { return m_stored; }

private:
    SystemClock m_clock;
    IdSource m_ids;
    std::unique_ptr<Database> m_db;
    Account m_twitter = {};
    Account m_facebook = {};
    qint64 m_stored = 0;
};

} // namespace fw::bench

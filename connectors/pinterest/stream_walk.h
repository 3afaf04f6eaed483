#pragma once

#include "app/network/connector.h"
#include "connectors/pinterest/memory.h"

#include <QUrl>

#include <deque>

namespace fw::pinterest {

/// One call of a walk.
struct Step {
    QUrl url = {};
    QString category = {}; // the rate category it counts against
    int what = 0;          // the stream's own kind of call
    QString id = {};       // what it asks about
    QString name = {};
    QString subject = {};
    QString pin = {};
};

/// What a call brought.
struct Taken {
    PostPage page = {};
    std::optional<qint64> audience = {};
};

/// One walk over one stream: which call is next, and what its answer means. No network in it. The network cannot be asked for what is new since, so
/// a walk compares with what the last whole one remembered (Cursor::state), and only its last page carries what is to be remembered now. A walk
/// that was cut is begun anew from the same memory, and finds the same posts with the same ids.
class StreamWalk
{
public:
    explicit StreamWalk(const Stream &stream) : m_stream(stream) { }
    virtual ~StreamWalk() = default;
    Q_DISABLE_COPY_MOVE(StreamWalk)

    [[nodiscard]] const Stream &stream() const { return m_stream; }
    /// The call to make for `from`: the next of this walk, or the first of a new one when this one does not stand there.
    [[nodiscard]] Step next(const Cursor &from, Instant now);
    /// Errors: MalformedAnswer; the same call may be made again.
    [[nodiscard]] Result<Taken> take(const QByteArray &body, Instant asOf);
    /// Whether the walk may go on without what the present call asks for, when it is gone or not for us.
    [[nodiscard]] bool mayGoOn() const { return mayGoWithout(m_plan.front()); }
    /// The page that does so.
    [[nodiscard]] Taken passOver(Instant asOf);

protected:
    virtual void begin() = 0; // plans the first call
    virtual Done read(const Step &step, const QByteArray &body, Taken &taken) = 0;
    [[nodiscard]] virtual bool mayGoWithout(const Step &) const { return true; }
    virtual void passedOver(const Step &) { }

    [[nodiscard]] const Memory &before() const { return m_before; }
    [[nodiscard]] bool isFirst() const { return m_isFirst; } // nothing is remembered
    [[nodiscard]] Instant now() const { return m_now; }
    void planNext(Step step)
    {
        m_planned.push_back(std::move(step));
    } // in order, ahead of what is planned already
    void planLast(Step step) { m_plan.push_back(std::move(step)); }
    void remember(const QString &name, Note note);
    [[nodiscard]] bool isRemembered(const QString &name) const { return m_after.notes.contains(name); }
    [[nodiscard]] Note remembered(const QString &name) const { return m_after.notes.value(name); }

private:
    void start(const Cursor &from);
    Taken &goOn(Taken &taken);

    Stream m_stream;
    Memory m_before;
    Memory m_after;
    bool m_isFirst = true;
    Instant m_now = {};
    std::deque<Step> m_plan;
    std::deque<Step> m_planned; // by the call being read
    QString m_token;            // where this walk stands; empty: nowhere
    int m_serial = 0;
};

} // namespace fw::pinterest

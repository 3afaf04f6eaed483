#include "app/dispatch/guard/known_shapes.h"

#include "app/dispatch/guard/likeness.h"

#include <algorithm>
#include <set>

namespace fw::guard {

namespace {
// Less is not worth tidying up.
constexpr size_t kMany = 1'000;

bool isMostlyOld(const std::vector<ReplyShape> &shapes, Instant since)
{
    return shapes.size() > kMany && shapes[shapes.size() / 2].at <= since;
}
} // namespace

QList<KnownShapes::Alike> KnownShapes::alike(
    Database &db, AccountId account, const QByteArray &shape, Instant since, double likeness)
{
    OfAccount &known = m_accounts[account];
    if (known.likeness != likeness || since < known.from || isMostlyOld(known.shapes, since)) {
        known = {.likeness = likeness, .from = since};
    }
    refresh(db, account, known);
    std::set<size_t, std::greater<>> candidates;
    for (const quint32 mark : tellingMarks(shape, likeness)) {
        const QList<size_t> places = known.byMark.value(mark);
        candidates.insert(places.begin(), places.end());
    }
    QList<Alike> found;
    for (const size_t place : candidates) {
        const ReplyShape &other = known.shapes[place];
        const double like = other.at > since && other.isOut ? guard::likeness(shape, other.shape) : 0;
        if (like >= likeness) {
            found.append({.reply = other.reply, .likeness = like});
        }
    }
    return found;
}

void KnownShapes::refresh(Database &db, AccountId account, OfAccount &known)
{
    ShapeStore store(db);
    const auto changes = store.changedSince(account, known.revision, known.from);
    for (const ReplyShape &shape : changes.shapes) {
        if (const auto place = known.places.constFind(shape.reply); place != known.places.constEnd()) {
            known.shapes[*place].isOut = shape.isOut;
        } else {
            keep(known, shape);
        }
    }
    known.revision = changes.revision;
}

void KnownShapes::keep(OfAccount &known, const ReplyShape &shape)
{
    const size_t place = known.shapes.size();
    known.shapes.push_back(shape);
    known.places.insert(shape.reply, place);
    for (const quint32 mark : tellingMarks(shape.shape, known.likeness)) {
        known.byMark[mark].append(place);
    }
}

} // namespace fw::guard

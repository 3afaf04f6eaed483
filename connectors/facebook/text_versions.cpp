#include "connectors/facebook/text_versions.h"

#include "connectors/facebook/graph_ids.h"

namespace fw::facebook {

namespace {
constexpr qsizetype kMostSeen = 50'000; // some 10 MB; then it begins anew
} // namespace

void TextVersions::apply(Post &post, Instant seenAt)
{
    if (m_seen.size() >= kMostSeen) {
        m_seen.clear();
    }
    const size_t text = qHash(post.body);
    const auto known = m_seen.find(post.remoteId);
    if (known == m_seen.end()) {
        m_seen.insert(post.remoteId, {.text = text, .versionId = post.remoteId});
        post.versionId = post.remoteId;
        return;
    }
    if (known->text != text) {
        *known = {.text = text, .versionId = versionId(post.remoteId, seenAt)};
    }
    post.versionId = known->versionId;
}

} // namespace fw::facebook

#pragma once

#include "app/network/connector.h"

#include <QHash>

namespace fw::facebook {

/// Notices edits. The Graph API tells neither that a text was edited nor when, so a text that differs from the one seen before is a new
/// version. Knows what this program run has read; an edit made while the program was not running is not noticed.
class TextVersions final
{
public:
    /// Sets versionId: the plain id as long as the text is the first one seen.
    void apply(Post &post, Instant seenAt);

private:
    struct Seen {
        size_t text = 0; // a hash of it
        QString versionId = {};
    };
    QHash<QString, Seen> m_seen; // by remote id
};

} // namespace fw::facebook

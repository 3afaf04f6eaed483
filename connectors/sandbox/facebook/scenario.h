#pragma once

#include "connectors/sandbox/cast.h"
#include "connectors/sandbox/facebook/page_world.h"
#include "connectors/sandbox/people_rule.h"

#include <QSet>

namespace fw::sandbox::facebook {

/// Something said before the sandbox starts. Which of the members count depends on the list it stands in.
struct Earlier {
    QString author = {}; // a person's name; empty: the page
    QString text = {};
    double minutesAgo = 0;
    int on = -1; // index of the page post, or of the comment that is answered
    bool hasPhoto = false;
};

/// When the page is taken for a spammer: error 368.
struct SpamRule {
    int sameText = 4; // so often the same text within an hour
    int burst = 30;   // so many writes within burstLength
    milliseconds burstLength{60'000};
    milliseconds block{3'600'000}; // how long nothing is written then
};

/// Facebook's part of a scenario, read and checked; the keys are in docs/sandbox.md.
struct Scenario {
    Page page = {};
    QStringList hiddenPeople = {}; // names of those who are shown without `from`
    QList<Earlier> posts = {};     // the page's own
    QList<Earlier> comments = {};
    QList<Earlier> replies = {}; // `on`: index of the comment
    QList<Earlier> messages = {};
    QList<Earlier> visitorPosts = {};
    QList<Earlier> tags = {};
    std::optional<PeopleRule> people = {};
    QString appId = {};
    QString appSecret = {};
    bool requiresProof = false;
    bool autoApprove = true;
    QStringList tokens = {};
    QStringList userTokens = {};
    qint64 engagedUsers = 10;
    qint64 appUsers = 50;
    int usageShownFrom = 0; // percent
    bool hasHumanAgent = false;
    bool checksDuplicates = true;
    bool separatesIds = false;
    bool shortensPages = false;
    milliseconds visibleLag = {};
    SpamRule spam = {};
    QSet<QString> closedPermissions = {};
};

/// Problems are reported to the reader.
[[nodiscard]] Scenario readScenario(JsonReader &reader, quint32 seed);
/// What the page may be allowed to do.
[[nodiscard]] const QStringList &permissionNames();

} // namespace fw::sandbox::facebook

#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace fw::ui {

/// The ink and the ground of something filled: a pill, a banner, a button.
struct Tint {
    QColor ink = {};
    QColor ground = {};
};

/// Every colour of the window, by what it means. Nothing else in ui/desktop names a colour.
struct Tokens {
    bool isDark = false;
    QColor surface = {}; // bars, queue, cards
    QColor canvas = {};  // behind the conversation
    QColor line = {};
    QColor ink = {};
    QColor inkSoft = {};  // previews, secondary text
    QColor inkFaint = {}; // handles, times under a message
    QColor accent = {};
    QColor amber = {}; // a time or budget that is getting tight, as text or bar
    QColor red = {};
    QColor green = {};
    QColor track = {}; // behind a meter's bar
    Tint primary = {}; // the one button that acts
    Tint primaryHover = {};
    Tint selected = {}; // selected row, our own bubbles
    Tint leaving = {};  // our reply that has not left yet
    Tint quiet = {};    // neutral pills
    Tint good = {};
    Tint warn = {};
    Tint bad = {};
    Tint toast = {};
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
/// For eyes that need it: black and white, with a contrast of 7:1 and more everywhere.
[[nodiscard]] const Tokens &contrastTokens();

/// WCAG 2.2 contrast ratio, 1..21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

/// One combination of text and ground the window really draws.
struct TextOnGround {
    QString name = {};
    QColor ink = {};
    QColor ground = {};
};
[[nodiscard]] QList<TextOnGround> textPairs(const Tokens &tokens);

/// Grounds of the initials' circles; white stands on all of them.
[[nodiscard]] const QList<QColor> &avatarColours();

} // namespace fw::ui

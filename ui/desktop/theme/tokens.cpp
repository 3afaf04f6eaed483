#include "ui/desktop/theme/tokens.h"

#include <cmath>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

Tokens makeLight()
{
    Tokens t;
    t.surface = rgb(0xFFFFFF);
    t.canvas = rgb(0xF5F4F0);
    t.line = rgb(0xE1DED6);
    t.ink = rgb(0x1D1C1A);
    t.inkSoft = rgb(0x58544D);
    t.inkFaint = rgb(0x66625A);
    t.accent = rgb(0x0E5A5A);
    t.amber = rgb(0x8A5200);
    t.red = rgb(0xB3261E);
    t.green = rgb(0x2C7A4B);
    t.track = rgb(0xE1DED6);
    t.primary = {rgb(0xFFFFFF), rgb(0x0E5A5A)};
    t.primaryHover = {rgb(0xFFFFFF), rgb(0x0B4A4A)};
    t.selected = {rgb(0x0E5A5A), rgb(0xDCECEA)};
    t.leaving = {rgb(0x53524F), rgb(0xE2EEEB)};
    t.quiet = {rgb(0x5B574F), rgb(0xEEECE6)};
    t.good = {rgb(0x24683F), rgb(0xDFF0E5)};
    t.warn = {rgb(0x8A5200), rgb(0xFAECD2)};
    t.bad = {rgb(0xA5221B), rgb(0xF8E3E0)};
    t.toast = {rgb(0xF5F4F0), rgb(0x2B2A27)};
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.isDark = true;
    t.surface = rgb(0x1F2221);
    t.canvas = rgb(0x161817);
    t.line = rgb(0x303432);
    t.ink = rgb(0xECEAE5);
    t.inkSoft = rgb(0xB1ADA5);
    t.inkFaint = rgb(0xA8A399);
    t.accent = rgb(0x5FB8B0);
    t.amber = rgb(0xE7B060);
    t.red = rgb(0xF2837A);
    t.green = rgb(0x78C698);
    t.track = rgb(0x34383A);
    t.primary = {rgb(0x0C1A19), rgb(0x5FB8B0)};
    t.primaryHover = {rgb(0x0C1A19), rgb(0x74C6BF)};
    t.selected = {rgb(0x74C6BF), rgb(0x1E3A38)};
    t.leaving = {rgb(0xB6B5B1), rgb(0x1C312F)};
    t.quiet = {rgb(0xB1ADA5), rgb(0x161817)};
    t.good = {rgb(0x78C698), rgb(0x1D3527)};
    t.warn = {rgb(0xE7B060), rgb(0x3A2E18)};
    t.bad = {rgb(0xF2938B), rgb(0x3E2320)};
    t.toast = {rgb(0x1D1C1A), rgb(0xE4E1DA)};
    return t;
}

Tokens makeContrast()
{
    Tokens t;
    t.isDark = true;
    t.surface = rgb(0x000000);
    t.canvas = rgb(0x000000);
    t.line = rgb(0xB8B8B8);
    t.ink = rgb(0xFFFFFF);
    t.inkSoft = rgb(0xFFFFFF);
    t.inkFaint = rgb(0xE8E8E8);
    t.accent = rgb(0x66FFFF);
    t.amber = rgb(0xFFD75E);
    t.red = rgb(0xFFB8B0);
    t.green = rgb(0x8CFFB0);
    t.track = rgb(0x5A5A5A);
    t.primary = {rgb(0x000000), rgb(0x66FFFF)};
    t.primaryHover = {rgb(0x000000), rgb(0xB3FFFF)};
    t.selected = {rgb(0xFFFFFF), rgb(0x003C46)};
    t.leaving = {rgb(0xFFFFFF), rgb(0x1E1E1E)};
    t.quiet = {rgb(0xFFFFFF), rgb(0x2A2A2A)};
    t.good = {rgb(0x8CFFB0), rgb(0x00240E)};
    t.warn = {rgb(0xFFD75E), rgb(0x2B2000)};
    t.bad = {rgb(0xFFB8B0), rgb(0x300400)};
    t.toast = {rgb(0x000000), rgb(0xFFFFFF)};
    return t;
}
} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &contrastTokens()
{
    static const Tokens tokens = makeContrast();
    return tokens;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QList<TextOnGround> textPairs(const Tokens &t)
{
    const QList<std::pair<QString, QColor>> inks
        = {{u"ink"_s, t.ink}, {u"inkSoft"_s, t.inkSoft}, {u"inkFaint"_s, t.inkFaint}};
    const QList<std::pair<QString, QColor>> grounds = {{u"surface"_s, t.surface}, {u"canvas"_s, t.canvas},
        {u"selected"_s, t.selected.ground}, {u"leaving"_s, t.leaving.ground}};
    QList<TextOnGround> pairs;
    for (const auto &[inkName, ink] : inks) {
        for (const auto &[groundName, ground] : grounds) {
            pairs.append({inkName + u" on "_s + groundName, ink, ground});
        }
    }
    const QList<std::pair<QString, Tint>> tints
        = {{u"primary"_s, t.primary}, {u"primaryHover"_s, t.primaryHover}, {u"selected"_s, t.selected},
            {u"leaving"_s, t.leaving}, {u"quiet"_s, t.quiet}, {u"good"_s, t.good}, {u"warn"_s, t.warn},
            {u"bad"_s, t.bad}, {u"toast"_s, t.toast}};
    for (const auto &[name, tint] : tints) {
        pairs.append({name, tint.ink, tint.ground});
    }
    for (const auto &[name, ink] : QList<std::pair<QString, QColor>>{
             {u"accent"_s, t.accent}, {u"amber"_s, t.amber}, {u"red"_s, t.red}}) {
        pairs.append({name + u" on surface"_s, ink, t.surface});
        pairs.append({name + u" on selected"_s, ink, t.selected.ground});
    }
    pairs.append({u"accent on leaving"_s, t.accent, t.leaving.ground});
    pairs.append({u"red on bad"_s, t.red, t.bad.ground});
    pairs.append({u"ink on bad"_s, t.ink, t.bad.ground});
    pairs.append({u"inkSoft on bad"_s, t.inkSoft, t.bad.ground});
    pairs.append({u"warn on surface"_s, t.warn.ink, t.surface});
    pairs.append({u"bad on surface"_s, t.bad.ink, t.surface});
    for (const QColor &avatar : avatarColours()) {
        pairs.append({u"avatar "_s + avatar.name(), rgb(0xFFFFFF), avatar});
    }
    return pairs;
}

const QList<QColor> &avatarColours()
{
    static const QList<QColor> colours = {rgb(0x8F3A3A), rgb(0x3D5A80), rgb(0x6B4C8F), rgb(0x3E6B45),
        rgb(0x76652F), rgb(0x4A4A6A), rgb(0x8A5444), rgb(0x2F6672), rgb(0x7A4468), rgb(0x4F6031)};
    return colours;
}

} // namespace fw::ui

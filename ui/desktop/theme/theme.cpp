#include "ui/desktop/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>

// A resource of a static library is only linked in when somebody asks for it, and the macro only works outside of namespaces.
static void linkStyleSheet()
{
    Q_INIT_RESOURCE(theme);
}

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.surface);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.canvas);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::WindowText, t.ink);
    palette.setColor(QPalette::Text, t.ink);
    palette.setColor(QPalette::ButtonText, t.ink);
    palette.setColor(QPalette::BrightText, t.red);
    palette.setColor(QPalette::PlaceholderText, t.inkFaint);
    palette.setColor(QPalette::Highlight, t.primary.ground);
    palette.setColor(QPalette::HighlightedText, t.primary.ink);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.toast.ground);
    palette.setColor(QPalette::ToolTipText, t.toast.ink);
    palette.setColor(QPalette::Mid, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.inkFaint);
    }
    return palette;
}

constexpr int kUsualText = 13; // px, for which the sheet's sizes of text are made

/// Where the desktop's text is larger, so is all of ours.
QString sized(QString sheet)
{
    static const QRegularExpression size(u"font-size: ([0-9]+)px"_s);
    const int text = QFontInfo(QApplication::font()).pixelSize();
    if (text <= kUsualText) {
        return sheet;
    }
    QString made;
    qsizetype copied = 0;
    for (auto sizes = size.globalMatch(sheet); sizes.hasNext();) {
        const QRegularExpressionMatch match = sizes.next();
        made += sheet.mid(copied, match.capturedStart() - copied);
        made += u"font-size: %1px"_s.arg(qRound(match.captured(1).toInt() * double(text) / kUsualText));
        copied = match.capturedEnd();
    }
    return made + sheet.mid(copied);
}

/// The sheet names tokens as @name; longer names come first, so that @ink does not eat @inkSoft.
QString styleSheetOf(const Tokens &t)
{
    linkStyleSheet();
    QFile file(u":/floorwalker/theme/floorwalker.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const QList<std::pair<QString, QColor>> names = {{u"@primaryHover"_s, t.primaryHover.ground},
        {u"@primaryInk"_s, t.primary.ink}, {u"@primary"_s, t.primary.ground},
        {u"@selectedInk"_s, t.selected.ink}, {u"@selected"_s, t.selected.ground},
        {u"@quietInk"_s, t.quiet.ink}, {u"@quiet"_s, t.quiet.ground}, {u"@goodInk"_s, t.good.ink},
        {u"@good"_s, t.good.ground}, {u"@warnInk"_s, t.warn.ink}, {u"@warn"_s, t.warn.ground},
        {u"@badInk"_s, t.bad.ink}, {u"@bad"_s, t.bad.ground}, {u"@toastInk"_s, t.toast.ink},
        {u"@toast"_s, t.toast.ground}, {u"@inkSoft"_s, t.inkSoft}, {u"@inkFaint"_s, t.inkFaint},
        {u"@ink"_s, t.ink}, {u"@surface"_s, t.surface}, {u"@canvas"_s, t.canvas}, {u"@line"_s, t.line},
        {u"@accent"_s, t.accent}, {u"@amber"_s, t.amber}, {u"@red"_s, t.red}, {u"@track"_s, t.track}};
    for (const auto &[name, colour] : names) {
        sheet.replace(name, colour.name());
    }
    return sized(sheet);
}

/// Inter as in the pictures, never smaller than the desktop's own text; the emoji family before the rest so that none is drawn grey.
QFont fontFor(const QFont &desktop)
{
    QFont font = desktop;
    font.setFamilies({u"Inter"_s, u"Noto Color Emoji"_s, u"Noto Sans"_s});
    font.setPixelSize(std::max(kUsualText, QFontInfo(desktop).pixelSize()));
    return font;
}
} // namespace

QString toString(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::System:
        return u"system"_s;
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    case ThemeMode::Contrast:
        return u"contrast"_s;
    }
    Q_UNREACHABLE();
}

ThemeMode themeModeFromString(const QString &name)
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::Contrast}) {
        if (name == toString(mode)) {
            return mode;
        }
    }
    return ThemeMode::System;
}

Theme::Theme(ThemeMode mode, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
    , m_desktopIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(fontFor(QApplication::font()));
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode) {
        return;
    }
    m_mode = mode;
    apply();
}

void Theme::toggle()
{
    setMode(m_isDark ? ThemeMode::Light : ThemeMode::Dark);
}

void Theme::toggleContrast()
{
    if (m_mode == ThemeMode::Contrast) {
        setMode(m_before);
    } else {
        m_before = m_mode;
        setMode(ThemeMode::Contrast);
    }
}

const Tokens &Theme::tokens() const
{
    if (m_mode == ThemeMode::Contrast) {
        return contrastTokens();
    }
    return m_isDark ? darkTokens() : lightTokens();
}

void Theme::apply()
{
    m_isDark = m_mode == ThemeMode::Dark || m_mode == ThemeMode::Contrast
        || (m_mode == ThemeMode::System && m_desktopIsDark);
    QApplication::setPalette(paletteOf(tokens()));
    qApp->setStyleSheet(styleSheetOf(tokens()));
    Q_EMIT changed();
}

} // namespace fw::ui

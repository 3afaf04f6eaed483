#include "ui/desktop/supervisor/page_files.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>

namespace fw::ui {

namespace {
constexpr int kResolution = 150; // dots an inch
}

QString askForFile(QWidget *owner, const QString &title, const QString &suggested)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileDialog::getSaveFileName(owner, title, QDir(folder).filePath(suggested));
}

Done keepFile(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return Failure({.code = ErrorCode::Io, .detail = out.errorString()});
    }
    return {};
}

Done printTo(const QString &file, QWidget &page)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setResolution(kResolution);
    QPainter painter(&writer);
    const double scale
        = std::min(double(writer.width()) / page.width(), double(writer.height()) / page.height());
    painter.scale(scale, scale);
    page.render(&painter);
    painter.end();
    return keepFile(file, bytes);
}

} // namespace fw::ui

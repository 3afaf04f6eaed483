// What a window of Qt costs at least: beside it bench start sets the product's.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Nothing")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

#include "tests/ui/window_bench.h"

#include <QAccessible>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
constexpr int kMostRows = 20; // of a list: the others are like them
constexpr int kMostSteps = 300;

bool isActionable(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::ListItem:
    case QAccessible::TreeItem:
    case QAccessible::Cell:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
        return true;
    default:
        return false;
    }
}

/// What Qt's own controls are made of speaks through the control: a spin box's editor, a scroll bar's arrows.
bool isPartOfAControl(const QAccessibleInterface &item)
{
    const auto *widget = qobject_cast<const QWidget *>(item.object());
    const bool isInner = widget && widget->objectName().startsWith("qt_"_L1)
        && widget->objectName() != "qt_scrollarea_viewport"_L1; // which holds what is scrolled
    return item.role() == QAccessible::ScrollBar || isInner;
}

QString placeOf(const QAccessibleInterface &item)
{
    QStringList names;
    for (const QObject *object = item.object(); object; object = object->parent()) {
        names.prepend(QLatin1String(object->metaObject()->className()));
    }
    return u"%1, role %2"_s.arg(names.join(u'/')).arg(int(item.role()));
}

/// Every item below `item` that can be acted on and says nothing of itself; of lists the first rows.
void collectNameless(QAccessibleInterface &item, QStringList &nameless, int &seen)
{
    const int children
        = std::min(item.childCount(), isActionable(item.role()) ? kMostRows : item.childCount());
    for (int i = 0; i < children; ++i) {
        QAccessibleInterface *child = item.child(i);
        if (!child || !child->isValid() || child->state().invisible || isPartOfAControl(*child)) {
            continue;
        }
        if (isActionable(child->role())) {
            ++seen;
            if (child->text(QAccessible::Name).trimmed().isEmpty()) {
                nameless << placeOf(*child);
            }
        }
        if (child->role() != QAccessible::ComboBox && child->role() != QAccessible::SpinBox) {
            collectNameless(*child, nameless, seen);
        }
    }
}

QString nameOf(QWidget &widget)
{
    QAccessibleInterface *item = QAccessible::queryAccessibleInterface(&widget);
    return item ? item->text(QAccessible::Name).trimmed() : QString();
}
} // namespace

/// What somebody hears who does not see the window, and where the keyboard gets to.
class AccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyItemOfAPageHasAName_data();
    void everyItemOfAPageHasAName();
    void everyItemOfASheetHasAName_data();
    void everyItemOfASheetHasAName();
    void tabGoesThroughThePageAndComesBack_data();
    void tabGoesThroughThePageAndComesBack();

private:
    void showPage();
    void checkNames(QWidget &of, int atLeast);

    std::unique_ptr<WindowBench> m_bench;
};

void AccessibleTest::init()
{
    m_bench.reset();
    m_bench = std::make_unique<WindowBench>();
    m_bench->desk.customerWrites(u"ana"_s, u"Where is my parcel?"_s);
    m_bench->desk.customerWrites(u"ben"_s, u"Do you have it in blue?"_s);
    m_bench->start();
    QTRY_COMPARE(m_bench->queue().rowCount(), 2);
    m_bench->press(Qt::Key_Down);
}

void AccessibleTest::showPage()
{
    QFETCH(int, page);
    m_bench->press(page, Qt::ControlModifier);
    QTest::qWait(200); // its first figures
}

void AccessibleTest::checkNames(QWidget &of, int atLeast)
{
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&of);
    QVERIFY(root);
    QStringList nameless;
    int seen = 0;
    collectNameless(*root, nameless, seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY2(seen >= atLeast, qPrintable(QString::number(seen)));
}

void AccessibleTest::everyItemOfAPageHasAName_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("desk") << int(Qt::Key_1);
    QTest::newRow("floor") << int(Qt::Key_2);
    QTest::newRow("setup") << int(Qt::Key_3);
}

void AccessibleTest::everyItemOfAPageHasAName()
{
    showPage();
    checkNames(*m_bench->window, 10);
}

void AccessibleTest::everyItemOfASheetHasAName_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("find") << int(Qt::Key_K) << int(Qt::ControlModifier);
    QTest::newRow("keys") << int(Qt::Key_F1) << 0;
    QTest::newRow("brakes") << int(Qt::Key_B) << int(Qt::ControlModifier);
    QTest::newRow("approvals") << int(Qt::Key_A) << int(Qt::ControlModifier | Qt::ShiftModifier);
}

void AccessibleTest::everyItemOfASheetHasAName()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QWidgetList before = QApplication::topLevelWidgets();
    m_bench->press(key, Qt::KeyboardModifiers(modifiers));
    QWidget *sheet = nullptr;
    const auto opened = [&sheet, &before] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && !before.contains(widget)) {
                sheet = widget;
            }
        }
        return sheet != nullptr;
    };
    QTRY_VERIFY(opened());
    QTest::qWait(200);
    checkNames(*sheet, 1);
}

void AccessibleTest::tabGoesThroughThePageAndComesBack_data()
{
    everyItemOfAPageHasAName_data();
}

void AccessibleTest::tabGoesThroughThePageAndComesBack()
{
    showPage();
    m_bench->press(Qt::Key_Tab);
    QWidget *const first = QApplication::focusWidget();
    QVERIFY(first);
    QStringList path{nameOf(*first)};
    for (int step = 0; step < kMostSteps; ++step) {
        m_bench->press(Qt::Key_Tab);
        QWidget *at = QApplication::focusWidget();
        QVERIFY2(at, qPrintable(path.join(u" > "_s)));
        if (at == first) {
            QVERIFY2(path.size() > 3, qPrintable(path.join(u" > "_s)));
            return;
        }
        const QString name = nameOf(*at);
        QVERIFY2(!name.isEmpty(),
            qPrintable(path.join(u" > "_s) + u" > "_s + QLatin1String(at->metaObject()->className())));
        QVERIFY2(at->isVisible(), qPrintable(name));
        path << name;
    }
    QFAIL(qPrintable(u"no way back: "_s + path.join(u" > "_s)));
}

} // namespace fw::test

QTEST_MAIN(fw::test::AccessibleTest)
#include "accessible_test.moc"

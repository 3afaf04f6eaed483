#include "app/core/crash_point.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

// Without the option a crash point is nothing at all: what can be done while compiling leaves no trace in a program.
static_assert((reached(CrashPoint::BeforeFirstByte), !kHasCrashPoints));
static_assert((reachedAtCommit(CrashPoint::PressBeforeCommit, CrashPoint::PressAfterCommit), true));
static_assert((reachedCommitted(), true));

/// What must not be in what people install.
class ReleaseTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyBuildsForTestsHaveCrashPoints()
    {
        QFile file(QStringLiteral(FW_SOURCE_ROOT "/CMakePresets.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QHash<QString, QJsonObject> presets;
        for (const QJsonValue &preset :
            QJsonDocument::fromJson(file.readAll())[u"configurePresets"_s].toArray()) {
            presets.insert(preset[u"name"_s].toString(), preset.toObject());
        }
        const auto hasThem = [&presets](const QString &name) {
            for (QString at = name; !at.isEmpty(); at = presets[at][u"inherits"_s].toString()) {
                const QJsonValue value = presets[at][u"cacheVariables"_s][u"FW_CRASH_POINTS"_s];
                if (!value.isUndefined()) {
                    return value.toString() == "ON"_L1;
                }
            }
            return false;
        };
        QVERIFY(presets.contains(u"release"_s));
        QVERIFY(!hasThem(u"release"_s));
        for (const QString &name : {u"dev"_s, u"asan"_s, u"ci"_s}) {
            QVERIFY2(hasThem(name), qPrintable(name));
        }
    }

    void crashPointsAreOffUnlessAskedFor()
    {
        QFile file(QStringLiteral(FW_SOURCE_ROOT "/CMakeLists.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        const auto option = std::find_if(lines.begin(), lines.end(),
            [](const QByteArray &line) { return line.startsWith("option(FW_CRASH_POINTS "); });
        QVERIFY(option != lines.end());
        QVERIFY(option->endsWith(" OFF)"));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ReleaseTest)
#include "release_test.moc"

#include "ui/desktop/conversation/promise_ruler.h"
#include "ui/desktop/theme/paint.h"
#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowLongSomebodyWaited_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("no time") << qint64(0) << u"now"_s;
        QTest::newRow("under a minute") << qint64(59'999) << u"now"_s;
        QTest::newRow("a minute") << qint64(60'000) << u"1 min"_s;
        QTest::newRow("an hour and five") << qint64(65 * 60'000) << u"1 h 05"_s;
        QTest::newRow("days") << qint64(50) * 3'600'000 << u"2 d"_s;
        QTest::newRow("a clock that is behind") << qint64(-5'000) << u"now"_s;
    }

    void saysHowLongSomebodyWaited()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(Words::waited(milliseconds(ms)), text);
    }

    void saysWhatIsLeftOfAPromise()
    {
        const Instant now = *instantFromIso(u"2026-11-19T14:27:00Z"_s);
        QCOMPARE(Words::due(now + 65min, now), u"1 h 05 left"_s);
        QCOMPARE(Words::due(now + 1min, now), u"1 min left"_s);
        QCOMPARE(Words::due(now + 59s, now), u"due now"_s);
        QCOMPARE(Words::due(now, now), u"due now"_s); // what happens then is in time
        QCOMPARE(Words::due(now - 1ms, now), u"late"_s);
        QCOMPARE(Words::due(now - 4min, now), u"4 min late"_s);
    }

    void aLabelForgetsALongerText()
    {
        ElidedLabel label("title");
        label.setFullText(u"Somebody with a very long name"_s);
        const int wide = label.sizeHint().width();
        label.setMinimumWidth(wide);
        label.setFullText(u"Jo"_s);
        QVERIFY2(label.sizeHint().width() < wide / 2, qPrintable(QString::number(label.sizeHint().width())));
    }

    void saysHowTheTimePromisedWasUsed()
    {
        const Instant now = *instantFromIso(u"2026-11-19T14:27:00Z"_s);
        const Target running{.kind = TargetKind::NextAnswer,
            .terms = {.within = 30min, .calendar = kAlways},
            .startedAt = now - 20min,
            .pausedSpans = {{now - 10min, now - 4min}},
            .dueAt = now + 16min};
        QCOMPARE(PromiseRuler::words({{.target = running}}, now),
            u"Next answer, due 14:43: 14 min of 30 min counted · stood still for 6 min"_s);
        const Target young{.terms = {.within = 2h, .calendar = kAlways}, .startedAt = now, .dueAt = now + 2h};
        QCOMPARE(PromiseRuler::words({{.target = young}}, now),
            u"First answer, due 16:27: under 1 min of 2 h 00 counted"_s);
    }

    void namesADayOnlyWhenItIsNotToday()
    {
        const Instant now = *instantFromIso(u"2026-11-19T14:27:00Z"_s);
        QCOMPARE(Words::clockTime(now + 5min, now), u"14:32"_s);
        QCOMPARE(Words::clockTime(now + 24h, now), u"20 Nov 14:27"_s);
        QCOMPARE(Words::day(QDate(2026, 11, 19), QDate(2026, 11, 19)), u"Today"_s);
        QCOMPARE(Words::day(QDate(2026, 11, 18), QDate(2026, 11, 19)), u"Yesterday"_s);
        QCOMPARE(Words::day(QDate(2026, 11, 2), QDate(2026, 11, 19)), u"Monday 2 November"_s);
        QCOMPARE(Words::day(QDate(2025, 11, 2), QDate(2026, 11, 19)), u"Sunday 2 November 2025"_s);
    }

    void signalIsSaidFromWhatItTellsAndAnOldOneAsItIs()
    {
        Message message{.kind = MessageKind::Signal, .body = u"as it was stored"_s};
        QCOMPARE(Words::said(message), u"as it was stored"_s);
        message.signal = {.kind = SignalKind::PinOnBoard, .subject = u"“B”"_s, .place = u"Shared"_s};
        QCOMPARE(Words::said(message), u"New pin by somebody else on the board “Shared”: “B”"_s);
        const Conversation conversation{.preview = u"x"_s, .lastSignal = message.signal};
        QCOMPARE(Words::preview(conversation), Words::said(message));
    }

    void everyReasonIsASentenceOfItsOwn()
    {
        QSet<QString> seen;
        for (const ErrorCode code : {ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::RateLimited,
                 ErrorCode::Unauthorised, ErrorCode::Forbidden, ErrorCode::NotSummoned,
                 ErrorCode::DuplicateContent, ErrorCode::NotFound, ErrorCode::BadRequest,
                 ErrorCode::ServerFault, ErrorCode::MalformedAnswer}) {
            seen.insert(Words::reason(toString(code)));
        }
        QCOMPARE(seen.size(), 11);
        QVERIFY(!Words::reason(u"no such code"_s).isEmpty());
    }

    void toolTipsEscapeWhatComesFromOutside()
    {
        QCOMPARE(plainToolTip(u"<img src=http://x>&\n2"_s), u"<qt>&lt;img src=http://x&gt;&amp;<br>2</qt>"_s);
    }

    void initialsAreLetters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("handle");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"Amélie Caron"_s << u"amecaron"_s << u"AC"_s;
        QTest::newRow("one word") << u"hiro"_s << u"hiro_s"_s << u"H"_s;
        QTest::newRow("no name") << u""_s << u"jreyes"_s << u"J"_s;
        QTest::newRow("signs") << u"*** ~~"_s << u"jreyes"_s << u"J"_s;
        QTest::newRow("nothing") << u""_s << u""_s << u"?"_s;
    }

    void initialsAreLetters()
    {
        QFETCH(QString, name);
        QFETCH(QString, handle);
        QFETCH(QString, initials);
        QCOMPARE(initialsOf(name, handle), initials);
    }

    void oneLineHasNoBreaksAndNoControls()
    {
        QCOMPARE(oneLine(u"a\r\nb\tc\u0007d\u2028e"_s), u"a b c d e"_s);
    }

    void labelsNeverReadMarkUp()
    {
        const std::unique_ptr<QLabel> label(plainLabel(u"<b>bold</b>"_s, "soft"));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        ElidedLabel elided("title");
        QCOMPARE(elided.textFormat(), Qt::PlainText);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::WordsTest)
#include "words_test.moc"

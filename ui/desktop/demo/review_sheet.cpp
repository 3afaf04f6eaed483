#include "ui/desktop/demo/review_sheet.h"

#include "ui/desktop/widgets/labels.h"
#include "ui/desktop/widgets/words.h"

#include <QGridLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
constexpr int kWidth = 640;
constexpr int kInRow = 3;
} // namespace

ReviewSheet::ReviewSheet(Store &store, const TimeSpan &day, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_summary(plainLabel(tr("Looking at the day…"), "soft"))
{
    setWindowTitle(tr("How did the day go?"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(plainLabel(tr("How did the day go?"), "title"));
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    auto *grid = new QGridLayout;
    grid->setSpacing(10);
    makeParts(*grid);
    column->addLayout(grid);
    QPushButton *close = button(tr("Close"), "primary");
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    auto review = store.study([day, now](Database &db) { return reviewDay(db, day, now); });
    whenDone(review, this, [this](const Result<DayReview> &found) {
        if (found) {
            show(*found);
        } else {
            m_summary->setText(tr("%1.").arg(Words::reason(toString(found.error().code))));
        }
    });
}

void ReviewSheet::makeParts(QGridLayout &grid)
{
    m_parts = {{tr("Late"), tr("a promise was broken"), &DayReview::late},
        {tr("Repeated"), tr("nearly the same was told to others"), &DayReview::repeated, Tile::Tone::Warn},
        {tr("Leaked"), tr("everybody can read what should not be there"), &DayReview::leaked},
        {tr("Lost"), tr("the network refused the answer"), &DayReview::lost},
        {tr("Still waiting"), tr("nobody answered by the end"), &DayReview::waiting, Tile::Tone::Warn}};
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        part.tile = new Tile(part.name);
        part.tile->setEnabled(false);
        part.tile->show(u"–"_s, part.note);
        grid.addWidget(part.tile, int(i) / kInRow, int(i) % kInRow);
        connect(part.tile, &QAbstractButton::clicked, this, [this, name = part.name, list = part.list] {
            accept();
            Q_EMIT conversationsFound(name, m_review.*list);
        });
    }
}

void ReviewSheet::show(const DayReview &review)
{
    m_review = review;
    m_summary->setText(summary(review));
    for (const Part &part : std::as_const(m_parts)) {
        const qsizetype count = (review.*part.list).size();
        part.tile->show(QLocale().toString(count), part.note, count > 0 ? part.tone : Tile::Tone::Calm);
        part.tile->setEnabled(count > 0);
    }
}

QString ReviewSheet::summary(const DayReview &review)
{
    const QString wrote = tr("%n customer(s) wrote.", nullptr, review.wrote);
    if (review.answered == 0) {
        return wrote + u' ' + tr("Nobody was answered.");
    }
    return wrote + u' ' + tr("%n was (were) answered.", nullptr, review.answered) + u' '
        + tr("Half of the first answers came within %1.")
              .arg(Words::waited(review.medianFirst.value_or(milliseconds(0))));
}

} // namespace fw::ui

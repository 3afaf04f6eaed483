#include "app/dispatch/suffix_minimum.h"

#include "tests/support/seed.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

namespace fw::test {

class SuffixMinimumTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatARowOfNumbersSays()
    {
        std::mt19937 random(printedSeed());
        for (const size_t size : std::array<size_t, 5>{1, 2, 7, 64, 201}) {
            std::vector<double> row(size);
            for (double &number : row) {
                number = double(random() % 100) - 20;
            }
            SuffixMinimum tree(row);
            QCOMPARE(tree.size(), int(size));
            for (int step = 0; step < 500; ++step) {
                const auto from = ptrdiff_t(random() % size);
                const double by = double(random() % 21) - 10;
                tree.add(int(from), by);
                std::for_each(row.begin() + from, row.end(), [by](double &number) { number += by; });
                const auto asked = ptrdiff_t(random() % size);
                const double least = *std::min_element(row.begin() + asked, row.end());
                QVERIFY(std::abs(tree.least(int(asked)) - least) < 1e-6);
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SuffixMinimumTest)
#include "suffix_minimum_test.moc"

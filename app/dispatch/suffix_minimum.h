#pragma once

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

namespace fw {

/// A row of numbers of which every one from some place on can be raised or lowered at once, and the least from some place on be asked. Both cost the
/// logarithm of its length: a tree over the steps from one number to the next, with the sum of each part and its least running sum.
class SuffixMinimum final
{
public:
    SuffixMinimum() = default;
    explicit SuffixMinimum(const std::vector<double> &numbers)
        : m_leaves(std::bit_ceil(std::max<size_t>(numbers.size(), 1)))
        , m_parts(2 * m_leaves)
        , m_size(int(numbers.size()))
    {
        double before = 0;
        for (size_t i = 0; i < numbers.size(); ++i) {
            m_parts[m_leaves + i] = {.sum = numbers[i] - before, .least = numbers[i] - before};
            before = numbers[i];
        }
        for (size_t part = m_leaves - 1; part > 0; --part) {
            combine(part);
        }
    }

    [[nodiscard]] int size() const { return m_size; }

    /// Adds `by` to every number from place `from` on.
    void add(int from, double by)
    {
        size_t part = m_leaves + size_t(from);
        m_parts[part].sum += by;
        m_parts[part].least += by;
        for (part /= 2; part > 0; part /= 2) {
            combine(part);
        }
    }

    /// The least number from place `from` on.
    [[nodiscard]] double least(int from) const
    {
        size_t part = m_leaves + size_t(from);
        double before = 0;
        double sum = m_parts[part].sum;
        double least = m_parts[part].least;
        for (; part > 1; part /= 2) {
            if (part % 2 == 0) {
                least = std::min(least, sum + m_parts[part + 1].least);
                sum += m_parts[part + 1].sum;
            } else {
                before += m_parts[part - 1].sum;
            }
        }
        return before + least;
    }

private:
    struct Part {
        double sum = 0;
        double least = std::numeric_limits<double>::infinity(); // of the sums of its first steps
    };

    void combine(size_t part)
    {
        const Part &left = m_parts[2 * part];
        const Part &right = m_parts[2 * part + 1];
        m_parts[part] = {.sum = left.sum + right.sum, .least = std::min(left.least, left.sum + right.least)};
    }

    size_t m_leaves = 1;
    std::vector<Part> m_parts = {};
    int m_size = 0;
};

} // namespace fw

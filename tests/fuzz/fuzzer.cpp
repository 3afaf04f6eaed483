#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

/// libFuzzer's way in. FW_FUZZ_TARGET is the function that names the target; which of its entries is tried depends on the input alone.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const fw::fuzz::Target target = fw::fuzz::FW_FUZZ_TARGET();
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    size_t sum = size;
    for (size_t i = 0; i < size; i += 7) {
        sum += bytes[i];
    }
    target.entries.at(qsizetype(sum % size_t(target.entries.size())))(fw::fuzz::answerIn(input));
    return 0;
}

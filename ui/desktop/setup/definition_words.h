#pragma once

#include "app/desk/definitions/definitions.h"

#include <QCoreApplication>

namespace fw::ui {

/// What there is to set up, as words for people. Results are plain text.
class DefinitionWords final
{
    Q_DECLARE_TR_FUNCTIONS(fw::ui::DefinitionWords)
public:
    DefinitionWords() = delete;

    [[nodiscard]] static QString of(DefinitionKind kind); // "Saved replies"
    /// What it is for: one line.
    [[nodiscard]] static QString purpose(DefinitionKind kind);
    /// A file to begin with, as it is written; the same in every language.
    [[nodiscard]] static QString example(DefinitionKind kind);
    /// Why a change cannot be taken back: one sentence. Empty where it can.
    [[nodiscard]] static QString noUndo(DefinitionKind kind);
    /// A name for such a file.
    [[nodiscard]] static QString fileName(DefinitionKind kind);
};

} // namespace fw::ui

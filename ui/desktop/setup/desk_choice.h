#pragma once

#include "app/core/error.h"

namespace fw::ui {

/// Which desk the program opens when nobody says so on the command line.
struct DeskChoice {
    enum class Kind { None, Demo, Here, Team };
    Kind kind = Kind::None; // nobody was asked yet
    QString folder = {};    // Here: of the desk
    QString database = {};  // Team: its address, which holds no password
    bool operator==(const DeskChoice &) const = default;
};

/// Nothing chosen where the file is missing or says something else.
[[nodiscard]] DeskChoice readDeskChoice(const QString &file);
/// Only its owner can read it. Errors: Io.
[[nodiscard]] Done writeDeskChoice(const QString &file, const DeskChoice &choice);

} // namespace fw::ui

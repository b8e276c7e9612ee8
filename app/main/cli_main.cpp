// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/session.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    shardscape::app::Session session(std::cout, std::cerr);
    try {
        return shardscape::app::runCommandLine(argc, argv, session);
    } catch (const std::exception& error) {
        std::cerr << "shardscape-cli: internal error: " << error.what() << '\n';
        return 70;
    }
}

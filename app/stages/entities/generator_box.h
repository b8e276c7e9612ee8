// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QComboBox>

#include "model/schema/entity.h"

namespace shardscape::app {

/// Where the values of a key come from.
struct GeneratorChoice {
    model::Generator generator = model::Generator::None;
    bool always = false; ///< of an identity: values from clients are refused
    bool operator==(const GeneratorChoice&) const = default;
};

/// A list of the generators that the model knows; each says in its tooltip what it does to locality.
class GeneratorBox : public QComboBox {
    Q_OBJECT
public:
    explicit GeneratorBox(QWidget* parent = nullptr);
    /// Shows a choice without telling anybody; nothing: several differ, and the box says so.
    void setChoice(std::optional<GeneratorChoice> choice);
    GeneratorChoice choice() const;
};

} // namespace shardscape::app

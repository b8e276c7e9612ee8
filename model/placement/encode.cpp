// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/placement/encode.h"

#include <algorithm>
#include <limits>

namespace shardscape::model {

double realOf(const KeyValue& value) {
    switch (value.form) {
    case KeyValue::Form::Infinity: return std::numeric_limits<double>::infinity();
    case KeyValue::Form::MinusInfinity: return -std::numeric_limits<double>::infinity();
    case KeyValue::Form::NotANumber: return std::numeric_limits<double>::quiet_NaN();
    case KeyValue::Form::Finite:
    case KeyValue::Form::Null: break;
    }
    return value.real;
}

Result<void> oneColumn(std::string_view engine, const std::vector<KeyType>& types) {
    if (types.size() == 1)
        return {};
    return fail(ErrorCode::Invalid,
                std::string(engine) + " takes a key of one column, not " + std::to_string(types.size()),
                "name one column, or make one text of them with --join");
}

Result<void> noneOf(std::string_view engine, const std::vector<KeyType>& types,
                    std::initializer_list<KeyType> unusable) {
    for (KeyType type : types)
        if (std::find(unusable.begin(), unusable.end(), type) != unusable.end())
            return fail(ErrorCode::Invalid, "a key column of " + std::string(engine) + " cannot be of type " +
                                                std::string(keyTypeName(type)));
    return {};
}

} // namespace shardscape::model

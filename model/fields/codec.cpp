// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

#include <algorithm>

#include "model/base/nearest_name.h"

namespace shardscape::model {
namespace {

std::string shortened(const std::string& text) {
    return text.size() > 60 ? text.substr(0, 57) + "…" : text;
}

} // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
    const std::string meant = nearestName(word, known);
    if (meant.empty())
        return fmt::format("Known are {}", fmt::join(known, ", "));
    return fmt::format("Did you mean {}?", meant);
}

bool Decoder::decodeBool(const Value& value, bool& object) {
    if (value.kind != Value::Kind::Word || (value.text != "true" && value.text != "false"))
        return wrongKind(value, "true or false");
    object = value.text == "true";
    return true;
}

bool Decoder::decodeString(const Value& value, std::string& object) {
    if (value.kind != Value::Kind::String)
        return wrongKind(value, "a string in double quotes");
    object = value.text;
    return true;
}

bool Decoder::wrongKind(const Value& value, const char* wanted) {
    return refuse(value, fmt::format("There is {} where {} was expected", value.kindName(), wanted));
}

bool Decoder::wrongNumber(const Value& value, bool whole, bool outOfRange) {
    const bool scalar = value.kind == Value::Kind::Number || value.kind == Value::Kind::Word;
    const std::string what = scalar ? shortened(value.text) : value.kindName();
    if (outOfRange)
        return refuse(value, fmt::format("{} is out of range", what));
    return refuse(value, fmt::format("{} is not a {}number", what, whole ? "whole " : ""),
                  whole ? "Write digits only" : "Write it as 12, 0.5 or 1e9");
}

bool Decoder::unknownField(const Value& place, const std::string& name, const std::vector<std::string>& known) {
    return refuse(place, fmt::format("\"{}\" is not known here", shortened(name)), nearest(name, known));
}

bool Decoder::unknownWord(const Value& value, const std::vector<std::string>& known) {
    return refuse(value, fmt::format("\"{}\" is not known here", shortened(value.text)), nearest(value.text, known));
}

bool Decoder::isSpecial(const Value& value) {
    return (value.kind == Value::Kind::Word || value.kind == Value::Kind::String) &&
           (value.text == "inf" || value.text == "-inf" || value.text == "nan" || value.text == "-nan");
}

} // namespace shardscape::model

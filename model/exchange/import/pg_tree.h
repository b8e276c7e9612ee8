// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pg_query/pg_query.pb-c.h>

#include "model/base/result.h"

/// PostgreSQL's own parser (libpg_query) as values: parse trees that free themselves, SQL from a tree, and a walk over
/// every node. Internal to this folder; trees are generated C structures whose unset strings are empty, never null.
namespace shardscape::model {

using PgNode = PgQuery__Node;

/// What parsing one statement gave: the tree of its statements, owned.
class PgTree {
public:
    PgTree() = default;
    explicit PgTree(PgQuery__ParseResult* result)
        : m_result(result) {}
    std::size_t size() const { return m_result ? m_result->n_stmts : 0; }
    /// The statement; null when the parser produced none.
    PgNode* statement(std::size_t index) const { return m_result->stmts[index]->stmt; }

private:
    struct Free {
        void operator()(PgQuery__ParseResult* result) const;
    };
    std::unique_ptr<PgQuery__ParseResult, Free> m_result;
};

/// Why a statement was not understood, and where in it.
struct PgSyntaxError {
    std::string message;
    std::size_t offset = 0; ///< bytes from the start of the text
};

/// Parses SQL text. Deeply nested input needs a deep stack: call within onDeepStack().
tl::expected<PgTree, PgSyntaxError> parsePostgres(std::string_view sql);

/// The longest statement that is parsed, in bytes outside of quotes: the parser recurses on its tree, and this many fit
/// the stack of onDeepStack() however they are nested.
inline constexpr std::size_t kMaximumStructure = 256 * 1024;

/// Runs the function in a thread with a stack of its own that is deep enough for trees of kMaximumStructure, and waits.
/// Exceptions come through.
void onDeepStack(const std::function<void()>& work);

/// SQL of an expression; empty when the tree cannot be written.
std::string expressionSql(PgNode* expression);
/// SQL of a type name ("numeric(10, 2)", "text[]"), as it is written in casts.
std::string typeSql(PgQuery__TypeName* type);

/// Calls visit with the node and all nodes below it, parents first; visit returns false to leave out what is below.
void walk(const ProtobufCMessage* message, const std::function<bool(const ProtobufCMessage&)>& visit);
template <class T> void walk(const T* message, const std::function<bool(const ProtobufCMessage&)>& visit) {
    if (message)
        walk(&message->base, visit);
}

/// The message as the given type, or null when it is another one.
template <class T> T* as(const ProtobufCMessage& message, const ProtobufCMessageDescriptor& descriptor) {
    return message.descriptor == &descriptor
               ? const_cast<T*>(reinterpret_cast<const T*>(&message)) // NOLINT: the library's own way of inheritance
               : nullptr;
}

/// The string of a String node (a name in a list), empty for anything else.
std::string stringOf(const PgNode* node);
std::vector<std::string> stringsOf(PgNode* const* nodes, std::size_t count);
/// The number of an integer or float constant, also with a sign; unset for anything else.
std::optional<double> numberOf(const PgNode* node);
/// The text of a string constant, also behind a cast; unset for anything else.
std::optional<std::string> textOf(const PgNode* node);
/// The names of a column reference ("t", "c"); a star is "*".
std::vector<std::string> fieldsOf(const PgQuery__ColumnRef& column);

/// Replaces the text of a string that belongs to a tree.
void setTreeString(char*& field, const std::string& text);

} // namespace shardscape::model

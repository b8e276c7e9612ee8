// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/pg_tree.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>

#include <pg_query.h>
#include <pthread.h>

namespace shardscape::model {
namespace {

/// Measured with libpg_query 15-4.0: nested sub-selects take about 4 KB of stack for 8 bytes of text, other nestings
/// less.
constexpr std::size_t kStackBytes = 512UL * 1024 * 1024;

struct Work {
    const std::function<void()>& function;
    std::exception_ptr problem;
};

void* runWork(void* argument) {
    auto* work = static_cast<Work*>(argument);
    try {
        work->function();
    } catch (...) {
        work->problem = std::current_exception();
    }
    return nullptr;
}

/// Bytes in front of the character with this 1-based number.
std::size_t byteOffset(std::string_view text, int character) {
    std::size_t at = 0;
    for (int seen = 1; at < text.size(); ++at) {
        const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (starts && seen++ == character)
            break;
    }
    return at;
}

std::string deparse(PgQuery__Node* value) {
    PgQuery__ResTarget target = PG_QUERY__RES_TARGET__INIT;
    target.val = value;
    PgQuery__Node targetNode = PG_QUERY__NODE__INIT;
    targetNode.node_case = PG_QUERY__NODE__NODE_RES_TARGET;
    targetNode.res_target = &target;
    PgQuery__Node* targets[] = {&targetNode};

    PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
    select.n_target_list = 1;
    select.target_list = targets;
    select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
    select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
    PgQuery__Node selectNode = PG_QUERY__NODE__INIT;
    selectNode.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
    selectNode.select_stmt = &select;

    PgQuery__RawStmt raw = PG_QUERY__RAW_STMT__INIT;
    raw.stmt = &selectNode;
    PgQuery__RawStmt* statements[] = {&raw};
    PgQuery__ParseResult tree = PG_QUERY__PARSE_RESULT__INIT;
    tree.version = PG_VERSION_NUM;
    tree.n_stmts = 1;
    tree.stmts = statements;

    std::vector<std::uint8_t> bytes(pg_query__parse_result__get_packed_size(&tree));
    pg_query__parse_result__pack(&tree, bytes.data());
    const PgQueryProtobuf packed{bytes.size(), reinterpret_cast<char*>(bytes.data())};
    const PgQueryDeparseResult result = pg_query_deparse_protobuf(packed);
    std::string sql = result.error || !result.query ? std::string() : std::string(result.query);
    pg_query_free_deparse_result(result);
    constexpr std::string_view kSelect = "SELECT ";
    return sql.starts_with(kSelect) ? sql.substr(kSelect.size()) : std::string();
}

} // namespace

void PgTree::Free::operator()(PgQuery__ParseResult* result) const {
    pg_query__parse_result__free_unpacked(result, nullptr);
}

tl::expected<PgTree, PgSyntaxError> parsePostgres(std::string_view sql) {
    const std::string text(sql);
    const PgQueryProtobufParseResult result = pg_query_parse_protobuf(text.c_str());
    if (result.error) {
        const int position = result.error->cursorpos;
        PgSyntaxError error{result.error->message ? result.error->message : "cannot be parsed",
                            position > 0 ? byteOffset(text, position) : 0};
        pg_query_free_protobuf_parse_result(result);
        return tl::unexpected(std::move(error));
    }
    auto* unpacked = pg_query__parse_result__unpack(nullptr, result.parse_tree.len,
                                                    reinterpret_cast<const std::uint8_t*>(result.parse_tree.data));
    pg_query_free_protobuf_parse_result(result);
    if (!unpacked)
        return tl::unexpected(PgSyntaxError{"the parser's answer cannot be read", 0});
    return PgTree(unpacked);
}

void onDeepStack(const std::function<void()>& work) {
    Work job{work, nullptr};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    pthread_t thread{};
    const int problem = pthread_create(&thread, &attributes, runWork, &job);
    pthread_attr_destroy(&attributes);
    if (problem != 0)
        throw std::bad_alloc(); // the address space is limited: there is no memory for the stack
    pthread_join(thread, nullptr);
    if (job.problem)
        std::rethrow_exception(job.problem);
}

std::string expressionSql(PgNode* expression) {
    return expression ? deparse(expression) : std::string();
}

std::string typeSql(PgQuery__TypeName* type) {
    PgQuery__AConst null = PG_QUERY__A__CONST__INIT;
    null.isnull = 1;
    PgQuery__Node nullNode = PG_QUERY__NODE__INIT;
    nullNode.node_case = PG_QUERY__NODE__NODE_A_CONST;
    nullNode.a_const = &null;
    PgQuery__TypeCast cast = PG_QUERY__TYPE_CAST__INIT;
    cast.arg = &nullNode;
    cast.type_name = type;
    PgQuery__Node castNode = PG_QUERY__NODE__INIT;
    castNode.node_case = PG_QUERY__NODE__NODE_TYPE_CAST;
    castNode.type_cast = &cast;
    const std::string sql = deparse(&castNode);
    const std::size_t at = sql.find("::");
    return at == std::string::npos ? std::string() : sql.substr(at + 2);
}

void walk(const ProtobufCMessage* message, const std::function<bool(const ProtobufCMessage&)>& visit) {
    if (!message || !visit(*message))
        return;
    const auto* bytes = reinterpret_cast<const char*>(message);
    const ProtobufCMessageDescriptor& type = *message->descriptor;
    for (unsigned i = 0; i < type.n_fields; ++i) {
        const ProtobufCFieldDescriptor& field = type.fields[i];
        if (field.type != PROTOBUF_C_TYPE_MESSAGE)
            continue;
        if (field.label == PROTOBUF_C_LABEL_REPEATED) {
            std::size_t count = 0;
            std::memcpy(&count, bytes + field.quantifier_offset, sizeof count);
            ProtobufCMessage* const* items = nullptr;
            std::memcpy(&items, bytes + field.offset, sizeof items);
            for (std::size_t item = 0; item < count; ++item)
                walk(items[item], visit);
            continue;
        }
        if (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) {
            unsigned chosen = 0;
            std::memcpy(&chosen, bytes + field.quantifier_offset, sizeof chosen);
            if (chosen != field.id)
                continue;
        }
        const ProtobufCMessage* child = nullptr;
        std::memcpy(&child, bytes + field.offset, sizeof child);
        walk(child, visit);
    }
}

std::string stringOf(const PgNode* node) {
    return node && node->node_case == PG_QUERY__NODE__NODE_STRING ? node->string->sval : std::string();
}

std::vector<std::string> stringsOf(PgNode* const* nodes, std::size_t count) {
    std::vector<std::string> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(stringOf(nodes[i]));
    return out;
}

std::optional<double> numberOf(const PgNode* node) {
    if (!node)
        return std::nullopt;
    if (node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
        return numberOf(node->type_cast->arg);
    if (node->node_case == PG_QUERY__NODE__NODE_INTEGER)
        return node->integer->ival;
    if (node->node_case == PG_QUERY__NODE__NODE_A_EXPR && !node->a_expr->lexpr && node->a_expr->n_name == 1 &&
        stringOf(node->a_expr->name[0]) == "-") {
        const std::optional<double> positive = numberOf(node->a_expr->rexpr);
        return positive ? std::optional<double>(-*positive) : std::nullopt;
    }
    if (node->node_case != PG_QUERY__NODE__NODE_A_CONST || node->a_const->isnull)
        return std::nullopt;
    switch (node->a_const->val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL: return node->a_const->ival->ival;
    case PG_QUERY__A__CONST__VAL_FVAL: return std::strtod(node->a_const->fval->fval, nullptr);
    default: return std::nullopt;
    }
}

std::optional<std::string> textOf(const PgNode* node) {
    if (!node)
        return std::nullopt;
    if (node->node_case == PG_QUERY__NODE__NODE_TYPE_CAST)
        return textOf(node->type_cast->arg);
    if (node->node_case != PG_QUERY__NODE__NODE_A_CONST || node->a_const->val_case != PG_QUERY__A__CONST__VAL_SVAL)
        return std::nullopt;
    return std::string(node->a_const->sval->sval);
}

std::vector<std::string> fieldsOf(const PgQuery__ColumnRef& column) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < column.n_fields; ++i)
        out.push_back(column.fields[i]->node_case == PG_QUERY__NODE__NODE_A_STAR ? "*" : stringOf(column.fields[i]));
    return out;
}

void setTreeString(char*& field, const std::string& text) {
    if (field != protobuf_c_empty_string)
        std::free(field); // the tree was unpacked with the default allocator, malloc
    field = static_cast<char*>(std::malloc(text.size() + 1));
    if (!field)
        throw std::bad_alloc();
    std::memcpy(field, text.c_str(), text.size() + 1);
}

} // namespace shardscape::model

// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Cuts the texts of small languages (MySQL's and SQLite's SQL, CQL, DBML, Prisma) into words, names and symbols.
/// Internal to this folder. One pass, no copies: tokens are views into the text, which must outlive them.
namespace shardscape::model {

enum class TokenKind {
    End,
    Word,   ///< letters, digits, underscores; anything outside ASCII
    Name,   ///< an identifier in quotes
    String, ///< a text in quotes
    Number,
    Code,      ///< an expression in quotes of its own (DBML)
    Symbol,    ///< one character, or the delimiter of statements
    Newline,   ///< only where the language asks for it
    Doc,       ///< a comment that belongs to what follows (Prisma)
    Unfinished ///< a quote or comment that the text ends in
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view raw; ///< as written, with its quotes
    std::size_t offset = 0;

    bool is(char symbol) const { return kind == TokenKind::Symbol && raw.size() == 1 && raw[0] == symbol; }
    /// A keyword, in any case; never a name in quotes.
    bool is(std::string_view word) const;
    bool isName() const { return kind == TokenKind::Word || kind == TokenKind::Name; }
    std::size_t end() const { return offset + raw.size(); }
};

/// What the languages differ in.
struct TokenRules {
    bool hashComments = false;        ///< # to the end of the line
    bool dashComments = false;        ///< -- to the end of the line
    bool dashNeedsBlank = false;      ///< … only when a blank follows (MySQL)
    bool slashComments = false;       ///< // to the end of the line
    bool conditionalComments = false; ///< what stands in /*!50100 … */ is read (MySQL, MariaDB)
    bool backslash = false;           ///< escapes within quotes
    bool tripleQuotes = false;  ///< '''…''' (DBML); other quotes end on their line or are a Symbol up to its end
    bool newlines = false;      ///< the end of a line is a token
    bool brackets = false;      ///< [name]
    bool dollarStrings = false; ///< $$…$$ (CQL)
    bool templates = false;     ///< ${name} is a word
    bool docComments = false;   ///< /// is a Doc token (Prisma)
    TokenKind doubleQuote = TokenKind::Name;
    TokenKind singleQuote = TokenKind::String;
    TokenKind backtick = TokenKind::Name;
};

class TextTokens {
public:
    TextTokens(std::string_view text, TokenRules rules)
        : m_text(text)
        , m_rules(rules) {}

    Token next();
    /// All that is left, with the End (or Unfinished) token last.
    std::vector<Token> rest();
    /// Another text than ";" ends a statement from here on (MySQL's DELIMITER); it becomes a Symbol.
    void setDelimiter(std::string delimiter) { m_delimiter = std::move(delimiter); }
    const std::string& delimiter() const { return m_delimiter; }
    /// What is left of the line, without the line's end; consumed.
    std::string_view restOfLine();
    /// The value of a token: without quotes, escapes resolved.
    std::string value(const Token& token) const;

private:
    bool skipBlank(Token& token);
    bool skipComment(Token& token);
    bool skipBlock(Token& token);
    Token take(TokenKind kind, std::size_t length);
    Token quoted(TokenKind kind, char close);
    Token word();
    char at(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool startsWith(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }

    std::string_view m_text;
    TokenRules m_rules;
    std::size_t m_at = 0;
    int m_conditional = 0;
    std::string m_delimiter = ";";
};

/// ASCII only, as the keywords of all these languages are.
std::string lowered(std::string_view text);
std::string uppered(std::string_view text);
bool sameWord(std::string_view a, std::string_view b);

/// The beginning of an SQL text in lower case, without comments that begin with "--": what sniffers look into.
std::string sniffable(std::string_view text);

/// The tokens of one statement or file with a place in them.
class TokenCursor {
public:
    explicit TokenCursor(const std::vector<Token>& tokens)
        : m_tokens(tokens) {}

    const Token& peek(std::size_t ahead = 0) const {
        const std::size_t at = m_at + ahead;
        return at < m_tokens.size() ? m_tokens[at] : m_end;
    }
    Token take() {
        const Token token = peek();
        if (m_at < m_tokens.size())
            ++m_at;
        return token;
    }
    bool atEnd() const { return peek().kind == TokenKind::End || peek().kind == TokenKind::Unfinished; }
    bool accept(char symbol) { return peek().is(symbol) && (take(), true); }
    bool accept(std::string_view word) { return peek().is(word) && (take(), true); }
    /// All of them in a row, or nothing.
    bool acceptAll(std::initializer_list<std::string_view> words);
    /// From "(" to its ")": leaves the cursor behind it. False when it never closes.
    bool skipParentheses();
    /// The tokens within parentheses, which the cursor stands before; the cursor moves behind them.
    std::vector<Token> takeParentheses(bool& closed) { return takeBlock('(', ')', closed); }
    std::vector<Token> takeBlock(char open, char close, bool& closed);
    std::size_t position() const { return m_at; }
    void moveTo(std::size_t position) { m_at = position; }
    /// Where to say that something is wrong: the token, or the end of the last one.
    std::size_t offset() const {
        return m_at < m_tokens.size() ? m_tokens[m_at].offset : m_tokens.empty() ? 0 : m_tokens.back().end();
    }

private:
    const std::vector<Token>& m_tokens;
    std::size_t m_at = 0;
    Token m_end;
};

/// The text from the first to the last of the tokens, as written; line ends and runs of blanks become one blank, except
/// within quotes.
std::string sourceOf(std::string_view text, const std::vector<Token>& tokens);
std::string sourceOf(std::string_view text, const Token* first, const Token* last);

} // namespace shardscape::model

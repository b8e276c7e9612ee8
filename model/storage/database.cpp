// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/database.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "model/fields/codec.h"
#include "model/storage/project_change.h"
#include "model/storage/sqlite.h"

namespace shardscape::model {
namespace {

/// The table of a kind of object.
template <class T> struct TableOf;
template <> struct TableOf<Entity> {
    static constexpr auto name = "entities";
    static constexpr auto owner = "entity";
};
template <> struct TableOf<Attribute> { static constexpr auto name = "attributes"; };
template <> struct TableOf<Key> { static constexpr auto name = "keys"; };
template <> struct TableOf<Check> { static constexpr auto name = "checks"; };
template <> struct TableOf<Index> {
    static constexpr auto name = "indexes";
    static constexpr auto owner = "index";
};
template <> struct TableOf<KeyPart> { static constexpr auto name = "index_parts"; };
template <> struct TableOf<Exclusion> { static constexpr auto name = "exclusions"; };
template <> struct TableOf<EnumType> { static constexpr auto name = "enums"; };
template <> struct TableOf<Boundary> { static constexpr auto name = "boundaries"; };
template <> struct TableOf<Relationship> { static constexpr auto name = "relationships"; };
template <> struct TableOf<AccessPattern> {
    static constexpr auto name = "patterns";
    static constexpr auto owner = "pattern";
};
template <> struct TableOf<Predicate> { static constexpr auto name = "pattern_predicates"; };
template <> struct TableOf<JoinCondition> { static constexpr auto name = "pattern_joins"; };
template <> struct TableOf<OrderPart> { static constexpr auto name = "pattern_order"; };
template <> struct TableOf<Layout> { static constexpr auto name = "layouts"; };
template <> struct TableOf<Diagram> { static constexpr auto name = "diagrams"; };
template <> struct TableOf<NativeObject> { static constexpr auto name = "natives"; };

template <class T>
concept HasTable = requires {
    TableOf<T>::name;
};
/// Has tables below its own, whose rows refer to it.
template <class T>
concept OwnsTables = requires {
    TableOf<T>::owner;
};

/// An object as it is when new, to ask for its columns.
template <class T> const T kNew{};

/// A list of objects that has a table of its own.
template <class M> constexpr bool isChildren() {
    if constexpr (VectorTraits<M>::value)
        return HasTable<typename VectorTraits<M>::Inner>;
    else
        return TableTraits<M>::value;
}

/// Structs whose members are columns of the object that has them.
template <class M>
concept Flat = Is<M, Type> || Is<M, ColumnStatistics> || Is<M, Volume> || Is<M, FanOut> || Is<M, RateProfile> ||
    Is<M, KeyPopularity> || Is<M, Consistency> || Is<M, ColumnRef> || Is<M, Requirements> || Is<M, NamingRules>;

/// Written elsewhere: the diagram and the native statements of a project have tables of their own.
template <class M> constexpr bool isApart() {
    return std::is_same_v<M, std::shared_ptr<const Diagram>> ||
           std::is_same_v<M, std::shared_ptr<const std::vector<NativeObject>>>;
}

/// visit(column name, member) for each column of the object, structs taken apart.
template <class T, class Visit> void eachColumn(T& object, const std::string& prefix, Visit&& visit) {
    eachField(object, [&](std::string_view name, auto& member) {
        using M = std::remove_cvref_t<decltype(member)>;
        const std::string column = prefix + std::string(name);
        if constexpr (Flat<M>)
            eachColumn(member, column + "_", visit);
        else if constexpr (!isChildren<M>() && !isApart<M>())
            visit(column, member);
    });
}

/// visit(list) for each list of objects with a table of their own.
template <class T, class Visit> void eachChildren(T& object, Visit&& visit) {
    eachField(object, [&](std::string_view, auto& member) {
        if constexpr (isChildren<std::remove_cvref_t<decltype(member)>>())
            visit(member);
    });
}

template <class M> constexpr bool isWhole() {
    return std::is_integral_v<M> || IdTraits<M>::value || CountTraits<M>::value;
}
template <class M> constexpr bool isReal() {
    return std::is_floating_point_v<M> || std::is_same_v<M, PerSecond>;
}

/// The declaration of a column. References that may be 0 have no foreign key: 0 names nothing.
template <class M> std::string declared() {
    if constexpr (isWhole<M>())
        return "INTEGER NOT NULL";
    else if constexpr (isReal<M>())
        return "REAL NOT NULL";
    else if constexpr (std::is_enum_v<M> || std::is_same_v<M, std::string>)
        return "TEXT NOT NULL";
    else if constexpr (OptionalTraits<M>::value)
        return declared<typename M::value_type>().substr(0, declared<typename M::value_type>().find(' '));
    else
        return "TEXT"; // JSON, or null when there is nothing
}

template <class M> void bindMember(SqliteStatement& statement, int index, const M& member) {
    if constexpr (IdTraits<M>::value || CountTraits<M>::value || std::is_same_v<M, PerSecond>)
        bindMember(statement, index, member.value);
    else if constexpr (std::is_integral_v<M>)
        statement.bind(index, static_cast<std::int64_t>(member));
    else if constexpr (std::is_floating_point_v<M>)
        std::isnan(member) ? statement.bind(index, std::string_view("nan")) : statement.bind(index, member);
    else if constexpr (std::is_enum_v<M>)
        statement.bind(index, std::string_view(name(member)));
    else if constexpr (std::is_same_v<M, std::string>)
        statement.bind(index, std::string_view(member));
    else if constexpr (OptionalTraits<M>::value)
        member ? bindMember(statement, index, *member) : statement.bindNull(index);
    else if (equalValues(member, M{}))
        statement.bindNull(index);
    else
        statement.bind(index, std::string_view(printJson(encode(member))));
}

template <class M> void readMember(SqliteStatement& statement, int index, M& member) {
    if constexpr (IdTraits<M>::value || CountTraits<M>::value || std::is_same_v<M, PerSecond>) {
        readMember(statement, index, member.value);
    } else if constexpr (std::is_integral_v<M>) {
        const std::int64_t value = statement.integer(index);
        member = static_cast<M>(value);
        if (static_cast<std::int64_t>(member) != value)
            statement.refuse(index, "is out of range");
    } else if constexpr (std::is_floating_point_v<M>) {
        member = statement.isText(index) && statement.text(index) == "nan" ? std::nan("") : statement.real(index);
    } else if constexpr (std::is_enum_v<M>) {
        const std::optional<M> found = enumeratorOf<M>(statement.text(index));
        if (!found)
            statement.refuse(index, "is not a known word");
        member = found.value_or(M{});
    } else if constexpr (std::is_same_v<M, std::string>) {
        member = statement.text(index);
    } else if constexpr (OptionalTraits<M>::value) {
        if (!statement.isNull(index))
            readMember(statement, index, member.emplace());
    } else if (!statement.isNull(index)) {
        const Result<Value> value = parseValue(statement.text(index));
        Result<M> decoded = value ? decode<M>(*value) : Result<M>(fail(value.error()));
        if (!decoded)
            statement.refuse(index, "is not what it should be: " + decoded.error().message);
        else
            member = std::move(*decoded);
    }
}

template <class T> std::vector<std::string> columnsOf(bool withTypes) {
    std::vector<std::string> columns;
    const T object{};
    eachColumn(object, "", [&](const std::string& column, const auto& member) {
        using M = std::remove_cvref_t<decltype(member)>;
        columns.push_back('"' + column + '"' +
                          (withTypes ? ' ' + declared<M>() + (column == "id" ? " PRIMARY KEY" : "") : ""));
    });
    return columns;
}

/// Writes the objects of one table and, through one writer each, of the tables below it.
class Writer {
public:
    explicit Writer(SqliteDatabase& database)
        : m_database(database) {}

    /// "owner" names the table above: its rows are referred to by "<owner>_id", in the order of "position".
    template <class T> void createTable(const std::string& owner, const std::string& ownerTable) {
        std::vector<std::string> columns;
        if (!ownerTable.empty())
            columns.push_back(
                fmt::format("\"{}_id\" INTEGER NOT NULL REFERENCES \"{}\" (id) ON DELETE CASCADE", owner, ownerTable));
        if (!owner.empty() || std::is_same_v<T, NativeObject>)
            columns.push_back("\"position\" INTEGER NOT NULL");
        for (std::string& column : columnsOf<T>(true))
            columns.push_back(std::move(column));
        m_database.execute(
            fmt::format("CREATE TABLE \"{}\" (\n  {}\n)", TableOf<T>::name, fmt::join(columns, ",\n  ")));
        if (!ownerTable.empty())
            m_database.execute(
                fmt::format("CREATE INDEX \"{0}_by_{1}\" ON \"{0}\" (\"{1}_id\", position)", TableOf<T>::name, owner));
        if constexpr (OwnsTables<T>)
            eachChildren(kNew<T>, [&](const auto& list) {
                using Inner = typename VectorTraits<std::remove_cvref_t<decltype(list)>>::Inner;
                createTable<Inner>(TableOf<T>::owner, TableOf<T>::name);
            });
    }

    /// The statement that inserts into the table, with "leading" columns before those of the object.
    template <class T> SqliteStatement& inserter(const std::string& owner) {
        std::unique_ptr<SqliteStatement>& statement = m_statements[TableOf<T>::name];
        if (!statement) {
            std::vector<std::string> columns = columnsOf<T>(false);
            if (!owner.empty())
                columns.insert(columns.begin(), {'"' + owner + "_id\"", "\"position\""});
            else if (std::is_same_v<T, NativeObject>)
                columns.insert(columns.begin(), "\"position\"");
            std::string marks;
            for (std::size_t i = 0; i < columns.size(); ++i)
                marks += i == 0 ? "?" : ", ?";
            statement = std::make_unique<SqliteStatement>(
                m_database,
                fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", TableOf<T>::name, fmt::join(columns, ", "), marks));
        }
        return *statement;
    }

    template <class T>
    void write(const T& object, const std::string& owner, std::int64_t ownerId, std::size_t position) {
        SqliteStatement& statement = inserter<T>(owner);
        int index = 1;
        if (!owner.empty())
            statement.bind(index++, ownerId);
        if (!owner.empty() || std::is_same_v<T, NativeObject>)
            statement.bind(index++, static_cast<std::int64_t>(position));
        eachColumn(object, "", [&](const std::string&, const auto& member) { bindMember(statement, index++, member); });
        statement.insert();
        if constexpr (OwnsTables<T>)
            eachChildren(object, [&](const auto& list) {
                for (std::size_t i = 0; i < list.size(); ++i)
                    write(list[i], TableOf<T>::owner, static_cast<std::int64_t>(object.id.value), i);
            });
    }

private:
    SqliteDatabase& m_database;
    std::map<std::string, std::unique_ptr<SqliteStatement>> m_statements;
};

/// The columns of an object in a table, of which a file of an earlier version has fewer.
class Columns {
public:
    template <class T> static Columns of(SqliteDatabase& database, const std::string& table) {
        std::set<std::string> there;
        SqliteStatement info(database, "SELECT name FROM pragma_table_info('" + table + "')");
        while (info.next())
            there.insert('"' + info.text(0) + '"');
        Columns columns;
        for (const std::string& column : columnsOf<T>(false)) {
            columns.m_isThere.push_back(there.count(column) > 0);
            columns.m_selected +=
                (columns.m_selected.empty() ? "" : ", ") + (columns.m_isThere.back() ? column : "NULL");
        }
        return columns;
    }
    const std::string& selected() const { return m_selected; }
    bool none() const { return std::find(m_isThere.begin(), m_isThere.end(), true) == m_isThere.end(); }

    /// Fills the object from the columns that are there, the first of which is at the index; the others stay as new.
    template <class T> void read(SqliteStatement& statement, int index, T& object) const {
        std::size_t at = 0;
        eachColumn(object, "", [&](const std::string&, auto& member) {
            if (m_isThere[at])
                readMember(statement, index + static_cast<int>(at), member);
            ++at;
        });
    }

private:
    std::string m_selected;
    std::vector<bool> m_isThere;
};

class Reader {
public:
    explicit Reader(SqliteDatabase& database)
        : m_database(database) {}

    template <class T> std::vector<T> readAll() {
        std::vector<T> objects;
        const Columns columns = Columns::of<T>(m_database, TableOf<T>::name);
        if (std::is_same_v<T, Diagram> && columns.none())
            return objects; // from before there were several
        SqliteStatement statement(m_database,
                                  fmt::format("SELECT {} FROM \"{}\" ORDER BY {}", columns.selected(), TableOf<T>::name,
                                              std::is_same_v<T, NativeObject> ? "position" : "id"));
        while (statement.next()) {
            T object{};
            columns.read(statement, 0, object);
            objects.push_back(std::move(object));
        }
        if constexpr (OwnsTables<T>) {
            std::vector<T*> pointers;
            for (T& object : objects)
                pointers.push_back(&object);
            readChildren<T>(pointers);
        }
        return objects;
    }

private:
    /// Reads the tables below one into the objects that own their rows.
    template <class T> void readChildren(const std::vector<T*>& owners) {
        const T model{};
        std::size_t which = 0;
        eachChildren(model, [&](const auto& list) {
            using Inner = typename VectorTraits<std::remove_cvref_t<decltype(list)>>::Inner;
            readRows<T, Inner>(owners, which++);
        });
    }
    template <class T, class Inner> static std::vector<Inner>& listOf(T& owner, std::size_t which) {
        std::vector<Inner>* found = nullptr;
        std::size_t at = 0;
        eachChildren(owner, [&](auto& list) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(list)>, std::vector<Inner>>)
                if (at == which)
                    found = &list;
            ++at;
        });
        return *found;
    }
    template <class T, class Inner> void readRows(const std::vector<T*>& owners, std::size_t which) {
        std::unordered_map<std::int64_t, T*> byId;
        for (T* owner : owners)
            byId[static_cast<std::int64_t>(owner->id.value)] = owner;
        const Columns columns = Columns::of<Inner>(m_database, TableOf<Inner>::name);
        SqliteStatement statement(m_database,
                                  fmt::format("SELECT \"{0}_id\", {1} FROM \"{2}\" ORDER BY \"{0}_id\", position",
                                              TableOf<T>::owner, columns.selected(), TableOf<Inner>::name));
        while (statement.next()) {
            const auto owner = byId.find(statement.integer(0));
            if (owner == byId.end()) {
                m_database.fail(fmt::format("a row of {} belongs to nothing", TableOf<Inner>::name));
                return;
            }
            Inner object{};
            columns.read(statement, 1, object);
            listOf<T, Inner>(*owner->second, which).push_back(std::move(object));
        }
        if constexpr (OwnsTables<Inner>) {
            std::vector<Inner*> inner;
            for (T* owner : owners)
                for (Inner& object : listOf<T, Inner>(*owner, which))
                    inner.push_back(&object);
            readChildren<Inner>(inner);
        }
    }

    SqliteDatabase& m_database;
};

/// For people with a query tool; the program does not read them.
constexpr const char* kViews = R"(
CREATE VIEW key_columns AS
  SELECT e.name AS entity, k.name AS key, k.kind, p.key AS position, a.name AS attribute
    FROM keys k JOIN entities e ON e.id = k.entity_id, json_each(k.attributes) p JOIN attributes a ON a.id = p.value;
CREATE VIEW index_columns AS
  SELECT e.name AS entity, i.name AS index_name, p.position, a.name AS attribute, p.expression, p.descending
    FROM indexes i JOIN entities e ON e.id = i.entity_id JOIN index_parts p ON p.index_id = i.id
    LEFT JOIN attributes a ON a.id = p.attribute;
CREATE VIEW relationship_columns AS
  SELECT r.id AS relationship_id, c.name AS child, ca.name AS child_attribute, p.name AS parent, pa.name AS parent_attribute
    FROM relationships r JOIN entities c ON c.id = r.child JOIN entities p ON p.id = r.parent,
         json_each(r.child_attributes) x JOIN json_each(r.parent_attributes) y ON y.key = x.key
    JOIN attributes ca ON ca.id = x.value JOIN attributes pa ON pa.id = y.value;
)";

void createSchema(SqliteDatabase& database, Writer& writer) {
    database.execute(fmt::format("CREATE TABLE project (\n  {}\n)", fmt::join(columnsOf<Project>(true), ",\n  ")));
    const Project model;
    eachChildren(model, [&](const auto& table) {
        writer.createTable<typename TableTraits<std::remove_cvref_t<decltype(table)>>::Inner>("", "");
    });
    writer.createTable<NativeObject>("", "");
    database.execute("CREATE TABLE diagram_positions (entity_id INTEGER PRIMARY KEY REFERENCES entities (id), x REAL "
                     "NOT NULL, y REAL NOT NULL)");
    database.execute(
        "CREATE TABLE diagram_bends (relationship_id INTEGER NOT NULL REFERENCES relationships (id), "
        "position INTEGER NOT NULL, x REAL NOT NULL, y REAL NOT NULL, PRIMARY KEY (relationship_id, position))");
    database.execute(kViews);
}

void writeRows(SqliteDatabase& database, Writer& writer, const Project& project) {
    std::string marks;
    const std::vector<std::string> columns = columnsOf<Project>(false);
    for (std::size_t i = 0; i < columns.size(); ++i)
        marks += i == 0 ? "?" : ", ?";
    SqliteStatement row(database, fmt::format("INSERT INTO project ({}) VALUES ({})", fmt::join(columns, ", "), marks));
    int index = 1;
    eachColumn(project, "", [&](const std::string&, const auto& member) { bindMember(row, index++, member); });
    row.insert();
    eachChildren(project, [&](const auto& table) {
        for (const auto& object : table)
            writer.write(object, "", 0, 0);
    });
    std::size_t position = 0;
    for (const NativeObject& native : *project.natives)
        writer.write(native, "", 0, position++);
    // The first diagram is a row as well, with its positions and bends in tables of their own.
    writer.write(withoutPlaces(*project.diagram), "", 0, 0);
    SqliteStatement place(database, "INSERT INTO diagram_positions VALUES (?, ?, ?)");
    for (const auto& [entity, point] : project.diagram->positions) {
        bindMember(place, 1, entity);
        place.bind(2, point.x);
        place.bind(3, point.y);
        place.insert();
    }
    SqliteStatement bend(database, "INSERT INTO diagram_bends VALUES (?, ?, ?, ?)");
    for (const auto& [relationship, bends] : project.diagram->bends)
        for (std::size_t i = 0; i < bends.size(); ++i) {
            bindMember(bend, 1, relationship);
            bend.bind(2, static_cast<std::int64_t>(i));
            bend.bind(3, bends[i].x);
            bend.bind(4, bends[i].y);
            bend.insert();
        }
}

/// Everything that is read must be a table: a view could be made to run for ever.
void checkTables(SqliteDatabase& database) {
    SqliteStatement views(database, "SELECT name FROM sqlite_schema WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'");
    while (views.next()) {
        const std::string view = views.text(0);
        if (view != "key_columns" && view != "index_columns" && view != "relationship_columns")
            database.fail(fmt::format("it has a view {} of its own", view));
    }
    SqliteStatement check(database, "PRAGMA quick_check(1)");
    if (check.next() && check.text(0) != "ok")
        database.fail(check.text(0));
}

Project readRows(SqliteDatabase& database) {
    checkTables(database);
    Project project;
    const Columns columns = Columns::of<Project>(database, "project");
    SqliteStatement row(database, fmt::format("SELECT {} FROM project", columns.selected()));
    if (!row.next()) {
        database.fail("the table project has no row");
        return project;
    }
    columns.read(row, 0, project);
    Reader reader(database);
    eachChildren(project, [&](auto& table) {
        table.assign(reader.readAll<typename TableTraits<std::remove_cvref_t<decltype(table)>>::Inner>());
    });
    project.natives = std::make_shared<const std::vector<NativeObject>>(reader.readAll<NativeObject>());
    Diagram diagram;
    if (const Diagram* first = project.moreDiagrams.find({})) {
        diagram = *first;
        project.moreDiagrams.remove({});
    }
    SqliteStatement places(database, "SELECT entity_id, x, y FROM diagram_positions");
    while (places.next())
        diagram.positions[EntityId{static_cast<std::uint64_t>(places.integer(0))}] = {places.real(1), places.real(2)};
    SqliteStatement bends(database,
                          "SELECT relationship_id, x, y FROM diagram_bends ORDER BY relationship_id, position");
    while (bends.next())
        diagram.bends[RelationshipId{static_cast<std::uint64_t>(bends.integer(0))}].push_back(
            {bends.real(1), bends.real(2)});
    project.diagram = std::make_shared<const Diagram>(std::move(diagram));
    return project;
}

/// A big-endian number of the header (https://www.sqlite.org/fileformat2.html, 1.3 "The Database Header").
std::uint32_t headerNumber(const std::string& bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Result<void> checkHeader(const std::string& bytes, const std::string& file) {
    const auto refuse = [&](ErrorCode code, std::string message, std::string advice) {
        return fail(Error{code, std::move(message), std::move(advice), file, 0, 0});
    };
    const std::string backup = fmt::format("The previous version may still be there as {}.bak", file);
    if (bytes.empty())
        return refuse(ErrorCode::Invalid, "The file is empty: it holds no project", backup);
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (bytes.compare(0, std::min(bytes.size(), kMagic.size()), kMagic.substr(0, bytes.size())) != 0) {
        if (bytes.rfind("shardscape ", 0) == 0)
            return refuse(ErrorCode::Invalid, "This is a project in its text form",
                          "Load it: shardscape-cli load FILE -o PROJECT");
        return refuse(ErrorCode::Invalid, "This is not a Shardscape project",
                      "Schemas are imported: shardscape-cli import FILE -o PROJECT");
    }
    if (bytes.size() < 100)
        return refuse(ErrorCode::Invalid, fmt::format("The file is cut short after {} bytes", bytes.size()), backup);
    if (headerNumber(bytes, 68, 4) != kApplicationId)
        return refuse(ErrorCode::Invalid, "This is an SQLite database, but not a Shardscape project",
                      "Choose a project file");
    const std::uint32_t version = headerNumber(bytes, 60, 4);
    if (version > static_cast<std::uint32_t>(kFileVersion))
        return refuse(ErrorCode::Unsupported,
                      fmt::format("The file has format {}; this program reads up to {}", version, kFileVersion),
                      "Open it with a newer Shardscape");
    if (version < 1)
        return refuse(ErrorCode::Invalid, fmt::format("The file is damaged: its format is {}", version), backup);
    const std::uint64_t pageSize = headerNumber(bytes, 16, 2) == 1 ? 65536 : headerNumber(bytes, 16, 2);
    const std::uint64_t whole = pageSize * headerNumber(bytes, 28, 4);
    if (bytes.size() < whole)
        return refuse(ErrorCode::Invalid,
                      fmt::format("The file is cut short: {} of {} bytes are there", bytes.size(), whole), backup);
    return {};
}

} // namespace

Result<std::string> toDatabase(const Project& project) {
    SqliteDatabase database;
    database.execute(fmt::format("PRAGMA page_size = 1024; PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN",
                                 kApplicationId, kFileVersion));
    {
        Writer writer(database);
        createSchema(database, writer);
        writeRows(database, writer, project);
    }
    database.execute("COMMIT");
    std::string bytes = database.serialized();
    if (!database.ok())
        return fail(ErrorCode::Io, "The project cannot be turned into a file: " + database.failure());
    return bytes;
}

Result<Project> fromDatabase(std::string bytes, const std::string& file) {
    if (Result<void> sound = checkHeader(bytes, file); !sound)
        return fail(sound.error());
    // A query tool may have left the file in write-ahead mode; in memory it is read as an ordinary one.
    bytes[18] = bytes[19] = 1;
    SqliteDatabase database(std::move(bytes));
    Project project = readRows(database);
    std::vector<std::string> broken;
    if (database.ok())
        broken = validate(project);
    if (!database.ok() || !broken.empty())
        return fail(Error{ErrorCode::Invalid,
                          "The project file is damaged: " + (database.ok() ? broken.front() : database.failure()),
                          fmt::format("The previous version may still be there as {}.bak", file), file, 0, 0});
    return project;
}

} // namespace shardscape::model

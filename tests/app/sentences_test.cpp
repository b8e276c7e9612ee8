// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence that is made below the window has its form in the table (app/theme/sentence_table_*.cpp), and thereby,
// as language_test holds, a translation. Two ways to find one that has none: the sources are read for words in quotes,
// and the samples are worked out on every engine and all that is said of them is translated. What is not for the window
// is listed in sentences_exempt.txt, with why.
#include "app/theme/sentences.h"

#include <algorithm>
#include <set>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "app/language/language.h"
#include "estimator/capacity/outlook.h"
#include "estimator/copies/fan_out.h"
#include "estimator/copies/side_by_side.h"
#include "estimator/sensitivity/sensitivity.h"
#include "simulator/compile/compile.h"
#include "tests/support/estimating.h"
#include "tests/support/folders.h"

using namespace shardscape;

namespace {

QString textOf(const QString& path) {
    QFile file(tests::sourceFolder() + '/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Literal {
    int line = 0;
    QString text;
};

/// The words in quotes of a source; those that stand side by side are one. Comments, characters, raw strings (SQL) and
/// what is included are left out.
QList<Literal> literalsOf(const QString& source) {
    static const QRegularExpression kToken(
        QString::fromLatin1(
            R"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|^\s*#[^\n]*|"(?:[^"\\\n]|\\.)*"|(?<!\w)'(?:[^'\\\n]|\\.)+')re"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    static const QRegularExpression kEscape(QStringLiteral("\\\\(.)"));
    QList<Literal> found;
    qsizetype end = -1;
    qsizetype counted = 0;
    int line = 1;
    for (auto tokens = kToken.globalMatch(source); tokens.hasNext();) {
        const QRegularExpressionMatch token = tokens.next();
        if (!token.captured().startsWith(QLatin1Char('"')))
            continue;
        const qsizetype start = token.capturedStart();
        line += int(QStringView(source).mid(counted, start - counted).count(QLatin1Char('\n')));
        counted = start;
        QString text = token.captured().mid(1).chopped(1);
        text.replace(QStringLiteral("\\n"), QStringLiteral("\n")).replace(kEscape, QStringLiteral("\\1"));
        if (!found.isEmpty() && QStringView(source).mid(end, start - end).trimmed().isEmpty())
            found.last().text += text;
        else
            found.append({line, text});
        end = token.capturedEnd();
    }
    return found;
}

/// Two words or more, and no SQL: what could be said to somebody.
bool isSaid(const QString& text) {
    static const QRegularExpression kWord(QStringLiteral("[A-Za-z][a-z']+"));
    static const QRegularExpression kSql(QStringLiteral(
        "^\\s*((SELECT|INSERT|CREATE|SET|UPDATE|DROP|ALTER|PRAGMA|AND|ON|PARTITION BY|ENGINE|GRANT)\\b|\"|\\{)"));
    if (!text.trimmed().contains(QLatin1Char(' ')) || text.contains(kSql))
        return false;
    int words = 0;
    for (auto found = kWord.globalMatch(text); found.hasNext(); found.next())
        ++words;
    return words > 1;
}

/// sentences_exempt.txt: a path or the beginning of one, or words in quotes; "#" begins why.
struct Exempt {
    QStringList paths;
    QSet<QString> words;

    Exempt() {
        for (const QString& whole : textOf("tests/app/sentences_exempt.txt").split('\n')) {
            const QString line = whole.section(QStringLiteral(" #"), 0, 0).trimmed();
            if (line.startsWith(QLatin1Char('"')))
                words.insert(line.mid(1).chopped(1));
            else if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')))
                paths << line;
        }
    }
    bool holds(const QString& path) const {
        return std::any_of(paths.begin(), paths.end(), [&](const QString& start) { return path.startsWith(start); });
    }
};

/// What is called so: never translated, and longer names are taken out before those that are parts of them.
class Names {
public:
    void add(const std::string& name) {
        if (name.size() > 1)
            m_names.insert(QString::fromStdString(name));
    }
    void addProject(const model::Project& project) {
        for (const model::Entity& entity : project.entities) {
            add(entity.name);
            for (const model::Attribute& attribute : entity.attributes)
                add(attribute.name);
            for (const model::Key& key : entity.keys)
                add(key.name);
            for (const model::Index& index : entity.indexes)
                add(index.name);
            for (const auto& tier : entity.volume.tiers)
                add(tier.name);
        }
        for (const model::AccessPattern& pattern : project.patterns)
            add(pattern.name);
        for (const model::EnumType& enumeration : project.enums)
            for (const std::string& label : enumeration.labels)
                add(label);
    }
    void addDesign(const model::Design& design) {
        for (const model::Structure& structure : design.structures) {
            add(structure.name);
            for (const auto* parts : {&structure.partitionKey, &structure.sortKey})
                for (const model::StructureKeyPart& part : *parts)
                    add(part.column);
            for (const model::StructureIndex& index : structure.indexes)
                add(index.name);
        }
    }
    /// The words of another language that are left: four letters or more that name nothing.
    QString foreign(QString text) const {
        static const QRegularExpression kCode(
            QStringLiteral("“[^”]*”|\\([^()\\x{2E80}-\\x{FFFF}]*[_.,:#][^()\\x{2E80}-"
                           "\\x{FFFF}]*\\)|\\w+(:\\w+)*[:#]\\{[^}]*\\}|\\{[^}]*\\}|"
                           "https?://\\S+|\\b[A-Z0-9_]+\\b|\\w+_\\w+|\\w+\\.\\w+|\\w+\\(\\)"));
        static const QRegularExpression kWord(QStringLiteral("[A-Za-z]{4,}"));
        std::vector<QString> longest(m_names.begin(), m_names.end());
        std::sort(longest.begin(), longest.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        for (const QString& name : longest)
            text.remove(name);
        return kWord.match(text.remove(kCode)).captured();
    }

private:
    std::set<QString> m_names;
};

/// Everything said, with how often a sentence did not translate.
class Said {
public:
    explicit Said(const Names& names)
        : m_names(names) {}
    void add(const std::string& english) {
        const QString text = QString::fromStdString(english);
        if (text.isEmpty() || !m_seen.insert(text).second)
            return;
        const QString chinese = app::said(text);
        if (const QString word = m_names.foreign(chinese); !word.isEmpty())
            m_left << QStringLiteral("%1\n    → %2").arg(text, chinese);
    }
    void add(const estimator::Figure& figure, int depth = 0) {
        add(figure.name());
        add(figure.formula());
        // Where a constant of an engine's profile is from names a document in the words of its title.
        if (figure.origin() != estimator::Origin::Profile)
            add(figure.source());
        if (depth < 12)
            for (const estimator::Figure& input : figure.inputs())
                if (m_figures.insert({input.name(), input.formula()}).second)
                    add(input, depth + 1);
    }
    QStringList left() const { return m_left; }
    int seen() const { return int(m_seen.size()); }

private:
    const Names& m_names;
    std::set<QString> m_seen;
    std::set<std::pair<std::string, std::string>> m_figures;
    QStringList m_left;
};

void addEstimate(Said& said, const estimator::Estimate& estimate) {
    for (const model::Structure& structure : estimate.design.structures) {
        said.add(structure.reason);
        for (const model::StructureIndex& index : structure.indexes)
            said.add(index.reason);
    }
    for (const std::string& note : estimate.design.notes)
        said.add(note);
    for (const estimator::Problem& problem : estimate.problems)
        for (const std::string& text : {problem.where, problem.why, problem.fix})
            said.add(text);
    for (const estimator::PatternEstimate& pattern : estimate.patterns) {
        said.add(pattern.plan.why);
        for (const estimator::PlanStep& step : pattern.plan.steps)
            said.add(step.text);
        said.add(pattern.p99);
        said.add(pattern.qps);
    }
    for (const estimator::StructureEstimate& structure : estimate.structures)
        for (const estimator::Figure& figure :
             {structure.rows, structure.rowBytes, structure.tableBytes, structure.totalBytes, structure.readsPerSecond,
              structure.writesPerSecond})
            said.add(figure);
    for (const estimator::NodeConstraint& constraint : estimate.nodes.constraints) {
        said.add(constraint.name);
        said.add(constraint.nodes);
    }
    for (const estimator::WriteCause& cause : estimate.writeCauses) {
        said.add(cause.name);
        said.add(cause.factor);
    }
    for (const estimator::Figure& figure :
         {estimate.nodes.count, estimate.nodes.partitions, estimate.peakQps, estimate.storageNow,
          estimate.storageInAYear, estimate.worstP99, estimate.writeAmplification, estimate.meanUtilisation,
          estimate.hottestShare})
        said.add(figure);
}

void addOutlook(Said& said, const estimator::Outlook& outlook) {
    said.add(outlook.cost.why);
    said.add(outlook.cost.month);
    said.add(outlook.cost.perMillion);
    for (const auto* lines : {&outlook.cost.lines, &outlook.cost.alternatives})
        for (const estimator::CostLine& line : *lines)
            said.add(line.name);
    for (const estimator::Headroom& one : outlook.headroom) {
        said.add(one.constraint);
        said.add(one.left);
    }
    for (const estimator::Rung& rung : outlook.ladder) {
        said.add(rung.name);
        said.add(rung.why);
        said.add(rung.need);
        said.add(rung.limit);
    }
    for (const estimator::Duration& duration : outlook.durations) {
        said.add(duration.kind);
        said.add(duration.note);
        said.add(duration.seconds);
    }
    for (const estimator::ConsistencyEstimate& one : outlook.consistency) {
        said.add(one.asked);
        said.add(estimator::name(one.obtained));
        said.add(one.why);
        said.add(one.staleness);
    }
    for (const estimator::IndexReport& index : outlook.indexes) {
        said.add(index.why);
        said.add(estimator::name(index.verdict));
        said.add(index.busyServers);
        for (const std::string& advice : index.advice)
            said.add(advice);
    }
    for (const estimator::ShardKeyReport& report : outlook.shardKeys)
        for (const estimator::ShardKeyCandidate& candidate : report.candidates)
            said.add(candidate.score);
}

/// The verdicts of copies are said sentence by sentence: copy_words_test has them.
void addCopies(Said& said, const estimator::SideBySides& beside, const std::vector<estimator::FanOutReport>& fanOuts) {
    for (const estimator::SideBySide& pattern : beside.patterns) {
        for (const std::string& why : pattern.refused)
            said.add(why);
        for (const estimator::CopyOption& option : pattern.options) {
            said.add(option.name);
            for (const std::string& note : option.notes)
                said.add(note);
        }
    }
    for (const estimator::FanOutReport& report : fanOuts) {
        for (const estimator::Figure& figure : {report.mean, report.largest, report.items, report.threshold})
            said.add(figure);
        for (const estimator::FanOutLoad& load : report.loads)
            said.add(load.servers);
    }
}

} // namespace

class SentencesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_language.setCode("zh_CN"); }

    /// Whoever writes a sentence below the window is told here that the table lacks it.
    void everySentenceOfTheSourcesHasAForm() {
        static const QRegularExpression kPlace(QStringLiteral("%[1-9]|\\{+[^{}]*\\}+|\n"));
        QString table;
        for (const char* form : app::sentenceTable())
            table += QLatin1Char('\n') + QString::fromUtf8(form).replace(kPlace, QStringLiteral("\n"));
        const Exempt exempt;
        QStringList without;
        int sentences = 0, exempted = 0;
        for (const char* room : {"model", "estimator", "simulator"}) {
            QDirIterator files(tests::sourceFolder() + '/' + room, {"*.cpp", "*.h"}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = QDir(tests::sourceFolder()).relativeFilePath(files.next());
                for (const Literal& literal : literalsOf(textOf(path))) {
                    if (!isSaid(literal.text))
                        continue;
                    ++sentences;
                    if (exempt.holds(path) || exempt.words.contains(literal.text.trimmed())) {
                        ++exempted;
                        continue;
                    }
                    QString text = literal.text;
                    text.replace(kPlace, QStringLiteral("\n"))
                        .replace(QStringLiteral("{{"), QStringLiteral("{"))
                        .replace(QStringLiteral("}}"), QStringLiteral("}"));
                    for (const QString& part : text.split('\n'))
                        if (!table.contains(part.trimmed())) {
                            without << QStringLiteral("%1:%2: \"%3\"").arg(path).arg(literal.line).arg(literal.text);
                            break;
                        }
                }
            }
        }
        qInfo("%d sentences in the sources, %d of them not for the window, %d without a form; %d forms", sentences,
              exempted, int(without.size()), int(app::sentenceTable().size()));
        QVERIFY(sentences > 2000);
        QVERIFY2(without.isEmpty(),
                 qPrintable("\n" + without.join('\n') +
                            "\nAdd a form (%1, %2 … where something is put in) to the file of its area, "
                            "app/theme/sentence_table_*.cpp, and its translation to shardscape_zh_CN.ts (target "
                            "update_translations). What the window never shows goes to tests/app/sentences_exempt.txt, "
                            "with why."));
    }

    void whatIsSaidOfSamplesIsTranslated_data() {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("engine");
        for (const char* sample : {"ad-counters", "flash-sale", "marketplace", "social-feed"})
            for (const model::EngineProfile& profile : tests::engines().profiles())
                QTest::addRow("%s on %s", sample, profile.name.c_str())
                    << sample << QString::fromStdString(profile.name);
    }
    /// Everything that the pages show of a design, with the working of its figures, keeps no English word but names.
    void whatIsSaidOfSamplesIsTranslated() {
        QFETCH(QString, sample);
        QFETCH(QString, engine);
        const QString folder = "resources/samples/" + sample;
        const model::Project project = tests::projectOf(textOf(folder + "/schema.sql").toStdString(),
                                                        textOf(folder + "/workload.sql").toStdString());
        const model::EngineProfile& profile = *tests::engines().find(engine.toStdString());
        model::Layout layout;
        layout.engine = profile.name;
        const auto estimate = estimator::estimate(project, profile, layout, {.months = 24});
        QVERIFY(estimate.has_value());
        Names names;
        for (const QString& word : textOf("tests/app/sentences_names.txt").split('\n', Qt::SkipEmptyParts))
            names.add(word.toStdString());
        names.addProject(project);
        names.addDesign(estimate->design);
        names.add(profile.title);
        Said said(names);
        addEstimate(said, *estimate);

        const auto book = model::PriceBook::load({tests::sourceFolder().toStdString() + "/resources/prices"});
        QVERIFY(book.has_value());
        for (const model::PriceSheet& sheet : book->sheets())
            names.add(sheet.title);
        const auto outlook = estimator::outlookOf(project, profile, layout, *estimate, *book);
        QVERIFY(outlook.has_value());
        addOutlook(said, *outlook);
        const auto beside = estimator::sideBySide(project, profile, layout, *estimate, *book,
                                                  {.prices = {}, .patterns = 2, .only = {}});
        QVERIFY(beside.has_value());
        addCopies(said, *beside, estimator::fanOutReports(project, profile, layout, *estimate));
        for (const estimator::Assumption& assumption :
             estimator::assumptionsOf(project, profile, layout, *estimate, outlook->cost)) {
            said.add(assumption.name);
            if (!assumption.path.starts_with("engine:"))
                said.add(assumption.source);
        }
        if (const auto compiled = simulator::compileScenario(project, profile, *estimate))
            for (const std::string& note : compiled->notes)
                said.add(note);
        else
            said.add(compiled.error().message);
        QVERIFY(said.seen() > 100);
        QVERIFY2(said.left().isEmpty(),
                 qPrintable(QStringLiteral("%1 of %2:\n").arg(said.left().size()).arg(said.seen()) +
                            said.left().join('\n')));
    }

private:
    app::Language m_language;
};

QTEST_MAIN(SentencesTest)
#include "sentences_test.moc"

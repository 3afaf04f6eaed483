#include "tests/house/storey_check.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
struct Room {
    QString folder;
    QStringList mayInclude;
};

const QList<Room> &rooms()
{
    static const QStringList forDepartments
        = {u"app/core"_s, u"app/model"_s, u"app/network"_s, u"app/store"_s};
    static const QList<Room> list = {
        {u"app/core"_s, {}},
        {u"app/model"_s, {u"app/core"_s}},
        {u"app/network"_s, {u"app/core"_s, u"app/model"_s}},
        {u"app/store"_s, {u"app/core"_s, u"app/model"_s}},
        {u"app/intake"_s, forDepartments},
        {u"app/desk"_s, forDepartments},
        {u"app/dispatch"_s, forDepartments},
        {u"app/customers"_s, forDepartments},
        {u"app/insight"_s, forDepartments},
        {u"connectors/http"_s, {u"app"_s}},
        {u"connectors/oauth"_s, {u"app"_s, u"connectors/http"_s}},
        {u"ui/wiring"_s, {u"app"_s, u"connectors"_s}},
        {u"ui/desktop"_s, {u"app"_s, u"ui/wiring"_s}},
        {u"ui/cli"_s, {u"app"_s, u"ui/wiring"_s}},
    };
    return list;
}

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

bool isIn(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

bool isHouse(const QString &path)
{
    return isIn(path, u"app"_s) || isIn(path, u"connectors"_s) || isIn(path, u"ui"_s);
}

bool isCpp(const QString &path)
{
    return path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1);
}

/// Empty: `path` stands in no room of the house.
std::optional<QStringList> allowedFor(const QString &path)
{
    const QString room = roomOf(path);
    for (const Room &known : rooms()) {
        if (known.folder == room) {
            return known.mayInclude + QStringList{room};
        }
    }
    // A network, or the sandbox: a new one needs no rule of its own.
    if (path.count(u'/') >= 2 && isIn(room, u"connectors"_s)) {
        return QStringList{u"app"_s, u"connectors/http"_s, u"connectors/oauth"_s, room};
    }
    return std::nullopt;
}

enum class Part { Comment, Literal, Code };

/// `text` with everything that is not one of `parts` replaced by spaces; lines stay where they are.
QString only(const QString &text, std::initializer_list<Part> parts)
{
    static const QRegularExpression token(
        uR"re((?<comment>//[^\n]*|/\*.*?\*/)|(?<literal>R"(?<fence>[^(\s]*)\(.*?\)\k<fence>")re"
        uR"re(|"(?:\\.|[^"\\\n])*")|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression visible(u"[^\\n]"_s);
    const auto kept = [&parts](Part part, QString piece) {
        const bool isKept = std::find(parts.begin(), parts.end(), part) != parts.end();
        return isKept ? piece : piece.replace(visible, u" "_s);
    };
    QString result;
    qsizetype end = 0;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += kept(Part::Code, text.mid(end, match.capturedStart() - end));
        const bool isComment = !match.captured(u"comment"_s).isEmpty();
        const bool isLiteral = !match.captured(u"literal"_s).isEmpty();
        result += kept(isComment ? Part::Comment : isLiteral ? Part::Literal : Part::Code, match.captured());
        end = match.capturedEnd();
    }
    return result + kept(Part::Code, text.mid(end));
}

/// Calls found(line number, match) for every match of `pattern`.
template <typename Found>
void eachMatch(const QString &text, const QRegularExpression &pattern, Found found)
{
    int line = 1;
    qsizetype counted = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        line
            += static_cast<int>(QStringView(text).mid(counted, match.capturedStart() - counted).count(u'\n'));
        counted = match.capturedStart();
        found(line, match);
    }
}

QString whyNotOurs(const QString &path, const QString &header)
{
    const auto allowed = allowedFor(path);
    if (!allowed) {
        return u"%1 is no room of the house (tests/house/storey_check.cpp lists them)"_s.arg(roomOf(path));
    }
    const auto mayInclude = [&header](const QString &folder) { return isIn(header, folder); };
    if (std::any_of(allowed->begin(), allowed->end(), mayInclude)) {
        return {};
    }
    return u"%1 may not include %2"_s.arg(roomOf(path), header);
}

QString whyNotQt(const QString &path, const QString &header)
{
    const QString module = qtModuleOf(header);
    if (module == "QtSql"_L1 && !isIn(path, u"app/store"_s)) {
        return u"only app/store speaks SQL, and this includes %1"_s.arg(header);
    }
    const bool isForeign = isIn(path, u"app"_s)
        ? !module.isEmpty() && module != "QtCore"_L1 && module != "QtSql"_L1
        : module == "QtGui"_L1 || module == "QtWidgets"_L1;
    if (isForeign && !isIn(path, u"ui"_s)) {
        return u"%1 may not include %2 of %3"_s.arg(path.section(u'/', 0, 0), header, module);
    }
    return {};
}

QString whyNotInclude(const QString &path, const QString &header, bool isQuoted)
{
    if (isHouse(header)) {
        return whyNotOurs(path, header);
    }
    if (isIn(header, u"tests"_s)) {
        return u"nothing of the house may include a test"_s;
    }
    if (isQuoted && !header.endsWith(".moc"_L1)) {
        return u"own headers are included by their path from the root, not as %1"_s.arg(header);
    }
    return whyNotQt(path, header);
}

void checkIncludes(const SourceFile &file, QList<Violation> &violations)
{
    static const QRegularExpression include(
        u"^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)"_s, QRegularExpression::MultilineOption);
    eachMatch(only(file.text, {Part::Code, Part::Literal}), include,
        [&](int line, const QRegularExpressionMatch &match) {
            const QString why = whyNotInclude(file.path, match.captured(2), match.captured(1) == "\""_L1);
            if (!why.isEmpty()) {
                violations.append({.path = file.path, .line = line, .what = why});
            }
        });
}

void checkSql(const SourceFile &file, QList<Violation> &violations)
{
    static const QRegularExpression sql(
        u"\\b(SELECT|INSERT|UPDATE|DELETE) (?!/)"_s); // "DELETE /path" is HTTP
    eachMatch(only(file.text, {Part::Literal}), sql, [&](int line, const QRegularExpressionMatch &match) {
        violations.append({.path = file.path,
            .line = line,
            .what = u"text in SQL (%1) outside app/store"_s.arg(match.captured(1))});
    });
}

void checkNames(const SourceFile &file, QList<Violation> &violations)
{
    static const QRegularExpression library(u"\\btl(::|/)"_s);
    eachMatch(only(file.text, {Part::Code}), library, [&](int line, const QRegularExpressionMatch &) {
        violations.append({.path = file.path,
            .line = line,
            .what = u"only app/core/error.h names tl; use fw::Result and fw::Failure"_s});
    });
}

void checkUnfinished(const SourceFile &file, QList<Violation> &violations)
{
    static const QRegularExpression mark(u"\\b(TO"
                                         u"DO|FIX"
                                         u"ME|XX"
                                         u"X)\\b"_s);
    eachMatch(file.text, mark, [&](int line, const QRegularExpressionMatch &match) {
        violations.append({.path = file.path,
            .line = line,
            .what = u"unfinished work is marked with %1"_s.arg(match.captured())});
    });
}
} // namespace

QString Violation::toString() const
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

QString qtModuleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    static QHash<QString, QString> known;
    QString first = header.section(u'/', 0, 0);
    if (modules.contains(first)) {
        return first;
    }
    if (!header.startsWith(u'Q') && !header.startsWith(u'q')) {
        return {};
    }
    if (!known.contains(header)) {
        const auto holder = std::find_if(modules.begin(), modules.end(), [&header](const QString &module) {
            return QFile::exists(headers.filePath(module + u'/' + header));
        });
        known.insert(header, holder == modules.end() ? QString() : *holder);
    }
    return known.value(header);
}

QList<SourceFile> sourceFilesUnder(const QString &root)
{
    const QDir top(root);
    QList<SourceFile> files;
    for (const QString &folder : {u"app"_s, u"connectors"_s, u"ui"_s, u"tests"_s, u"resources"_s, u"cmake"_s,
             u"packaging"_s, u"docs"_s}) {
        QDirIterator walk(top.filePath(folder),
            {u"*.h"_s, u"*.cpp"_s, u"*.sql"_s, u"*.txt"_s, u"*.cmake"_s, u"*.sh"_s, u"*.md"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile source(walk.next());
            if (source.open(QIODevice::ReadOnly)) {
                files.append({.path = top.relativeFilePath(source.fileName()),
                    .text = QString::fromUtf8(source.readAll())});
            }
        }
    }
    return files;
}

QList<Violation> violationsIn(const SourceFile &file)
{
    QList<Violation> violations;
    checkUnfinished(file, violations);
    if (!isCpp(file.path)) {
        return violations;
    }
    const int lines = static_cast<int>(file.text.count(u'\n'));
    if (lines > kMaxLines) {
        violations.append(
            {.path = file.path, .line = lines, .what = u"%1 lines; split it by responsibility"_s.arg(lines)});
    }
    if (file.path != "app/core/error.h"_L1) {
        checkNames(file, violations);
    }
    if (isHouse(file.path)) {
        checkIncludes(file, violations);
        if (!isIn(file.path, u"app/store"_s) && !isIn(file.path, u"connectors/sandbox"_s)) {
            checkSql(file, violations);
        }
    }
    std::stable_sort(violations.begin(), violations.end(),
        [](const Violation &a, const Violation &b) { return a.line < b.line; });
    return violations;
}

} // namespace fw::test

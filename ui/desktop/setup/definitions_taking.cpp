// What is written is put in force, or taken back, and what is told of it.
#include "app/store/class_store.h"
#include "ui/desktop/setup/definition_words.h"
#include "ui/desktop/setup/definitions_page.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/words.h"

#include <QPushButton>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRulesAtOnce = 200;
}

void DefinitionsPage::putInForce()
{
    if (!m_use->isEnabled()) {
        return;
    }
    const Begun begun = m_begun.value(m_kind);
    take(m_kind, begun.read, begun.text.toUtf8(),
        [this, kind = m_kind, before = begun.read](
            const QList<Definition> &now) { tellTaken(kind, before, now); });
}

void DefinitionsPage::take(
    DefinitionKind kind, const QList<Definition> &read, const QByteArray &bytes, const Taken &taken)
{
    m_beingTaken.insert(kind);
    showEditable();
    auto written = m_store.write([kind, read, bytes, by = m_agent](Database &db) {
        return replaceDefinitions(db, kind, read, {.name = u"The text"_s, .bytes = bytes}, by);
    });
    whenDone(written, this, [this, kind, bytes, taken](const Result<QList<Definition>> &now) {
        m_beingTaken.remove(kind);
        if (!now) {
            showEditable();
            tellRefused(kind, now.error());
            return;
        }
        const auto begun = m_begun.find(kind);
        if (begun != m_begun.end() && begun->text.toUtf8() == bytes) {
            m_begun.erase(begun);
        } else if (begun != m_begun.end()) {
            begun->read = *now; // it was taken back while something else was typed
        }
        if (kind == m_kind) {
            ++m_turn; // what is being read is older
            m_problem->say({});
            show({.definitions = *now}, false);
        }
        if (kind == DefinitionKind::ClassRules) {
            computeClasses({});
        }
        taken(*now);
    });
}

void DefinitionsPage::takeBack(
    DefinitionKind kind, const QList<Definition> &now, const QList<Definition> &before)
{
    take(kind, now, fileOf(kind, before), [this, kind](const QList<Definition> &) {
        Q_EMIT said(tr("%1: as it was before.").arg(DefinitionWords::of(kind)), {});
    });
}

void DefinitionsPage::tellTaken(
    DefinitionKind kind, const QList<Definition> &before, const QList<Definition> &now)
{
    const QString sentence = tr("%1: in force now.").arg(DefinitionWords::of(kind));
    if (canBeTakenBack(kind)) {
        Q_EMIT said(sentence, [this, kind, before, now] { takeBack(kind, now, before); });
    } else {
        Q_EMIT said(sentence + u' ' + DefinitionWords::noUndo(kind), {});
    }
}

void DefinitionsPage::tellRefused(DefinitionKind kind, const Error &error)
{
    const bool isOvertaken = error.code == ErrorCode::Busy;
    if (isOvertaken && kind == m_kind && m_begun.contains(kind)) {
        read(); // tells by whom
    } else if (isOvertaken) {
        Q_EMIT said(
            tr("%1: changed by somebody else meanwhile, and left so.").arg(DefinitionWords::of(kind)), {});
    } else if (kind != m_kind) {
        Q_EMIT said(tr("%1: not in force, there is a mistake in it.").arg(DefinitionWords::of(kind)), {});
    } else {
        const bool isText = error.code == ErrorCode::Usage;
        m_problem->say(isText ? error.detail : tr("%1.").arg(Words::reason(toString(error.code))));
        showPlace(error.detail);
    }
}

void DefinitionsPage::tellOvertaken(const std::optional<LastImport> &last)
{
    const QString what = DefinitionWords::of(m_kind);
    m_problem->say(last && !last->by.isEmpty()
            ? tr("“%1” was changed by %2 at %3; read it again. What you typed stays.")
                  .arg(what, last->by, Words::clockTime(last->at, m_clock.now()))
            : tr("“%1” was changed meanwhile; read it again. What you typed stays.").arg(what),
        tr("Read again"));
}

/// Who waits gets the class that the rules say now, some at a time.
void DefinitionsPage::computeClasses(ConversationId after)
{
    auto next
        = m_store.write([after](Database &db) { return ClassStore(db).computeAgain(after, kRulesAtOnce); });
    whenDone(next, this, [this](const Result<ConversationId> &last) {
        if (last && !last->isNull()) {
            computeClasses(*last);
        }
    });
}

} // namespace fw::ui

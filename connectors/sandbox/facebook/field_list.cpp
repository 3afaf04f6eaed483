#include "connectors/sandbox/facebook/field_list.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDeepest = 8;

class FieldParser
{
public:
    explicit FieldParser(const QString &text) : m_text(text) { }

    [[nodiscard]] std::optional<QList<Field>> all()
    {
        auto fields = list(0);
        return fields && m_at == m_text.size() ? fields : std::nullopt;
    }

private:
    [[nodiscard]] bool take(QChar wanted)
    {
        const bool isThere = m_at < m_text.size() && m_text.at(m_at) == wanted;
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    [[nodiscard]] QString name()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text.at(m_at).isLetterOrNumber() || m_text.at(m_at) == u'_')) {
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }
    [[nodiscard]] std::optional<QList<Field>> list(int depth)
    {
        QList<Field> fields;
        do {
            Field field{.name = name()};
            if (field.name.isEmpty() || depth > kDeepest || !rest(field, depth)) {
                return std::nullopt;
            }
            fields.append(field);
        } while (take(u','));
        return fields;
    }
    /// Modifiers and braces, in any order.
    [[nodiscard]] bool rest(Field &field, int depth)
    {
        while (true) {
            if (take(u'.')) {
                const QString modifier = name();
                const qsizetype close = m_text.indexOf(u')', m_at);
                if (modifier.isEmpty() || !take(u'(') || close < 0) {
                    return false;
                }
                const QString value = m_text.mid(m_at, close - m_at);
                m_at = close + 1;
                modifier == "as"_L1 ? void(field.alias = value)
                                    : void(field.modifiers.insert(modifier, value));
            } else if (take(u'{')) {
                auto inner = list(depth + 1);
                if (!inner || !take(u'}')) {
                    return false;
                }
                field.fields = *std::move(inner);
                field.hasFields = true;
            } else {
                return true;
            }
        }
    }

    QString m_text;
    qsizetype m_at = 0;
};
} // namespace

std::optional<QList<Field>> parseFields(const QString &text)
{
    QString packed = text;
    packed.remove(u' ');
    return FieldParser(packed).all();
}

} // namespace fw::sandbox::facebook

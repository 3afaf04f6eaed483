#include "ui/desktop/composer/lane_tabs.h"

#include "ui/desktop/widgets/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace fw::ui {

namespace {
QString nameOf(Feature feature)
{
    switch (feature) {
    case Feature::ReplyPrivate:
        return LaneTabs::tr("Private reply");
    case Feature::SendMessage:
        return LaneTabs::tr("Message");
    default:
        return LaneTabs::tr("Public reply");
    }
}

bool isSameWay(const AnswerWay &a, const AnswerWay &b)
{
    return a.feature == b.feature;
}
} // namespace

LaneTabs::LaneTabs(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("How to answer"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(16);
    connect(m_group, &QButtonGroup::idClicked, this, &LaneTabs::chosenChanged);
}

void LaneTabs::show(const QList<AnswerWay> &ways)
{
    const auto before = chosen();
    const bool isSame = std::equal(ways.begin(), ways.end(), m_ways.begin(), m_ways.end(), &isSameWay);
    m_ways = ways;
    if (isSame) {
        return;
    }
    for (QAbstractButton *tab : m_group->buttons()) {
        m_group->removeButton(tab);
        delete tab;
    }
    for (int i = 0; i < ways.size(); ++i) {
        QPushButton *tab = button(nameOf(ways.at(i).feature), "tab");
        tab->setCheckable(true);
        m_group->addButton(tab, i);
        m_row->addWidget(tab);
        if (i == 0 || (before && isSameWay(*before, ways.at(i)))) {
            tab->setChecked(true);
        }
    }
}

std::optional<AnswerWay> LaneTabs::chosen() const
{
    const int id = m_group->checkedId();
    return id >= 0 && id < m_ways.size() ? std::optional(m_ways.at(id)) : std::nullopt;
}

int LaneTabs::find(Lane lane) const
{
    const auto way = std::find_if(
        m_ways.begin(), m_ways.end(), [lane](const AnswerWay &one) { return one.lane == lane; });
    return way == m_ways.end() ? -1 : int(way - m_ways.begin());
}

bool LaneTabs::choose(Lane lane)
{
    const int at = find(lane);
    if (at >= 0) {
        m_group->button(at)->setChecked(true);
        Q_EMIT chosenChanged();
    }
    return at >= 0;
}

void LaneTabs::chooseNext()
{
    if (m_ways.size() > 1) {
        const int next = (m_group->checkedId() + 1) % static_cast<int>(m_ways.size());
        m_group->button(next)->setChecked(true);
        Q_EMIT chosenChanged();
    }
}

} // namespace fw::ui

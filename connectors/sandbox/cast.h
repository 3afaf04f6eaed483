#pragma once

#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QStringList>

namespace fw::sandbox {

struct CastMember {
    QString handle = {};
    QString name = {};
    QString language = QStringLiteral("en");
    qint64 followers = 100;
    bool isAvailable = true;
};

/// A post written before the sandbox starts.
struct EarlierPost {
    QString author = {}; // handle; the brand's for its own
    QString text = {};
    double minutesAgo = 0;
    int brandPost = -1; // index of the brand post it answers; -1: none
};

/// What people of one language say; placeholders {order}, {item}, {town}, {size}, {day} are filled in, @brand becomes the brand's handle.
struct Phrases {
    QStringList questions = {};
    QStringList thanks = {};
    QStringList followUps = {};
    QHash<QString, QStringList> words = {}; // placeholder -> what may stand there
};

struct Cast {
    QString brandHandle = {};
    QString brandName = {};
    QList<EarlierPost> brandPosts = {};
    QList<CastMember> people = {};
    QList<EarlierPost> mentions = {};
    QHash<QString, Phrases> phrases = {}; // by language
};

/// The cast that comes with the sandbox.
[[nodiscard]] const Cast &builtInCast();

/// One of `texts` with its placeholders filled in and the brand's handle set.
[[nodiscard]] QString phrase(
    const QStringList &texts, const Phrases &phrases, const QString &brandHandle, QRandomGenerator &random);

/// `count` questions, spread evenly over `spanMinutes` up to a moment ago.
[[nodiscard]] QList<EarlierPost> generatedMentions(
    const Cast &cast, int count, double spanMinutes, QRandomGenerator &random);

} // namespace fw::sandbox

#include "connectors/oauth/desk_vault.h"
#include "connectors/oauth/file_vault.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
SecretBytes phrase(const char *words)
{
    return SecretBytes::take(QByteArray(words));
}

/// A vault file in a folder of its own.
struct Place {
    QTemporaryDir folder = {};
    QString file = folder.filePath(u"tokens.vault"_s);

    [[nodiscard]] std::unique_ptr<FileVault> vault() const
    {
        return std::make_unique<FileVault>(file, SealEffort::Least);
    }
    [[nodiscard]] std::unique_ptr<FileVault> opened() const
    {
        auto made = vault();
        return made->unlock(phrase("correct horse")) ? std::move(made) : nullptr;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QFile write(file);
        QVERIFY(write.open(QIODevice::WriteOnly));
        write.write(bytes);
    }
};
} // namespace

class FileVaultTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsAreFoundAgain()
    {
        const Place place;
        {
            const auto vault = place.opened();
            QVERIFY(vault != nullptr);
            QVERIFY(vault->write(u"a"_s, "planted-secret-1").result().has_value());
            QVERIFY(vault->write(u"b"_s, "planted-secret-2").result().has_value());
            QVERIFY(vault->write(u"a"_s, "planted-secret-3").result().has_value());
        }
        const auto vault = place.opened();
        QCOMPARE(vault->read(u"a"_s).result().value_or("none"), QByteArray("planted-secret-3"));
        QCOMPARE(vault->read(u"b"_s).result().value_or("none"), QByteArray("planted-secret-2"));
        QVERIFY(vault->read(u"c"_s).result().error().code == ErrorCode::NotFound);
        QVERIFY(vault->remove(u"a"_s).result().has_value());
        QVERIFY(vault->remove(u"a"_s).result().has_value());
        QVERIFY(vault->read(u"a"_s).result().error().code == ErrorCode::NotFound);
    }

    void fileIsPrivateAndUnreadable()
    {
        const Place place;
        const auto vault = place.opened();
        QVERIFY(vault->write(u"account 7"_s, "planted-secret").result().has_value());
        QCOMPARE(QFile::permissions(place.file) & ~(QFile::ReadUser | QFile::WriteUser),
            QFile::ReadOwner | QFile::WriteOwner);
        const QByteArray first = place.bytes();
        QVERIFY(!first.contains("planted-secret") && !first.contains("account 7"));
        QVERIFY(vault->write(u"account 7"_s, "planted-secret").result().has_value());
        QVERIFY(place.bytes() != first); // a new nonce each time
        for (const QString &name : QDir(place.folder.path()).entryList(QDir::Files | QDir::Hidden)) {
            QFile file(place.folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(name));
        }
    }

    void wrongPassphraseIsToldFromDamage()
    {
        const Place place;
        QVERIFY(place.opened()->write(u"a"_s, "s").result().has_value());
        const Done wrong = place.vault()->unlock(phrase("correct house"));
        QVERIFY(!wrong && wrong.error().code == ErrorCode::Forbidden);
        const Done none = place.vault()->unlock({});
        QVERIFY(!none && none.error().code == ErrorCode::Usage);
    }

    void everyDamagedByteIsNoticed()
    {
        const Place place;
        QVERIFY(place.opened()->write(u"a"_s, "s").result().has_value());
        const QByteArray whole = place.bytes();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray damaged = whole;
            damaged[at] = char(damaged[at] ^ 0x20);
            const auto key = sealKeyOf(damaged, phrase("correct horse"));
            QVERIFY2(!key && key.error().code == ErrorCode::Storage, qPrintable(QString::number(at)));
        }
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto key = sealKeyOf(whole.first(size), phrase("correct horse"));
            QVERIFY2(!key && key.error().code == ErrorCode::Storage, qPrintable(QString::number(size)));
        }
    }

    void greedyFileIsRefusedBeforeMemoryIsTaken()
    {
        const Place place;
        QVERIFY(place.opened() != nullptr);
        auto key = newSealKey(phrase("correct horse"), SealEffort::Least);
        key->memory = 1ULL << 50;
        const auto refused = sealKeyOf(seal({}, *key), phrase("correct horse"));
        QVERIFY(!refused && refused.error().code == ErrorCode::Storage);
    }

    void lockedVaultSaysSoAndKeepsItsFile()
    {
        const Place place;
        QVERIFY(place.opened()->write(u"a"_s, "s").result().has_value());
        const QByteArray before = place.bytes();
        const auto locked = place.vault();
        QVERIFY(locked->state().result() == TokenVault::State::Locked);
        QVERIFY(locked->read(u"a"_s).result().error().code == ErrorCode::Locked);
        QVERIFY(locked->write(u"a"_s, "t").result().error().code == ErrorCode::Locked);
        QCOMPARE(place.bytes(), before);
    }

    void twoProgramsWriteBesideEachOther()
    {
        const Place place;
        const auto one = place.opened();
        const auto two = place.opened();
        QVERIFY(one->write(u"a"_s, "1").result().has_value());
        QVERIFY(two->write(u"b"_s, "2").result().has_value());
        QCOMPARE(one->read(u"b"_s).result().value_or("none"), QByteArray("2"));
        QCOMPARE(two->read(u"a"_s).result().value_or("none"), QByteArray("1"));
    }

    void folderThatCannotBeWrittenIsSaid()
    {
        FileVault vault(u"/nonexistent/folder/tokens.vault"_s, SealEffort::Least);
        const Done made = vault.unlock(phrase("correct horse"));
        QVERIFY(!made && made.error().code == ErrorCode::Io);
    }

    void deskWithItsFileDoesNotAskTheKeychain()
    {
        const Place place;
        DeskVault fresh(place.file, VaultChoice::File, SealEffort::Least);
        QVERIFY(fresh.state().result() == TokenVault::State::New);
        QVERIFY(fresh.read(u"a"_s).result().error().code == ErrorCode::NotFound);
        QVERIFY(fresh.unlock(phrase("correct horse")).has_value());
        QVERIFY(fresh.write(u"a"_s, "s").result().has_value());
        DeskVault again(place.file, VaultChoice::Usual, SealEffort::Least);
        QVERIFY(again.state().result() == TokenVault::State::Locked);
    }

    void secretBytesAreWipedAndMoved()
    {
        QByteArray plain("planted");
        SecretBytes secret = SecretBytes::take(std::move(plain));
        QCOMPARE(secret.size(), 7);
        QCOMPARE(QByteArray(secret.chars(), secret.size()), QByteArray("planted"));
        const SecretBytes moved = std::move(secret);
        QVERIFY(moved == phrase("planted"));
        QVERIFY(!(moved == phrase("planter")));
        QByteArray shown("planted");
        wipe(shown);
        QVERIFY(shown.isEmpty());
    }

    void memoryIsKeptOutOfCoreDumps()
    {
        keepMemoryPrivate();
        QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FileVaultTest)
#include "file_vault_test.moc"

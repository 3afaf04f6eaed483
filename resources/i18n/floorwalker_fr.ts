<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>fw::Main</name>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="67"/>
        <source>A desk for answering customers on social networks.</source>
        <translation>Un bureau pour répondre aux clients sur les réseaux sociaux.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="71"/>
        <source>Folder of the desk; created when it is not there.</source>
        <translation>Dossier du bureau ; créé s’il n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="71"/>
        <source>DIR</source>
        <translation>DOSSIER</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="73"/>
        <source>The team&apos;s database, postgresql://user@host/database; else what FW_DATABASE says.</source>
        <translation>Base de données de l’équipe, postgresql://utilisateur@hôte/base ; sinon ce que dit FW_DATABASE.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="78"/>
        <source>Start light, dark, or with high contrast.</source>
        <translation>Démarrer en clair, en sombre, ou en contraste élevé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="223"/>
        <source>The team&apos;s database cannot be reached. What you type stays here; nothing is stored until it is back.</source>
        <translation>La base de données de l’équipe est injoignable. Ce que vous écrivez reste ici ; rien n’est enregistré avant son retour.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="76"/>
        <source>Simulated networks and customers; nothing leaves this computer.</source>
        <translation>Réseaux et clients simulés ; rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="79"/>
        <source>Who answers here.</source>
        <translation>Qui répond ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="79"/>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="81"/>
        <source>Same number, same customers in the demo.</source>
        <translation>Même nombre, mêmes clients dans la démonstration.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="81"/>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="82"/>
        <source>Language of the window.</source>
        <translation>Langue de la fenêtre.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="84"/>
        <source>Opens the encrypted file of tokens, where there is no keychain.</source>
        <translation>Ouvre le fichier chiffré des jetons, là où il n’y a pas de trousseau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="84"/>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="85"/>
        <source>Ask again which desk to open.</source>
        <translation>Demander à nouveau quel bureau ouvrir.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="88"/>
        <source>A conversation to open, floorwalker://conversation/NUMBER.</source>
        <translation>Une conversation à ouvrir, floorwalker://conversation/NUMÉRO.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="207"/>
        <source>Another program reads and sends for this desk. Replies queued here are sent by it.</source>
        <translation>Un autre programme lit et envoie pour ce bureau. C’est lui qui envoie les réponses mises en attente ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="210"/>
        <source>Nothing is read or sent: %1</source>
        <translation>Rien n’est lu ni envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="250"/>
        <source>The access tokens are locked: nothing is read or sent, and nothing is lost.</source>
        <translation>Les jetons d’accès sont verrouillés&#xa0;: rien n’est lu ni envoyé, et rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="252"/>
        <source>Re-connect…</source>
        <translation>Reconnecter…</translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountRow</name>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="55"/>
        <source>Paste a token…</source>
        <translation>Coller un jeton…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="59"/>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="62"/>
        <source>Sign out…</source>
        <translation>Déconnecter…</translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="26"/>
        <source>%1 followers</source>
        <translation>%1 abonnés</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="30"/>
        <source>%1, %2 since %3</source>
        <translation>%1, %2 depuis le %3</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="48"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="48"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="64"/>
        <source>What the accounts can do</source>
        <translation>Ce que les comptes peuvent faire</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="78"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="108"/>
        <source>No account yet.</source>
        <translation>Pas encore de compte.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="136"/>
        <source>It has not told yet what it can do; that comes with the first reading.</source>
        <translation>Ce compte n’a pas encore dit ce qu’il peut faire&#xa0;; cela vient avec la première lecture.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="147"/>
        <source>Sending is paused. %1. %2</source>
        <translation>Les envois sont en pause. %1. %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="154"/>
        <source>A partner&apos;s contract is set up: comments are read and answered here.</source>
        <translation>Un contrat de partenaire est configuré&#xa0;: on lit les commentaires et on y répond ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="155"/>
        <source>Pinterest&apos;s public interface shows no comments. Signals tell that something was said; it is answered on Pinterest.</source>
        <translation>L’interface publique de Pinterest ne montre pas les commentaires. Des signaux indiquent que quelque chose a été dit&#xa0;; on y répond sur Pinterest.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="159"/>
        <source>Complete up to %1.</source>
        <translation>Complet jusqu’à %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="160"/>
        <source>Not read completely yet.</source>
        <translation>Pas encore lu en entier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="163"/>
        <source>A gap in “%1” since %2: %3. It is filled as soon as the network answers.</source>
        <translation>Une lacune dans «&#xa0;%1&#xa0;» depuis %2&#xa0;: %3. Elle est comblée dès que le réseau répond.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="172"/>
        <source>Cost today by the price list, at most: %1</source>
        <translation>Coût du jour d’après les tarifs, au plus&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="191"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountsDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="29"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="77"/>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="37"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="249"/>
        <source>%1 is connected as @%2.</source>
        <translation>%1 est connecté en tant que @%2.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="92"/>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="93"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="153"/>
        <source>No account yet. Add one of your brand&apos;s accounts to read and answer what people say to it.</source>
        <translation>Pas encore de compte. Ajoutez un compte de votre marque pour lire ce qu’on lui dit et y répondre.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="175"/>
        <source>Choose a passphrase</source>
        <translation>Choisissez une phrase secrète</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="175"/>
        <source>Unlock the tokens</source>
        <translation>Déverrouiller les jetons</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="176"/>
        <source>This computer has no keychain, so access tokens are kept in an encrypted file. Without the passphrase nobody can read it, not even you.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#xa0;; les jetons d’accès sont donc gardés dans un fichier chiffré. Sans la phrase secrète, personne ne peut le lire, pas même vous.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="179"/>
        <source>Access tokens are kept in an encrypted file. Give its passphrase.</source>
        <translation>Les jetons d’accès sont gardés dans un fichier chiffré. Donnez sa phrase secrète.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="180"/>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="233"/>
        <source>Paste a token for %1</source>
        <translation>Coller un jeton pour %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="234"/>
        <source>A long-lived access token that you got from the network or from whoever runs your app. It is tried once, and then kept where nobody else can read it.</source>
        <translation>Un jeton d’accès de longue durée, obtenu du réseau ou de qui gère votre application. Il est essayé une fois, puis gardé là où personne d’autre ne peut le lire.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="237"/>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="255"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="262"/>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="256"/>
        <source>Sign %1 out? Nothing is read or sent until somebody connects it again. Nothing that was read is lost.</source>
        <translation>Déconnecter %1&#xa0;? Rien n’est lu ni envoyé tant que personne ne l’a reconnecté. Rien de ce qui a été lu n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="271"/>
        <source>%1 is signed out.</source>
        <translation>%1 est déconnecté.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="272"/>
        <source>%1 is signed out here. Take the access away on the network&apos;s own site too.</source>
        <translation>%1 est déconnecté ici. Retirez aussi l’accès sur le site même du réseau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="286"/>
        <source>%1 sends again.</source>
        <translation>%1 envoie de nouveau.</translation>
    </message>
</context>
<context>
    <name>fw::ui::AddAccountForm</name>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="64"/>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="68"/>
        <source>&amp;Network</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="69"/>
        <source>Na&amp;me</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="69"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="70"/>
        <source>What you call it, for instance: care</source>
        <translation>Par exemple&#xa0;: clients</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="75"/>
        <source>Sign in with my &amp;browser</source>
        <translation>Me connecter avec mon navi&amp;gateur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="76"/>
        <source>Paste a &amp;token that I have</source>
        <translation>Coller un &amp;jeton que j’ai</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="77"/>
        <source>Signing in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="79"/>
        <source>&amp;Client id of your app</source>
        <translation>Identifiant &amp;client de votre application</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="79"/>
        <source>Client id of your app</source>
        <translation>Identifiant client de votre application</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="80"/>
        <source>App &amp;secret</source>
        <translation>&amp;Secret de l’application</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="80"/>
        <source>App secret</source>
        <translation>Secret de l’application</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="82"/>
        <source>&amp;Page id</source>
        <translation>Identifiant de la &amp;Page</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="82"/>
        <source>Page id</source>
        <translation>Identifiant de la Page</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="83"/>
        <source>Only where you manage several Pages</source>
        <translation>Seulement si vous gérez plusieurs Pages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="85"/>
        <source>Ad&amp;vanced</source>
        <translation>A&amp;vancé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="89"/>
        <source>Base &amp;address</source>
        <translation>Adresse de &amp;base</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="89"/>
        <source>Base address</source>
        <translation>Adresse de base</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="90"/>
        <source>The network&apos;s own, unless you test with another server</source>
        <translation>Celle du réseau, sauf si vous testez avec un autre serveur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="101"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="103"/>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="132"/>
        <source>Only for an app that has one</source>
        <translation>Si votre application en a un</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="135"/>
        <source>Add and sign in…</source>
        <translation>Ajouter et se connecter…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="135"/>
        <source>Add and paste the token…</source>
        <translation>Ajouter et coller le jeton…</translation>
    </message>
</context>
<context>
    <name>fw::ui::ApprovalsSheet</name>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="40"/>
        <source>Previous</source>
        <translation>Précédente</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="41"/>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="43"/>
        <source>What was asked</source>
        <translation>La question</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="45"/>
        <source>What would be answered</source>
        <translation>La réponse proposée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="49"/>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="55"/>
        <source>Waiting for approval</source>
        <translation>En attente d’approbation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="65"/>
        <source>what to change, to give it back</source>
        <translation>ce qu’il faut changer, pour la rendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="66"/>
        <source>What to change</source>
        <translation>Ce qu’il faut changer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="82"/>
        <source>Open conversation</source>
        <translation>Ouvrir la conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="83"/>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="84"/>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="85"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="87"/>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="161"/>
        <source>You wrote this; somebody else judges it.</source>
        <translation>Vous l’avez écrite ; quelqu’un d’autre en juge.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="163"/>
        <source>Somebody who is no trainee judges it.</source>
        <translation>C’est à quelqu’un de confirmé d’en juger.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="178"/>
        <source>With something to change it is given back; empty the line to approve it.</source>
        <translation>Avec quelque chose à changer, elle est rendue ; videz la ligne pour l’approuver.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="187"/>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="200"/>
        <source>Nothing waits for approval.</source>
        <translation>Rien n’attend d’approbation.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="205"/>
        <source>%1 asked</source>
        <translation>%1 a demandé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="207"/>
        <source>%1 would answer in private · %2</source>
        <translation>%1 répondrait en privé · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="209"/>
        <source>%1 would answer for everybody to read · %2</source>
        <translation>%1 répondrait à la vue de tous · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="251"/>
        <source>The answer by %1 was not judged. %2.</source>
        <translation>La réponse de %1 n’a pas été jugée. %2.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="253"/>
        <source>It does not wait any more</source>
        <translation>Elle n’attend plus</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="131"/>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>fw::ui::ArrivalsChart</name>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="44"/>
        <source>arrived</source>
        <translation>arrivées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="45"/>
        <source>answered</source>
        <translation>réponses</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="46"/>
        <source>expected</source>
        <translation>attendues</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="64"/>
        <source>Arrived and answered per hour</source>
        <translation>Arrivées et réponses par heure</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="113"/>
        <source>%1 arrived, %2 answered</source>
        <translation>%1 arrivées, %2 réponses</translation>
    </message>
</context>
<context>
    <name>fw::ui::BrakesSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="27"/>
        <source>Stop now</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="31"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="36"/>
        <source>Brake</source>
        <translation>Frein</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="38"/>
        <source>Stops everything an account writes, or every reply in conversations with a tag, at once. What is queued stays queued; after the release the usual pace comes back within a quarter of an hour.</source>
        <translation>Arrête aussitôt tout ce qu’un compte écrit, ou toute réponse dans les conversations d’un mot-clé. Ce qui est en file y reste ; après le relâchement, le rythme habituel revient en un quart d’heure.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="48"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="66"/>
        <source>What to stop</source>
        <translation>Ce qu’il faut arrêter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="67"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="76"/>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="68"/>
        <source>one word, as it is on the conversations</source>
        <translation>un mot, tel que sur les conversations</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="69"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="77"/>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="70"/>
        <source>everybody at the desk reads this</source>
        <translation>toute l’équipe le lit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="75"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="97"/>
        <source>Conversations with a tag</source>
        <translation>Conversations d’un mot-clé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="131"/>
        <source>Nothing is braked.</source>
        <translation>Rien n’est freiné.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="138"/>
        <source>Tag %1</source>
        <translation>Mot-clé %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="142"/>
        <source>Account %1 (%2)</source>
        <translation>Compte %1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="145"/>
        <source>An account</source>
        <translation>Un compte</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="156"/>
        <source>released %1, usual pace at %2</source>
        <translation>relâché %1, rythme habituel à %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="159"/>
        <source>stopped %1 by %2</source>
        <translation>arrêté %1 par %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="160"/>
        <source>%1: %2
%3</source>
        <translation>%1 : %2
%3</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="164"/>
        <source>Release</source>
        <translation>Relâcher</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="165"/>
        <source>Release: %1</source>
        <translation>Relâcher : %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::Bubble</name>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="71"/>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="78"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="75"/>
        <source>%1 · author unavailable</source>
        <translation>%1 · auteur indisponible</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="82"/>
        <source>Answered outside this desk · %1</source>
        <translation>Répondu hors de ce bureau · %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="84"/>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="94"/>
        <source>%1 in %2: said %3, now %4</source>
        <translation>%1 à %2 : annoncé %3, maintenant %4</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="100"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="105"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="107"/>
        <source>%1 · held: %2</source>
        <translation>%1 · retenue : %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="108"/>
        <source>Send all the same</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="108"/>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="143"/>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="111"/>
        <source>%1 · waits, the account is paused</source>
        <translation>%1 · en attente, le compte est en pause</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="115"/>
        <source>%1 · leaves now</source>
        <translation>%1 · part maintenant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="116"/>
        <source>%1 · leaves about %2</source>
        <translation>%1 · part vers %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="118"/>
        <source>%1, %2 ahead</source>
        <translation>%1, %2 avant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="127"/>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="138"/>
        <source>%1, part %2 of %3</source>
        <translation>%1, partie %2 sur %3</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="143"/>
        <source>%1 · waits for approval</source>
        <translation>%1 · attend une approbation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="145"/>
        <source>%1 · sending…</source>
        <translation>%1 · envoi…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="147"/>
        <source>%1 · checking whether it arrived…</source>
        <translation>%1 · on vérifie si elle est arrivée…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="125"/>
        <source>%1 · not sent: %2</source>
        <translation>%1 · non envoyée : %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="129"/>
        <source>Copy to composer</source>
        <translation>Copier dans la réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="130"/>
        <source>Dismiss</source>
        <translation>Classer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="152"/>
        <source>%1 · sent %2</source>
        <translation>%1 · envoyée %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="156"/>
        <source>%1 · taken back</source>
        <translation>%1 · reprise</translation>
    </message>
</context>
<context>
    <name>fw::ui::BudgetCard</name>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="42"/>
        <source>Reply budget</source>
        <translation>Budget de réponses</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="63"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="67"/>
        <source>No limit is known yet.</source>
        <translation>Aucune limite connue pour l’instant.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="71"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="73"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="75"/>
        <source>%1 used. %2</source>
        <translation>%1 utilisés. %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::BudgetWords</name>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="11"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="16"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="16"/>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="23"/>
        <source>full, room again about %1</source>
        <translation>plein, de nouveau libre vers %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="27"/>
        <source>full in about %1 at this pace</source>
        <translation>plein dans environ %1 à ce rythme</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="31"/>
        <source>begins anew at %1</source>
        <translation>recommence à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="41"/>
        <source>as documented</source>
        <translation>d’après la documentation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="43"/>
        <source>as set for this account</source>
        <translation>fixé pour ce compte</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="45"/>
        <source>as the network told</source>
        <translation>d’après le réseau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="47"/>
        <source>learned from a refusal</source>
        <translation>appris d’un refus</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="56"/>
        <source>Private answers to comments</source>
        <translation>Réponses privées aux commentaires</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="58"/>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="60"/>
        <source>Public replies</source>
        <translation>Réponses publiques</translation>
    </message>
</context>
<context>
    <name>fw::ui::ClaimStrip</name>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="52"/>
        <source>answers in their place</source>
        <translation>répond à sa place</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="63"/>
        <source>%1 is answering this conversation. What you write stays a draft.</source>
        <translation>%1 répond à cette conversation. Ce que vous écrivez reste un brouillon.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="72"/>
        <source>A colleague has taken this conversation over. What you wrote stays a draft.</source>
        <translation>Un collègue a repris cette conversation. Ce que vous avez écrit reste un brouillon.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="87"/>
        <source>%1 is writing here.</source>
        <translation>%1 écrit ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="88"/>
        <source>%1 has this open too.</source>
        <translation>%1 a aussi ouvert ceci.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="95"/>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>fw::ui::Composer</name>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="101"/>
        <source>The draft could not be saved; trying again. The text is still here.</source>
        <translation>Le brouillon n’a pas pu être enregistré ; nouvel essai. Le texte est toujours là.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="213"/>
        <source>Sending for %1 is paused. %2. %3</source>
        <translation>Les envois pour %1 sont en pause. %2. %3</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="187"/>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="316"/>
        <source>Not queued: %1. The text is still here.</source>
        <translation>Non mise en attente : %1. Le texte est toujours là.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="65"/>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="68"/>
        <source>Sending is paused</source>
        <translation>Les envois sont en pause</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="75"/>
        <source>Fill in {%1} first</source>
        <translation>Remplissez d’abord {%1}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="82"/>
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="91"/>
        <source>Queuing…</source>
        <translation>Mise en attente…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="94"/>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="97"/>
        <source>Send in %1 parts</source>
        <translation>Envoyer en %1 parties</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="100"/>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="104"/>
        <source>Send · now</source>
        <translation>Envoyer · maintenant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="106"/>
        <source>Send · about %1</source>
        <translation>Envoyer · vers %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="115"/>
        <source>Waits: %1</source>
        <translation>Attend : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="119"/>
        <source>possible until %1</source>
        <translation>possible jusqu’à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="125"/>
        <source>costs %1</source>
        <translation>coûte %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="181"/>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
</context>
<context>
    <name>fw::ui::ComposerFoot</name>
    <message>
        <location filename="../../ui/desktop/composer/composer_foot.cpp" line="38"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_foot.cpp" line="42"/>
        <source>Reply budget: %1 of %2 used</source>
        <translation>Budget de réponses : %1 sur %2 utilisées</translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationHeader</name>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="28"/>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="29"/>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="68"/>
        <source>Snooze</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="30"/>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="70"/>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="62"/>
        <source>to %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="68"/>
        <source>Wake</source>
        <translation>Réveiller</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="121"/>
        <source>Snoozed until %1</source>
        <translation>Reportée à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="122"/>
        <source>Snoozed</source>
        <translation>Reportée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="124"/>
        <source>Resolved</source>
        <translation>Résolue</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="126"/>
        <source>Archived</source>
        <translation>Archivée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="70"/>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationPane</name>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="48"/>
        <source>Choose somebody on the left, or press J for the next person.</source>
        <translation>Choisissez quelqu’un à gauche, ou appuyez sur J pour la personne suivante.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="66"/>
        <source>Dismiss</source>
        <translation>Classer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="180"/>
        <source>No reply to take back.</source>
        <translation>Aucune réponse à reprendre.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="254"/>
        <source>Delete on %1</source>
        <translation>Supprimer sur %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="255"/>
        <source>Delete this on %1 for everybody? It cannot be brought back. The text stays in this desk.</source>
        <translation>Supprimer ceci sur %1 pour tout le monde&#xa0;? On ne peut pas revenir en arrière. Le texte reste dans ce bureau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="259"/>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="273"/>
        <source>This message has no page to open.</source>
        <translation>Ce message n’a pas de page à ouvrir.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="287"/>
        <source>No browser could be opened. The address: %1</source>
        <translation>Aucun navigateur n’a pu être ouvert. L’adresse&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="300"/>
        <source>Too late: it has left.</source>
        <translation>Trop tard : elle est partie.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="306"/>
        <source>Taken back. The text is in the composer.</source>
        <translation>Reprise. Le texte est de nouveau dans la réponse.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="314"/>
        <source>No reply here is held or was refused.</source>
        <translation>Aucune réponse n’est retenue ni refusée ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="336"/>
        <source>It cannot be sent again: %1.</source>
        <translation>Elle ne peut pas être renvoyée : %1.</translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationsSheet</name>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Last message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="26"/>
        <source>The first %1 of %2 conversations</source>
        <translation>Les %1 premières de %2 conversations</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="27"/>
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="30"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="53"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::CustomerPane</name>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="36"/>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="125"/>
        <source>Nobody said where this customer can be looked up.</source>
        <translation>Personne n’a indiqué où consulter la fiche de ce client.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="126"/>
        <source>No customer is linked.</source>
        <translation>Aucun client n’est lié.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="164"/>
        <source>Who you talk to is shown here.</source>
        <translation>La personne à qui vous parlez s’affiche ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="79"/>
        <source>Favourite store</source>
        <translation>Magasin préféré</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="93"/>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="98"/>
        <source>End this link…</source>
        <translation>Délier…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="98"/>
        <source>End the link of this conversation to the customer</source>
        <translation>Délier cette conversation du client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="102"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="106"/>
        <source>Likes</source>
        <translation>Goûts</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="106"/>
        <source>shared by the customer</source>
        <translation>confiés par le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="112"/>
        <source>Store visits</source>
        <translation>Visites en magasin</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="147"/>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="158"/>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="148"/>
        <source>Who looks at purchases is written down.</source>
        <translation>Consulter les achats est consigné.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="151"/>
        <source>Show orders</source>
        <translation>Voir les commandes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="161"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="162"/>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="169"/>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="173"/>
        <source>given %1</source>
        <translation>donné %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="173"/>
        <source>not given</source>
        <translation>non donné</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="189"/>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="191"/>
        <source>Who this may be</source>
        <translation>Qui cela peut être</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="193"/>
        <source>No customer is linked, and nothing said so far fits one. An order number or an e-mail address in a message helps.</source>
        <translation>Aucun client n’est lié, et rien de ce qui a été dit ne correspond. Un numéro de commande ou une adresse dans un message aide.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="208"/>
        <source>Compare and link…</source>
        <translation>Comparer et lier…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="208"/>
        <source>Compare with %1 and link</source>
        <translation>Comparer avec %1 et lier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="182"/>
        <source>Nobody fits: there is nothing to link.</source>
        <translation>Personne ne correspond : rien à lier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="192"/>
        <source>Linked.</source>
        <translation>Lié.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="204"/>
        <source>No longer linked.</source>
        <translation>Délié.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="215"/>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>fw::ui::CustomerWords</name>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="16"/>
        <source>Who they are on networks</source>
        <translation>Comptes sur les réseaux</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="18"/>
        <source>Purchases</source>
        <translation>Achats</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="20"/>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="41"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="22"/>
        <source>Likes and sizes</source>
        <translation>Goûts et tailles</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="24"/>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="45"/>
        <source>Store visits</source>
        <translation>Visites en magasin</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="26"/>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="35"/>
        <source>Name and contacts</source>
        <translation>Nom et coordonnées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="37"/>
        <source>Other accounts</source>
        <translation>Autres comptes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="39"/>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="43"/>
        <source>Likes</source>
        <translation>Goûts</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="52"/>
        <source>hidden: not agreed to any more</source>
        <translation>masqué : consentement retiré</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="52"/>
        <source>hidden: nobody agreed to it</source>
        <translation>masqué : sans consentement</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="60"/>
        <source>named the account %1 to us</source>
        <translation>nous a nommé le compte %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="62"/>
        <source>gave the e-mail address %1</source>
        <translation>a donné l’adresse %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="64"/>
        <source>gave the telephone number %1</source>
        <translation>a donné le téléphone %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="66"/>
        <source>quoted the order %1</source>
        <translation>a cité la commande %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="68"/>
        <source>is called %1 on another network</source>
        <translation>s’appelle %1 sur un autre réseau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="70"/>
        <source>same name and city: %1</source>
        <translation>mêmes nom et ville : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="77"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="83"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="88"/>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="89"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="95"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="98"/>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="101"/>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="103"/>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="103"/>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="110"/>
        <source>the source cannot be reached</source>
        <translation>la source est injoignable</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="112"/>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="115"/>
        <source>the source does not let us in</source>
        <translation>la source refuse l’accès</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="117"/>
        <source>the source does not know this customer</source>
        <translation>la source ne connaît pas ce client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="119"/>
        <source>part of the answer cannot be used</source>
        <translation>une partie de la réponse est inutilisable</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="121"/>
        <source>the source reports an error</source>
        <translation>la source signale une erreur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="128"/>
        <source>As of %1.</source>
        <translation>État : %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="129"/>
        <source>As it was imported.</source>
        <translation>État : tel qu’importé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="131"/>
        <source>%1 Being refreshed…</source>
        <translation>%1 Actualisation…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="134"/>
        <source>%1 Could not be refreshed: %2.</source>
        <translation>%1 Actualisation impossible : %2.</translation>
    </message>
</context>
<context>
    <name>fw::ui::DefinitionWords</name>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="11"/>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="13"/>
        <source>People and teams</source>
        <translation>Personnes et équipes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="15"/>
        <source>Time promises</source>
        <translation>Promesses de délai</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="17"/>
        <source>Who comes first</source>
        <translation>Qui passe d’abord</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="19"/>
        <source>Saved replies</source>
        <translation>Réponses préparées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="21"/>
        <source>Rules on arrival</source>
        <translation>Règles à l’arrivée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="23"/>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="25"/>
        <source>How long data is kept</source>
        <translation>Durée de conservation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="34"/>
        <source>When you are open, in which zone, and on which days not. Time outside does not count.</source>
        <translation>Quand vous êtes ouverts, dans quel fuseau, et quels jours non. Le temps en dehors ne compte pas.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="36"/>
        <source>Who answers, what they can do, when they work, and what it takes to answer whom.</source>
        <translation>Qui répond, ce que chacun sait faire, quand, et ce qu’il faut pour répondre à qui.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="38"/>
        <source>How soon customers hear from you. The first that fits counts.</source>
        <translation>En combien de temps les clients ont de vos nouvelles. La première qui convient compte.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="40"/>
        <source>Which conversations are urgent and which can wait. The first that fits counts.</source>
        <translation>Quelles conversations sont urgentes et lesquelles peuvent attendre. La première règle qui convient compte.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="42"/>
        <source>Words prepared for answers, opened with / while writing.</source>
        <translation>Des mots prêts pour les réponses, appelés par / en écrivant.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="44"/>
        <source>What is done by itself when a message arrives. Rules never send.</source>
        <translation>Ce qui se fait tout seul à l’arrivée d’un message. Les règles n’envoient jamais.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="46"/>
        <source>Several steps as one: words, tags, whose it is, resolved.</source>
        <translation>Plusieurs gestes en un : mots, mots-clés, à qui, résolue.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="48"/>
        <source>What goes by age, once a day, from a day after it is put in force. Open conversations and past figures are left alone.</source>
        <translation>Ce qui part avec l’âge, une fois par jour, un jour après la mise en vigueur. Les conversations ouvertes et les chiffres passés restent.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="101"/>
        <source>No undo: opening hours can be changed again, but not taken out.</source>
        <translation>Pas d’annulation : les horaires se changent de nouveau, mais ne se retirent pas.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="103"/>
        <source>No undo: whoever is taken out and put back is offline and without what was theirs.</source>
        <translation>Pas d’annulation : qui est retiré puis remis est hors ligne et sans ce qui était à lui.</translation>
    </message>
</context>
<context>
    <name>fw::ui::DefinitionsPage</name>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="41"/>
        <source>What to set up</source>
        <translation>Que régler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="44"/>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="73"/>
        <source>Setup</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="92"/>
        <source>As it is written</source>
        <translation>Tel qu’écrit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="109"/>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="110"/>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="111"/>
        <source>Try on the last 7 days</source>
        <translation>Essayer sur les 7 derniers jours</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="112"/>
        <source>Discard changes</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="113"/>
        <source>Put in force</source>
        <translation>Mettre en vigueur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="154"/>
        <source>Nothing is in force yet. It is written like this:</source>
        <translation>Rien n’est encore en vigueur. Cela s’écrit ainsi :</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="187"/>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="105"/>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="130"/>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="187"/>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="93"/>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="66"/>
        <source>%1: as it was before.</source>
        <translation>%1 : comme avant.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="73"/>
        <source>%1: in force now.</source>
        <translation>%1 : en vigueur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="88"/>
        <source>%1: changed by somebody else meanwhile, and left so.</source>
        <translation>%1 : changé par quelqu’un d’autre entre-temps, et laissé ainsi.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="90"/>
        <source>%1: not in force, there is a mistake in it.</source>
        <translation>%1 : pas en vigueur, il contient une erreur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="102"/>
        <source>“%1” was changed by %2 at %3; read it again. What you typed stays.</source>
        <translation>« %1 » a été changé par %2 à %3 ; relisez-le. Ce que vous avez tapé reste.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="104"/>
        <source>“%1” was changed meanwhile; read it again. What you typed stays.</source>
        <translation>« %1 » a été changé entre-temps ; relisez-le. Ce que vous avez tapé reste.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="267"/>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="267"/>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="280"/>
        <source>%1 is too large for such a file.</source>
        <translation>%1 est trop gros pour un tel fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="281"/>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="291"/>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="296"/>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="298"/>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::DemoBar</name>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="32"/>
        <source>How did the day go?</source>
        <translation>Comment s’est passée la journée ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="36"/>
        <source>The demo&apos;s day</source>
        <translation>La journée de la démo</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="40"/>
        <source>The time of the demo&apos;s day</source>
        <translation>L’heure de la journée de démo</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="49"/>
        <source>Tour</source>
        <translation>Visite</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="66"/>
        <source>%1 times as fast as the clock on the wall</source>
        <translation>%1 fois plus vite que l’horloge au mur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="111"/>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="111"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="123"/>
        <source>the end</source>
        <translation>la fin</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="125"/>
        <source>On to %1, %2</source>
        <translation>Aller à %1, %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::DemoWords</name>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="12"/>
        <source>the trainee</source>
        <translation>le stagiaire</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="15"/>
        <source>the storm</source>
        <translation>la tempête</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="18"/>
        <source>the outage</source>
        <translation>la panne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="20"/>
        <source>the lowered limit</source>
        <translation>la limite abaissée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="20"/>
        <source>the evening</source>
        <translation>la soirée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="26"/>
        <source>The day is over.</source>
        <translation>La journée est finie.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="31"/>
        <source>An ordinary hour: customers write, on three networks, in English and French.</source>
        <translation>Une heure ordinaire : les clients écrivent, sur trois réseaux, en anglais et en français.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="34"/>
        <source>Tim, a trainee, proposes answers: Ctrl+Shift+A to let them leave or give them back.</source>
        <translation>Tim, stagiaire, propose des réponses : Ctrl+Maj+A pour les laisser partir ou les rendre.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="37"/>
        <source>The storm: a delivery notice went out too early, and everybody asks about it.</source>
        <translation>La tempête : un avis de livraison est parti trop tôt, et tout le monde demande.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="40"/>
        <source>The outage: Facebook answers with errors. Replies wait; nothing is lost.</source>
        <translation>La panne : Facebook répond par des erreurs. Les réponses attendent ; rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="43"/>
        <source>The lowered limit: Twitter takes ten posts in a quarter of an hour. Who is urgent goes first.</source>
        <translation>La limite abaissée : Twitter prend dix messages par quart d’heure. Les urgents d’abord.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="44"/>
        <source>The evening: after work they write again.</source>
        <translation>La soirée : après le travail, ils écrivent de nouveau.</translation>
    </message>
</context>
<context>
    <name>fw::ui::DeskActs</name>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="44"/>
        <source>Resolved.</source>
        <translation>Résolue.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="51"/>
        <source>Waiting for the customer.</source>
        <translation>En attente du client.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="58"/>
        <source>Archived.</source>
        <translation>Archivée.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="65"/>
        <source>Snoozed until %1, or until the customer writes.</source>
        <translation>Reportée à %1, ou jusqu’à ce que le client écrive.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="72"/>
        <source>Back in the queue.</source>
        <translation>De retour dans la file.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="79"/>
        <source>In one hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="80"/>
        <source>In three hours</source>
        <translation>Dans trois heures</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="80"/>
        <source>Tomorrow at nine</source>
        <translation>Demain à neuf heures</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="81"/>
        <source>On Monday at nine</source>
        <translation>Lundi à neuf heures</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="82"/>
        <source>In a week</source>
        <translation>Dans une semaine</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="107"/>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="109"/>
        <source>Somebody else has changed it since.</source>
        <translation>Quelqu’un d’autre l’a changée depuis.</translation>
    </message>
</context>
<context>
    <name>fw::ui::FindBar</name>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="23"/>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="25"/>
        <source>Find in this conversation</source>
        <translation>Chercher dans cette conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="39"/>
        <source>Older</source>
        <translation>Plus ancien</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="40"/>
        <source>Newer</source>
        <translation>Plus récent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="41"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="151"/>
        <source>looking further back…</source>
        <translation>recherche plus loin…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="153"/>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="162"/>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::Finder</name>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="33"/>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="35"/>
        <source>Commands, words, from:name, tag:late, is:waiting, before:2026-11-22</source>
        <translation>Commandes, mots, from:nom, tag:retard, is:waiting, before:2026-11-22</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="36"/>
        <source>What to find</source>
        <translation>Ce qu’il faut chercher</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="42"/>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="117"/>
        <source>This cannot be looked for. After from:, tag:, network:, account:, lane:, is:, before: and after: stands a value, as in from:ana or before:2026-11-22.</source>
        <translation>Cette recherche est illisible. Après from:, tag:, network:, account:, lane:, is:, before: et after: vient une valeur, comme from:ana ou before:2026-11-22.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="119"/>
        <source>The search failed. Try again.</source>
        <translation>La recherche a échoué. Réessayez.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="130"/>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="132"/>
        <source>↑ ↓ choose · Return opens · Esc closes</source>
        <translation>↑ ↓ choisir · Entrée ouvre · Échap ferme</translation>
    </message>
</context>
<context>
    <name>fw::ui::FinderModel</name>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="47"/>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="69"/>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="123"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::FloorWords</name>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="14"/>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="16"/>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="18"/>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="30"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="32"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="33"/>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="38"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="44"/>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="47"/>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="47"/>
        <source>away: %1</source>
        <translation>absent : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="49"/>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="61"/>
        <source>Conversations in which we owe an answer, now. Late: a promise in them is broken.</source>
        <translation>Conversations où nous devons une réponse, maintenant. En retard : une promesse y est rompue.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="64"/>
        <source>How long the one who has waited longest has waited, by the network&apos;s clock.</source>
        <translation>Depuis quand attend la personne qui attend le plus, à l’horloge du réseau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="67"/>
        <source>From the first message of an episode to the first public answer the network accepted, by the time of the answer. Median; nine of ten were answered within the other.</source>
        <translation>Du premier message d’un épisode à la première réponse publique acceptée par le réseau, selon l’heure de la réponse. Médiane ; neuf sur dix ont eu réponse dans l’autre délai.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="71"/>
        <source>Promises kept, of those kept or broken in this time. What still runs is not counted.</source>
        <translation>Promesses tenues, parmi celles tenues ou rompues sur la période. Ce qui court encore n’est pas compté.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="74"/>
        <source>Resolutions in this time, and the share of them that a customer reopened.</source>
        <translation>Résolutions sur la période, et la part rouverte par un client.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="76"/>
        <source>When the account that is used most runs out of replies, if it goes on like this.</source>
        <translation>Quand le compte le plus sollicité n’aura plus de réponses, à ce rythme.</translation>
    </message>
</context>
<context>
    <name>fw::ui::FreshnessLine</name>
    <message>
        <location filename="../../ui/desktop/customer/freshness_line.cpp" line="15"/>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/freshness_line.cpp" line="18"/>
        <source>Look the customer up again</source>
        <translation>Consulter à nouveau la fiche du client</translation>
    </message>
</context>
<context>
    <name>fw::ui::GuardStrip</name>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="116"/>
        <source>Send all the same</source>
        <translation>Envoyer quand même</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="117"/>
        <source>Answer in private</source>
        <translation>Répondre en privé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="127"/>
        <source>card number %1</source>
        <translation>numéro de carte %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="130"/>
        <source>e-mail address %1</source>
        <translation>adresse e-mail %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="133"/>
        <source>telephone number %1</source>
        <translation>numéro de téléphone %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="136"/>
        <source>order number %1</source>
        <translation>numéro de commande %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="139"/>
        <source>address %1</source>
        <translation>adresse %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="142"/>
        <source>full name %1</source>
        <translation>nom complet %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="144"/>
        <source>points %1</source>
        <translation>points %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="155"/>
        <source>Everybody will be able to read: %1</source>
        <translation>Tout le monde pourra lire : %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="168"/>
        <source>Nearly the same was said %n time(s) lately, last to %1 at %2: “%3”</source>
        <translation>
            <numerusform>Presque la même chose a été dite %n fois récemment, la dernière à %1 à %2 : « %3 »</numerusform>
            <numerusform>Presque la même chose a été dite %n fois récemment, la dernière à %1 à %2 : « %3 »</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::HeatMap</name>
    <message>
        <location filename="../../ui/desktop/supervisor/heat_map.cpp" line="52"/>
        <source>Arrivals by weekday and hour</source>
        <translation>Arrivées par jour et heure</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/heat_map.cpp" line="94"/>
        <source>%1, %2 to %3: %n arrivals</source>
        <translation>
            <numerusform>%1, de %2 à %3 h : %n arrivée</numerusform>
            <numerusform>%1, de %2 à %3 h : %n arrivées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::KeysSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="23"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="37"/>
        <source>Usual keys again</source>
        <translation>Touches d’origine</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="39"/>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="69"/>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="70"/>
        <source>Single letters work while no text is being written.</source>
        <translation>Les lettres seules agissent quand aucun texte n’est en cours d’écriture.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="98"/>
        <source>Press a key…</source>
        <translation>Appuyez…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="99"/>
        <source>%1: %2. Press to change.</source>
        <translation>%1 : %2. Appuyer pour changer.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="108"/>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>Appuyez sur la touche pour « %1 ». Échap la laisse.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="116"/>
        <source>To change a key, press it here.</source>
        <translation>Pour changer une touche, appuyez dessus ici.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="129"/>
        <source>%1 is the key of “%2” already.</source>
        <translation>%1 est déjà la touche de « %2 ».</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="133"/>
        <source>Some keyboards type with %1. Choose a key without Ctrl and Alt together.</source>
        <translation>Certains claviers écrivent avec %1. Choisissez une touche sans Ctrl et Alt ensemble.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="55"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>fw::ui::LaneTabs</name>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="15"/>
        <source>Private reply</source>
        <translation>Réponse privée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="17"/>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="19"/>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="34"/>
        <source>How to answer</source>
        <translation>Comment répondre</translation>
    </message>
</context>
<context>
    <name>fw::ui::LinkDialog</name>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="22"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="49"/>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="51"/>
        <source>Link to a customer</source>
        <translation>Lier à un client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="56"/>
        <source>Is this %1?</source>
        <translation>Est-ce %1 ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="60"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="66"/>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="64"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="67"/>
        <source>How they agreed</source>
        <translation>Accord donné</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="65"/>
        <source>only if it is not on record, e.g. said so in this conversation</source>
        <translation>s’il n’est pas consigné, p. ex. dit dans cette conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="86"/>
        <source>The person</source>
        <translation>La personne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="87"/>
        <source>The customer</source>
        <translation>Le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="95"/>
        <source>same</source>
        <translation>identique</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="96"/>
        <source>different</source>
        <translation>différent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="103"/>
        <source>Nothing is on record that this customer agreed to being linked. Say how they agreed, or ask them first.</source>
        <translation>Rien ne dit que ce client accepte d’être lié. Dites comment il a accepté, ou demandez-lui d’abord.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="120"/>
        <source>This customer did not agree to being linked.</source>
        <translation>Ce client n’a pas accepté d’être lié.</translation>
    </message>
</context>
<context>
    <name>fw::ui::MainWindow</name>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="35"/>
        <source>Floorwalker (demo)</source>
        <translation>Floorwalker (démonstration)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="35"/>
        <source>Floorwalker</source>
        <translation>Floorwalker</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="51"/>
        <source>The link is copied. It opens this conversation for whoever has this desk.</source>
        <translation>Le lien est copié. Il ouvre cette conversation chez qui a ce bureau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="71"/>
        <source>That is no link to a conversation.</source>
        <translation>Ce n’est pas un lien vers une conversation.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="80"/>
        <source>The conversation of that link is not on this desk.</source>
        <translation>La conversation de ce lien n’est pas dans ce bureau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="104"/>
        <source>Demo · %1</source>
        <translation>Démo · %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="174"/>
        <source>Nobody waits whom somebody else has not taken.</source>
        <translation>Personne n’attend que quelqu’un d’autre n’ait pris.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="276"/>
        <source>No account yet. Add one:

floorwalkerctl --data %1 account add twitter --name care --token-file FILE</source>
        <translation>Pas encore de compte. Ajoutez-en un :

floorwalkerctl --data %1 account add twitter --name care --token-file FICHIER</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="155"/>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="143"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="275"/>
        <source>No account yet.

Press Ctrl+, to add one.</source>
        <translation>Pas encore de compte.

Ctrl+, pour en ajouter un.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="328"/>
        <source>Reading every account now.</source>
        <translation>Lecture de tous les comptes.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="330"/>
        <source>Another program reads the accounts of this desk.</source>
        <translation>Un autre programme lit les comptes de ce bureau.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="341"/>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="28"/>
        <source>Next person</source>
        <translation>Personne suivante</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="30"/>
        <source>Previous person</source>
        <translation>Personne précédente</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="33"/>
        <source>Next for me</source>
        <translation>Suivant pour moi</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="35"/>
        <source>Show new rows</source>
        <translation>Montrer les nouvelles lignes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="36"/>
        <source>Show who is waiting</source>
        <translation>Montrer qui attend</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="38"/>
        <source>Show replies that are leaving</source>
        <translation>Montrer les réponses qui partent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="40"/>
        <source>Show replies that were not sent</source>
        <translation>Montrer les réponses non envoyées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="42"/>
        <source>Show who was answered</source>
        <translation>Montrer qui a reçu une réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="44"/>
        <source>Show who is snoozed</source>
        <translation>Voir les reportées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="46"/>
        <source>Show the archive</source>
        <translation>Voir les archives</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="54"/>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="56"/>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="58"/>
        <source>Send later…</source>
        <translation>Envoyer plus tard…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="61"/>
        <source>Send a held or refused reply all the same</source>
        <translation>Envoyer quand même une réponse retenue ou refusée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="63"/>
        <source>Public or private</source>
        <translation>Public ou privé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="65"/>
        <source>Answer in private</source>
        <translation>Répondre en privé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="67"/>
        <source>Saved reply…</source>
        <translation>Réponse préparée…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="69"/>
        <source>Next misspelt word</source>
        <translation>Mot mal orthographié suivant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="72"/>
        <source>No misspelt word.</source>
        <translation>Aucun mot mal orthographié.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="75"/>
        <source>Check the spelling, or not</source>
        <translation>Vérifier l’orthographe, ou non</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="80"/>
        <source>Misspelt words are underlined.</source>
        <translation>Les mots mal orthographiés sont soulignés.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="80"/>
        <source>Spelling is not checked.</source>
        <translation>L’orthographe n’est pas vérifiée.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="82"/>
        <source>Find in this conversation</source>
        <translation>Chercher dans cette conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="84"/>
        <source>Open on the network</source>
        <translation>Ouvrir sur le réseau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="86"/>
        <source>Copy a link to this conversation</source>
        <translation>Copier un lien vers cette conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="88"/>
        <source>Undo send or resolve</source>
        <translation>Annuler l’envoi ou la résolution</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="89"/>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="90"/>
        <source>Snooze or wake</source>
        <translation>Reporter ou réveiller</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="91"/>
        <source>Wait for the customer</source>
        <translation>Attendre le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="93"/>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="95"/>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="100"/>
        <source>Link to a customer, or end the link</source>
        <translation>Lier à un client, ou délier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="101"/>
        <source>Look the customer up again</source>
        <translation>Consulter à nouveau la fiche du client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="103"/>
        <source>Stock…</source>
        <translation>Stock…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="104"/>
        <source>Show or hide the customer</source>
        <translation>Afficher ou masquer le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="105"/>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="112"/>
        <source>Desk</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="113"/>
        <source>The floor</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="114"/>
        <source>Setup</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="115"/>
        <source>The floor on the wall, or back</source>
        <translation>Le plateau au mur, ou retour</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="122"/>
        <source>Find…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="123"/>
        <source>Brake…</source>
        <translation>Frein…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="124"/>
        <source>Approve answers of trainees…</source>
        <translation>Approuver les réponses des stagiaires…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="126"/>
        <source>Read every account now</source>
        <translation>Lire tous les comptes maintenant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="127"/>
        <source>What the accounts can do</source>
        <translation>Ce que les comptes peuvent faire</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="128"/>
        <source>Accounts…</source>
        <translation>Comptes…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="134"/>
        <source>Another desk…</source>
        <translation>Un autre bureau…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="141"/>
        <source>Notices…</source>
        <translation>Avis…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="142"/>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="143"/>
        <source>High contrast, or not</source>
        <translation>Contraste élevé, ou non</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="144"/>
        <source>Guided tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="145"/>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="146"/>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="97"/>
        <source>tag %1</source>
        <translation>mot-clé %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="104"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="106"/>
        <source>Braked by %1: %2. “%3” Replies wait.%4</source>
        <translation>Freiné par %1 : %2. « %3 » Les réponses attendent.%4</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="106"/>
        <source>Brakes</source>
        <translation>Freins</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="36"/>
        <source>Pause the day, or go on</source>
        <translation>Arrêter la journée, ou reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="38"/>
        <source>On to what happens next</source>
        <translation>Aller à ce qui arrive ensuite</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="39"/>
        <source>Let the day go faster</source>
        <translation>Accélérer la journée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="40"/>
        <source>Let the day go slower</source>
        <translation>Ralentir la journée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="41"/>
        <source>How did the day go?</source>
        <translation>Comment s’est passée la journée ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="69"/>
        <source>Who waits</source>
        <translation>Qui attend</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="70"/>
        <source>Everybody who waits for an answer, from every network, the most urgent first. J and K go down and up; M takes the next one for you.</source>
        <translation>Tous ceux qui attendent une réponse, de chaque réseau, le plus urgent d’abord. J et K descendent et montent ; M prend le prochain pour vous.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="72"/>
        <source>What was said, and your answer</source>
        <translation>Ce qui a été dit, et votre réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="73"/>
        <source>R begins an answer, / puts in a saved reply, Ctrl+Enter sends. Beside Send stands when it will leave. U takes it back as long as it has not.</source>
        <translation>R commence une réponse, / insère une réponse enregistrée, Ctrl+Entrée envoie. À côté d’Envoyer, l’heure de départ. U la reprend tant qu’elle n’est pas partie.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="75"/>
        <source>Who it is</source>
        <translation>Qui c’est</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="76"/>
        <source>Orders, points and likes, as far as the customer agreed. Ctrl+G looks up the stock. Notes here are for the team only. C shows and hides it.</source>
        <translation>Commandes, points et goûts, autant que le client l’a accepté. Ctrl+G cherche le stock. Les notes ici sont pour l’équipe seule. C le montre et le cache.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="78"/>
        <source>What the networks still take</source>
        <translation>Ce que les réseaux prennent encore</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="79"/>
        <source>Each account with its tightest limit, what waits in the outbox, and up to when everything was read. Nothing is sent twice, and no limit is broken.</source>
        <translation>Chaque compte avec sa limite la plus étroite, ce qui attend d’être envoyé, et jusqu’à quand tout a été lu. Rien n’est envoyé deux fois, et aucune limite n’est dépassée.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="81"/>
        <source>Desk, floor and setup</source>
        <translation>Bureau, plateau et réglages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="82"/>
        <source>Ctrl+2 shows how the day goes: every figure opens the conversations behind it. Ctrl+3 is where hours, people, promises and saved replies are set up.</source>
        <translation>Ctrl+2 montre comment va la journée : chaque chiffre ouvre les conversations derrière lui. Ctrl+3 règle les horaires, les personnes, les promesses et les réponses enregistrées.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="85"/>
        <source>A day to try it on</source>
        <translation>Une journée pour essayer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="86"/>
        <source>A department store&apos;s day, from eight to eight. Let it go faster, stop it with P, or go on to the storm, the outage or the lowered limit with F8. Nothing leaves this computer.</source>
        <translation>La journée d’un grand magasin, de huit heures à vingt heures. Accélérez-la, arrêtez-la avec P, ou allez à la tempête, à la panne ou à la limite abaissée avec F8. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="89"/>
        <source>Find anything</source>
        <translation>Tout trouver</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="90"/>
        <source>Ctrl+K finds people, words of all history, and every command with its key.</source>
        <translation>Ctrl+K trouve les personnes, les mots de tout l’historique, et chaque commande avec sa touche.</translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageActions</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="28"/>
        <source>Take the like back</source>
        <translation>Retirer le «&#xa0;J’aime&#xa0;»</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="28"/>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="33"/>
        <source>Show it to everybody again</source>
        <translation>Montrer de nouveau à tout le monde</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="33"/>
        <source>Hide from everybody else</source>
        <translation>Masquer pour tous les autres</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="36"/>
        <source>Delete on %1…</source>
        <translation>Supprimer sur %1…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="45"/>
        <source>what it answers, by %1</source>
        <translation>message d’origine, de %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="48"/>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="51"/>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="54"/>
        <source>liked</source>
        <translation>aimé</translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageModel</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_model.cpp" line="55"/>
        <source>We wrote: %1</source>
        <translation>Nous avons écrit : %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageView</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="26"/>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="151"/>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="167"/>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
</context>
<context>
    <name>fw::ui::ModerationDesk</name>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="12"/>
        <source>It will be hidden.</source>
        <translation>Le message sera masqué.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="14"/>
        <source>It will be shown again.</source>
        <translation>Le message sera de nouveau montré.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="16"/>
        <source>It will be liked.</source>
        <translation>Le message sera aimé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="18"/>
        <source>The like will be taken back.</source>
        <translation>Le «&#xa0;J’aime&#xa0;» sera retiré.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="20"/>
        <source>It will be deleted.</source>
        <translation>Le message sera supprimé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="29"/>
        <source>It is not known whether this was carried out. %1. Asking again does no harm.</source>
        <translation>On ne sait pas si cela a été fait. %1. Vous pouvez redemander sans risque.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="35"/>
        <source>Not hidden. %1.</source>
        <translation>Non masqué. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="37"/>
        <source>Not shown again. %1.</source>
        <translation>Toujours masqué. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="39"/>
        <source>Not liked. %1.</source>
        <translation>Non aimé. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="41"/>
        <source>The like is still there. %1.</source>
        <translation>Le «&#xa0;J’aime&#xa0;» est toujours là. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="43"/>
        <source>Not deleted. %1.</source>
        <translation>Non supprimé. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="78"/>
        <source>Not asked for. %1.</source>
        <translation>Non demandé. %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="103"/>
        <source>Taken back.</source>
        <translation>Demande retirée.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="107"/>
        <source>Too late: it has left.</source>
        <translation>Trop tard&#xa0;: la demande est partie.</translation>
    </message>
</context>
<context>
    <name>fw::ui::NextBestPart</name>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="33"/>
        <source>Next best</source>
        <translation>À proposer ensuite</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="48"/>
        <source>Too little is known to suggest anything.</source>
        <translation>On en sait trop peu pour suggérer quelque chose.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="57"/>
        <source>Who looks at suggestions is written down.</source>
        <translation>Qui consulte les suggestions est noté.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="58"/>
        <source>Show suggestions</source>
        <translation>Afficher les suggestions</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="67"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="71"/>
        <source>among the most bought: in %1 % of %2 baskets</source>
        <translation>parmi les plus achetés : dans %1 % de %2 paniers</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="72"/>
        <source>bought together in %1 % of %2 baskets with %3</source>
        <translation>acheté avec %3 dans %1 % de %2 paniers</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="76"/>
        <source>%1 in %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="82"/>
        <source>When: %1</source>
        <translation>Quand : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="83"/>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="94"/>
        <source>asked for it</source>
        <translation>l’a demandé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="86"/>
        <source>When: %1 to %2</source>
        <translation>Quand : de %1 à %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="87"/>
        <source>wrote %1 of %2 times then</source>
        <translation>a écrit %1 fois sur %2 à ces heures</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="92"/>
        <source>Where: %1</source>
        <translation>Où : %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="95"/>
        <source>wrote there %1 times, %2 of them answered</source>
        <translation>y a écrit %1 fois, dont %2 avec réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="101"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::NotesPart</name>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="26"/>
        <source>Notes of the team</source>
        <translation>Notes de l’équipe</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="29"/>
        <source>A note; @name tells somebody</source>
        <translation>Une note ; @nom prévient quelqu’un</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="30"/>
        <source>New note</source>
        <translation>Nouvelle note</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="98"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticeWatch</name>
    <message>
        <location filename="../../ui/desktop/notices/notice_watch.cpp" line="34"/>
        <source>This is how it looks</source>
        <translation>Voici à quoi cela ressemble</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_watch.cpp" line="34"/>
        <source>Press it, and the conversation opens.</source>
        <translation>Cliquez dessus, et la conversation s’ouvre.</translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticeWords</name>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="9"/>
        <source>%1 waits, and it is urgent</source>
        <translation>%1 attend, et c’est urgent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="11"/>
        <source>%1 should be answered soon</source>
        <translation>%1 devrait bientôt avoir une réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="13"/>
        <source>%1 mentioned you beside %2</source>
        <translation>%1 vous a mentionné à côté de %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="15"/>
        <source>Your reply to %1 was not sent</source>
        <translation>Votre réponse à %1 n’est pas partie</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="17"/>
        <source>%1 gave your answer to %2 back</source>
        <translation>%1 vous a rendu votre réponse à %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="19"/>
        <source>%1 took over %2</source>
        <translation>%1 a repris %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="28"/>
        <source>Somebody writes, and it is urgent</source>
        <translation>Quelqu’un écrit, et c’est urgent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="30"/>
        <source>An answer is due soon</source>
        <translation>Une réponse est bientôt due</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="32"/>
        <source>A colleague mentions me in a note</source>
        <translation>Un collègue me mentionne dans une note</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="34"/>
        <source>A reply of mine was not sent</source>
        <translation>Une de mes réponses n’est pas partie</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="36"/>
        <source>An answer of mine was given back</source>
        <translation>Une de mes réponses m’a été rendue</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="38"/>
        <source>A colleague takes over what I was answering</source>
        <translation>Un collègue reprend ce à quoi je répondais</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="45"/>
        <source>%n conversations want somebody</source>
        <translation>
            <numerusform>%n conversation demande quelqu’un</numerusform>
            <numerusform>%n conversations demandent quelqu’un</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticesSheet</name>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="20"/>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="25"/>
        <source>The desktop tells you, unless you have the conversation before you, when:</source>
        <translation>Le système vous prévient, sauf si vous avez la conversation sous les yeux, quand :</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="44"/>
        <source>Show what the customer wrote</source>
        <translation>Montrer ce que le client a écrit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="46"/>
        <source>Do not disturb for an hour</source>
        <translation>Ne pas déranger pendant une heure</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="50"/>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="52"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>fw::ui::PromiseRuler</name>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="99"/>
        <source>First answer</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="101"/>
        <source>Next answer</source>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="103"/>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="110"/>
        <source>under 1 min</source>
        <translation>moins de 1 min</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="115"/>
        <source>%1, due %2</source>
        <translation>%1, échéance %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="121"/>
        <source>%1 of %2 counted</source>
        <translation>%1 sur %2 décomptées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="125"/>
        <source>stood still for %1</source>
        <translation>en pause %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="128"/>
        <source>closed for %1</source>
        <translation>fermé %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::QueueDelegate</name>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="145"/>
        <source>not sent</source>
        <translation>non envoyée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="148"/>
        <source>leaving</source>
        <translation>part</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="150"/>
        <source>resolved</source>
        <translation>résolue</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="152"/>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="155"/>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="159"/>
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::QueueModel</name>
    <message>
        <location filename="../../ui/desktop/queue/queue_model.cpp" line="41"/>
        <source>due %1</source>
        <translation>échéance %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::QueuePane</name>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="46"/>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="56"/>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="107"/>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="181"/>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="195"/>
        <source>%1 · oldest %2</source>
        <translation>%1 · depuis %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="212"/>
        <source>Nobody is waiting.
New messages appear here by themselves.</source>
        <translation>Personne n’attend.
Les nouveaux messages apparaissent ici d’eux-mêmes.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="215"/>
        <source>No reply is on its way.</source>
        <translation>Aucune réponse n’est en route.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="218"/>
        <source>Every reply arrived.</source>
        <translation>Toutes les réponses sont arrivées.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="221"/>
        <source>Nobody has been answered yet.</source>
        <translation>Personne n’a encore reçu de réponse.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="224"/>
        <source>Nothing is snoozed.</source>
        <translation>Rien n’est mis en veille.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="227"/>
        <source>Nothing is archived.</source>
        <translation>Rien n’est archivé.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="325"/>
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::Rail</name>
    <message>
        <location filename="../../ui/desktop/shell/rail.cpp" line="36"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>fw::ui::ReplyEdit</name>
    <message>
        <location filename="../../ui/desktop/composer/reply_edit.cpp" line="18"/>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/reply_edit.cpp" line="19"/>
        <source>Write a reply</source>
        <translation>Écrire une réponse</translation>
    </message>
</context>
<context>
    <name>fw::ui::ReviewSheet</name>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="18"/>
        <source>Looking at the day…</source>
        <translation>Examen de la journée…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="20"/>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="25"/>
        <source>How did the day go?</source>
        <translation>Comment s’est passée la journée ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="32"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="40"/>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="47"/>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="47"/>
        <source>a promise was broken</source>
        <translation>une promesse n’a pas été tenue</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="48"/>
        <source>Repeated</source>
        <translation>Répété</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="48"/>
        <source>nearly the same was told to others</source>
        <translation>presque la même chose a été dite à d’autres</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="49"/>
        <source>Leaked</source>
        <translation>Divulgué</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="49"/>
        <source>everybody can read what should not be there</source>
        <translation>tout le monde peut lire ce qui ne devrait pas y être</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="50"/>
        <source>Lost</source>
        <translation>Perdu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="50"/>
        <source>the network refused the answer</source>
        <translation>le réseau a refusé la réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="51"/>
        <source>Still waiting</source>
        <translation>Attend encore</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="51"/>
        <source>nobody answered by the end</source>
        <translation>personne n’a répondu avant la fin</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="78"/>
        <source>%n customer(s) wrote.</source>
        <translation>
            <numerusform>%n client a écrit.</numerusform>
            <numerusform>%n clients ont écrit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="80"/>
        <source>Nobody was answered.</source>
        <translation>Personne n’a eu de réponse.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="82"/>
        <source>%n was (were) answered.</source>
        <translation>
            <numerusform>%n a eu une réponse.</numerusform>
            <numerusform>%n ont eu une réponse.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="83"/>
        <source>Half of the first answers came within %1.</source>
        <translation>La moitié des premières réponses est venue en %1.</translation>
    </message>
</context>
<context>
    <name>fw::ui::RuleTrial</name>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="33"/>
        <source>Trying the rules in force on the last 7 days…</source>
        <translation>Essai des règles en vigueur sur les 7 derniers jours…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="80"/>
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1 : %n message</numerusform>
            <numerusform>%1 : %n messages</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="83"/>
        <source>The rules in force would have done nothing in the last 7 days.</source>
        <translation>Les règles en vigueur n’auraient rien fait ces 7 derniers jours.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="84"/>
        <source>The rules in force, in the last 7 days: %1</source>
        <translation>Les règles en vigueur, ces 7 derniers jours : %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::SavedReplyModel</name>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_model.cpp" line="37"/>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::SavedReplyPicker</name>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_picker.cpp" line="73"/>
        <source>No saved reply for this conversation yet. They are written under Setup.</source>
        <translation>Pas encore de réponse préparée pour cette conversation. Elles s’écrivent sous Réglages.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_picker.cpp" line="86"/>
        <source>Saved replies</source>
        <translation>Réponses préparées</translation>
    </message>
</context>
<context>
    <name>fw::ui::SecretPage</name>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="54"/>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="62"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="64"/>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="65"/>
        <source>The same again</source>
        <translation>La même, encore une fois</translation>
    </message>
</context>
<context>
    <name>fw::ui::SendLater</name>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="26"/>
        <source>Later…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="31"/>
        <source>Send at another time (Ctrl+Shift+Enter)</source>
        <translation>Envoyer à un autre moment (Ctrl+Maj+Entrée)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="32"/>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="67"/>
        <source>Send later</source>
        <translation>Envoyer plus tard</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="53"/>
        <source>In one hour, %1</source>
        <translation>Dans une heure, %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="55"/>
        <source>This evening, %1</source>
        <translation>Ce soir, %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="59"/>
        <source>Tomorrow morning, %1</source>
        <translation>Demain matin, %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="61"/>
        <source>Choose a time…</source>
        <translation>Choisir un moment…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="74"/>
        <source>When the reply leaves</source>
        <translation>Quand la réponse part</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="76"/>
        <source>Send then</source>
        <translation>Envoyer à ce moment</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="83"/>
        <source>The reply waits in the outbox until then and can be taken back.</source>
        <translation>D’ici là, la réponse attend dans la boîte d’envoi et peut être reprise.</translation>
    </message>
</context>
<context>
    <name>fw::ui::SignInWords</name>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="15"/>
        <source>Paused. %1</source>
        <translation>En pause. %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="18"/>
        <source>Re-connect: the network no longer takes this sign-in. Nothing is sent; nothing is lost.</source>
        <translation>À reconnecter&#xa0;: le réseau n’accepte plus cette connexion. Rien n’est envoyé&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="21"/>
        <source>Its token is in a file.</source>
        <translation>Son jeton est dans un fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="22"/>
        <source>Connected as @%1. Its token is in a file.</source>
        <translation>Connecté en tant que @%1. Son jeton est dans un fichier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="26"/>
        <source>Nobody has signed in yet.</source>
        <translation>Personne ne s’est encore connecté.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="27"/>
        <source>Re-connect: nobody is signed in. Nothing is sent; nothing is lost.</source>
        <translation>À reconnecter&#xa0;: personne n’est connecté. Rien n’est envoyé&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="30"/>
        <source>Connected.</source>
        <translation>Connecté.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="30"/>
        <source>Connected as @%1.</source>
        <translation>Connecté en tant que @%1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="32"/>
        <source>%1 Renewed by itself.</source>
        <translation>%1 L’accès se renouvelle de lui-même.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="38"/>
        <source>%1 Until %2, then connect it again.</source>
        <translation>%1 Jusqu’au %2&#xa0;; reconnectez-le ensuite.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="49"/>
        <source>Connect…</source>
        <translation>Connecter…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="49"/>
        <source>Re-connect…</source>
        <translation>Reconnecter…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="57"/>
        <source>X signs in with the client id of an app of your own, made in its developer portal. Register this redirect address there: %1</source>
        <translation>X se connecte avec l’identifiant client de votre propre application, créée dans son portail pour développeurs. Déclarez-y cette adresse de redirection&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="62"/>
        <source>Facebook signs nobody in without the secret of an app. Use an app of your own, or paste a long-lived token of your Page.</source>
        <translation>Facebook ne connecte personne sans le secret d’une application. Utilisez votre propre application, ou collez un jeton de longue durée de votre Page.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="66"/>
        <source>Pinterest signs nobody in without the secret of an app. Use an app of your own with this redirect address: %1 – or paste a long-lived token.</source>
        <translation>Pinterest ne connecte personne sans le secret d’une application. Utilisez votre propre application avec cette adresse de redirection&#xa0;: %1 – ou collez un jeton de longue durée.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="76"/>
        <source>%1: </source>
        <translation>%1&#xa0;: </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="78"/>
        <source>This is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="81"/>
        <source>Nobody signed in within five minutes.</source>
        <translation>Personne ne s’est connecté en cinq minutes.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="89"/>
        <source>Floorwalker has the answer. You can close this page and go back to it.</source>
        <translation>Floorwalker a la réponse. Vous pouvez fermer cette page et revenir à Floorwalker.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="90"/>
        <source>This is not the answer Floorwalker waits for. Go back to it and sign in again.</source>
        <translation>Ce n’est pas la réponse que Floorwalker attend. Retournez à Floorwalker et connectez-vous de nouveau.</translation>
    </message>
</context>
<context>
    <name>fw::ui::SpellWatch</name>
    <message>
        <location filename="../../ui/desktop/composer/spell_watch.cpp" line="127"/>
        <source>No word like it</source>
        <translation>Aucun mot semblable</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/spell_watch.cpp" line="131"/>
        <source>Add “%1” to my words</source>
        <translation>Ajouter « %1 » à mes mots</translation>
    </message>
</context>
<context>
    <name>fw::ui::StatusBar</name>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="62"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="109"/>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="118"/>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="134"/>
        <source>%1; trying again</source>
        <translation>%1 ; nouvel essai</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="103"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="138"/>
        <source>complete up to %1</source>
        <translation>complet jusqu’à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="103"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="140"/>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="128"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="134"/>
        <source>Re-connect. %1</source>
        <translation>À reconnecter. %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="128"/>
        <source>Sending is paused. %1</source>
        <translation>Les envois sont en pause. %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="149"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="155"/>
        <source>all saved</source>
        <translation>tout est enregistré</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="155"/>
        <source>saving…</source>
        <translation>enregistrement…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="156"/>
        <source>Outbox %1 · %2</source>
        <translation>Boîte d’envoi %1 · %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::StockSheet</name>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="66"/>
        <source>Hold</source>
        <translation>Réserver</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="68"/>
        <source>Put into the answer</source>
        <translation>Mettre dans la réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="70"/>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="75"/>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="76"/>
        <source>Find a product</source>
        <translation>Chercher un produit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="77"/>
        <source>Name or code, for instance: boots 42</source>
        <translation>Nom ou code, par exemple : bottes 42</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="97"/>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="99"/>
        <source>Where it is</source>
        <translation>Où il se trouve</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>As of</source>
        <translation>À</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="129"/>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="135"/>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="136"/>
        <source>Ask the store to hold it for the customer</source>
        <translation>Demander au magasin de le réserver pour le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="140"/>
        <source>For the customer</source>
        <translation>Pour le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="142"/>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="153"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="202"/>
        <source>Nothing is called like that.</source>
        <translation>Rien ne s’appelle ainsi.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="203"/>
        <source>What is where, and how many of it are free.</source>
        <translation>Ce qui se trouve où, et combien en sont libres.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="236"/>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="295"/>
        <source>On the store&apos;s list of what to hold. Nobody is told by the program.</source>
        <translation>Sur la liste des réservations du magasin. Le programme ne prévient personne.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="323"/>
        <source>Held for the customer</source>
        <translation>Réservé pour le client</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="337"/>
        <source>%1 of %2 in %3, until %4, by %5</source>
        <translation>%1 de %2 à %3, jusqu’à %4, par %5</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="341"/>
        <source>Release…</source>
        <translation>Libérer…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="343"/>
        <source>Release %1 in %2</source>
        <translation>Libérer %1 à %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="353"/>
        <source>Release</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="354"/>
        <source>Why is it not held any longer?</source>
        <translation>Pourquoi n’est-ce plus réservé ?</translation>
    </message>
</context>
<context>
    <name>fw::ui::StockStrip</name>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="88"/>
        <source>%1 in %2: says %3, as of %4</source>
        <translation>%1 à %2 : annonce %3, à %4</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="93"/>
        <source>%1: nothing is known of it</source>
        <translation>%1 : rien n’en est connu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="105"/>
        <source>Looking up the stock</source>
        <translation>Consultation du stock</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="108"/>
        <source>Nothing is known of %1</source>
        <translation>Rien n’est connu de %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::SupervisorPage</name>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="69"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="90"/>
        <source>The floor</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="105"/>
        <source>Export CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="108"/>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="118"/>
        <source>%n answer(s) of trainees wait for approval.</source>
        <translation>
            <numerusform>%n réponse de stagiaire attend une approbation.</numerusform>
            <numerusform>%n réponses de stagiaires attendent une approbation.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="119"/>
        <source>Look</source>
        <translation>Voir</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="132"/>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="133"/>
        <source>Oldest</source>
        <translation>Plus ancienne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="134"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>First response</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="135"/>
        <source>Promises kept</source>
        <translation>Promesses tenues</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="136"/>
        <source>Resolved</source>
        <translation>Résolues</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="137"/>
        <source>Reply budget</source>
        <translation>Budget de réponses</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="167"/>
        <source>Arrived and answered, per hour</source>
        <translation>Arrivées et réponses, par heure</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="193"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="207"/>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Open</source>
        <translation>En cours</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Handle time</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="195"/>
        <source>Kept</source>
        <translation>Tenues</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="197"/>
        <source>Answered by %1</source>
        <translation>Répondues par %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="209"/>
        <source>Why they write</source>
        <translation>Pourquoi ils écrivent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <source>Tag</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="201"/>
        <source>Tag %1</source>
        <translation>Mot-clé %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="208"/>
        <source>Arrivals by weekday and hour, four weeks</source>
        <translation>Arrivées par jour et heure, quatre semaines</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="282"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="351"/>
        <source>The figures could not be read: %1.</source>
        <translation>Les chiffres n’ont pas pu être lus : %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="306"/>
        <source>as of %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="312"/>
        <source>%1 unclaimed · %2 late</source>
        <translation>%1 sans agent · %2 en retard</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="316"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="318"/>
        <source>median of %n</source>
        <translation>
            <numerusform>médiane de %n</numerusform>
            <numerusform>médiane de %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="317"/>
        <source>9 of 10 within %1</source>
        <translation>9 sur 10 en %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="320"/>
        <source>of %n</source>
        <translation>
            <numerusform>sur %n</numerusform>
            <numerusform>sur %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="320"/>
        <source>nothing promised fell due</source>
        <translation>aucune promesse échue</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="322"/>
        <source>reopened %1</source>
        <translation>rouvertes %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="334"/>
        <source>enough</source>
        <translation>suffisant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="334"/>
        <source>no window runs out at this pace</source>
        <translation>aucune fenêtre ne s’épuise à ce rythme</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="340"/>
        <source>%1 is full at this pace</source>
        <translation>%1 est plein à ce rythme</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="353"/>
        <source>There is no conversation behind this figure.</source>
        <translation>Aucune conversation derrière ce chiffre.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="362"/>
        <source>Export CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="369"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="382"/>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="370"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="383"/>
        <source>%1 could not be saved: %2.</source>
        <translation>%1 n’a pas pu être enregistré : %2.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="376"/>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
</context>
<context>
    <name>fw::ui::Tile</name>
    <message>
        <location filename="../../ui/desktop/supervisor/tile.cpp" line="53"/>
        <source>%1: %2. %3</source>
        <translation>%1 : %2. %3</translation>
    </message>
</context>
<context>
    <name>fw::ui::TopBar</name>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="20"/>
        <source>Find people, words, commands</source>
        <translation>Rechercher gens, mots, commandes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="52"/>
        <source>Simulated networks and customers: nothing leaves this computer.</source>
        <translation>Réseaux et clients simulés : rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="64"/>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="65"/>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>fw::ui::Tour</name>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="36"/>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="37"/>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="109"/>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="114"/>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="114"/>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>fw::ui::Tray</name>
    <message numerus="yes">
        <location filename="../../ui/desktop/notices/tray.cpp" line="52"/>
        <source>Floorwalker: %n wait</source>
        <translation>
            <numerusform>Floorwalker : %n personne attend</numerusform>
            <numerusform>Floorwalker : %n personnes attendent</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="72"/>
        <source>Show the desk</source>
        <translation>Montrer le bureau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="82"/>
        <source>Notices again (quiet until %1)</source>
        <translation>Reprendre les avis (silence jusqu’à %1)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="86"/>
        <source>Do not disturb for an hour</source>
        <translation>Ne pas déranger pendant une heure</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="87"/>
        <source>Do not disturb until tomorrow</source>
        <translation>Ne pas déranger jusqu’à demain</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="89"/>
        <source>Notices…</source>
        <translation>Avis…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="91"/>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>fw::ui::UnlinkDialog</name>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="137"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="153"/>
        <source>End the link</source>
        <translation>Délier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="142"/>
        <source>End the link?</source>
        <translation>Délier ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="144"/>
        <source>Nothing of the customer is shown here any more. It can be taken back at any later time.</source>
        <translation>Plus rien du client ne s’affiche ici. Cela s’annule à tout moment.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="148"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="150"/>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>fw::ui::UnlockDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="22"/>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="37"/>
        <source>Unlock the tokens</source>
        <translation>Déverrouiller les jetons</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="38"/>
        <source>Access tokens are kept in an encrypted file. Without its passphrase you can read the desk, but nothing new comes in and nothing is sent.</source>
        <translation>Les jetons d’accès sont gardés dans un fichier chiffré. Sans sa phrase secrète, vous pouvez lire ce qui est là, mais rien de nouveau n’arrive et rien n’est envoyé.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="40"/>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
</context>
<context>
    <name>fw::ui::WaitingPage</name>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="113"/>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="119"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="128"/>
        <source>Connecting %1</source>
        <translation>Connexion de %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="129"/>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="139"/>
        <source>Your browser asks you to sign in. Floorwalker waits for the answer, five minutes at most.</source>
        <translation>Votre navigateur vous demande de vous connecter. Floorwalker attend la réponse, cinq minutes au plus.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="140"/>
        <source>No browser could be opened. Copy the address and open it in a browser on this computer; Floorwalker waits for the answer, five minutes at most.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez l’adresse et ouvrez-la dans un navigateur sur cet ordinateur&#xa0;; Floorwalker attend la réponse, cinq minutes au plus.</translation>
    </message>
</context>
<context>
    <name>fw::ui::WelcomeDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="25"/>
        <source>Welcome to Floorwalker</source>
        <translation>Bienvenue dans Floorwalker</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="30"/>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="32"/>
        <source>Look around</source>
        <translation>Découvrir</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="33"/>
        <source>A department store&apos;s day with made-up customers. Nothing leaves this computer.</source>
        <translation>La journée d’un grand magasin avec des clients inventés. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="34"/>
        <source>Answer for one desk, on this computer</source>
        <translation>Répondre pour un bureau, sur cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="35"/>
        <source>Messages, customers and answers are kept in a folder of yours.</source>
        <translation>Messages, clients et réponses sont gardés dans un de vos dossiers.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="40"/>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="101"/>
        <source>Folder of the desk</source>
        <translation>Dossier du bureau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="41"/>
        <source>Another folder…</source>
        <translation>Un autre dossier…</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="46"/>
        <source>Join a team</source>
        <translation>Rejoindre une équipe</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="47"/>
        <source>The team&apos;s database is on a server. Whoever looks after it knows its address; your password belongs into ~/.pgpass.</source>
        <translation>La base de données de l’équipe est sur un serveur. La personne qui s’en occupe connaît son adresse ; votre mot de passe se place dans ~/.pgpass.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="51"/>
        <source>Address of the team&apos;s database</source>
        <translation>Adresse de la base de données de l’équipe</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="61"/>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="62"/>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="122"/>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="110"/>
        <source>Say which folder.</source>
        <translation>Indiquez quel dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="119"/>
        <source>Looking for it…</source>
        <translation>Recherche…</translation>
    </message>
</context>
<context>
    <name>fw::ui::Words</name>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="13"/>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="15"/>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="17"/>
        <source>Pinterest</source>
        <translation>Pinterest</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="26"/>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="28"/>
        <source>Leaving</source>
        <translation>Partent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="30"/>
        <source>Not sent</source>
        <translation>Non envoyées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="32"/>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="34"/>
        <source>Snoozed</source>
        <translation>En veille</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="36"/>
        <source>Archived</source>
        <translation>Archivées</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="46"/>
        <source>%1 mention</source>
        <translation>Mention %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="48"/>
        <source>%1 comment</source>
        <translation>Commentaire %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="50"/>
        <source>%1 reply</source>
        <translation>Réponse %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="52"/>
        <source>%1 message</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="54"/>
        <source>%1 signal</source>
        <translation>Signal %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/widgets/words.cpp" line="63"/>
        <source>%n new comment(s) on %1</source>
        <translation>
            <numerusform>%n nouveau commentaire sur %1</numerusform>
            <numerusform>%n nouveaux commentaires sur %1</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="64"/>
        <source>%1 (%2 in all)</source>
        <translation>%1 (%2 en tout)</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="68"/>
        <source>New pin from your website: %1</source>
        <translation>Nouvelle épingle de votre site&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="69"/>
        <source>New pin from your website on a board of %1: %2</source>
        <translation>Nouvelle épingle de votre site sur un tableau de %1&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="72"/>
        <source>New pin by somebody else on a shared board: %1</source>
        <translation>Nouvelle épingle de quelqu’un d’autre sur un tableau partagé&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="73"/>
        <source>New pin by somebody else on the board “%1”: %2</source>
        <translation>Nouvelle épingle de quelqu’un d’autre sur le tableau «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="95"/>
        <source>The network cannot be reached</source>
        <translation>Le réseau est injoignable</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="97"/>
        <source>The network does not answer</source>
        <translation>Le réseau ne répond pas</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="99"/>
        <source>The network asked us to wait</source>
        <translation>Le réseau nous demande d’attendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="101"/>
        <source>The plan&apos;s cap is reached</source>
        <translation>Le plafond du forfait est atteint</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="103"/>
        <source>The plan&apos;s credits are used up</source>
        <translation>Les crédits du forfait sont épuisés</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="105"/>
        <source>The network refuses the access token</source>
        <translation>Le réseau refuse le jeton d’accès</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="107"/>
        <source>The network does not allow this</source>
        <translation>Le réseau ne le permet pas</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="109"/>
        <source>The network only allows replies to people who addressed us</source>
        <translation>Le réseau ne permet de répondre qu’aux personnes qui se sont adressées à nous</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="111"/>
        <source>The network refuses the same text twice</source>
        <translation>Le réseau refuse deux fois le même texte</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="113"/>
        <source>The network holds this account back for its rules on spam</source>
        <translation>Le réseau retient ce compte à cause de ses règles contre le spam</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="115"/>
        <source>The time in which the network takes a message is over</source>
        <translation>Le délai pendant lequel le réseau accepte un message est passé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="117"/>
        <source>The comment was already answered privately</source>
        <translation>Le commentaire a déjà reçu une réponse privée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="119"/>
        <source>The person takes no messages from us</source>
        <translation>La personne n’accepte pas nos messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="121"/>
        <source>This cannot be done here</source>
        <translation>Cela ne peut pas se faire ici</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="123"/>
        <source>The account said nearly the same to others not long ago</source>
        <translation>Le compte a dit presque la même chose à d’autres il y a peu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="125"/>
        <source>The text tells in public what is nobody else&apos;s business</source>
        <translation>Le texte dit en public ce qui ne regarde personne d’autre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="127"/>
        <source>Somebody put the brake on</source>
        <translation>Quelqu’un a mis le frein</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="129"/>
        <source>A colleague has this conversation</source>
        <translation>Un collègue s’occupe de cette conversation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="131"/>
        <source>The post is gone</source>
        <translation>Le message a disparu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="133"/>
        <source>The network refuses the text</source>
        <translation>Le réseau refuse le texte</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="135"/>
        <source>The network has trouble of its own</source>
        <translation>Le réseau a lui-même un problème</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="137"/>
        <source>The network&apos;s answer could not be read</source>
        <translation>La réponse du réseau est illisible</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="139"/>
        <source>It is not known whether it arrived</source>
        <translation>On ne sait pas si elle est arrivée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="141"/>
        <source>Another program does this now</source>
        <translation>Un autre programme s’en occupe</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="143"/>
        <source>The access tokens are locked</source>
        <translation>Les jetons d’accès sont verrouillés</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="146"/>
        <source>The desk&apos;s file could not be read or written</source>
        <translation>Le fichier du bureau n’a pas pu être lu ou écrit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="148"/>
        <source>The desk&apos;s file was written by a newer program</source>
        <translation>Le fichier du bureau vient d’un programme plus récent</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="154"/>
        <source>Something went wrong</source>
        <translation>Quelque chose s’est mal passé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="161"/>
        <source>Read mentions</source>
        <translation>Lire les mentions</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="163"/>
        <source>Read comments</source>
        <translation>Lire les commentaires</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="165"/>
        <source>Read messages</source>
        <translation>Lire les messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="167"/>
        <source>Notice that something was said</source>
        <translation>Remarquer que quelque chose a été dit</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="169"/>
        <source>Answer in public</source>
        <translation>Répondre en public</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="171"/>
        <source>Answer a comment privately</source>
        <translation>Répondre à un commentaire en privé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="173"/>
        <source>Send messages</source>
        <translation>Envoyer des messages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="175"/>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="177"/>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="179"/>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="187"/>
        <source>not with this kind of access</source>
        <translation>pas avec ce type d’accès</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="190"/>
        <source>the access token lacks the permission</source>
        <translation>le jeton d’accès n’a pas l’autorisation</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="193"/>
        <source>needs a partner&apos;s contract, and none is set up</source>
        <translation>demande un contrat de partenaire, et aucun n’est configuré</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="196"/>
        <source>switched off in the settings</source>
        <translation>désactivé dans les réglages</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="198"/>
        <source>%1 offers no such thing</source>
        <translation>%1 ne propose rien de tel</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="204"/>
        <source>X takes replies only to people who mentioned or quoted us. Answer this one on X itself.</source>
        <translation>X n’accepte de réponses qu’aux personnes qui nous ont mentionnés ou cités. Répondez à celle-ci sur X même.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="207"/>
        <source>Pinterest gives comments only to partners under contract, and none is set up. Answer there, then mark it done.</source>
        <translation>Pinterest ne donne les commentaires qu’aux partenaires sous contrat, et aucun contrat n’est configuré. Répondez là-bas, puis marquez la conversation comme résolue.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="211"/>
        <source>The time in which %1 takes a message to this person is over. They have to write first.</source>
        <translation>Le délai pendant lequel %1 accepte un message à cette personne est passé. C’est à elle d’écrire d’abord.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="215"/>
        <source>This comment was already answered privately; %1 takes one private answer.</source>
        <translation>Ce commentaire a déjà reçu une réponse privée&#xa0;; %1 n’en accepte qu’une.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="219"/>
        <source>The message is gone from %1.</source>
        <translation>Le message a disparu de %1.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="222"/>
        <source>This account&apos;s access to %1 does not include it. An administrator can change that.</source>
        <translation>L’accès de ce compte à %1 ne le comprend pas. Un administrateur peut changer cela.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="226"/>
        <source>The account sends nothing now.</source>
        <translation>Le compte n’envoie rien en ce moment.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="229"/>
        <source>It is switched off in the account&apos;s settings.</source>
        <translation>C’est désactivé dans les réglages du compte.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="232"/>
        <source>Pinterest only tells that something was said. Open it there, then mark it done.</source>
        <translation>Pinterest indique seulement que quelque chose a été dit. Ouvrez-le là-bas, puis marquez la conversation comme résolue.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="234"/>
        <source>%1 offers no such thing for this message.</source>
        <translation>%1 ne propose rien de tel pour ce message.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="241"/>
        <source>Open on X</source>
        <translation>Ouvrir sur X</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="243"/>
        <source>Open on Facebook</source>
        <translation>Ouvrir sur Facebook</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="245"/>
        <source>Open on Pinterest</source>
        <translation>Ouvrir sur Pinterest</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="260"/>
        <source>Re-connect it under Accounts (Ctrl+,), or put a new token in its file. Nothing is lost.</source>
        <translation>Reconnectez-le dans Comptes (Ctrl+,), ou mettez un nouveau jeton dans son fichier. Rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="263"/>
        <source>Raise the plan with the network or wait for its next period.</source>
        <translation>Augmentez le forfait auprès du réseau ou attendez sa prochaine période.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="265"/>
        <source>Check with the network whether the account is locked before sending more.</source>
        <translation>Vérifiez auprès du réseau si le compte est bloqué avant d’envoyer davantage.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="267"/>
        <source>Replies stay queued and nothing is lost.</source>
        <translation>Les réponses restent en attente et rien n’est perdu.</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="278"/>
        <source>after the earlier reply to the same person</source>
        <translation>après la réponse précédente à la même personne</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="281"/>
        <source>the time that was chosen</source>
        <translation>le moment choisi</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="284"/>
        <source>the network asked us to wait</source>
        <translation>le réseau nous demande d’attendre</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="287"/>
        <source>room is kept for more urgent replies</source>
        <translation>la place est gardée pour des réponses plus urgentes</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="290"/>
        <source>the account is paused</source>
        <translation>le compte est en pause</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="293"/>
        <source>somebody put the brake on</source>
        <translation>quelqu’un a mis le frein</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="296"/>
        <source>it cannot leave before the network&apos;s time for it is over</source>
        <translation>elle ne peut pas partir dans le délai que le réseau accorde</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="298"/>
        <source>the %1 budget is used up</source>
        <translation>le budget « %1 » est épuisé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="305"/>
        <source>the customer wrote again</source>
        <translation>le client a écrit de nouveau</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="307"/>
        <source>somebody answered already</source>
        <translation>quelqu’un a déjà répondu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="309"/>
        <source>the message says something else now</source>
        <translation>le message dit autre chose maintenant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="311"/>
        <source>the message is gone</source>
        <translation>le message a disparu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="313"/>
        <source>an earlier part did not arrive</source>
        <translation>une partie précédente n’est pas arrivée</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="315"/>
        <source>the stock changed</source>
        <translation>le stock a changé</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="325"/>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="328"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="331"/>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="333"/>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="341"/>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="341"/>
        <source>%1 late</source>
        <translation>retard %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="343"/>
        <source>due now</source>
        <translation>échéance</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="343"/>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="357"/>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="360"/>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="373"/>
        <source>Unknown author</source>
        <translation>Auteur inconnu</translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="373"/>
        <source>Facebook user</source>
        <translation>Utilisateur Facebook</translation>
    </message>
</context>
</TS>

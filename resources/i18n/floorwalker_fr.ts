<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>fw::Main</name>
    <message>
        <source>A desk for answering customers on social networks.</source>
        <translation>Un bureau pour répondre aux clients sur les réseaux sociaux.</translation>
    </message>
    <message>
        <source>Folder of the desk; created when it is not there.</source>
        <translation>Dossier du bureau ; créé s’il n’existe pas.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>DOSSIER</translation>
    </message>
    <message>
        <source>Simulated networks and customers; nothing leaves this computer.</source>
        <translation>Réseaux et clients simulés ; rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Start light or dark.</source>
        <translation>Démarrer en clair (light) ou en sombre (dark).</translation>
    </message>
    <message>
        <source>Who answers here.</source>
        <translation>Qui répond ici.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>Same number, same customers in the demo.</source>
        <translation>Même nombre, mêmes clients dans la démonstration.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Langue de la fenêtre.</translation>
    </message>
    <message>
        <source>Another program reads and sends for this desk. Replies queued here are sent by it.</source>
        <translation>Un autre programme lit et envoie pour ce bureau. C’est lui qui envoie les réponses mises en attente ici.</translation>
    </message>
</context>
<context>
    <name>fw::ui::Bubble</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · no longer on the network</source>
        <translation>%1 · n’est plus sur le réseau</translation>
    </message>
    <message>
        <source>Answered outside this desk · %1</source>
        <translation>Répondu hors de ce bureau · %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 · waits, the account is paused</source>
        <translation>%1 · en attente, le compte est en pause</translation>
    </message>
    <message>
        <source>%1 · leaves now</source>
        <translation>%1 · part maintenant</translation>
    </message>
    <message>
        <source>%1 · leaves about %2</source>
        <translation>%1 · part vers %2</translation>
    </message>
    <message>
        <source>%1, %2 ahead</source>
        <translation>%1, %2 avant</translation>
    </message>
    <message>
        <source>%1 · sending…</source>
        <translation>%1 · envoi…</translation>
    </message>
    <message>
        <source>%1 · checking whether it arrived…</source>
        <translation>%1 · on vérifie si elle est arrivée…</translation>
    </message>
    <message>
        <source>%1 · not sent: %2</source>
        <translation>%1 · non envoyée : %2</translation>
    </message>
    <message>
        <source>Copy to composer</source>
        <translation>Copier dans la réponse</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Classer</translation>
    </message>
    <message>
        <source>%1 · sent %2</source>
        <translation>%1 · envoyée %2</translation>
    </message>
    <message>
        <source>%1 · taken back</source>
        <translation>%1 · reprise</translation>
    </message>
</context>
<context>
    <name>fw::ui::Composer</name>
    <message>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>The draft could not be saved; trying again. The text is still here.</source>
        <translation>Le brouillon n’a pas pu être enregistré ; nouvel essai. Le texte est toujours là.</translation>
    </message>
    <message>
        <source>Sending for %1 is paused: %2. %3</source>
        <translation>Les envois pour %1 sont en pause : %2. %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Reply budget: %1 of %2 used</source>
        <translation>Budget de réponses : %1 sur %2 utilisées</translation>
    </message>
    <message>
        <source>Not queued: %1. The text is still here.</source>
        <translation>Non mise en attente : %1. Le texte est toujours là.</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Les envois sont en pause</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>Queuing…</source>
        <translation>Mise en attente…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send · now</source>
        <translation>Envoyer · maintenant</translation>
    </message>
    <message>
        <source>Send · about %1</source>
        <translation>Envoyer · vers %1</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation>Attend : %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationHeader</name>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolue</translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationPane</name>
    <message>
        <source>Choose somebody on the left, or press J for the next person.</source>
        <translation>Choisissez quelqu’un à gauche, ou appuyez sur J pour la personne suivante.</translation>
    </message>
    <message>
        <source>No reply to take back.</source>
        <translation>Aucune réponse à reprendre.</translation>
    </message>
    <message>
        <source>Too late: it has left.</source>
        <translation>Trop tard : elle est partie.</translation>
    </message>
    <message>
        <source>Taken back. The text is in the composer.</source>
        <translation>Reprise. Le texte est de nouveau dans la réponse.</translation>
    </message>
</context>
<context>
    <name>fw::ui::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Single letters work while no text is being written.</source>
        <translation>Les lettres seules agissent quand aucun texte n’est en cours d’écriture.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>fw::ui::MainWindow</name>
    <message>
        <source>Floorwalker (demo)</source>
        <translation>Floorwalker (démonstration)</translation>
    </message>
    <message>
        <source>Floorwalker</source>
        <translation>Floorwalker</translation>
    </message>
    <message>
        <source>Demo · %1</source>
        <translation>Démo · %1</translation>
    </message>
    <message>
        <source>No account yet. Add one:

floorwalkerctl --data %1 account add twitter --name care --token-file FILE</source>
        <translation>Pas encore de compte. Ajoutez-en un :

floorwalkerctl --data %1 account add twitter --name care --token-file FICHIER</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Résolue.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Waiting again.</source>
        <translation>De nouveau en attente.</translation>
    </message>
    <message>
        <source>Somebody else has changed it since.</source>
        <translation>Quelqu’un d’autre l’a modifiée depuis.</translation>
    </message>
    <message>
        <source>Reading every account now.</source>
        <translation>Lecture de tous les comptes.</translation>
    </message>
    <message>
        <source>Another program reads the accounts of this desk.</source>
        <translation>Un autre programme lit les comptes de ce bureau.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Personne suivante</translation>
    </message>
    <message>
        <source>Previous person</source>
        <translation>Personne précédente</translation>
    </message>
    <message>
        <source>Show new rows</source>
        <translation>Montrer les nouvelles lignes</translation>
    </message>
    <message>
        <source>Show who is waiting</source>
        <translation>Montrer qui attend</translation>
    </message>
    <message>
        <source>Show replies that are leaving</source>
        <translation>Montrer les réponses qui partent</translation>
    </message>
    <message>
        <source>Show replies that were not sent</source>
        <translation>Montrer les réponses non envoyées</translation>
    </message>
    <message>
        <source>Show who was answered</source>
        <translation>Montrer qui a reçu une réponse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Undo send or resolve</source>
        <translation>Annuler l’envoi ou la résolution</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Read every account now</source>
        <translation>Lire tous les comptes maintenant</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageModel</name>
    <message>
        <source>We wrote: %1</source>
        <translation>Nous avons écrit : %1</translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
</context>
<context>
    <name>fw::ui::QueueDelegate</name>
    <message>
        <source>not sent</source>
        <translation>non envoyée</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>part</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolue</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::QueuePane</name>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>%1 · oldest %2</source>
        <translation>%1 · depuis %2</translation>
    </message>
    <message>
        <source>Nobody is waiting.
New messages appear here by themselves.</source>
        <translation>Personne n’attend.
Les nouveaux messages apparaissent ici d’eux-mêmes.</translation>
    </message>
    <message>
        <source>No reply is on its way.</source>
        <translation>Aucune réponse n’est en route.</translation>
    </message>
    <message>
        <source>Every reply arrived.</source>
        <translation>Toutes les réponses sont arrivées.</translation>
    </message>
    <message>
        <source>Nobody has been answered yet.</source>
        <translation>Personne n’a encore reçu de réponse.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::ReplyEdit</name>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Écrire une réponse</translation>
    </message>
</context>
<context>
    <name>fw::ui::StatusBar</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Sending is paused: %1</source>
        <translation>Les envois sont en pause : %1</translation>
    </message>
    <message>
        <source>%1; trying again</source>
        <translation>%1 ; nouvel essai</translation>
    </message>
    <message>
        <source>complete up to %1</source>
        <translation>complet jusqu’à %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>tout est enregistré</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>enregistrement…</translation>
    </message>
    <message>
        <source>Outbox %1 · %2</source>
        <translation>Boîte d’envoi %1 · %2</translation>
    </message>
</context>
<context>
    <name>fw::ui::TopBar</name>
    <message>
        <source>Simulated networks and customers: nothing leaves this computer.</source>
        <translation>Réseaux et clients simulés : rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>fw::ui::Words</name>
    <message>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Pinterest</source>
        <translation>Pinterest</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Partent</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyées</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>%1 mention</source>
        <translation>Mention %1</translation>
    </message>
    <message>
        <source>%1 comment</source>
        <translation>Commentaire %1</translation>
    </message>
    <message>
        <source>%1 reply</source>
        <translation>Réponse %1</translation>
    </message>
    <message>
        <source>%1 message</source>
        <translation>Message %1</translation>
    </message>
    <message>
        <source>%1 signal</source>
        <translation>Signal %1</translation>
    </message>
    <message>
        <source>The network cannot be reached</source>
        <translation>Le réseau est injoignable</translation>
    </message>
    <message>
        <source>The network does not answer</source>
        <translation>Le réseau ne répond pas</translation>
    </message>
    <message>
        <source>The network asked us to wait</source>
        <translation>Le réseau nous demande d’attendre</translation>
    </message>
    <message>
        <source>The plan&apos;s cap is reached</source>
        <translation>Le plafond du forfait est atteint</translation>
    </message>
    <message>
        <source>The plan&apos;s credits are used up</source>
        <translation>Les crédits du forfait sont épuisés</translation>
    </message>
    <message>
        <source>The network refuses the access token</source>
        <translation>Le réseau refuse le jeton d’accès</translation>
    </message>
    <message>
        <source>The network does not allow this</source>
        <translation>Le réseau ne le permet pas</translation>
    </message>
    <message>
        <source>The network only allows replies to people who addressed us</source>
        <translation>Le réseau ne permet de répondre qu’aux personnes qui se sont adressées à nous</translation>
    </message>
    <message>
        <source>The network refuses the same text twice</source>
        <translation>Le réseau refuse deux fois le même texte</translation>
    </message>
    <message>
        <source>The post is gone</source>
        <translation>Le message a disparu</translation>
    </message>
    <message>
        <source>The network refuses the text</source>
        <translation>Le réseau refuse le texte</translation>
    </message>
    <message>
        <source>The network has trouble of its own</source>
        <translation>Le réseau a lui-même un problème</translation>
    </message>
    <message>
        <source>The network&apos;s answer could not be read</source>
        <translation>La réponse du réseau est illisible</translation>
    </message>
    <message>
        <source>It is not known whether it arrived</source>
        <translation>On ne sait pas si elle est arrivée</translation>
    </message>
    <message>
        <source>Another program does this now</source>
        <translation>Un autre programme s’en occupe</translation>
    </message>
    <message>
        <source>The desk&apos;s file could not be read or written</source>
        <translation>Le fichier du bureau n’a pas pu être lu ou écrit</translation>
    </message>
    <message>
        <source>The desk&apos;s file was written by a newer program</source>
        <translation>Le fichier du bureau vient d’un programme plus récent</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Quelque chose s’est mal passé</translation>
    </message>
    <message>
        <source>Put a new token in the account&apos;s token file; sending goes on by itself.</source>
        <translation>Mettez un nouveau jeton dans le fichier du compte ; les envois reprennent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Raise the plan with the network or wait for its next period.</source>
        <translation>Augmentez le forfait auprès du réseau ou attendez sa prochaine période.</translation>
    </message>
    <message>
        <source>Check with the network whether the account is locked before sending more.</source>
        <translation>Vérifiez auprès du réseau si le compte est bloqué avant d’envoyer davantage.</translation>
    </message>
    <message>
        <source>Replies stay queued and nothing is lost.</source>
        <translation>Les réponses restent en attente et rien n’est perdu.</translation>
    </message>
    <message>
        <source>after the earlier reply to the same person</source>
        <translation>après la réponse précédente à la même personne</translation>
    </message>
    <message>
        <source>the network asked us to wait</source>
        <translation>le réseau nous demande d’attendre</translation>
    </message>
    <message>
        <source>the account is paused</source>
        <translation>le compte est en pause</translation>
    </message>
    <message>
        <source>the %1 budget is used up</source>
        <translation>le budget « %1 » est épuisé</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>Auteur inconnu</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>fw::Main</name>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="67"/>
        <source>A desk for answering customers on social networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="71"/>
        <source>Folder of the desk; created when it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="71"/>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="73"/>
        <source>The team&apos;s database, postgresql://user@host/database; else what FW_DATABASE says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="78"/>
        <source>Start light, dark, or with high contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="223"/>
        <source>The team&apos;s database cannot be reached. What you type stays here; nothing is stored until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="76"/>
        <source>Simulated networks and customers; nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="79"/>
        <source>Who answers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="79"/>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="81"/>
        <source>Same number, same customers in the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="81"/>
        <source>NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="82"/>
        <source>Language of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="84"/>
        <source>Opens the encrypted file of tokens, where there is no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="84"/>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="85"/>
        <source>Ask again which desk to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="88"/>
        <source>A conversation to open, floorwalker://conversation/NUMBER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="207"/>
        <source>Another program reads and sends for this desk. Replies queued here are sent by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="210"/>
        <source>Nothing is read or sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="250"/>
        <source>The access tokens are locked: nothing is read or sent, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/main.cpp" line="252"/>
        <source>Re-connect…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountRow</name>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="55"/>
        <source>Paste a token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="59"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/account_row.cpp" line="62"/>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="26"/>
        <source>%1 followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="30"/>
        <source>%1, %2 since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="48"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="48"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="64"/>
        <source>What the accounts can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="78"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="108"/>
        <source>No account yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="136"/>
        <source>It has not told yet what it can do; that comes with the first reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="147"/>
        <source>Sending is paused. %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="154"/>
        <source>A partner&apos;s contract is set up: comments are read and answered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="155"/>
        <source>Pinterest&apos;s public interface shows no comments. Signals tell that something was said; it is answered on Pinterest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="159"/>
        <source>Complete up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="160"/>
        <source>Not read completely yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="163"/>
        <source>A gap in “%1” since %2: %3. It is filled as soon as the network answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="172"/>
        <source>Cost today by the price list, at most: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/account_sheet.cpp" line="191"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::AccountsDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="29"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="77"/>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="37"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="249"/>
        <source>%1 is connected as @%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="92"/>
        <source>Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="93"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="153"/>
        <source>No account yet. Add one of your brand&apos;s accounts to read and answer what people say to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="175"/>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="175"/>
        <source>Unlock the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="176"/>
        <source>This computer has no keychain, so access tokens are kept in an encrypted file. Without the passphrase nobody can read it, not even you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="179"/>
        <source>Access tokens are kept in an encrypted file. Give its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="180"/>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="233"/>
        <source>Paste a token for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="234"/>
        <source>A long-lived access token that you got from the network or from whoever runs your app. It is tried once, and then kept where nobody else can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="237"/>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="255"/>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="262"/>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="256"/>
        <source>Sign %1 out? Nothing is read or sent until somebody connects it again. Nothing that was read is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="271"/>
        <source>%1 is signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="272"/>
        <source>%1 is signed out here. Take the access away on the network&apos;s own site too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/accounts_dialog.cpp" line="286"/>
        <source>%1 sends again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::AddAccountForm</name>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="64"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="68"/>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="69"/>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="69"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="70"/>
        <source>What you call it, for instance: care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="75"/>
        <source>Sign in with my &amp;browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="76"/>
        <source>Paste a &amp;token that I have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="77"/>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="79"/>
        <source>&amp;Client id of your app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="79"/>
        <source>Client id of your app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="80"/>
        <source>App &amp;secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="80"/>
        <source>App secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="82"/>
        <source>&amp;Page id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="82"/>
        <source>Page id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="83"/>
        <source>Only where you manage several Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="85"/>
        <source>Ad&amp;vanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="89"/>
        <source>Base &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="89"/>
        <source>Base address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="90"/>
        <source>The network&apos;s own, unless you test with another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="101"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="103"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="132"/>
        <source>Only for an app that has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="135"/>
        <source>Add and sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/add_account_form.cpp" line="135"/>
        <source>Add and paste the token…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ApprovalsSheet</name>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="40"/>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="41"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="43"/>
        <source>What was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="45"/>
        <source>What would be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="49"/>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="55"/>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="65"/>
        <source>what to change, to give it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="66"/>
        <source>What to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="82"/>
        <source>Open conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="83"/>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="84"/>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="85"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="87"/>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="161"/>
        <source>You wrote this; somebody else judges it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="163"/>
        <source>Somebody who is no trainee judges it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="178"/>
        <source>With something to change it is given back; empty the line to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="187"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="200"/>
        <source>Nothing waits for approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="205"/>
        <source>%1 asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="207"/>
        <source>%1 would answer in private · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="209"/>
        <source>%1 would answer for everybody to read · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="251"/>
        <source>The answer by %1 was not judged. %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="253"/>
        <source>It does not wait any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/approvals_sheet.cpp" line="131"/>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ArrivalsChart</name>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="44"/>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="45"/>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="46"/>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="64"/>
        <source>Arrived and answered per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/arrivals_chart.cpp" line="113"/>
        <source>%1 arrived, %2 answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::BrakesSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="27"/>
        <source>Stop now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="31"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="36"/>
        <source>Brake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="38"/>
        <source>Stops everything an account writes, or every reply in conversations with a tag, at once. What is queued stays queued; after the release the usual pace comes back within a quarter of an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="48"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="66"/>
        <source>What to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="67"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="76"/>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="68"/>
        <source>one word, as it is on the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="69"/>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="77"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="70"/>
        <source>everybody at the desk reads this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="75"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="97"/>
        <source>Conversations with a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="131"/>
        <source>Nothing is braked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="138"/>
        <source>Tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="142"/>
        <source>Account %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="145"/>
        <source>An account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="156"/>
        <source>released %1, usual pace at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="159"/>
        <source>stopped %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="160"/>
        <source>%1: %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="164"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/brakes_sheet.cpp" line="165"/>
        <source>Release: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Bubble</name>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="71"/>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="78"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="75"/>
        <source>%1 · author unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="82"/>
        <source>Answered outside this desk · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="84"/>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="94"/>
        <source>%1 in %2: said %3, now %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="100"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="105"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="107"/>
        <source>%1 · held: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="108"/>
        <source>Send all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="108"/>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="143"/>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="111"/>
        <source>%1 · waits, the account is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="115"/>
        <source>%1 · leaves now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="116"/>
        <source>%1 · leaves about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="118"/>
        <source>%1, %2 ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="127"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="138"/>
        <source>%1, part %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="143"/>
        <source>%1 · waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="145"/>
        <source>%1 · sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="147"/>
        <source>%1 · checking whether it arrived…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="125"/>
        <source>%1 · not sent: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="129"/>
        <source>Copy to composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="130"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="152"/>
        <source>%1 · sent %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/bubble.cpp" line="156"/>
        <source>%1 · taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::BudgetCard</name>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="42"/>
        <source>Reply budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="63"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="67"/>
        <source>No limit is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="71"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="73"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/budget_card.cpp" line="75"/>
        <source>%1 used. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::BudgetWords</name>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="11"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="16"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="16"/>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="23"/>
        <source>full, room again about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="27"/>
        <source>full in about %1 at this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="31"/>
        <source>begins anew at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="41"/>
        <source>as documented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="43"/>
        <source>as set for this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="45"/>
        <source>as the network told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="47"/>
        <source>learned from a refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="56"/>
        <source>Private answers to comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="58"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/budget_words.cpp" line="60"/>
        <source>Public replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ClaimStrip</name>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="52"/>
        <source>answers in their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="63"/>
        <source>%1 is answering this conversation. What you write stays a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="72"/>
        <source>A colleague has taken this conversation over. What you wrote stays a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="87"/>
        <source>%1 is writing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="88"/>
        <source>%1 has this open too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/claim_strip.cpp" line="95"/>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Composer</name>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="101"/>
        <source>The draft could not be saved; trying again. The text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="213"/>
        <source>Sending for %1 is paused. %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="187"/>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer.cpp" line="316"/>
        <source>Not queued: %1. The text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="65"/>
        <source>Nothing written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="68"/>
        <source>Sending is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="75"/>
        <source>Fill in {%1} first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="82"/>
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="91"/>
        <source>Queuing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="94"/>
        <source>Propose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="97"/>
        <source>Send in %1 parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="100"/>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="104"/>
        <source>Send · now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="106"/>
        <source>Send · about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="115"/>
        <source>Waits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="119"/>
        <source>possible until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="125"/>
        <source>costs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_state.cpp" line="181"/>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ComposerFoot</name>
    <message>
        <location filename="../../ui/desktop/composer/composer_foot.cpp" line="38"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/composer_foot.cpp" line="42"/>
        <source>Reply budget: %1 of %2 used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationHeader</name>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="28"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="29"/>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="68"/>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="30"/>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="70"/>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="62"/>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="68"/>
        <source>Wake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="121"/>
        <source>Snoozed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="122"/>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="124"/>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="126"/>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_header.cpp" line="70"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationPane</name>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="48"/>
        <source>Choose somebody on the left, or press J for the next person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="66"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="180"/>
        <source>No reply to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="254"/>
        <source>Delete on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="255"/>
        <source>Delete this on %1 for everybody? It cannot be brought back. The text stays in this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="259"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="273"/>
        <source>This message has no page to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="287"/>
        <source>No browser could be opened. The address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="300"/>
        <source>Too late: it has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="306"/>
        <source>Taken back. The text is in the composer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="314"/>
        <source>No reply here is held or was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/conversation_pane.cpp" line="336"/>
        <source>It cannot be sent again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ConversationsSheet</name>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="18"/>
        <source>Last message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="26"/>
        <source>The first %1 of %2 conversations</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/conversations_sheet.cpp" line="53"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::CustomerPane</name>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="36"/>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="125"/>
        <source>Nobody said where this customer can be looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="126"/>
        <source>No customer is linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="164"/>
        <source>Who you talk to is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="79"/>
        <source>Favourite store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="93"/>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="98"/>
        <source>End this link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="98"/>
        <source>End the link of this conversation to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="102"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="106"/>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="106"/>
        <source>shared by the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="112"/>
        <source>Store visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="147"/>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="158"/>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="148"/>
        <source>Who looks at purchases is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="151"/>
        <source>Show orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="161"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="162"/>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="169"/>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="173"/>
        <source>given %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="173"/>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="189"/>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="191"/>
        <source>Who this may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="193"/>
        <source>No customer is linked, and nothing said so far fits one. An order number or an e-mail address in a message helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="208"/>
        <source>Compare and link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane_view.cpp" line="208"/>
        <source>Compare with %1 and link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="182"/>
        <source>Nobody fits: there is nothing to link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="192"/>
        <source>Linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="204"/>
        <source>No longer linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_pane.cpp" line="215"/>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::CustomerWords</name>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="16"/>
        <source>Who they are on networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="18"/>
        <source>Purchases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="20"/>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="41"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="22"/>
        <source>Likes and sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="24"/>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="45"/>
        <source>Store visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="26"/>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="35"/>
        <source>Name and contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="37"/>
        <source>Other accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="39"/>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="43"/>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="52"/>
        <source>hidden: not agreed to any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="52"/>
        <source>hidden: nobody agreed to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="60"/>
        <source>named the account %1 to us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="62"/>
        <source>gave the e-mail address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="64"/>
        <source>gave the telephone number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="66"/>
        <source>quoted the order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="68"/>
        <source>is called %1 on another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="70"/>
        <source>same name and city: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="77"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="83"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="88"/>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="89"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="95"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="98"/>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="101"/>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="103"/>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="103"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="110"/>
        <source>the source cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="112"/>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="115"/>
        <source>the source does not let us in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="117"/>
        <source>the source does not know this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="119"/>
        <source>part of the answer cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="121"/>
        <source>the source reports an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="128"/>
        <source>As of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="129"/>
        <source>As it was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="131"/>
        <source>%1 Being refreshed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/customer_words.cpp" line="134"/>
        <source>%1 Could not be refreshed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::DefinitionWords</name>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="11"/>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="13"/>
        <source>People and teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="15"/>
        <source>Time promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="17"/>
        <source>Who comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="19"/>
        <source>Saved replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="21"/>
        <source>Rules on arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="23"/>
        <source>Macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="25"/>
        <source>How long data is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="34"/>
        <source>When you are open, in which zone, and on which days not. Time outside does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="36"/>
        <source>Who answers, what they can do, when they work, and what it takes to answer whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="38"/>
        <source>How soon customers hear from you. The first that fits counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="40"/>
        <source>Which conversations are urgent and which can wait. The first that fits counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="42"/>
        <source>Words prepared for answers, opened with / while writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="44"/>
        <source>What is done by itself when a message arrives. Rules never send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="46"/>
        <source>Several steps as one: words, tags, whose it is, resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="48"/>
        <source>What goes by age, once a day, from a day after it is put in force. Open conversations and past figures are left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="101"/>
        <source>No undo: opening hours can be changed again, but not taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definition_words.cpp" line="103"/>
        <source>No undo: whoever is taken out and put back is offline and without what was theirs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::DefinitionsPage</name>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="41"/>
        <source>What to set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="44"/>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="73"/>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="92"/>
        <source>As it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="109"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="110"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="111"/>
        <source>Try on the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="112"/>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="113"/>
        <source>Put in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="154"/>
        <source>Nothing is in force yet. It is written like this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="187"/>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="105"/>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="130"/>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="187"/>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="93"/>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="66"/>
        <source>%1: as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="73"/>
        <source>%1: in force now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="88"/>
        <source>%1: changed by somebody else meanwhile, and left so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="90"/>
        <source>%1: not in force, there is a mistake in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="102"/>
        <source>“%1” was changed by %2 at %3; read it again. What you typed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_taking.cpp" line="104"/>
        <source>“%1” was changed meanwhile; read it again. What you typed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="267"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="267"/>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="280"/>
        <source>%1 is too large for such a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="281"/>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="291"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="296"/>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/definitions_page.cpp" line="298"/>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::DemoBar</name>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="32"/>
        <source>How did the day go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="36"/>
        <source>The demo&apos;s day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="40"/>
        <source>The time of the demo&apos;s day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="49"/>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="66"/>
        <source>%1 times as fast as the clock on the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="111"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="111"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="123"/>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_bar.cpp" line="125"/>
        <source>On to %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::DemoWords</name>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="12"/>
        <source>the trainee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="15"/>
        <source>the storm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="18"/>
        <source>the outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="20"/>
        <source>the lowered limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="20"/>
        <source>the evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="26"/>
        <source>The day is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="31"/>
        <source>An ordinary hour: customers write, on three networks, in English and French.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="34"/>
        <source>Tim, a trainee, proposes answers: Ctrl+Shift+A to let them leave or give them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="37"/>
        <source>The storm: a delivery notice went out too early, and everybody asks about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="40"/>
        <source>The outage: Facebook answers with errors. Replies wait; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="43"/>
        <source>The lowered limit: Twitter takes ten posts in a quarter of an hour. Who is urgent goes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/demo_words.cpp" line="44"/>
        <source>The evening: after work they write again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::DeskActs</name>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="44"/>
        <source>Resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="51"/>
        <source>Waiting for the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="58"/>
        <source>Archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="65"/>
        <source>Snoozed until %1, or until the customer writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="72"/>
        <source>Back in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="79"/>
        <source>In one hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="80"/>
        <source>In three hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="80"/>
        <source>Tomorrow at nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="81"/>
        <source>On Monday at nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="82"/>
        <source>In a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="107"/>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/desk_acts.cpp" line="109"/>
        <source>Somebody else has changed it since.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::FindBar</name>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="23"/>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="25"/>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="39"/>
        <source>Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="40"/>
        <source>Newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="41"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="151"/>
        <source>looking further back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="153"/>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/find_bar.cpp" line="162"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Finder</name>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="33"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="35"/>
        <source>Commands, words, from:name, tag:late, is:waiting, before:2026-11-22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="36"/>
        <source>What to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="42"/>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="117"/>
        <source>This cannot be looked for. After from:, tag:, network:, account:, lane:, is:, before: and after: stands a value, as in from:ana or before:2026-11-22.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="119"/>
        <source>The search failed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="130"/>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder.cpp" line="132"/>
        <source>↑ ↓ choose · Return opens · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::FinderModel</name>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="47"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="69"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/finder/finder_model.cpp" line="123"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::FloorWords</name>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="14"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="16"/>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="18"/>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="30"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="32"/>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="33"/>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="38"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="44"/>
        <source>available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="47"/>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="47"/>
        <source>away: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="49"/>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="61"/>
        <source>Conversations in which we owe an answer, now. Late: a promise in them is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="64"/>
        <source>How long the one who has waited longest has waited, by the network&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="67"/>
        <source>From the first message of an episode to the first public answer the network accepted, by the time of the answer. Median; nine of ten were answered within the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="71"/>
        <source>Promises kept, of those kept or broken in this time. What still runs is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="74"/>
        <source>Resolutions in this time, and the share of them that a customer reopened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/floor_words.cpp" line="76"/>
        <source>When the account that is used most runs out of replies, if it goes on like this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::FreshnessLine</name>
    <message>
        <location filename="../../ui/desktop/customer/freshness_line.cpp" line="15"/>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/freshness_line.cpp" line="18"/>
        <source>Look the customer up again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::GuardStrip</name>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="116"/>
        <source>Send all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="117"/>
        <source>Answer in private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="127"/>
        <source>card number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="130"/>
        <source>e-mail address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="133"/>
        <source>telephone number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="136"/>
        <source>order number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="139"/>
        <source>address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="142"/>
        <source>full name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="144"/>
        <source>points %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="155"/>
        <source>Everybody will be able to read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/composer/guard_strip.cpp" line="168"/>
        <source>Nearly the same was said %n time(s) lately, last to %1 at %2: “%3”</source>
        <translation>
            <numerusform>Nearly the same was said once lately, to %1 at %2: “%3”</numerusform>
            <numerusform>Nearly the same was said %n times lately, last to %1 at %2: “%3”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::HeatMap</name>
    <message>
        <location filename="../../ui/desktop/supervisor/heat_map.cpp" line="52"/>
        <source>Arrivals by weekday and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/heat_map.cpp" line="94"/>
        <source>%1, %2 to %3: %n arrivals</source>
        <translation>
            <numerusform>%1, %2 to %3: %n arrival</numerusform>
            <numerusform>%1, %2 to %3: %n arrivals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::KeysSheet</name>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="23"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="37"/>
        <source>Usual keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="39"/>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="69"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="70"/>
        <source>Single letters work while no text is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="98"/>
        <source>Press a key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="99"/>
        <source>%1: %2. Press to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="108"/>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="116"/>
        <source>To change a key, press it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="129"/>
        <source>%1 is the key of “%2” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="133"/>
        <source>Some keyboards type with %1. Choose a key without Ctrl and Alt together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/keys_sheet.cpp" line="55"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::LaneTabs</name>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="15"/>
        <source>Private reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="17"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="19"/>
        <source>Public reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/lane_tabs.cpp" line="34"/>
        <source>How to answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::LinkDialog</name>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="22"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="49"/>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="51"/>
        <source>Link to a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="56"/>
        <source>Is this %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="60"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="66"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="64"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="67"/>
        <source>How they agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="65"/>
        <source>only if it is not on record, e.g. said so in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="86"/>
        <source>The person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="87"/>
        <source>The customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="95"/>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="96"/>
        <source>different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="103"/>
        <source>Nothing is on record that this customer agreed to being linked. Say how they agreed, or ask them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="120"/>
        <source>This customer did not agree to being linked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::MainWindow</name>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="35"/>
        <source>Floorwalker (demo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="35"/>
        <source>Floorwalker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="51"/>
        <source>The link is copied. It opens this conversation for whoever has this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="71"/>
        <source>That is no link to a conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_outside.cpp" line="80"/>
        <source>The conversation of that link is not on this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="104"/>
        <source>Demo · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="155"/>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="143"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="174"/>
        <source>Nobody waits whom somebody else has not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="275"/>
        <source>No account yet.

Press Ctrl+, to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="276"/>
        <source>No account yet. Add one:

floorwalkerctl --data %1 account add twitter --name care --token-file FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="328"/>
        <source>Reading every account now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="330"/>
        <source>Another program reads the accounts of this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window.cpp" line="341"/>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="28"/>
        <source>Next person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="30"/>
        <source>Previous person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="33"/>
        <source>Next for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="35"/>
        <source>Show new rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="36"/>
        <source>Show who is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="38"/>
        <source>Show replies that are leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="40"/>
        <source>Show replies that were not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="42"/>
        <source>Show who was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="44"/>
        <source>Show who is snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="46"/>
        <source>Show the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="54"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="56"/>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="58"/>
        <source>Send later…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="61"/>
        <source>Send a held or refused reply all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="63"/>
        <source>Public or private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="65"/>
        <source>Answer in private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="67"/>
        <source>Saved reply…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="69"/>
        <source>Next misspelt word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="72"/>
        <source>No misspelt word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="75"/>
        <source>Check the spelling, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="80"/>
        <source>Misspelt words are underlined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="80"/>
        <source>Spelling is not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="82"/>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="84"/>
        <source>Open on the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="86"/>
        <source>Copy a link to this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="88"/>
        <source>Undo send or resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="89"/>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="90"/>
        <source>Snooze or wake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="91"/>
        <source>Wait for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="93"/>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="95"/>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="100"/>
        <source>Link to a customer, or end the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="101"/>
        <source>Look the customer up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="103"/>
        <source>Stock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="104"/>
        <source>Show or hide the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="105"/>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="112"/>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="113"/>
        <source>The floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="114"/>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="115"/>
        <source>The floor on the wall, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="122"/>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="123"/>
        <source>Brake…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="124"/>
        <source>Approve answers of trainees…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="126"/>
        <source>Read every account now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="127"/>
        <source>What the accounts can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="128"/>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="134"/>
        <source>Another desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="141"/>
        <source>Notices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="142"/>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="143"/>
        <source>High contrast, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="144"/>
        <source>Guided tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="145"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_commands.cpp" line="146"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="97"/>
        <source>tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="104"/>
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="106"/>
        <source>Braked by %1: %2. “%3” Replies wait.%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_pages.cpp" line="106"/>
        <source>Brakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="36"/>
        <source>Pause the day, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="38"/>
        <source>On to what happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="39"/>
        <source>Let the day go faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="40"/>
        <source>Let the day go slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="41"/>
        <source>How did the day go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="69"/>
        <source>Who waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="70"/>
        <source>Everybody who waits for an answer, from every network, the most urgent first. J and K go down and up; M takes the next one for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="72"/>
        <source>What was said, and your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="73"/>
        <source>R begins an answer, / puts in a saved reply, Ctrl+Enter sends. Beside Send stands when it will leave. U takes it back as long as it has not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="75"/>
        <source>Who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="76"/>
        <source>Orders, points and likes, as far as the customer agreed. Ctrl+G looks up the stock. Notes here are for the team only. C shows and hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="78"/>
        <source>What the networks still take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="79"/>
        <source>Each account with its tightest limit, what waits in the outbox, and up to when everything was read. Nothing is sent twice, and no limit is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="81"/>
        <source>Desk, floor and setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="82"/>
        <source>Ctrl+2 shows how the day goes: every figure opens the conversations behind it. Ctrl+3 is where hours, people, promises and saved replies are set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="85"/>
        <source>A day to try it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="86"/>
        <source>A department store&apos;s day, from eight to eight. Let it go faster, stop it with P, or go on to the storm, the outage or the lowered limit with F8. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="89"/>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/main_window_demo.cpp" line="90"/>
        <source>Ctrl+K finds people, words of all history, and every command with its key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageActions</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="28"/>
        <source>Take the like back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="28"/>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="33"/>
        <source>Show it to everybody again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="33"/>
        <source>Hide from everybody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="36"/>
        <source>Delete on %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="45"/>
        <source>what it answers, by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="48"/>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="51"/>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_actions.cpp" line="54"/>
        <source>liked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageModel</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_model.cpp" line="55"/>
        <source>We wrote: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::MessageView</name>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="26"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="151"/>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/message_view.cpp" line="167"/>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ModerationDesk</name>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="12"/>
        <source>It will be hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="14"/>
        <source>It will be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="16"/>
        <source>It will be liked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="18"/>
        <source>The like will be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="20"/>
        <source>It will be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="29"/>
        <source>It is not known whether this was carried out. %1. Asking again does no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="35"/>
        <source>Not hidden. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="37"/>
        <source>Not shown again. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="39"/>
        <source>Not liked. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="41"/>
        <source>The like is still there. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="43"/>
        <source>Not deleted. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="78"/>
        <source>Not asked for. %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="103"/>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/moderation_desk.cpp" line="107"/>
        <source>Too late: it has left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::NextBestPart</name>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="33"/>
        <source>Next best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="48"/>
        <source>Too little is known to suggest anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="57"/>
        <source>Who looks at suggestions is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="58"/>
        <source>Show suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="67"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="71"/>
        <source>among the most bought: in %1 % of %2 baskets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="72"/>
        <source>bought together in %1 % of %2 baskets with %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="76"/>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="82"/>
        <source>When: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="83"/>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="94"/>
        <source>asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="86"/>
        <source>When: %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="87"/>
        <source>wrote %1 of %2 times then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="92"/>
        <source>Where: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="95"/>
        <source>wrote there %1 times, %2 of them answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/next_best_part.cpp" line="101"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::NotesPart</name>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="26"/>
        <source>Notes of the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="29"/>
        <source>A note; @name tells somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="30"/>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/notes_part.cpp" line="98"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticeWatch</name>
    <message>
        <location filename="../../ui/desktop/notices/notice_watch.cpp" line="34"/>
        <source>This is how it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_watch.cpp" line="34"/>
        <source>Press it, and the conversation opens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticeWords</name>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="9"/>
        <source>%1 waits, and it is urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="11"/>
        <source>%1 should be answered soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="13"/>
        <source>%1 mentioned you beside %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="15"/>
        <source>Your reply to %1 was not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="17"/>
        <source>%1 gave your answer to %2 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="19"/>
        <source>%1 took over %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="28"/>
        <source>Somebody writes, and it is urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="30"/>
        <source>An answer is due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="32"/>
        <source>A colleague mentions me in a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="34"/>
        <source>A reply of mine was not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="36"/>
        <source>An answer of mine was given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="38"/>
        <source>A colleague takes over what I was answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/notices/notice_words.cpp" line="45"/>
        <source>%n conversations want somebody</source>
        <translation>
            <numerusform>%n conversation wants somebody</numerusform>
            <numerusform>%n conversations want somebody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::NoticesSheet</name>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="20"/>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="25"/>
        <source>The desktop tells you, unless you have the conversation before you, when:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="44"/>
        <source>Show what the customer wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="46"/>
        <source>Do not disturb for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="50"/>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/notices_sheet.cpp" line="52"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::PromiseRuler</name>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="99"/>
        <source>First answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="101"/>
        <source>Next answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="103"/>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="110"/>
        <source>under 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="115"/>
        <source>%1, due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="121"/>
        <source>%1 of %2 counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="125"/>
        <source>stood still for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/conversation/promise_ruler.cpp" line="128"/>
        <source>closed for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::QueueDelegate</name>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="145"/>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="148"/>
        <source>leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="150"/>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="152"/>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_delegate.cpp" line="155"/>
        <source>draft</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::QueuePane</name>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="46"/>
        <source>%1+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="56"/>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="107"/>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="181"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="195"/>
        <source>%1 · oldest %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="212"/>
        <source>Nobody is waiting.
New messages appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="215"/>
        <source>No reply is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="218"/>
        <source>Every reply arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="221"/>
        <source>Nobody has been answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="224"/>
        <source>Nothing is snoozed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="227"/>
        <source>Nothing is archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/queue/queue_pane.cpp" line="325"/>
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fw::ui::Rail</name>
    <message>
        <location filename="../../ui/desktop/shell/rail.cpp" line="36"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ReplyEdit</name>
    <message>
        <location filename="../../ui/desktop/composer/reply_edit.cpp" line="18"/>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/reply_edit.cpp" line="19"/>
        <source>Write a reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::ReviewSheet</name>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="18"/>
        <source>Looking at the day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="20"/>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="25"/>
        <source>How did the day go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="32"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="40"/>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="47"/>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="47"/>
        <source>a promise was broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="48"/>
        <source>Repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="48"/>
        <source>nearly the same was told to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="49"/>
        <source>Leaked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="49"/>
        <source>everybody can read what should not be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="50"/>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="50"/>
        <source>the network refused the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="51"/>
        <source>Still waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="51"/>
        <source>nobody answered by the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="78"/>
        <source>%n customer(s) wrote.</source>
        <translation>
            <numerusform>%n customer wrote.</numerusform>
            <numerusform>%n customers wrote.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="80"/>
        <source>Nobody was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="82"/>
        <source>%n was (were) answered.</source>
        <translation>
            <numerusform>%n was answered.</numerusform>
            <numerusform>%n were answered.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/review_sheet.cpp" line="83"/>
        <source>Half of the first answers came within %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::RuleTrial</name>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="33"/>
        <source>Trying the rules in force on the last 7 days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="80"/>
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1: %n message</numerusform>
            <numerusform>%1: %n messages</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="83"/>
        <source>The rules in force would have done nothing in the last 7 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/rule_trial.cpp" line="84"/>
        <source>The rules in force, in the last 7 days: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SavedReplyModel</name>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_model.cpp" line="37"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SavedReplyPicker</name>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_picker.cpp" line="73"/>
        <source>No saved reply for this conversation yet. They are written under Setup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/saved_reply_picker.cpp" line="86"/>
        <source>Saved replies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SecretPage</name>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="54"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="62"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="64"/>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="65"/>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SendLater</name>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="26"/>
        <source>Later…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="31"/>
        <source>Send at another time (Ctrl+Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="32"/>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="67"/>
        <source>Send later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="53"/>
        <source>In one hour, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="55"/>
        <source>This evening, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="59"/>
        <source>Tomorrow morning, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="61"/>
        <source>Choose a time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="74"/>
        <source>When the reply leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="76"/>
        <source>Send then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/send_later.cpp" line="83"/>
        <source>The reply waits in the outbox until then and can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SignInWords</name>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="15"/>
        <source>Paused. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="18"/>
        <source>Re-connect: the network no longer takes this sign-in. Nothing is sent; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="21"/>
        <source>Its token is in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="22"/>
        <source>Connected as @%1. Its token is in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="26"/>
        <source>Nobody has signed in yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="27"/>
        <source>Re-connect: nobody is signed in. Nothing is sent; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="30"/>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="30"/>
        <source>Connected as @%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="32"/>
        <source>%1 Renewed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="38"/>
        <source>%1 Until %2, then connect it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="49"/>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="49"/>
        <source>Re-connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="57"/>
        <source>X signs in with the client id of an app of your own, made in its developer portal. Register this redirect address there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="62"/>
        <source>Facebook signs nobody in without the secret of an app. Use an app of your own, or paste a long-lived token of your Page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="66"/>
        <source>Pinterest signs nobody in without the secret of an app. Use an app of your own with this redirect address: %1 – or paste a long-lived token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="76"/>
        <source>%1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="78"/>
        <source>This is not the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="81"/>
        <source>Nobody signed in within five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="89"/>
        <source>Floorwalker has the answer. You can close this page and go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/sign_in_words.cpp" line="90"/>
        <source>This is not the answer Floorwalker waits for. Go back to it and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SpellWatch</name>
    <message>
        <location filename="../../ui/desktop/composer/spell_watch.cpp" line="127"/>
        <source>No word like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/spell_watch.cpp" line="131"/>
        <source>Add “%1” to my words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::StatusBar</name>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="62"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="103"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="138"/>
        <source>complete up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="103"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="140"/>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="109"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="118"/>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="128"/>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="134"/>
        <source>Re-connect. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="128"/>
        <source>Sending is paused. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="134"/>
        <source>%1; trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="149"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="155"/>
        <source>all saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="155"/>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/status_bar.cpp" line="156"/>
        <source>Outbox %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::StockSheet</name>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="66"/>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="68"/>
        <source>Put into the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="70"/>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="75"/>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="76"/>
        <source>Find a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="77"/>
        <source>Name or code, for instance: boots 42</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="97"/>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="99"/>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="100"/>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="129"/>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="135"/>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="136"/>
        <source>Ask the store to hold it for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="140"/>
        <source>For the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="142"/>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="153"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="202"/>
        <source>Nothing is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="203"/>
        <source>What is where, and how many of it are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="236"/>
        <source>%1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="295"/>
        <source>On the store&apos;s list of what to hold. Nobody is told by the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="323"/>
        <source>Held for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="337"/>
        <source>%1 of %2 in %3, until %4, by %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="341"/>
        <source>Release…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="343"/>
        <source>Release %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="353"/>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/stock_sheet.cpp" line="354"/>
        <source>Why is it not held any longer?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::StockStrip</name>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="88"/>
        <source>%1 in %2: says %3, as of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="93"/>
        <source>%1: nothing is known of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="105"/>
        <source>Looking up the stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/composer/stock_strip.cpp" line="108"/>
        <source>Nothing is known of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::SupervisorPage</name>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="69"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="90"/>
        <source>The floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="105"/>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="108"/>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="118"/>
        <source>%n answer(s) of trainees wait for approval.</source>
        <translation>
            <numerusform>%n answer of a trainee waits for approval.</numerusform>
            <numerusform>%n answers of trainees wait for approval.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="119"/>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="132"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="133"/>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="134"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>First response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="135"/>
        <source>Promises kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="136"/>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="137"/>
        <source>Reply budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="167"/>
        <source>Arrived and answered, per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="193"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="207"/>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="194"/>
        <source>Handle time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="195"/>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="197"/>
        <source>Answered by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="209"/>
        <source>Why they write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="199"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="201"/>
        <source>Tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="208"/>
        <source>Arrivals by weekday and hour, four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="282"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="351"/>
        <source>The figures could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="306"/>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="312"/>
        <source>%1 unclaimed · %2 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="316"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="318"/>
        <source>median of %n</source>
        <translation>
            <numerusform>median of %n</numerusform>
            <numerusform>median of %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="317"/>
        <source>9 of 10 within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="320"/>
        <source>of %n</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="320"/>
        <source>nothing promised fell due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="322"/>
        <source>reopened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="334"/>
        <source>enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="334"/>
        <source>no window runs out at this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="340"/>
        <source>%1 is full at this pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="353"/>
        <source>There is no conversation behind this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="362"/>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="369"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="382"/>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="370"/>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="383"/>
        <source>%1 could not be saved: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/supervisor/supervisor_page.cpp" line="376"/>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Tile</name>
    <message>
        <location filename="../../ui/desktop/supervisor/tile.cpp" line="53"/>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::TopBar</name>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="20"/>
        <source>Find people, words, commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="52"/>
        <source>Simulated networks and customers: nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="64"/>
        <location filename="../../ui/desktop/shell/top_bar.cpp" line="65"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Tour</name>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="36"/>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="37"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="109"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="114"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/demo/tour.cpp" line="114"/>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Tray</name>
    <message numerus="yes">
        <location filename="../../ui/desktop/notices/tray.cpp" line="52"/>
        <source>Floorwalker: %n wait</source>
        <translation>
            <numerusform>Floorwalker: %n waits</numerusform>
            <numerusform>Floorwalker: %n wait</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="72"/>
        <source>Show the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="82"/>
        <source>Notices again (quiet until %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="86"/>
        <source>Do not disturb for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="87"/>
        <source>Do not disturb until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="89"/>
        <source>Notices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/notices/tray.cpp" line="91"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::UnlinkDialog</name>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="137"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="153"/>
        <source>End the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="142"/>
        <source>End the link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="144"/>
        <source>Nothing of the customer is shown here any more. It can be taken back at any later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="148"/>
        <location filename="../../ui/desktop/customer/link_dialog.cpp" line="150"/>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::UnlockDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="22"/>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="37"/>
        <source>Unlock the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="38"/>
        <source>Access tokens are kept in an encrypted file. Without its passphrase you can read the desk, but nothing new comes in and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/vault_gate.cpp" line="40"/>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::WaitingPage</name>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="113"/>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="119"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="128"/>
        <source>Connecting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="129"/>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="139"/>
        <source>Your browser asks you to sign in. Floorwalker waits for the answer, five minutes at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/setup_pages.cpp" line="140"/>
        <source>No browser could be opened. Copy the address and open it in a browser on this computer; Floorwalker waits for the answer, five minutes at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::WelcomeDialog</name>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="25"/>
        <source>Welcome to Floorwalker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="30"/>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="32"/>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="33"/>
        <source>A department store&apos;s day with made-up customers. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="34"/>
        <source>Answer for one desk, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="35"/>
        <source>Messages, customers and answers are kept in a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="40"/>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="101"/>
        <source>Folder of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="41"/>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="46"/>
        <source>Join a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="47"/>
        <source>The team&apos;s database is on a server. Whoever looks after it knows its address; your password belongs into ~/.pgpass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="51"/>
        <source>Address of the team&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="61"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="62"/>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="122"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="110"/>
        <source>Say which folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/setup/welcome_dialog.cpp" line="119"/>
        <source>Looking for it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fw::ui::Words</name>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="13"/>
        <source>Twitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="15"/>
        <source>Facebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="17"/>
        <source>Pinterest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="26"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="28"/>
        <source>Leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="30"/>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="32"/>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="34"/>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="36"/>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="46"/>
        <source>%1 mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="48"/>
        <source>%1 comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="50"/>
        <source>%1 reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="52"/>
        <source>%1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="54"/>
        <source>%1 signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../ui/desktop/widgets/words.cpp" line="63"/>
        <source>%n new comment(s) on %1</source>
        <translation>
            <numerusform>%n new comment on %1</numerusform>
            <numerusform>%n new comments on %1</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="64"/>
        <source>%1 (%2 in all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="68"/>
        <source>New pin from your website: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="69"/>
        <source>New pin from your website on a board of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="72"/>
        <source>New pin by somebody else on a shared board: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="73"/>
        <source>New pin by somebody else on the board “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="95"/>
        <source>The network cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="97"/>
        <source>The network does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="99"/>
        <source>The network asked us to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="101"/>
        <source>The plan&apos;s cap is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="103"/>
        <source>The plan&apos;s credits are used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="105"/>
        <source>The network refuses the access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="107"/>
        <source>The network does not allow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="109"/>
        <source>The network only allows replies to people who addressed us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="111"/>
        <source>The network refuses the same text twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="113"/>
        <source>The network holds this account back for its rules on spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="115"/>
        <source>The time in which the network takes a message is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="117"/>
        <source>The comment was already answered privately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="119"/>
        <source>The person takes no messages from us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="121"/>
        <source>This cannot be done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="123"/>
        <source>The account said nearly the same to others not long ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="125"/>
        <source>The text tells in public what is nobody else&apos;s business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="127"/>
        <source>Somebody put the brake on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="129"/>
        <source>A colleague has this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="131"/>
        <source>The post is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="133"/>
        <source>The network refuses the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="135"/>
        <source>The network has trouble of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="137"/>
        <source>The network&apos;s answer could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="139"/>
        <source>It is not known whether it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="141"/>
        <source>Another program does this now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="143"/>
        <source>The access tokens are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="146"/>
        <source>The desk&apos;s file could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="148"/>
        <source>The desk&apos;s file was written by a newer program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="154"/>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="161"/>
        <source>Read mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="163"/>
        <source>Read comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="165"/>
        <source>Read messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="167"/>
        <source>Notice that something was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="169"/>
        <source>Answer in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="171"/>
        <source>Answer a comment privately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="173"/>
        <source>Send messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="175"/>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="177"/>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="179"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="187"/>
        <source>not with this kind of access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="190"/>
        <source>the access token lacks the permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="193"/>
        <source>needs a partner&apos;s contract, and none is set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="196"/>
        <source>switched off in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="198"/>
        <source>%1 offers no such thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="204"/>
        <source>X takes replies only to people who mentioned or quoted us. Answer this one on X itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="207"/>
        <source>Pinterest gives comments only to partners under contract, and none is set up. Answer there, then mark it done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="211"/>
        <source>The time in which %1 takes a message to this person is over. They have to write first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="215"/>
        <source>This comment was already answered privately; %1 takes one private answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="219"/>
        <source>The message is gone from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="222"/>
        <source>This account&apos;s access to %1 does not include it. An administrator can change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="226"/>
        <source>The account sends nothing now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="229"/>
        <source>It is switched off in the account&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="232"/>
        <source>Pinterest only tells that something was said. Open it there, then mark it done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="234"/>
        <source>%1 offers no such thing for this message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="241"/>
        <source>Open on X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="243"/>
        <source>Open on Facebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="245"/>
        <source>Open on Pinterest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="260"/>
        <source>Re-connect it under Accounts (Ctrl+,), or put a new token in its file. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="263"/>
        <source>Raise the plan with the network or wait for its next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="265"/>
        <source>Check with the network whether the account is locked before sending more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="267"/>
        <source>Replies stay queued and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="278"/>
        <source>after the earlier reply to the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="281"/>
        <source>the time that was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="284"/>
        <source>the network asked us to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="287"/>
        <source>room is kept for more urgent replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="290"/>
        <source>the account is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="293"/>
        <source>somebody put the brake on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="296"/>
        <source>it cannot leave before the network&apos;s time for it is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="298"/>
        <source>the %1 budget is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="305"/>
        <source>the customer wrote again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="307"/>
        <source>somebody answered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="309"/>
        <source>the message says something else now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="311"/>
        <source>the message is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="313"/>
        <source>an earlier part did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="315"/>
        <source>the stock changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="325"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="328"/>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="331"/>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="333"/>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="341"/>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="341"/>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="343"/>
        <source>due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="343"/>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="357"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="360"/>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="373"/>
        <source>Facebook user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/desktop/widgets/words.cpp" line="373"/>
        <source>Unknown author</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

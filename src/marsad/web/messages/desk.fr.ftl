### Words of the desk in French.

desk-title = Bureau
desk-intro = Ce que vous modifiez figure au journal avec votre nom et votre motif. Les pages montrent un retrait aussitôt ; les décomptes et les notes suivent au prochain calcul.
desk-find = Chercher une donnée ou un lieu
desk-last = Dernières entrées
desk-login = Se connecter
desk-login-why = Lire ne demande pas de compte. Pour corriger des données, écrire des notes ou lancer un calcul, connectez-vous.
desk-name = Compte
desk-password = Mot de passe
desk-no-account = Les comptes se créent sur la machine du serveur :
desk-logout = Se déconnecter
desk-signed = Connecté : { $name }
desk-refused = Non autorisé
desk-wrong-csrf = Ce formulaire est périmé ou ne vient pas de cette page. Rien n’a été modifié ; rechargez la page.
desk-wrong-right = Votre compte n’a pas ce droit.
desk-wrong-session = Votre session est terminée. Rien n’a été modifié ; reconnectez-vous.
desk-wrong-login = Compte et mot de passe ne concordent pas.
desk-wrong-wait = { $count ->
    [one] Trop d’essais manqués. Réessayez dans { $count } minute.
   *[other] Trop d’essais manqués. Réessayez dans { $count } minutes.
}
desk-wrong-form = Rien n’a été modifié :
desk-wrong-busy = Un calcul est en cours. Attendez sa fin ou annulez-le.
desk-log = Journal
desk-log-intro = { $count ->
    [one] { $count } entrée, scellée par son empreinte. Cette commande vérifie la chaîne :
   *[other] { $count } entrées, chacune enchaînée à la précédente. Cette commande vérifie la chaîne :
}
desk-log-last = Empreinte de la dernière entrée :
desk-log-empty = Le journal est vide.
desk-event = Événement
desk-engagement = Rencontre
desk-statement = Déclaration
desk-place = Notes sur un lieu
desk-notes = Notes d’analystes
desk-notes-none = Aucune note pour l’instant.
desk-note-new = Nouvelle note
desk-note-public = La page du lieu et la prochaine note de synthèse la montrent à tous, sans votre nom. Ne nommez aucune personne privée.
desk-note-save = Écrire la note
desk-write-note = Écrire une note sur ce lieu
desk-changed = Modifié par des personnes
desk-work = Corriger une donnée de ce texte
desk-done-here = Ce qui a été modifié ici
desk-correct = Corriger
desk-leave-empty = Ce qui reste vide ne change pas.
desk-deaths-low = Morts, au moins
desk-deaths-best = Morts, estimation
desk-deaths-high = Morts, au plus
desk-date-start = Du (jour)
desk-date-end = Au (jour)
desk-country = Pays (code, p. ex. MLI)
desk-cell = Maille (numéro PRIO-GRID)
desk-reason = Motif
desk-duplicates = Doublons
desk-other = Identifiant de l’autre donnée
desk-same = C’est la même chose
desk-apart = Ce sont deux choses
desk-status = Fixer l’état d’un engagement
desk-document = Identifiant du texte qui l’atteste
desk-outcome-was = n° { $number } : { $status }
desk-retract = Retirer
desk-retract-what = Elle n’est plus ni comptée ni citée ; la donnée reste dans l’archive.
desk-is-retracted = Cette donnée a été retirée.
desk-undo = Annuler l’entrée
desk-undone = annulée
desk-did-correct = a corrigé
desk-did-retract = a retiré
desk-did-same = a reconnu comme doublon
desk-did-apart = a reconnu comme distinct
desk-did-status = a fixé l’état
desk-did-note = a noté
desk-did-undo = a annulé l’entrée
desk-did-account-added = a créé un compte
desk-did-password-changed = a changé un mot de passe
desk-did-account-disabled = a désactivé un compte
desk-did-account-enabled = a réactivé un compte
desk-did-rights-changed = a changé les droits
desk-did-login-failed = connexion refusée
desk-did-login = s’est connecté
desk-did-logout = s’est déconnecté
desk-did-key-made = a créé une clé
desk-did-key-revoked = a révoqué une clé
desk-did-run-started = a lancé un calcul
desk-did-run-cancelled = a annulé un calcul
desk-did-run-ended = fin d’un calcul
desk-command-line = ligne de commande
desk-runs = Calculs lancés des pages
desk-runs-intro = Un calcul à la fois. Il lit ce que le serveur a reçu au démarrage et continue si le serveur s’arrête.
desk-run = Calcul
desk-run-region = Région ou pays (le réglage, si vide)
desk-run-month = Dernier mois connu (le dernier des données, si vide)
desk-run-start = Lancer un calcul
desk-run-cancel = Annuler ce calcul
desk-run-of = Lancé par { $name }
desk-run-running = en cours
desk-run-stopping = arrêt en cours
desk-run-done = terminé
desk-run-failed = échoué
desk-run-cancelled = annulé
desk-run-refresh = Cette page se recharge toutes les trois secondes.
stamp-title = Remplacée
stamp-text = { $count ->
    [one] Depuis cette note, { $count } donnée sur laquelle elle repose a été modifiée :
   *[other] Depuis cette note, { $count } données sur lesquelles elle repose ont été modifiées :
}

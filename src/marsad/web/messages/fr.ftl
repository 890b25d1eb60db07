### Mots des pages en français, à côté de ceux des notes. Chaque message figure dans les trois fichiers ; un test les compare.

site = Marsad
site-about = Alerte précoce sur la violence politique et sur les partenariats qui y répondent
skip = Aller au contenu
menu = Pages
languages = Langues
nav-overview = Vue d’ensemble
nav-forecasts = Prévisions et exactitude
nav-meetings = Rencontres
nav-sources = Sources et état
nav-briefs = Notes
nav-search = Recherche
as-of = Situation à fin { $month }
sample-note = Les textes montrés ici ont été inventés pour l’échantillon fourni avec Marsad ; ces rencontres et ces attaques n’ont pas eu lieu. Les décomptes de décès sont réels.
also-json = Cette page en JSON
api-link = Interface de programmation
not-targeting = Ne pas utiliser pour cibler : les prévisions ne disent rien des personnes et ne doivent guider aucune action contre quiconque.
foot-run = Publié par { $run }

empty-title = Rien à montrer pour l’instant
empty-text = Aucune exécution n’a encore rien publié dans cette archive. Cette commande lit, compte, prévoit et publie ; rechargez ensuite la page :
broken-title = Ce qui a été publié ne peut être lu
broken-text = Cette commande publie à nouveau :
error-title-404 = Introuvable
error-text-404 = Rien n’est publié à cette adresse. Elle appartenait peut-être à une exécution antérieure.
error-title-400 = Cette adresse n’a pas de sens
error-text-400 = Vérifiez l’identifiant ou le code qu’elle contient.
error-title-405 = Ces pages sont en lecture seule
error-text-405 = Rien ne peut être modifié ici.
error-title-413 = Trop volumineux
error-text-413 = L’envoi dépasse tout ce qu’on peut demander à ce serveur.
error-title-500 = Une erreur s’est produite
error-text-500 = La sortie du serveur en donne la cause. D’autres pages fonctionnent peut-être encore.
error-back = Retour à la vue d’ensemble

situation = La situation
stat-month = Décès en { $month }
stat-last12 = Décès en douze mois
stat-worst = Pire mois
stat-quiet = Dernier décès
stat-expected3 = Attendus sur les trois prochains mois
stat-range = neuf tirages sur dix : { $range }
countries-table = Pays : compté et attendu
head-change = Évolution
head-expected3 = Attendus, 3 mois
head-chance25 = Au moins 25 décès, 3 mois
movers-up = Plus fortes hausses
movers-down = Plus fortes baisses
movers-none = Aucun pays n’a varié de plus d’un dixième.
mover = { $last }, contre { $before }
alerts = Alertes
alerts-none = Aucune règle n’a rien trouvé à signaler ce mois-ci.
latest-engagements = Dernières rencontres
latest-events = Derniers événements
events-none-here = Aucun événement d’un texte ou d’un tableau n’est connu ici.
events-shown = { $shown } sur { $all } relevés
engagements-none = Aucune rencontre n’est connue ici.
withheld-days = { $count ->
    [one] { $count } événement des sept derniers jours est retenu.
   *[other] { $count } événements des sept derniers jours sont retenus.
}
not-covered = Non couverts par les décomptes : { $countries }.
outlook-head = À quoi s’attendre
outlook-table = Décès attendus, mois pris ensemble
no-outlook = Rien n’a été prévu ici : ce lieu n’est pas compté dans l’exécution publiée. Apportez ses événements avec « marsad pull file CHEMIN », puis lancez « marsad run ».
no-cells = L’exécution publiée ne compte aucune maille ici. Apportez un tableau d’événements avec des lieux (« marsad pull file CHEMIN »), puis lancez « marsad run ».
outside-region = Ce pays est hors de la région de l’exécution publiée ({ $region }).
chart-title = Décès par mois : observés et attendus
neighbours = Voisins
worst-cells = Mailles les plus meurtrières en douze mois
past-accuracy = Exactitude passée ici
cell-title = Maille { $cell }
cell-where = Un demi-degré autour de { $centre } (longitude, latitude)
cell-trend-new = nouvelle
cell-trend-growing = en hausse
cell-trend-fading = en baisse
cell-trend = Tendance
cell-months = Décès comptés, mois par mois
cell-expected = Décès attendus, mois par mois
head-months = Mois
head-mean = Moyenne

document-title = Texte
document-records = Ce qui en a été lu
document-none = Rien n’a été lu dans ce texte.
document-legend = Dans le texte :
document-raw = Octets tels que trouvés (SHA-256)
document-copy = Copie d’{ $other }
another-text = un autre texte
kind-of-event = événement
kind-of-engagement = rencontre
kind-of-statement = déclaration
record-rule = Règle
record-basis = Fondement de la date
record-confidence = Confiance
record-source = Sur la foi de
record-actors = Qui
record-recipients = Contre ou envers qui
record-said-by = Dit par
record-coarse = Lieu non indiqué : site protégé
basis-stated = indiquée
basis-resolved = déduite du jour de publication
basis-inferred = inférée
basis-unknown = inconnue
set-aside = Phrases avec un indice mais sans événement
head-signal = Indice
head-reason = Raison
mentions-title = Noms trouvés
head-name-as = Tel qu’écrit
head-entity = Entité
reason-language = Règles et raisons sont en anglais.

meetings-title = Rencontres, visites, appels et accords
meetings-intro = Les plus récentes d’abord. Sujets et résultats sont dans la langue de leur texte, de même que les fonctions sans équivalent ici.
pair-title = { $first } et { $second }
pair-intro = Rencontres auxquelles les deux prennent part.
partners = Pays qui se rencontrent
group-title = { $name }
group-names = Écrit
group-texts = Textes qui le nomment
to-text = texte
in-text = Vers le texte

forecasts-title = Prévisions et leur exactitude
forecasts-intro = Modèle { $model }, d’après ce qui était connu en { $month } ; { $draws } tirages.
accuracy-title = Ses résultats sur les mois passés
accuracy-intro = Le même modèle, interrogé sur des mois passés avec ce qui était alors connu, à côté de la référence qui répète les douze derniers mois du pays. Un gain supérieur à 0 : le modèle fait mieux que la référence.
accuracy-by-country = Par pays : erreur (CRPS, décès ; plus bas vaut mieux)
head-skill = Gain
skill-none = –
words-title = Mots et nombres

sources-title = Les sources et leur état
sources-figures = Sources des chiffres et des textes
runs-title = Exécutions
head-started = Début
head-finished = Fin
head-status = État
head-version = Version
status-run-done = terminée
status-run-started = en cours lors de la publication
status-run-failed = échouée
files-title = Tableaux d’événements lus
head-file = Fichier
head-read = Lignes lues
head-taken = Retenues
head-aside = Écartées
rejects-title = Écartés, avec la raison
rejects-none = Rien n’a été écarté.
rejects-more = { $count } en tout ; les premiers sont montrés.
texts-title = Textes lus
head-published = Publié
holding-documents = Textes
holding-events = Événements
holding-engagements = Rencontres
holding-statements = Déclarations
holding-mentions = Noms trouvés

briefs-title = Notes
briefs-intro = Une page à lire, imprimer ou envoyer ; situation à fin { $month }.
brief-read = Lire
brief-download = Télécharger
briefs-none = L’exécution publiée ne contient aucune note.
kilobytes = { $size } ko
brief-in-ar = En arabe
brief-in-fr = En français
brief-in-en = En anglais

search-title = Recherche
search-label = Mots à chercher, en arabe, en français ou en anglais
search-button = Chercher
search-hint = Tous les mots doivent figurer. L’arabe est trouvé avec ou sans voyelles, hamza, ta marbouta, article et lettres accolées au mot.
search-found = { $count ->
    [0] Rien trouvé
    [one] { $count } résultat
   *[other] { $count } résultats
}
search-none = Rien ne contient tous ces mots. Essayez-en moins, ou une autre graphie.
search-places = Lieux et groupes
search-texts = Textes
search-events = Événements
search-engagements = Rencontres
search-statements = Déclarations

## Ce que dit un pays, une maille, un groupe ou un couple d’États

kind-country = Pays
kind-cell = Maille d’un demi-degré (PRIO-GRID)
kind-group = Groupe armé
kind-pair = Partenariat
kind-document = Texte
moment = { $day }, { $hour } UTC
stat-against = { $change } sur un an
stat-held = Rencontres relevées
stat-held-of = { $texts ->
    [one] dans { $texts } texte lu
   *[other] dans { $texts } textes lus
}
missing-forecast = L’exécution publiée ne contient aucune prévision. Cette commande en fait une et la publie :
missing-findings = L’exécution publiée ne contient pas de constats : elle date d’une version antérieure de Marsad, ou n’a rien trouvé ici. Cette commande les publie :
missing-outline = Les contours fournis avec Marsad ne comprennent pas ce lieu ; il n’y en a donc pas de carte. Les tableaux disent la même chose.
movers = Plus fortes variations
head-trace = Trois ans
map-head = Sur la carte
map-title-region = Carte : { $region }
map-change = Évolution : douze mois jusqu’en { $month }, contre les douze précédents
map-change-note = { $source }. Jusqu’à cinq décès dans les deux années, l’évolution est tenue pour nulle.
map-outlines = Contours : Natural Earth.
map-layers = Ce que montre la carte
map-in = Agrandir
map-out = Réduire
map-two-fingers = Déplacez la carte avec deux doigts
map-ctrl = Maintenez Ctrl (⌘ sur Mac) et faites défiler pour agrandir la carte
layer-observed = Compté
layer-expected = Attendu
layer-change = Évolution
map-reach = Événements par maille, douze mois jusqu’à { $month }
map-reach-source = Événements des tables lues dont le lieu est connu à 25 km près ; centres de soins, écoles, camps et lieux de culte sont laissés de côté.
layer-reach = Événements
events-none-placed = aucun événement en douze mois
said-place = { $name } : { $what }
said-counted = comptés : { $deaths }
said-expected = attendus : { $deaths }
change-halved = moitié moins ou plus bas
change-fell = en baisse
change-same = à peu près stable
change-rose = en hausse
change-doubled = doublé ou davantage
hotspots = Mailles qui ont le plus changé
attention = Mentions dans les textes
attention-intro = Nombre de textes des douze derniers mois qui les nomment.
named-short = { $documents ->
    [one] { $documents } texte sur { $read }
   *[other] { $documents } textes sur { $read }
}
named-of = { $documents ->
    [0] Nommé dans aucun des { $read } textes des douze derniers mois.
   *[other] Nommé dans { $documents } des { $read } textes des douze derniers mois.
}
named-none-read = Aucun texte des douze derniers mois n’a été lu.
meetings-all = Toutes les rencontres
rows-more = Plus de lignes
filter-type = Type d’événement
filter-every = tous les types
filter-since = Depuis le mois
filter-button = Afficher

alert-high = { $deaths } décès en { $month } : plus que dans aucun mois { $years ->
    [one] de l’année précédente
   *[other] des { $years } années précédentes
} (au plus { $before })
alert-jump = { $deaths } décès attendus sur les trois prochains mois, contre { $before } sur les trois derniers
alert-entry = Premier acte au pays suivant : { $country }, en { $month }, { $months ->
    [0] sans trace antérieure
   *[other] après { $months } mois sans acte
}
alert-late-day-passed = Un engagement est en retard : le jour annoncé est passé
alert-late-no-word = Un engagement est en retard : aucune nouvelle depuis { $months } mois
alert-rule-high = Règle : pire mois depuis des années, à partir de 100 décès dans un pays ou 10 dans une maille
alert-rule-jump = Règle : au moins le double des derniers mois, et 25 décès de plus
alert-rule-entry = Règle : un groupe agit dans un pays après un an sans acte
alert-rule-follow-up = Règle : engagements en retard
alert-evidence = Preuves
alert-record = Quand un pays a connu son pire mois depuis des années ({ $fired } fois), les trois mois suivants ont été plus meurtriers que l’année d’avant dans { $followed } des cas ; sinon, dans { $otherwise }.

why-head = Pourquoi la prévision dit cela
why-table = Ce qui porte la prévision, mois par mois
why-recent = Trois derniers mois
why-year = Neuf mois d’avant
why-older = Quatre années d’avant
why-halves = Ce qui la réduirait de moitié
why-halves-after = { $count ->
    [one] un mois sans décès
   *[other] { $count } mois de suite sans décès
}
why-halves-never = pas même 24 mois sans décès

reasons = Ce qu’il y a derrière
reasons-trend = Niveau et tendance
reasons-violence = Formes de violence, douze mois
reasons-lead = Voisins qui bougent les premiers
reasons-note = Ce sont des signes à côté de la prévision, non des causes : aucun ne dit pourquoi.
trend-unknown = Trop peu de mois sont observés pour dire une tendance.
level-above = Les trois derniers mois ({ $recent } décès par mois) dépassent les { $window } mois précédents ({ $before })
level-below = Les trois derniers mois ({ $recent } décès par mois) sont en dessous des { $window } mois précédents ({ $before })
level-within = Les trois derniers mois ({ $recent } décès par mois) ne se distinguent pas des { $window } mois précédents ({ $before })
level-events-above = Les trois derniers mois ({ $recent } événements par mois) dépassent les { $window } mois précédents ({ $before })
level-events-below = Les trois derniers mois ({ $recent } événements par mois) sont en dessous des { $window } mois précédents ({ $before })
level-events-within = Les trois derniers mois ({ $recent } événements par mois) ne se distinguent pas des { $window } mois précédents ({ $before })
trend-rising = En hausse sur { $window } mois
trend-falling = En baisse sur { $window } mois
trend-flat = Sans tendance sur { $window } mois
test-p = (p { $p })
test-tau = (tau { $tau }, p { $p })
test-rank = (corrélation de rang { $r }, p { $p })
violence-unknown = forme non indiquée
violence-bounds = De l’estimation la plus basse à la plus haute : { $range }
lead-found = { $country } : ses décès précèdent de { $lag } mois
lead-none = { $count ->
    [0] Aucun voisin n’est compté dans cette exécution.
    [one] Le voisin compté ne bouge pas le premier.
   *[other] Aucun des { $count } voisins comptés ne bouge le premier.
}
base-short = par le passé { $share }
base-note = « Par le passé » : part de toutes les périodes de cette durée, de { $first } à { $last }, avec autant de décès.
since-earlier = Il y a un mois (connu à fin { $month }), on attendait { $before } décès de { $first } à { $last } ; c’est maintenant { $now }.
groups-here = Groupes armés relevés ici
head-group = Groupe
head-counted = Événements comptés
head-last-act = Dernier événement
head-entered = Arrivée
head-left = Départ
head-first = Premier événement
head-reported = Récits dans les textes
entry-first = première fois en { $month }
entry-return = de retour en { $month }
bar-deaths = Décès
bar-events = Événements
bar-reports = Récits
spill-chance = Probabilité d’un décès le mois prochain
spill-parts = { $own } de son propre passé, { $near } des mailles voisines
side-civilians = civils
side-other = autres
side-unknown = inconnu

group-note-no-record = Aucun tableau d’événements et aucun texte lu ne nomme ce groupe comme partie.
group-note-reports-only = Seuls des textes parlent de ce groupe ; aucun tableau d’événements ne le compte.
group-note-one-record = Un seul relevé : rien ne peut être dit d’une régularité.
group-note-not-covered = Le dernier mois n’est couvert par aucun tableau d’événements ; il n’est donc pas observé.
group-note-vague-places = La plupart des lieux ne sont connus que de façon approximative.
group-tempo = Rythme
group-tempo-title = Événements par mois auxquels le groupe est partie
group-tempo-note = D’après les tableaux d’événements. Gris : non observé, aucun tableau ne couvrant tous les pays où il agit.
group-reach = Étendue
reach-cells = Mailles en douze mois
reach-before = { $count } l’année précédente
reach-spread = Dispersion autour du centre
reach-border = Dans des mailles frontalières
kilometres = { $km } km
crossed = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
presences = Où il agit, d’où il est venu ou parti
group-foes = Adversaires et liens
foes = Qui il a combattu ou frappé, douze mois
head-against = Contre
head-events = Événements
ties = Autres groupes
tie-opposed = L’un contre l’autre
tie-together = Ensemble
tie-alongside = Côte à côte
ties-note = Côte à côte : les deux ont combattu la même partie dans une maille et un mois. Ce n’est pas une alliance ; c’est là qu’elle se verrait.
group-claims = Revendications et récits
reports = Événements racontés dans des textes
reports-claims = { $reports ->
    [one] { $reports } événement en est raconté ;
   *[other] { $reports } événements en sont racontés ;
} { $claims ->
    [0] aucun sur une simple allégation.
    [one] { $claims } comme allégation, qui reste une allégation.
   *[other] { $claims } comme allégations, qui restent des allégations.
}
head-standing = Statut
standing-denied = démenti
standing-claim = allégué
standing-reported = rapporté
struck = Civils frappés, par secteur
struck-few = moins que ce qui peut être dit sans les désigner
sector-CVL = civils
sector-AGR = agriculteurs et éleveurs
sector-BUS = commerçants et entreprises
sector-EDU = enseignants et élèves
sector-JRN = journalistes
sector-LAB = travailleurs
sector-MED = personnel de santé
sector-NGO = organisations d’aide
sector-REF = déplacés
group-family = Scissions et fusions
family-since = Sous ce nom
family-formed-from = Issu de
family-part-of = Partie de
family-parts = Ses parties
family-became = Devenu
events-none-group = Aucun événement d’un tableau ou d’un texte ne le nomme ici comme partie.

partnerships = Couples d’États qui se sont rencontrés
head-pair = Couple
pair-meetings = Rencontres
pair-agreed = Convenu
pair-overdue = En retard
pair-deeds = Actes entre eux
pair-reports = { $count ->
    [one] relatés dans { $count } texte ou tableau
   *[other] relatés dans { $count } textes et tableaux
}
pair-outcomes = Ce qui a été convenu, et ce qu’il en est advenu
head-outcome = Convenu
head-due = Échéance
head-proof = Document
late-day-passed = en retard
late-no-word = longtemps sans nouvelle
due-none = sans échéance
agreed-since = { $count ->
    [0] convenu ce mois-ci
   *[other] convenu il y a { $count } mois
}
taken-up = repris dans
pair-chains = Visite, résultat, suite
chains-none = On ne connaît aucune rencontre qui donne suite à une autre.
pair-contacts = Ce qu’ils ont à faire l’un avec l’autre
pair-contacts-title = Récits par mois d’actes entre les deux
pair-contacts-note = Gris : aucun texte de ce mois n’a été lu.
chance-too-few = trop peu de récits pour trancher
chance-more = { $seen } contre { $expected } attendus par hasard : plus
chance-less = { $seen } contre { $expected } attendus par hasard : moins
chance-no-sign = { $seen } contre { $expected } attendus par hasard : aucun signe d’écart
test-volume = Contacts
test-tempo = Douze derniers mois
test-leaning = Plus amical ou non
pair-note-no-record = Les textes et tableaux lus ne contiennent aucun relevé des deux ensemble ; ce n’est pas le signe que rien ne s’est passé.
pair-note-one-record = Un seul relevé : rien ne peut être dit d’une tendance.
pair-note-too-few-for-a-trend = Trop peu de relevés pour une tendance.
pair-note-dates-differ = Les textes donnent des dates différentes pour une même rencontre.
pair-timeline = Chronologie
pair-none = Aucune rencontre des deux n’est connue. Un texte qui en parle l’apporte : « marsad pull file CHEMIN », puis « marsad run ».
meetings-language = Sujets et résultats sont dans la langue de leur texte, de même que les fonctions sans équivalent ici.

head-chance3 = Au moins { $deaths }, 3 mois
skill-by-step = Erreur selon l’horizon (CRPS, décès ; plus bas vaut mieux)
skill-by-step-note = Trait plein : ce modèle. Tirets : les douze derniers mois de chaque pays.
head-step = Mois à l’avance
pit-title = Calibrage : où tombe ce qui est advenu parmi les tirages (PIT)
pit-from = Tranche des tirages
pit-height = Hauteur
pit-note = Plat à 1, c’est calibré ; haut aux deux bouts, les intervalles sont trop étroits ; haut à droite, la prévision est trop basse. { $cases } mois-pays.
reliability-title = Fiabilité : fréquence réelle selon la probabilité annoncée
reliability-of = Événement, en un mois
reliability-said = Annoncé
reliability-came = Advenu
reliability-note = Sur la diagonale en tirets, les probabilités disent vrai. Les points plus gros reposent sur plus de cas.

last-pull = Dernière exécution
drift = Dérive : lignes par mois, par rapport à avant
drift-intro = Lignes du dernier mois dont parle une source, à côté de la médiane des douze mois précédents. Moitié moins ou deux fois plus mérite un regard : un mois de guerre et un fichier abîmé se ressemblent.
drift-month = Dernier mois
drift-trace = Deux ans
drift-median = D’ordinaire
drift-word = Constat
drift-more = plus
drift-fewer = moins
drift-usual = comme d’ordinaire
drift-unknown = historique trop court
drift-none = Aucun événement d’un tableau ou d’un texte n’est détenu.
form-pdf = PDF, pour imprimer ou archiver
form-docx = Word, pour travailler le texte
form-xlsx = Classeur, tous les chiffres

version-title = Publié par une autre version de Marsad
version-text = Ce qui est publié ici est d’une autre version, que celle-ci ne peut lire. Cette commande publie à nouveau depuis l’archive :
writing-title = Une exécution est en cours
writing-text = Elle n’a encore rien publié. Rechargez cette page dans une minute. Si aucune exécution n’est en cours, cette commande en lance une :
map-observed = Décès comptés, douze mois jusqu’en { $month }
map-expected = Décès attendus, douze mois après { $month }
map-hint = Pointez un lieu pour lire ses chiffres ; son nom mène à sa page.
alerts-more = { $count ->
    [one] { $count } autre alerte
   *[other] { $count } autres alertes
}
countries-expected = Décès attendus par pays, mois pris ensemble ; au-dessous, neuf tirages sur dix
p-small = < { $least }
words-came = Advenu
words-came-note = Advenu : fréquence d’un mois d’au moins { $deaths } décès, quand les prévisions passées l’auraient dit ainsi.
spill = Propagation entre mailles
spill-spills = Les mailles voisines aident à expliquer où tombent les décès suivants : { $share } de ce qui est attendu vient d’à côté.
spill-alone = Aucun signe que les mailles voisines aident à expliquer où tombent les décès suivants.
spill-alone-counted = Rien ne peut être dit par-delà les frontières : seules les mailles d’un pays sont comptées en entier.
spill-cannot-no-cells = Ne peut être dit : l’exécution publiée ne compte aucune maille.
spill-cannot-few-cells = Ne peut être dit : trop peu de mois avec des décès dans les mailles comptées.
test-aic = (AIC { $gain }, p { $p })

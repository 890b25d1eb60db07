### Les mots des notes en français. Chaque message figure dans les trois fichiers ; un test les compare.

## Cadre

brief-title = Note : { $region }
brief-about = Situation arrêtée à fin { $month } · décomptes et textes connus à cette date, et perspectives à douze mois
contents = Sommaire
evidence-link = phrase { $number }
twin = Les mêmes données en tableau
scroll = Tableau : faire défiler latéralement sur un écran étroit
made-by = Fait par Marsad à partir des données { $run }
made-by-short = Établi par Marsad
short-cut = Montré ici : { $shown } sur { $whole }. Le reste figure dans la page (HTML) et le classeur (XLSX).
short-evidence = Les phrases sur lesquelles repose cette note figurent dans la page (HTML), sous les numéros donnés ici.

## Parties

section-summary = Résumé
section-happened = Ce qui s’est passé
section-met = Qui a rencontré qui, et dans quelle suite
section-said = Qui affirme quoi
section-ahead = À quoi s’attendre
section-evidence = Les phrases à l’appui
section-sources = Sources et licences
section-corrections = Corrections et notes
section-limits = Lecture et limites

## Décomptes

deaths = { $count ->
    [0] aucun décès
    [one] { $count } décès
   *[other] { $count } décès
}
events = { $count ->
    [0] aucun événement
    [one] { $count } événement
   *[other] { $count } événements
}
meetings = { $count ->
    [0] aucune rencontre
    [one] { $count } rencontre
   *[other] { $count } rencontres
}
months-ahead = { $count ->
    [one] mois prochain
   *[other] { $count } prochains mois
}
months-since = { $count ->
    [0] ce mois-ci
   *[other] il y a { $count } mois
}
not-observed = non observé
none-on-record = aucun connu
date-unknown = date inconnue
date-by = { $day } au plus tard
date-from = { $day } ou après
date-range = du { $start } au { $end }
no-statement = –

## Résumé

summary-only = Les décomptes ne couvrent ici que { $countries }, sur { $count } pays de la région ; tout total ci-dessous est le leur seul.
summary-level = { $region }, { $month }, violences politiques : { deaths } ; la moyenne des douze derniers mois est de { $mean } par mois.
summary-level-short = { $region }, { $month }, violences politiques : { deaths }.
summary-level-unknown = Pour { $month }, les décès ne sont pas entièrement observés ({ $region }) : au moins un pays n’a pas de décompte pour ce mois.
summary-change = Sur les douze derniers mois : { deaths }, contre { $before } au cours des douze précédents ({ $change }).
summary-change-from-none = Sur les douze derniers mois : { deaths } ; aucun au cours des douze précédents.
summary-where = Le mois a été le plus meurtrier dans les pays suivants : { $countries }.
country-count = { $country } ({ $deaths })
summary-texts = Relevé dans les textes lus : { $events } et { $meetings }.
summary-latest = La dernière rencontre a réuni { $countries } ({ $when }).
summary-outlook = Pour les trois prochains mois réunis, environ { $mean } décès sont attendus ; neuf tirages sur dix se situent dans l’intervalle { $range }.
summary-chance = Au moins 25 décès d’ici trois mois : { $groups }.
chance-group = { $word } ({ $countries })
summary-skill-better = Sur les mois passés, l’erreur du modèle (CRPS) est de { $value }, celle de la référence de { $reference } : { $skill } de moins.
summary-skill-worse = Sur les mois passés, l’erreur du modèle (CRPS) est de { $value }, celle de la référence de { $reference } : { $skill } de plus. Mieux vaut s’en tenir à la référence.
summary-skill-alone = Sur les mois passés, l’erreur du modèle (CRPS) est de { $value }.

## Ce qui s’est passé

deaths-caption = Décès dus aux violences politiques par pays, jusqu’à { $month }
head-country = Pays
head-month = { $month }
head-last12 = 12 derniers mois
head-before12 = 12 mois précédents
head-mean36 = Moyenne sur 36 mois
head-worst = Pire mois depuis { $month }
head-last-death = Dernier décès
worst-month = { $deaths } ({ $month })
region-total = Ensemble
map-title = Décès des douze derniers mois, jusqu’à { $month }
map-cells-title = Décès des douze derniers mois par maille, jusqu’à { $month }
map-alternative = Carte : { $region }. Le plus de décès : { $places }.
map-alternative-none = Carte : { $region } ; aucun décès compté.
map-class-none = aucun
map-class-range = { $range }
map-class-more = { $low } et plus
map-disputed = statut contesté
map-twin-caption = Décès des douze derniers mois : les lieux les plus touchés
head-place = Lieu
head-cell = Maille PRIO-GRID
head-centre = Centre (longitude, latitude)
figure-source = Chiffres : { $vintage }. { $outcome }.
counted-all = Violences politiques de toute nature
counted-state = Violences impliquant un État
cells-carry = La moitié de ces décès se concentre dans { $half } des { $active } mailles touchées.
hotspots-new = Mailles touchées pour la première fois, ou de nouveau après deux années calmes : { $count }.
hotspots-growing = Mailles comptant nettement plus de mois meurtriers que les deux années précédentes : { $count }.
hotspots-fading = Mailles en comptant nettement moins : { $count }.
events-caption = Événements rapportés dans les textes lus, du plus récent au plus ancien
events-none = Les textes lus ne rapportent aucun événement dans les douze mois jusqu’à { $month }.
events-more = { $count ->
    [one] { $count } autre événement n’est pas montré ici.
   *[other] { $count } autres événements ne sont pas montrés ici.
}
events-withheld = { $count ->
    [one] { $count } événement des sept derniers jours n’est pas encore publié.
   *[other] { $count } événements des sept derniers jours ne sont pas encore publiés.
}
events-not-reshared = { $count ->
    [one] { $count } événement est compté ici, mais sa source n’autorise pas à le montrer.
   *[other] { $count } événements sont comptés ici, mais leur source n’autorise pas à les montrer.
}
table-events-caption = Événements les plus meurtriers des tables d’événements, douze mois jusqu’à { $month }
head-day = Date
head-what = Nature
head-who = Qui, contre qui
head-where = Où
head-deaths = Décès
head-source = Source
actor-unknown = inconnu
toll-range = { $best } ({ $range })
toll-revised = { $first }, puis { $last }
toll-differs = { $low } ou { $high } selon le récit
place-coarse = { $country } (lieu masqué : site protégé)
place-unknown = non précisé
flag-negated = démenti
flag-future = annoncé
flag-hypothetical = conditionnel
flag-historical = antérieur
flag-attributed = affirmé
what-flagged = { $what } ({ $flags })

## Genres d’événements (PLOVER)

type-AGREE = accord
type-CONSULT = rencontre
type-SUPPORT = soutien
type-CONCEDE = concession
type-COOPERATE = coopération
type-AID = aide
type-RETREAT = retrait
type-REQUEST = demande
type-ACCUSE = accusation
type-REJECT = rejet
type-THREATEN = menace
type-PROTEST = manifestation
type-SANCTION = sanction
type-MOBILIZE = mobilisation
type-COERCE = contrainte
type-ASSAULT = attaque
violence-state-based = combats impliquant un État
violence-non-state = combats entre groupes
violence-one-sided = violences contre des civils

## Rencontres

met-language = Sujets et décisions sont donnés dans la langue du texte, de même que les fonctions et les lieux sans équivalent ici.
met-none = Les textes lus ne rapportent aucune rencontre.
form-meeting = Entretien
form-visit = Visite
form-call = Appel
form-summit = Sommet
form-agreement = Accord
entry-title = { $form } : { $countries }
entry-title-alone = { $form }
met-host = Hôte
met-participants = Participants
met-topics = Sujets
met-outcomes = Convenu
met-place = Lieu
met-part-of = Dans le cadre de
met-includes = Comprend
met-follows = Donne suite à
met-followed = Suivi par
follows-entry = { $what }, { $when }
outcome-status = { $status }
status-0 = non engagé
status-1 = engagé
status-2 = à mi-chemin
status-3 = réalisé
status-unknown = état inconnu
status-superseded = remplacé

## Déclarations

said-intro = Les propos qui suivent sont ceux de la personne ou de la fonction nommée ; ils ne comptent pas comme événements.
kind-communique = communiqué
kind-official = responsable
kind-expert = expert
kind-witness = témoin
kind-newspaper = presse
kind-dataset = jeu de données
speaker-unknown = non nommé

## Perspectives

ahead-none = Aucune prévision n’a été faite : trop peu de mois sont connus.
fan-title = Décès par mois, { $region } : observés, et attendus jusqu’à { $month }
fan-alternative = Courbe des décès observés par mois, de { $low } à { $high } sur les trois dernières années ; ensuite, le milieu de la prévision va de { $from } à { $to }, et neuf tirages sur dix se situent dans l’intervalle { $range }.
fan-deaths = Décès par mois
fan-observed = observé
fan-median = milieu de la prévision
fan-half = la moitié des tirages
fan-ninety = neuf tirages sur dix
fan-twin-caption = Décès attendus mois par mois
fan-source = Observé : { $vintage }. Prévision : modèle { $model }, connu jusqu’à { $month }.
outlook-caption = { $region } : décès attendus sur les mois à venir, pris ensemble
countries-caption = Décès attendus par pays sur les mois à venir, pris ensemble ; entre parenthèses, neuf tirages sur dix
chances-caption = Probabilité d’au moins 1, 25 et 100 décès par pays
head-horizon = Horizon
head-expected = Attendu
head-half = La moitié des tirages
head-ninety = Neuf tirages sur dix
head-chance = Au moins { $deaths }
horizon-span = { $ahead }, jusqu’à { $month }
expected-range = { $mean } ({ $range })
accuracy-caption = Ce que le modèle a valu sur les mois passés
head-measure = Mesure
head-model = Ce modèle
head-reference = 12 derniers mois du pays
head-cases = Pays-mois
measure-crps = Erreur de la prévision entière (CRPS, décès ; plus bas vaut mieux)
measure-ign = Surprise devant ce qui est advenu (IGN, bits ; plus bas vaut mieux)
measure-mis = Largeur et ratés de l’intervalle à 90 % (MIS ; plus bas vaut mieux)
measure-coverage_90 = Part des mois dans l’intervalle à 90 % (90 % serait juste)
accuracy-none = Aucune prévision passée n’a pu être évaluée : on ignore donc quelle confiance mérite celle-ci.
accuracy-source = Évalué sur { $vintage } ; la référence répète les douze derniers mois de chaque pays.

## Ce que les prévisions ont valu

quality-title = Que valaient les prévisions ? Modèle { $model }
quality-about = { $count ->
    [one] { $count } unité-mois
   *[other] { $count } unités-mois
} de { $first } à { $last }, prévues depuis { $origins } ; observé : { $vintage }. La référence répète les douze derniers mois de chaque unité.
quality-origins = { $count ->
    [one] une seule origine
   *[other] { $count } origines
}
quality-contents = Figures
quality-contents-skill = Gain selon les mois à l’avance
quality-contents-reliability = Fiabilité
quality-contents-pit = Calibration (PIT)
quality-contents-coverage = Couverture
quality-contents-murphy = Coûts des utilisateurs (Murphy)
quality-model = modèle { $model }
quality-reference = référence : 12 derniers mois
quality-better = { $measure } : { $skill } de mieux que la référence.
quality-worse = { $measure } : { $skill } de moins bien que la référence.
quality-interval = L’intervalle à 90 %, par { $count ->
    [one] origine entière
   *[other] origines entières ({ $count })
}, va de { $low } à { $high }.
quality-one-origin = Une seule origine a été évaluée : ses mois vont ensemble, aucun intervalle n’est donc donné.
quality-measure-crps = Erreur de la prévision entière (CRPS)
quality-measure-crps_log1p = Erreur à l’échelle logarithmique (CRPS de log1p)
quality-measure-ign = Surprise devant ce qui est advenu (IGN)
quality-measure-mis = Largeur et ratés de l’intervalle à 90 % (MIS)
quality-axis-step = Mois à l’avance
quality-axis-skill = Gain sur la référence
quality-axis-chance = Probabilité prévue
quality-axis-frequency = Fréquence observée
quality-axis-place = Place de l’observé parmi les tirages
quality-axis-height = Fréquence (1 = calibré)
quality-axis-covered = Mois avec décès couverts
quality-axis-ratio = Coût d’une fausse alerte (part d’un raté)
quality-axis-elementary = Perte moyenne
quality-skill-title = Gain selon les mois à l’avance : { $measure }
quality-skill-reading = Au-dessus de zéro, le modèle fait mieux que la référence. La bande contient 90 % de ce que donne le rééchantillonnage d’origines entières ; une seule origine n’a pas de bande.
quality-skill-alternative = Courbe du gain selon les mois à l’avance, entre { $low } et { $high }.
quality-skill-twin = Gain selon les mois à l’avance
quality-reliability-title = Les probabilités tiennent-elles ? { $count ->
    [one] Au moins un décès
   *[other] Au moins { $count } décès
} dans le mois
quality-reliability-reading = Sur la diagonale pointillée, l’événement arrive aussi souvent qu’annoncé ; au-dessous, la prévision en dit trop, au-dessus pas assez. Les gros points valent pour plus de prévisions.
quality-reliability-alternative = Courbe de la fréquence de { $deaths } décès ou plus selon la probabilité prévue. C’est arrivé dans { $rate } des unités-mois ; le défaut de calibration coûte { $mcb } du score de Brier.
quality-reliability-twin = Score de Brier = défaut de calibration − discrimination + incertitude
quality-pit-title = La distribution entière est-elle calibrée ? (PIT)
quality-pit-reading = Un histogramme plat à 1 est juste. Des bosses aux deux bouts : intervalles trop étroits ; une bosse au milieu : trop larges ; une pente : trop bas ou trop haut.
quality-pit-alternative = Histogramme de la place de l’observé parmi les tirages ; ses barres vont de { $low } à { $high }, 1 est juste.
quality-pit-twin = Histogramme PIT : hauteur selon la place parmi les tirages
quality-coverage-title = Les intervalles contiennent-ils les mois avec décès ?
quality-coverage-reading = Les courbes du haut, celles de l’intervalle à 90 %, devraient suivre la ligne pointillée du haut ; celles du bas, de l’intervalle à 50 %, la ligne du bas.
quality-coverage-alternative = Courbes selon les mois à l’avance. Parmi les mois avec décès, { $ninety } sont dans l’intervalle à 90 % et { $half } dans l’intervalle à 50 %.
quality-coverage-twin = Part des mois dans les intervalles, ce modèle
quality-murphy-title = À qui sert-elle ? { $count ->
    [one] Au moins un décès
   *[other] Au moins { $count } décès
} dans le mois (Murphy)
quality-murphy-reading = La courbe la plus basse coûte moins à qui pèse une fausse alerte contre un raté dans ce rapport.
quality-murphy-alternative = Deux courbes de la perte moyenne selon le rapport des coûts ; celle du modèle est la plus basse sur { $share } des rapports.
quality-murphy-twin = Perte moyenne selon le rapport des coûts
quality-head-step = Mois à l’avance
quality-head-skill = Gain
quality-head-interval = Intervalle à 90 %
quality-from-to = { $low } à { $high }
head-cases-quality = Unités-mois
quality-head-who = Prévision
quality-head-brier = Brier
quality-head-mcb = Défaut de calibration
quality-head-dsc = Discrimination
quality-head-unc = Incertitude
quality-head-place = Place
quality-head-model = Ce modèle
quality-head-reference = 12 derniers mois
quality-head-drawn = Ce modèle, tiré au hasard
quality-head-part = Mois
quality-part-all = tous
quality-part-zero = sans décès
quality-part-nonzero = avec décès
quality-head-half = Intervalle à 50 %
quality-head-ninety = Intervalle à 90 %
quality-head-ratio = Rapport des coûts
quality-onsets = Déclenchement, escalade, persistance
quality-onsets-caption = Valeur selon la situation de l’unité dans les douze mois avant l’origine
quality-kind-onset = Déclenchement { $deaths } : au-dessous toute l’année
quality-kind-outbreak = Dont éruption { $deaths } : aucun décès de l’année
quality-kind-escalation = Dont escalade { $deaths } : des décès, mais moins
quality-kind-persistence = Persistance { $deaths } : déjà atteint
quality-head-kind = Cas et décès par mois
quality-head-cases = Unités-mois
quality-head-events = Advenus
quality-head-rate = Taux de base
quality-head-ap = Précision moyenne
quality-head-ap-reference = … de la référence
quality-head-auc = Aire ROC
quality-head-recall = Trouvés parmi les 20 premiers
quality-head-lead = Mois à l’avance, pour les trouvés

## Vraisemblance, ICD 203

likelihood-almost-none = quasi exclu
likelihood-very-unlikely = très improbable
likelihood-unlikely = improbable
likelihood-even = une chance sur deux environ
likelihood-likely = probable
likelihood-very-likely = très probable
likelihood-almost-certain = quasi certain
yardstick-caption = Les mots de la vraisemblance et ce qu’ils valent
head-word = Mot
head-probability = Probabilité

## Phrases, sources

evidence-intro = Chaque phrase est donnée dans sa langue. Les numéros des tableaux mènent ici.
evidence-none = Aucune phrase à citer : cette note repose sur des tables seulement.
evidence-note = { $kind } ; règle { $rule }
sources-caption = Sources des chiffres et des textes
head-name = Source
head-release = Version
head-licence = Licence
head-rows = Lignes
head-citation = Référence
texts-caption = Textes lus
head-publisher = Éditeur
head-title = Titre
head-language = Langue
language-ar = arabe
language-fr = français
language-en = anglais
rejects = { $count ->
    [0] Aucun enregistrement n’a été écarté lors de cette exécution.
    [one] { $count } enregistrement a été écarté lors de cette exécution ; le motif est dans l’archive.
   *[other] { $count } enregistrements ont été écartés lors de cette exécution ; les motifs sont dans l’archive.
}

## Limites

limit-targeting = Ces prévisions ne servent pas au ciblage : elles ne disent rien des personnes et ne doivent guider aucune action contre quiconque.
limit-sample = Les textes cités ici ont été inventés pour montrer le fonctionnement de Marsad ; leurs rencontres et leurs attaques n’ont pas eu lieu. Les décomptes de décès, eux, sont réels.
limit-boundaries = Les frontières et les noms figurant sur la carte n’impliquent ni reconnaissance ni acceptation. Les limites des zones contestées sont en tirets ; ces zones gardent le nom que leur donne la source, sans souverain présumé.
limit-onset = Les flambées après un long calme sont les plus difficiles à prévoir : là où un pays n’a connu aucun décès depuis un an, une probabilité faible rassure peu.
limit-counts = Les décès sont ceux qui ont été rapportés et ont pu être comptés. Les mois récents sont révisés, le plus souvent à la hausse. « Non observé » veut dire que personne n’a compté, non que personne n’est mort.
limit-lag = Les événements des sept derniers jours ne sont pas publiés ; ceux qui touchent un centre de santé, une école ou un camp ne sont situés que par pays.
limit-together = Mois et pays s’additionnent tirage par tirage ; leur tendance à monter et à baisser ensemble est tirée des mois passés.
limit-interval = Seuls les mois pris un à un ont été évalués lors de cette exécution, non leurs sommes ; les intervalles des sommes appellent plus de prudence.
limit-short-history = Peu de mois passés sont connus : les mois à venir s’additionnent comme s’ils étaient sans lien, et les intervalles sont trop étroits.
limit-last-month-partial = Le dernier mois n’est pas observé pour tous les pays.
limit-missing = Non couverts par les décomptes : { $countries }.

## Classeur

head-code = Code (ISO 3166-1)
head-peak = Pire mois : décès
head-peak-month = Pire mois
head-quiet = Mois depuis le dernier décès
head-longitude = Longitude
head-latitude = Latitude
head-next12 = Attendus, 12 prochains mois
head-text = Texte
head-records = Enregistrements
head-detail = Détail
head-sentence = Phrase
head-holder = Qui le dit
sheet-deaths = Décès par pays
sheet-places = Carte
sheet-months = Mois par mois
sheet-outlook = Perspectives
sheet-accuracy = Précision passée
sheet-events = Événements des textes
sheet-table-events = Événements des tables
sheet-source-list = Sources
sheet-texts = Textes
sheet-yardstick = Termes de probabilité

## Cartes à venir, un seul pays, prévisions anciennes

vintage-releases = { $name } et versions candidates jusqu’à { $month }
place-hidden = [lieu masqué]
limit-stale = La prévision repose sur ce qui était connu jusqu’à { $month } : elle a plus de trois mois, et bien des choses ont pu changer depuis.
map-expected-title = Décès attendus, au total, jusqu’à { $month }
map-expected-cells-title = Décès attendus par maille, au total, jusqu’à { $month }
map-expected-source = Prévision : modèle { $model }, connu jusqu’à { $month }. Moyennes des tirages.
map-expected-twin-caption = Décès attendus : les lieux les plus touchés
map-class-below = moins de 1
deaths-caption-one = Décès dus aux violences politiques, jusqu’à { $month }

## Corrections and notes

corrections-intro = Ce que des personnes ont modifié depuis : les chiffres et les données ci-dessus en tiennent compte.
corrected-retract = { $day } : { $what }, donnée retirée. Motif : { $reason }
corrected-correct = { $day } : { $what }, donnée corrigée. Motif : { $reason }
corrected-same = { $day } : { $what }, reconnu comme doublon d’une autre donnée. Motif : { $reason }
corrected-apart = { $day } : { $what }, reconnu comme distinct d’une autre donnée. Motif : { $reason }
corrected-status = { $day } : un engagement pris est désormais « { $status } » ({ $what }). Motif : { $reason }
corrected-event = un événement ({ $country }, { $when })
corrected-engagement = une rencontre ({ $when })
corrected-statement = une déclaration
corrected-note = Note d’analyste sur { $place }, { $day } : { $reason }
corrected-more = { $count ->
    [one] { $count } entrée plus ancienne figure au journal.
   *[other] { $count } entrées plus anciennes figurent au journal.
}
cell-named = maille { $cell }

### Les mots des notes sur les groupes et les partenariats, des calendriers et de la fiabilité, en français. Chaque message figure dans les trois langues.

## Cadre

group-title = Note : { $group }
group-about = Groupe armé · situation arrêtée à fin { $month } · ce que comptent les tables d’événements et ce que rapportent les textes connus à cette date
pair-title = Note : { $first } et { $second }
pair-about = Partenariat · situation arrêtée à fin { $month } · ce que rapportent les textes lus, connus à cette date
section-tempo = Son activité
section-reach = Où il agit
section-foes = Qui il combat, et qui est proche de lui
section-family = D’où il vient, et ce qu’il est devenu
section-told = Ce qu’en disent les textes
section-countries = À quoi s’attendre là où il agit
section-dyad = Ce que les deux parties ont fait l’une pour l’autre et l’une contre l’autre
section-outcomes = Ce qui a été convenu, et ce qu’il en est advenu

## Décomptes

cells = { $count ->
    [0] aucune maille
    [one] { $count } maille
   *[other] { $count } mailles
}
documents = { $count ->
    [0] aucun texte
    [one] { $count } texte
   *[other] { $count } textes
}
deeds = { $count ->
    [0] aucun acte
    [one] { $count } acte
   *[other] { $count } actes
}
of-claims = { $count ->
    [0] aucun sur la seule foi d’un tiers
    [one] dont { $count } sur la seule foi d’un tiers
   *[other] dont { $count } sur la seule foi d’un tiers
}

## Un groupe : résumé

group-none = Jusqu’à { $month }, aucune table d’événements et aucun texte lu ne cite { $group } pour partie à un événement. Ce n’est pas un signe de calme : peut-être personne n’a-t-il regardé.
group-counted-with = Les tables d’événements le comptent peut-être avec { $groups }.
group-uncovered = { $group } : activité inconnue sur les douze mois jusqu’à { $month }, car aucune table d’événements ne couvre tous ses pays durant ces mois.
group-level = Sur les douze mois jusqu’à { $month }, les tables d’événements comptent, avec { $group } pour partie : { $events } et { $deaths }, tous camps confondus.
group-level-part = { $count ->
    [one] Pour le seul mois observé des douze jusqu’à { $month }, les tables d’événements comptent, avec { $group } pour partie : { $events } et { $deaths }, tous camps confondus.
   *[other] Pour les { $count } mois observés des douze jusqu’à { $month }, les tables d’événements comptent, avec { $group } pour partie : { $events } et { $deaths }, tous camps confondus.
}
group-one = Un seul enregistrement ne permet de parler ni de niveau ni de tendance.
group-before = Au cours des douze mois précédents : { $events }.
group-where = Étendue sur la carte : { $cells } ; pays : { $countries }.
group-entry-first = Premier événement connu ({ $country }) : { $month }, après { $count } mois observés sans aucun.
group-entry-return = Retour ({ $country }) : { $month }, après { $count } mois observés sans événement.
group-exit = Aucun événement depuis { $month } ({ $country }) ; tous les mois écoulés depuis sont observés.
group-fights = En face, par nombre d’événements : { $sides }.
group-no-texts = Aucun texte n’a été lu.
group-untold = Les textes lus ne rapportent aucun événement dont le groupe soit partie.
group-claims-only = Les textes lus ne citent le groupe que dans les affirmations de tiers.
group-texts = Relevé dans les textes lus ({ $documents }), avec le groupe pour partie : { $events }, { $claims }.
group-ahead = Au moins 25 décès d’ici trois mois là où il agit, toutes violences politiques confondues : { $groups }.

## Un groupe : activité

tempo-none = { $group } : aucun événement n’est compté pendant les mois observés.
tempo-uncovered = { $group } : l’activité ne peut être montrée, car aucune table d’événements ne couvre tous ses pays. « Non observé » ne veut pas dire calme.
tempo-title = { $group } : événements et décès par mois, jusqu’à { $month }
tempo-events = Événements par mois
tempo-deaths = Décès par mois, tous camps confondus
tempo-alternative = Barres des événements et des décès mensuels avec { $group } pour partie ; sur { $months } mois observés, le minimum est de { $low } et le maximum de { $high } événements ({ $month }).
tempo-twin-caption = Événements et décès mois par mois
rows-source = Chiffres : { $vintage }.
violence-caption = Formes de violence avec le groupe pour partie, douze mois jusqu’à { $month }
level-above = Les trois derniers mois ({ $recent } événements par mois) dépassent nettement les { $count } mois précédents ({ $before } ; test de Mann-Whitney, p = { $p }).
level-below = Les trois derniers mois ({ $recent } événements par mois) restent nettement en dessous des { $count } mois précédents ({ $before } ; test de Mann-Whitney, p = { $p }).
level-within = Les trois derniers mois ({ $recent } événements par mois) ne diffèrent pas nettement des { $count } mois précédents ({ $before } ; test de Mann-Whitney, p = { $p }).
trend-rising = Sur les { $count } derniers mois, les événements augmentent (tau de Kendall { $tau }, p = { $p }).
trend-falling = Sur les { $count } derniers mois, les événements diminuent (tau de Kendall { $tau }, p = { $p }).
trend-flat = Sur les { $count } derniers mois, aucune direction nette (tau de Kendall { $tau }, p = { $p }).

## Un groupe : étendue

reach-none = Aucun événement des douze derniers mois n’est compté : rien ne peut être dit des lieux où il agit.
reach-class-none = aucun
reach-title = { $group } : événements des douze derniers mois par maille, jusqu’à { $month }
reach-alternative = Carte ({ $countries }) : événements dans { $cells }, { $most } au plus dans une seule.
reach-twin-caption = Événements des douze derniers mois : les mailles les plus touchées
reach-centre = Le centre de son activité se situe près de { $place } (longitude, latitude) ; écart quadratique moyen des événements à ce centre : { $km } km.
reach-moved = Le centre de son activité se trouve à { $km } km de celui des douze mois précédents.
reach-border = Parmi les événements situés dans une maille, { $share } se trouvent dans des mailles qui touchent un autre pays.
crossing = { $from } – { $to } ({ $times })
reach-crossings = Deux événements consécutifs, à 31 jours d’écart au plus, de part et d’autre d’une frontière : { $crossings }.
reach-vague = { $count ->
    [one] Le lieu de { $count } événement est connu à plus de 25 km près : il ne figure dans aucune maille.
   *[other] Le lieu de { $count } événements est connu à plus de 25 km près : ils ne figurent dans aucune maille.
}
presences-caption = Le groupe par pays, d’après les tables
presences-note = Une entrée est un premier événement après douze mois observés sans aucun ; une sortie, douze mois observés sans aucun. Là où des mois ne sont pas observés, ni l’une ni l’autre n’est signalée.
entry-first = entrée { $month }, la première connue, après { $count } mois sans événement
entry-return = retour { $month }, après { $count } mois sans événement
exit = aucun depuis { $month }

## Un groupe : les camps

side-state = forces de l’État ({ $country })
side-civilians = civils
side-other = autre partie armée
foes-caption = En face, douze mois jusqu’à { $month }
foes-note = Les décès sont ceux de tous les camps réunis. Les tables ne disent pas qui a attaqué qui.
foes-none = Aucune table ne compte d’événement face à une autre partie.
ties-caption = Autres groupes, sur tous les mois connus
ties-note = « Opposés » et « ensemble » comptent des événements ; « parallèles » compte les mailles et les mois où les deux groupes ont combattu la même partie sans se combattre l’un l’autre. Que deux groupes combattent un même ennemi au même endroit ne fait pas une alliance ; c’est là qu’elle se verrait.
family-since = Le nom { $group } est connu depuis { $month }.
family-until = Le nom est en usage jusqu’à { $month }.
family-formed-from = Issu de : { $groups }.
family-part-of = Fait partie de : { $groups }.
family-parts = Ses composantes : { $groups }.
family-became = Devenu : { $groups }.
family-none = La table des entités ne signale ni scission, ni fusion, ni changement de nom.
family-note = D’après la table des entités de Marsad, et non d’après les textes lus.
group-events-caption = Événements rapportés par les textes avec le groupe pour partie, du plus récent au plus ancien
group-events-note = « affirmé » : le texte le rapporte sur la foi d’un tiers ; « démenti » : l’événement est nié. Ni l’un ni l’autre n’est compté.
told-none = Les textes lus ne rapportent aucun événement dont le groupe soit partie.
countries-none = Aucune prévision n’a été faite pour ses pays : soit ils ne sont pas comptés, soit trop peu de mois sont connus.
countries-note = Ces chiffres portent sur l’ensemble des violences politiques dans les pays où il est actif. Rien n’est prévu d’un groupe lui-même.

## Un partenariat

pair-none = Jusqu’à { $month }, les textes et tables lus ne rapportent rien entre { $first } et { $second }. Ce n’est pas un signe que rien n’a eu lieu.
pair-level = Jusqu’à { $month }, relevé dans { $documents } au sujet des deux parties ({ $first }, { $second }) : { $deeds } et { $meetings }.
pair-latest-meeting = En dernier lieu, un entretien ({ $when }).
pair-latest-visit = En dernier lieu, une visite ({ $when }).
pair-latest-call = En dernier lieu, un appel ({ $when }).
pair-latest-summit = En dernier lieu, un sommet ({ $when }).
pair-latest-agreement = En dernier lieu, un accord ({ $when }).
pair-follows-meeting = Cela fait suite à un entretien antérieur ({ $when }).
pair-follows-visit = Cela fait suite à une visite antérieure ({ $when }).
pair-follows-call = Cela fait suite à un appel antérieur ({ $when }).
pair-follows-summit = Cela fait suite à un sommet antérieur ({ $when }).
pair-follows-agreement = Cela fait suite à un accord antérieur ({ $when }).
pair-nothing-agreed = Aucun texte ne dit ce qui a été convenu.
pair-agreed = { $count ->
    [one] Un engagement convenu est connu.
   *[other] { $count } engagements convenus sont connus.
}
pair-overdue = { $count ->
    [one] L’un d’eux est en retard d’après les textes.
   *[other] { $count } d’entre eux sont en retard d’après les textes.
}
pair-no-status = Aucun texte ne dit où en est leur exécution.
pair-volume-more = Les échanges entre eux dépassent ce que donneraient leurs relations avec les autres : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-volume-less = Les échanges entre eux restent en deçà de ce que donneraient leurs relations avec les autres : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-volume-no-sign = Les échanges entre eux correspondent à peu près à ce que donneraient leurs relations avec les autres : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-tempo-more = Les douze derniers mois en comptent plus que leur part : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-tempo-less = Les douze derniers mois en comptent moins que leur part : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-tempo-no-sign = Les douze derniers mois en comptent à peu près leur part : { $seen } actes, environ { $expected } attendus (p = { $p }).
pair-leaning-more = Les actes penchent davantage vers la coopération qu’auparavant : score moyen de { $seen } contre { $expected } (p = { $p }).
pair-leaning-less = Les actes penchent moins vers la coopération qu’auparavant : score moyen de { $seen } contre { $expected } (p = { $p }).
pair-leaning-no-sign = L’orientation des actes n’a pas nettement changé : score moyen de { $seen } contre { $expected } (p = { $p }).
pair-too-few = Avec si peu de rapports, on ne peut dire ni tendance ni écart au hasard.
pair-dates-differ = Les textes divergent sur une date : { $day }, ou { $others }.
dyad-none = Aucun acte daté entre les deux n’est connu sur les trente-six mois jusqu’à { $month }.
dyad-one = Connu : { $deeds }, en { $month } uniquement. Un seul mois ne fait ni une figure ni une tendance.
dyad-undated = { $count ->
    [one] { $count } acte n’est pas daté et ne figure dans aucun mois.
   *[other] { $count } actes ne sont pas datés et ne figurent dans aucun mois.
}
dyad-title = { $first } et { $second } : coopération et conflit par mois, jusqu’à { $month }
dyad-index = Scores des actes : coopération en haut, conflit en bas
dyad-deeds = Actes connus
dyad-cooperation = coopération
dyad-conflict = conflit
dyad-unread = aucun texte de ce mois n’a été lu
dyad-alternative = Barres mensuelles ({ $first }, { $second }) : { $deeds } sur { $months } mois, le dernier étant { $last } ; pour { $unread } mois, aucun texte n’a été lu.
dyad-twin-caption = Indices et décomptes mois par mois
dyad-source = Chiffres : { $documents } lus ; les copies d’un texte comptent avec l’original, et un acte rapporté deux fois compte une fois.
dyad-note = Les scores vont de { $low } à { $high } selon la nature de l’acte ; avec peu de rapports, un mois n’est que la lecture d’une ou deux phrases.
test-volume = Actes connus
test-tempo = Actes des douze derniers mois
test-leaning = Score moyen des douze derniers mois
verdict-more = plus que le hasard
verdict-less = moins que le hasard
verdict-no-sign = pas d’écart net
verdict-too-few = trop peu de rapports pour le dire
chance-caption = Ce qui est connu, à côté de ce que donnerait le hasard
chance-note = Par hasard : ce que donnent les relations de chacun avec tous les autres (Poisson), sa part des douze derniers mois (hypergéométrique), ses scores antérieurs (permutation).
outcomes-none = Aucun texte ne dit ce qui a été convenu.
outcomes-caption = Ce qui a été convenu, les retards d’abord
outcomes-note = Les états viennent des textes : une phrase qui reprend un sujet est citée, et son sens est laissé au lecteur. En retard : le jour annoncé est passé, ou une année s’est écoulée sans nouvelle.
status-overdue = { $status } ; en retard : { $why }
overdue-day-passed = le jour annoncé est passé
overdue-no-word = une année sans nouvelle
taken-up-none = dans aucun texte ultérieur

## Calendrier

calendar-title = Calendrier des rencontres ({ $who }), jusqu’à { $month }
calendar-alternative = Calendrier ({ $meetings }), de { $first } à { $last }, en lignes selon les participants : { $who }.
calendar-left = { $count ->
    [one] { $count } rencontre n’est pas dessinée, faute de date ou de place ; elle figure dans la chronologie.
   *[other] { $count } rencontres ne sont pas dessinées, faute de date ou de place ; elles figurent dans la chronologie.
}
calendar-source = { $count ->
    [one] Source : { $count } texte lu ; les numéros sont ceux du tableau.
   *[other] Source : { $count } textes lus ; les numéros sont ceux du tableau.
}
calendar-twin-caption = Les rencontres du calendrier
met-follows-line = fait suite à

## Fiabilité

reliability-title = L’annoncé et l’advenu : probabilité d’au moins 25 décès en un mois
reliability-said = Probabilité annoncée
reliability-came = Part advenue
reliability-point = un terme de probabilité, avec son nombre de cas
reliability-perfect = accord entre l’annoncé et l’advenu
reliability-twin-caption = Les termes de probabilité sur les mois passés, et ce qui est advenu
reliability-alternative = { $count ->
    [one] Points des termes de probabilité, sur un seul cas passé. Le plus éloigné est « { $word } » : { $said } annoncés, { $came } advenus.
   *[other] Points des termes de probabilité, sur { $count } cas passés. Le plus éloigné est « { $word } » : { $said } annoncés, { $came } advenus.
}
reliability-note = Sur la ligne, les termes ont tenu leur promesse ; au-dessus, il en est advenu plus qu’annoncé. Les mois d’un même pays étant liés, les points reposent sur moins que leurs cas.
reliability-few = { $count ->
    [one] Un seul mois passé a été jugé par son terme de probabilité : trop peu pour une figure.
   *[other] Seulement { $count } mois passés ont été jugés par leur terme de probabilité, ou tous par le même : trop peu pour une figure.
}
accuracy-source-short = Jugé sur { $vintage }.

## Limites

limit-group-sides = Les tables comptent les événements dont le groupe est partie. Les décès sont ceux de tous les camps, et rien ne dit desquels.
limit-group-names = Les noms suivent la table des entités de Marsad et n’impliquent aucun jugement. Certaines tables comptent plusieurs groupes sous un seul nom : l’UCDP compte toutes les provinces de l’État islamique comme une seule partie.
limit-group-quiet = Un mois qu’aucune table ne couvre n’est pas observé ; il n’est jamais donné pour calme.
limit-vague-places = Plus de la moitié de ses événements sont situés à plus de 25 km près : la carte en montre moins qu’il n’y en a eu.
limit-not-covered = Tous les pays du groupe ne sont pas couverts pour { $month } ; les décomptes de ce mois sont omis.
limit-pair-index = Les indices additionnent des scores par nature d’acte (PLOVER). Ils suivent ce qui s’écrit : deux pays dont on parle davantage en montrent davantage.
limit-pair-silence = Un mois sans texte n’est pas observé. Le silence des textes n’est pas un signe de calme entre les deux.
limit-pair-status = Ce qu’il est advenu d’un engagement n’est connu que dans la mesure où un texte le dit.
limit-pair-no-forecast = Aucune prévision n’est faite de ce que feront deux États.

## En-têtes des tableaux, feuilles

head-events = Événements
head-first-event = Premier connu
head-last-event = Dernier
head-came-and-went = Entrées et sorties
head-side = En face
head-group = Groupe
head-opposed = Opposés (événements)
head-together = Ensemble (événements)
head-alongside = Parallèles (mailles-mois)
head-number = N°
head-form = Forme
head-participants = Participants
head-topics = Sujets
head-cooperation = Coopération
head-conflict = Conflit
head-deeds = Actes
head-reports = Rapports
head-seen = Connu
head-by-chance = Par hasard
head-p = p
head-verdict = En mots
head-agreed = Convenu
head-agreed-at = Lors de la rencontre
head-status = État
head-due = Échéance
head-taken-up = Repris depuis
head-said = Annoncé
head-came = Advenu
sheet-tempo = Mois par mois
sheet-reach = Mailles
sheet-dyad = Mois par mois
sheet-violence = Formes de violence
sheet-presences = Par pays
sheet-foes = En face
sheet-ties = Autres groupes
sheet-outcomes = Ce qui a été convenu
sheet-chance = À côté du hasard

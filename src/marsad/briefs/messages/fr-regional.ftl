### Les mots de ce qui entoure les décomptes : alertes, groupes, partenariats, attention, débordements, nouveautés. En français.

## Parties

section-alerts = Alertes
section-pattern = Niveau, tendance et débordements
section-groups = Groupes armés
section-named = Qui est nommé, et par qui

## Alertes

rule-high = mois le plus meurtrier en un à trois ans
rule-jump = bond de la prévision
rule-entry = arrivée d’un groupe
rule-follow-up = suite en retard
alerts-none = Aucune règle d’alerte ne se déclenche ({ $month }).
alert-cell = maille { $cell } ({ $country })
alert-high = { $count ->
    [one] { $place }, { $month } : { $deaths } décès, plus qu’en tout autre mois de l’année précédente (maximum : { $before }).
   *[other] { $place }, { $month } : { $deaths } décès, plus qu’en tout autre mois des { $count } années précédentes (maximum : { $before }).
}
alert-jump-forecast = { $place } : décès attendus sur les { $count } prochains mois : { $deaths } ; il y a un mois, { $before } pour les mêmes mois.
alert-jump-deaths = { $place } : décès attendus sur les { $count } prochains mois : { $deaths } ; sur les { $count } mois précédents : { $before }.
alert-entry-first = { $group } : premier événement connu ({ $country }, { $month }), après { $count } mois observés sans aucun.
alert-entry-return = { $group } : retour ({ $country }, { $month }), après { $count } mois observés sans aucun événement.
alert-overdue-day-passed = { $pair } : convenu, et l’échéance est passée : { $text }.
alert-overdue-no-word = { $pair } : convenu il y a { $count } mois, et aucune nouvelle depuis : { $text }.
record-high = { $count ->
    [one] Par le passé, la règle « { $rule } » s’est déclenchée une fois sur { $cases } { $units } ; les trois mois suivants ont dépassé la moyenne de l’année précédente dans { $share } de ces cas, et dans { $otherwise } des mois sans alerte.
   *[other] Par le passé, la règle « { $rule } » s’est déclenchée { $count } fois sur { $cases } { $units } ; les trois mois suivants ont dépassé la moyenne de l’année précédente dans { $share } de ces cas, et dans { $otherwise } des mois sans alerte.
}
record-jump = { $count ->
    [one] Lors des prévisions passées, la règle « { $rule } » s’est déclenchée une fois sur { $cases } cas ; il y a eu ensuite plus de décès que dans les mois précédents dans { $share } de ces cas, et dans { $otherwise } des cas sans alerte.
   *[other] Lors des prévisions passées, la règle « { $rule } » s’est déclenchée { $count } fois sur { $cases } cas ; il y a eu ensuite plus de décès que dans les mois précédents dans { $share } de ces cas, et dans { $otherwise } des cas sans alerte.
}
record-entry = { $count ->
    [one] Par le passé, la règle « { $rule } » s’est déclenchée une fois ; dans { $share } des cas, le groupe y a de nouveau agi dans les trois mois.
   *[other] Par le passé, la règle « { $rule } » s’est déclenchée { $count } fois ; dans { $share } des cas, le groupe y a de nouveau agi dans les trois mois.
}
record-none = La règle « { $rule } » ne s’est jamais déclenchée dans les cas vérifiables ({ $cases }) : on ignore donc ce qui la suit.
record-follow-up = On ignore ce qui suit la règle « { $rule } » : trop peu d’engagements sont connus.

units-country = mois-pays
units-cell = mois-mailles

## Niveau, tendance, formes de violence, foyers

own-above12 = Trois derniers mois nettement au-dessus des douze précédents : { $countries }.
own-above36 = Trois derniers mois nettement au-dessus des trente-six précédents : { $countries }.
own-below12 = Trois derniers mois nettement au-dessous des douze précédents : { $countries }.
own-below36 = Trois derniers mois nettement au-dessous des trente-six précédents : { $countries }.
own-rising36 = En hausse sur trente-six mois : { $countries }.
own-falling36 = En baisse sur trente-six mois : { $countries }.
own-none = Dans aucun pays les trois derniers mois ne s’écartent nettement des douze ou des trente-six précédents, et aucune tendance nette n’apparaît.
own-tests = Tests : Mann-Whitney sur les rangs pour les niveaux, Mann-Kendall pour les tendances, à { $level } ; sur vingt pays, un passe par hasard.
kinds-shares = Par forme de violence, sur les douze derniers mois : { $kinds } ; estimations basse et haute pour l’ensemble : { $range }.
kinds-one = { $kind } { $deaths }
kinds-unknown = Rien ne peut être dit des formes de violence : aucune table d’événements n’a été lue, seulement des décomptes.
cells-top = { $count ->
    [one] La maille la plus touchée en porte { $share }.
   *[other] Les { $count } mailles les plus touchées en portent { $share }.
}
hotspots-caption = Mailles comptant plus ou moins de mois meurtriers : douze mois jusqu’à { $month }, face aux vingt-quatre précédents
hotspots-note = Nouveau : aucun mois meurtrier en deux ans, deux ou plus à présent. En hausse, en baisse : test exact de Fisher, unilatéral, à { $level }. Sur beaucoup de mailles, quelques-unes passent par hasard.
hotspots-unknown = On ne peut dire où les violences se concentrent : aucune maille n’est comptée pour { $month }.
head-trend = Tendance
head-active = Mois meurtriers
head-active-before = Sur les 24 précédents
head-p-value = p
spot-new = nouveau
spot-growing = en hausse
spot-fading = en baisse

## Débordements

spill-next = Dans les mailles de la région ({ $cells } mailles, { $from } à { $to }), les mailles voisines aident à expliquer où surviennent les décès : { $share } des mois-mailles meurtriers attendus leur sont attribués (AIC meilleur de { $gain } que sans elles).
spill-alone = Dans les mailles de la région ({ $cells } mailles, { $from } à { $to }), rien n’indique que les mailles voisines aident à expliquer où surviennent les décès (écart d’AIC avec le modèle sans elles : { $gain }).
spill-border = À travers les frontières, le modèle attribue { $share } aux mailles d’un autre pays ; surtout : { $pairs }.
spill-border-one = À travers les frontières, rien ne peut être dit : les mailles d’un seul pays sont comptées en entier.
spill-no-cells = On ne peut dire ce qui vient des mailles voisines : aucune maille n’est comptée pour { $month }.
spill-few-cells = On ne peut dire ce qui vient des mailles voisines : trop peu de mois et de mailles comptent des décès.
flow-pair = { $source } vers { $target }
flow-part = { $pair } ({ $share })
flow-test = { $pair } (p = { $p })
flow-spills = { $pair } : les décès du premier lieu devancent ceux du second d’environ { $lag } mois, et { $share } des décès attendus dans le second leur sont attribués (AIC meilleur de { $gain } que sans eux ; p = { $p }).
flow-no-sign = Comparé à un modèle qui l’ignore, rien n’indique que les décès d’un lieu devancent d’un à trois mois ceux de l’autre : { $pairs }.
flow-unknown = Ne peut être dit, faute de mois, de décès ou de pays comptés : { $pairs }.
flow-limits = Par débordement on entend ce qui a suivi quoi, mois après mois ; deux lieux peuvent répondre à un troisième. Ce n’est pas une preuve de cause.

## Nouveautés depuis le mois dernier

news-level = Sur les trois prochains mois réunis, { $now } décès sont attendus ; il y a un mois, c’était { $before } pour les mêmes mois ({ $change }).
news-above = Pourquoi : { $month } a compté { $deaths } décès, plus que sa prévision ne l’admettait (environ { $expected } ; neuf tirages sur dix dans { $range }).
news-below = Pourquoi : { $month } a compté { $deaths } décès, moins que sa prévision ne l’admettait (environ { $expected } ; neuf tirages sur dix dans { $range }).
news-within = Pourquoi : { $month } a compté { $deaths } décès, dans les limites de sa prévision (environ { $expected } ; neuf tirages sur dix dans { $range }).
news-unknown = Le bilan de { $month } n’est pas observé partout : le changement ne peut lui être attribué.
news-unit = { $country } : { $before }, à présent { $now } ; { $month } en a compté { $deaths }, attendu { $expected }
news-units = Plus fortes variations par pays : { $changes }.
news-same = presque inchangé
news-none = Aucune prévision n’a pu être faite un mois plus tôt pour comparer.
news-note = Les deux prévisions connaissent les mêmes décomptes jusqu’au mois d’avant ; seul le mois qui les sépare a pu les faire bouger.
base-rate = Calme depuis douze mois : { $countries }. Après une telle année, au moins un décès a suivi dans les trois mois dans { $three } des cas, dans les douze mois dans { $twelve } (tous pays connus, { $cases } mois-pays).
base-rate-none = Calme depuis douze mois : { $countries }. On ne peut dire combien de fois un tel calme a pris fin : les décomptes sont trop courts.
head-past-error = Erreur passée (CRPS ; référence entre parenthèses)
past-error = { $model } ({ $reference })

## Groupes armés

groups-none = Ni les tables d’événements ni les textes lus ne nomment un groupe armé comme partie à un événement dans les douze mois jusqu’à { $month }.
groups-caption = Groupes armés dans la région, douze mois jusqu’à { $month }
groups-note = Événements et décès (de toutes les parties) sont comptés dans les tables. Ce que seuls des textes rapportent figure à part, et ce qui repose sur une parole reste une affirmation.
groups-not-counted = Les événements de ces groupes ne sont pas observés : aucune table ne couvre leurs pays pour ces mois.
groups-told = { $count ->
    [0] aucun
   *[other] { $count } (affirmations : { $claims })
}
groups-reach = { $cells } ({ $countries })
groups-foe = { $side } { $events }
groups-entered = arrivée : { $country } ({ $month })
groups-left = plus rien depuis { $month } : { $country }
groups-crossed = { $from } vers { $to } { $times }
groups-rivals = { $group } a combattu { $others }.
groups-beside = { $group } a combattu aux côtés ou à proximité de { $others } ; cela ne prouve pas une alliance.
groups-family = { $group } est lié par son origine, une scission ou une fusion à { $others } (table des entités).
groups-state = forces de l’État ({ $country })
groups-civilians = civils
groups-other = autre partie armée
head-armed-group = Groupe
head-group-events = Événements
head-group-before = 12 mois précédents
head-group-reach = Mailles (pays)
head-group-against = Contre (événements)
head-group-moves = Arrivées, départs, passages
head-group-told = Dans les textes

## Partenariats

pairs-caption = Partenariats, douze mois jusqu’à { $month }
pairs-note = Sommes des scores PLOVER des actes entre les deux parties, chacun compté une fois ; coopération et conflit à part. Avec peu de récits, rien n’est dit au regard du hasard.
pairs-name = { $first }–{ $second }
pairs-chance = actes : { $tempo } ; ton : { $leaning }
chance-more = plus que par hasard
chance-less = moins que par hasard
chance-no-sign = rien de plus que le hasard
chance-too-few = trop peu pour le dire
head-pair = Entre
head-pair-meetings = Rencontres
head-pair-latest = Dernière
head-pair-cooperation = Coopération
head-pair-conflict = Conflit
head-pair-deeds = Actes (récits)
head-pair-chance = Au regard du hasard
pairs-deeds = { $deeds } ({ $reports })
pairs-named-all = { $pair }, communiqués des douze derniers mois : { $read }, qui tous nomment « { $entity } ». { pairs-named-before }
pairs-named-some = { $pair }, communiqués des douze derniers mois : { $read }, dont { $named } nommant « { $entity } ». { pairs-named-before }
pairs-named-both = { $pair } : les deux communiqués des douze derniers mois nomment « { $entity } ». { pairs-named-before }
pairs-named-before = { $before ->
    [-1] Aucun plus ancien n’a été lu.
    [0] Auparavant, aucun ne l’avait fait.
   *[other] Auparavant, { $before } l’avaient fait.
}
promises-caption = Ce qui a été convenu, et ce qu’il en est advenu
promises-note = Les états suivent la Peace Accords Matrix, de 0 à 3 ; chacun est le dernier qu’un document donne.
promise-due = avant le { $day }
promise-past = échéance du { $day } passée : en retard
promise-silent = { $count ->
    [one] sans nouvelle depuis { $count } mois : en retard
   *[other] sans nouvelle depuis { $count } mois : en retard
}
promise-open = sans échéance
promise-told = { $status } ({ $day })
head-promise = Convenu
head-promise-day = Le
head-promise-state = État
head-promise-due = Échéance

## Attention

named-both = { $entity } : mention dans les deux communiqués des douze derniers mois ; { named-before }.
named-one = { $entity } : mention dans le seul communiqué lu des douze derniers mois ; { named-before }.
named-all = { $entity } : mention dans les { $read } communiqués des douze derniers mois ; { named-before }.
named-some = { $entity } : mention dans { $named } des { $read } communiqués des douze derniers mois ; { named-before }.
named-not = { $entity } : aucune mention dans les communiqués lus des douze derniers mois ({ $read }) ; { named-before }.
named-unread = { $entity } : aucun communiqué des douze derniers mois n’a été lu ; { named-before }.
named-before = { $before ->
    [-1] aucun plus ancien n’a été lu
    [0] auparavant, jamais
   *[other] auparavant, dans { $before } sur { $earlier }
}
named-nothing = Aucun texte des douze derniers mois n’a été lu : on ne peut dire qui est nommé.
named-caption = Nommés dans les textes lus, douze mois jusqu’à { $month } ({ $read } textes)
named-note = On compte les textes, non les mentions ; une copie compte avec ce qu’elle copie.
named-first = Première mention dans ce qui a été lu : { $entities }.
named-return = De nouveau nommés après un an de silence ou plus : { $entities }.
named-at = { $entity } ({ $month } ; { $kind })
named-kind = { $kind } { $texts }
head-named = Qui ou quoi
head-named-texts = Textes
head-named-communiques = Communiqués
head-named-words = Selon qui
head-named-latest = Dernière fois

## Résumé

summary-news = Il y a un mois, c’était { $before } pour les mêmes mois ({ $change }).
summary-alerts = { $count ->
    [0] Aucune règle d’alerte ne se déclenche.
    [one] Une alerte se déclenche : { $places }.
   *[other] { $count } alertes se déclenchent : { $places }.
}
summary-alert = { $place } ({ $rule })
summary-overdue = { $count ->
    [one] Un engagement est en retard : { $pairs }.
   *[other] { $count } engagements sont en retard : { $pairs }.
}

## Thèmes des événements (contextes PLOVER)

theme-asylum = asile
theme-cbrn = risques chimiques, biologiques, nucléaires
theme-corruption = corruption
theme-crime = criminalité
theme-cyber = cybersécurité
theme-diplomatic = diplomatie
theme-disasters = catastrophes
theme-economic = économie
theme-election = élections
theme-environment = environnement
theme-executive = gouvernement
theme-gender = femmes et genre
theme-health = santé
theme-human_rights = droits humains
theme-human_security = sécurité humaine
theme-illegal_drugs = drogues illicites
theme-inequality = inégalités
theme-intelligence = services de renseignement
theme-legal = justice
theme-legislative = parlement
theme-lgbt = minorités sexuelles
theme-migration = migrations
theme-military = forces armées
theme-misinformation = désinformation
theme-natural_resource = ressources naturelles
theme-peacekeeping = maintien de la paix
theme-political_institutions = institutions politiques
theme-pro_autocracy = appels à un pouvoir autoritaire
theme-pro_democracy = appels à la démocratie
theme-religion_ethnicity = cultes et communautés
theme-reparations = réparations
theme-repression = répression
theme-rights_freedoms = droits et libertés
theme-technology = technologie
theme-territory = territoire et frontières
theme-terrorism = terrorisme
theme-trafficking = trafics

## Limites

limit-missing-many = { $count ->
    [one] Non couvert par les décomptes : { $count } pays ; tout total est celui des autres seuls.
   *[other] Non couverts par les décomptes : { $count } pays ; tout total est celui des autres seuls.
}

### Pourquoi une prévision dit ce qu’elle dit.

reason-caption = Pourquoi la prévision dit cela : mois prochain, par pays
reason-head = Ce qui la porte, et ce qui la changerait
reason-note = Une part est ce que la prévision perdrait si le pays n’avait connu aucun décès durant ces mois, tout le reste inchangé ; les parts ne font pas forcément le tout.
reason-kind-quiet = calme : aucun décès en douze mois
reason-kind-simmering = latent : moins de 25 décès par mois
reason-kind-active = actif : 25 décès par mois ou plus
reason-kind-war = guerre : bien plus de 25 décès par mois
reason-forecast = En { $month }, on attend { $mean } décès ({ $kind } ; { $before } par mois sur les douze derniers mois).
reason-onset = Parmi les unités aussi calmes, { $rate } ont connu un décès { $count ->
    [one] le mois suivant
   *[other] { $count } mois plus tard
} : l’histoire seule n’en dit guère plus que ce taux de base.
reason-carried = Les trois derniers mois en portent { $recent }, les neuf mois d’avant { $year }, les quatre années d’avant { $older }.
reason-halves = Elle tomberait à la moitié ou moins après { $count ->
    [one] un mois
   *[other] { $count } mois de suite
} sans décès.
reason-halves-never = Même 24 mois sans décès ne la réduiraient pas de moitié.

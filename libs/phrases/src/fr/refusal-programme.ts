/** Refusals of the programme: project sheets and the yearly action plan. */
export const refusalProgramme = {
  TOO_MANY_LINES:
    'Il y a trop de lignes {field, select, indicators {d’indicateurs} budget {de budget} other {ici}} : {count, number}, pour {maximum, number} au plus. Regroupez-en quelques-unes.',
  YEAR_OUT_OF_RANGE: 'L’année {year} n’est pas possible ici : choisissez une année entre {first} et {last}.',
  ENDS_BEFORE_START: 'La fin ({endsOn}) vient avant le début ({startsOn}). Corrigez l’une des deux dates.',
  TARGETS_DO_NOT_ADD_UP:
    'Les cibles de l’indicateur « {label} » font {sum, number} au total, et non {total, number}. Corrigez une cible ou le total.',
  TARGET_PARTY_TWICE: 'L’indicateur « {label} » compte deux fois le même territoire. Gardez une seule cible par territoire.',
  PEOPLE_OUT_OF_RANGE: '{people, number} n’est pas un nombre de personnes possible : il va de 0 à {maximum, number}.',
  AMOUNT_OUT_OF_RANGE: 'Le montant de la ligne « {label} » n’est pas possible : il ne peut être ni négatif ni démesuré. Écrivez 0 si l’action ne coûte rien.',
  CURRENCY_UNKNOWN: 'La devise « {currency} » n’est pas reconnue. Choisissez-la dans la liste, par exemple EUR ou MAD.',
  NOT_A_RATE: 'Ce cours ne se lit pas : {text}. Écrivez-le en chiffres, au-dessus de zéro, avec dix décimales au plus, par exemple 10,8534.',
  RATE_CURRENCIES_SAME: 'Un cours relie deux devises différentes : {currency} y est deux fois. Changez l’une des deux.',
  RATE_DAY_AHEAD: 'Un cours porte un jour déjà venu : le {day} est après aujourd’hui, {today}. Corrigez le jour.',
  RATE_ALREADY_THAT_DAY: 'Un cours entre ces deux devises est déjà écrit pour le {day}. Retirez-le d’abord s’il est faux, ou écrivez celui d’un autre jour.',
  RATE_WITHDRAWN: 'Ce cours est déjà retiré : il n’y a rien à refaire.',
  RATE_USED_BY_PLAN: 'Le plan {year} a été arrêté avec ce cours : il ne se retire plus. Écrivez le cours d’un autre jour, il comptera pour les plans à venir.',
  AXIS_NOT_STRATEGIC: 'L’axe {number} est transversal : toute fiche y répond. Choisissez un axe stratégique, ou dites pourquoi l’action est hors des axes.',
  AXIS_NOT_OPEN: 'L’axe {number} n’est pas encore ouvert : il faut une décision exécutoire du comité. Faites-la inscrire à l’ordre du jour, ou choisissez un autre axe.',
  LEAD_OUTSIDE_AXIS: 'La piste {number} ne relève pas de l’axe choisi. Choisissez son axe, ou une autre piste.',
  SHEET_STATE_FORBIDS:
    'Cette fiche {state, select, DRAFT {est encore un brouillon} SUBMITTED {est soumise et attend l’autre partie} RETURNED {est revenue en rédaction} CO_VALIDATED {est validée par les parties} ADOPTED {fait partie d’un plan adopté} REJECTED {a été écartée par le comité} POSTPONED {est reportée à une autre année} WITHDRAWN {a été retirée} other {a changé d’état}} : {wanted, select, EDIT {elle ne se modifie pas. Renvoyez-la d’abord en rédaction, si elle n’est pas encore au plan} SUBMIT {elle ne peut pas être soumise à nouveau} CO_VALIDATE {elle n’est pas à valider maintenant. Il faut d’abord que sa partie la soumette} RETURN {il n’y a rien à renvoyer en rédaction} WITHDRAW {elle ne peut plus être retirée} COMMENT {on n’y ajoute plus de remarque} other {cette étape n’est pas possible}}.',
  SHEET_VERSION_UNKNOWN: 'Cette version n’est pas là, ou n’est pas la vôtre. Rechargez la liste des versions et choisissez-en une autre.',
  COMMENT_FIELD_UNKNOWN: 'Cette partie de la fiche n’existe pas. Revenez à la fiche et choisissez la partie à commenter.',
  COMMENT_ANSWERS_ANSWER: 'On répond à une remarque, et non à une réponse. Écrivez sous la première remarque.',
  MENTION_OUT_OF_REACH: 'Une personne appelée ne peut pas voir cette remarque : rien n’est envoyé. Choisissez parmi les personnes proposées.',
  SHEET_OF_OTHER_PARTY: 'Cette fiche est rédigée par {party}. Vous pourrez la valider, ou la renvoyer avec un motif, une fois soumise.',
  OWN_PARTY_HAS_VALIDATED: 'Votre partie a déjà validé cette fiche : c’est à l’autre partie de le faire.',
  SHEET_IN_PLAN: 'Cette fiche est retenue au plan. Faites-la d’abord sortir du plan par une coordination.',
  SHEET_INCOMPLETE:
    'Cette fiche ne peut pas encore être soumise. Il manque :{context, select, MISSING { · le contexte} other {}}{objectives, select, MISSING { · les objectifs} other {}}{indicators, select, MISSING { · au moins un indicateur} other {}}{methods, select, MISSING { · la méthode de collecte d’un indicateur} other {}}{responsibles, select, MISSING { · la personne responsable d’un indicateur} other {}}{transversal, select, MISSING { · la réponse à chaque axe transversal} other {}}{startsOn, select, MISSING { · la date de début} other {}}{endsOn, select, MISSING { · la date de fin} other {}}{axis, select, MISSING { · un axe, ou la justification d’une action hors des axes} other {}}{budget, select, MISSING { · une ligne de budget} other {}}.',
  PLAN_BY_COORDINATORS: 'Le plan se compose et se valide par les coordinations des parties. Adressez-vous à la vôtre.',
  PLAN_ALREADY_OPEN: 'Le plan {year} est déjà ouvert. Ouvrez le tableau du plan pour le compléter.',
  PLAN_STATE_FORBIDS:
    'Ce plan {state, select, DRAFT {est en préparation} CO_VALIDATED {est validé par les coordinations} FROZEN {est arrêté et attend la décision du comité} ADOPTED {est adopté} other {a changé d’état}} : {wanted, select, ADD {on n’y ajoute plus d’action} REMOVE {on n’en retire plus d’action} VALIDATE {il n’est pas à valider maintenant} FREEZE {il n’est pas à arrêter maintenant : toutes les coordinations le valident d’abord} REOPEN {il n’est pas à rouvrir} DECIDE {le comité ne peut pas s’en saisir : les coordinations l’arrêtent d’abord} other {cette étape n’est pas possible}}.{state, select, FROZEN { Rouvrez-le s’il faut le changer.} ADOPTED { Pour le changer, ouvrez une révision : elle demandera une nouvelle décision.} other {}}',
  SHEET_NOT_CO_VALIDATED:
    'Seule une fiche validée par toutes les parties entre au plan : celle-ci {state, select, DRAFT {est encore un brouillon} SUBMITTED {attend la validation de l’autre partie} RETURNED {est revenue en rédaction} WITHDRAWN {a été retirée} other {ne l’est pas}}.',
  SHEET_OF_OTHER_YEAR: 'Cette fiche est de l’année {sheetYear}, et le plan de l’année {planYear}. Choisissez le plan de la même année.',
  SHEET_ALREADY_IN_PLAN: 'Cette fiche est déjà au plan : il n’y a rien à refaire.',
  SHEET_NOT_IN_PLAN: 'Cette fiche n’est plus au plan : il n’y a rien à retirer.',
  PLAN_IS_EMPTY: 'Ce plan ne contient aucune action. Retenez d’abord au moins une fiche validée par les parties.',
  PLAN_VALIDATED_BY_PARTY: '{party} a déjà validé ce plan : il n’y a rien à refaire. C’est à l’autre coordination de le valider.',
  PLAN_ACTIONS_CHANGED: 'Les actions du plan ont changé depuis que vous l’avez lu : rien n’a été validé. Rechargez la page, relisez, puis validez.',
  ACTION_NOT_READY:
    'Le plan ne peut pas être arrêté. Dans la fiche « {title} », il manque :{context, select, MISSING { · le contexte} other {}}{objectives, select, MISSING { · les objectifs} other {}}{indicators, select, MISSING { · au moins un indicateur} other {}}{methods, select, MISSING { · la méthode de collecte d’un indicateur} other {}}{responsibles, select, MISSING { · la personne responsable d’un indicateur} other {}}{transversal, select, MISSING { · la réponse à chaque axe transversal} other {}}{startsOn, select, MISSING { · la date de début} other {}}{endsOn, select, MISSING { · la date de fin} other {}}{axis, select, MISSING { · un axe, ou la justification d’une action hors des axes} other {}}{budget, select, MISSING { · une ligne de budget (0 est possible)} other {}}. Retirez-la du plan, complétez-la, puis faites-la valider de nouveau.',
  PLAN_NOT_OPEN: 'Le plan {year} n’est pas encore ouvert. Une coordination l’ouvre, puis les fiches y entrent.',
  COMMITTEE_VALIDATES: 'Seule la décision du comité de pilotage sur le plan valide ses fiches. Arrêtez le plan, puis inscrivez-le à l’ordre du jour.',
  MILESTONE_OUT_OF_RANGE: '{days, number} jours avant l’échéance n’est pas possible ici : choisissez entre {first, number} et {last, number}.',
  MILESTONE_OUT_OF_ORDER:
    'L’étape « {before, select, SHEETS_DUE {Fiches soumises} CO_VALIDATION {Fiches validées} CONVOCATION {Comité convoqué} FREEZE {Plan arrêté} other {Séance}} » vient avant « {after, select, SHEETS_DUE {Fiches soumises} CO_VALIDATION {Fiches validées} CONVOCATION {Comité convoqué} FREEZE {Plan arrêté} other {Séance du comité}} ». Déplacez d’abord l’autre étape, ou choisissez un autre jour.',
  PLAN_ON_OPEN_BALLOT: 'Le comité vote sur ce plan en ce moment : il ne peut pas être rouvert. Attendez la clôture du vote.',
};

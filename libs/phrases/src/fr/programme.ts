/** What the programme room says by itself: the board of the plan, what a sheet lacks, the decision's text. */
export const programme = {
  /** Put to the committee's vote, always in French. */
  decision:
    'Le comité de pilotage valide le plan d’action {year}{version, plural, =1 {} one {} many {, dans sa version #} other {, dans sa version #}}, tel qu’arrêté par les coordinations des parties (empreinte {hash}).',
  draftSheet: { peopleIndicator: 'Personnes bénéficiaires' },
  column: { PROPOSED: 'Proposée', EXAMINED: 'Instruite', RETAINED: 'Retenue', VALIDATED: 'Validée' },
  colour: {
    GREEN: 'Le plan {year} est exécutoire : le procès-verbal porte toutes les signatures.',
    AMBER: 'Le plan {year} est adopté ; il deviendra exécutoire à la dernière signature du procès-verbal.',
    RED: 'Le plan {year} n’est pas encore adopté par le comité de pilotage.',
  },
  deadline:
    '{standing, select, LATE {L’échéance du plan {year} est passée : le dernier jour utile était le {lastDay}. L’adoption reste possible ; elle portera la mention « hors délai ».} BY {Le plan {year} est à valider par le comité de pilotage au plus tard le {lastDay}{article, select, none {} other { ({article})}}.} other {Le plan {year} est à valider par le comité de pilotage avant le {day}{article, select, none {} other { ({article})}} : le dernier jour utile est le {lastDay}.}}',
  plan: {
    onTime: 'Dans les délais : le plan {year} {event, select, EXECUTORY {est devenu exécutoire} other {a été adopté}} avant l’échéance.',
    late: 'Hors délai : le plan {year} {event, select, EXECUTORY {est devenu exécutoire} other {a été adopté}} après l’échéance. Il reste valable.',
  },
  coverage:
    'Axe {number} : {sheets, plural, =0 {aucune fiche} one {# fiche} many {# fiches} other {# fiches}}, {leads, plural, =0 {aucune piste d’action} one {# piste d’action} many {# pistes d’action} other {# pistes d’action}}.',
  missing: {
    context: 'Le contexte n’est pas décrit.',
    objectives: 'Les objectifs ne sont pas écrits.',
    indicators: 'Il n’y a pas encore d’indicateur.',
    methods: 'Un indicateur n’a pas de méthode de collecte.',
    responsibles: 'Un indicateur n’a pas de responsable.',
    transversal: 'Un axe transversal attend sa réponse.',
    startsOn: 'La date de début n’est pas indiquée.',
    endsOn: 'La date de fin n’est pas indiquée.',
    axis: 'Aucun axe n’est choisi, et l’action hors des axes n’est pas justifiée.',
    budget: 'Il n’y a pas encore de ligne de budget.',
  },
  blocker: {
    NO_PLAN: 'Le plan {year} n’est pas encore ouvert : à une coordination de l’ouvrir.',
    PLAN_EMPTY: 'Le plan {year} ne contient encore aucune action.',
    SHEET_TO_FINISH: 'La fiche « {title} » {state, select, RETURNED {est revenue en rédaction} other {est en rédaction}} : à compléter et à soumettre.',
    SHEET_TO_CO_VALIDATE: 'La fiche « {title} » attend la validation de {party}.',
    SHEET_TO_RETAIN: 'La fiche « {title} » est validée par les parties et n’est pas encore au plan.',
    ACTION_LACKS:
      'Dans la fiche « {title} », il manque {item, select, startsOn {la date de début} endsOn {la date de fin} axis {un axe ou une justification} indicators {un indicateur} methods {une méthode de collecte} responsibles {un responsable d’indicateur} transversal {une réponse à un axe transversal} budget {une ligne de budget} other {un élément}}.',
    PARTY_TO_VALIDATE: 'La coordination de {party} n’a pas encore validé le plan {year}.',
    PLAN_TO_FREEZE: 'Le plan {year} est validé par les coordinations : à arrêter pour le comité.',
    PLAN_TO_DECIDE: 'Le plan {year} est arrêté : il attend la décision du comité de pilotage.',
    MINUTES_TO_SIGN: 'Le plan {year} est adopté : le procès-verbal attend ses signatures.',
  },
};

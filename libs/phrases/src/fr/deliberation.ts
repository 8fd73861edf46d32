/** The committee at work: meetings, votes, what came of them. */
export const deliberation = {
  outcomeBecause: '{verdict} : {reasons}.',
  outcomeAlone: '{verdict}.',
  reasonAfter: '{before} ; {reason}',
  meetingDue: '{frequency, select, ONCE_PER_CIVIL_YEAR {Au moins une réunion par année civile} other {Au moins une réunion toutes les deux années civiles}} : la prochaine se tient au plus tard le {day}.',
  due: {
    PLAN: 'Plan d’action {year}',
    EVALUATION: 'Évaluation des actions {year}',
    RENEWAL: 'Convention : reconduire, modifier ou mettre fin avant {year}',
  },
  nextHostAny: 'Aucune séance ordinaire ne s’est encore tenue : toute partie peut accueillir la première.',
  nextHostTurn: 'La dernière séance ordinaire a été accueillie par {last} : c’est au tour de {next}.',
};

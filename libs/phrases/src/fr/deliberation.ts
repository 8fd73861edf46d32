/** The committee at work: meetings, votes, what came of them. */
export const deliberation = {
  outcomeBecause: '{verdict} : {reasons}.',
  outcomeAlone: '{verdict}.',
  reasonAfter: '{before} ; {reason}',
  nextHostAny: 'Aucune séance ordinaire ne s’est encore tenue : toute partie peut accueillir la première.',
  nextHostTurn: 'La dernière séance ordinaire a été accueillie par {last} : c’est au tour de {next}.',
};

/** Refusals of the follow-up of actions. */
export const refusalActions = {
  ACTION_NOT_EXECUTORY:
    'Cette action ne peut pas encore commencer : {origin, select, PLAN {son plan n’est pas exécutoire} other {la décision qu’elle met en œuvre n’est pas exécutoire}}. Faites signer le procès-verbal par toutes les parties ; une coordination peut commencer plus tôt en donnant un motif, qui restera affiché.',
  ACTION_BY_COORDINATORS: 'Ce geste revient à une coordination : adressez-vous à la vôtre.',
  ACTION_IS_OVER:
    'Cette action est {state, select, COMPLETED {achevée} CANCELLED {annulée} RESCHEDULED {reportée à une autre année} other {close}} : son suivi est terminé et reste lisible.',
  ACTION_STARTED: 'Cette action a déjà commencé : faites le point sur son avancement.',
  ACTION_NOT_STARTED: 'Cette action n’a pas encore commencé : commencez-la d’abord.',
  ACTION_STILL_BLOCKED: 'Un blocage n’est pas levé : notez le jour où il l’a été, puis achevez l’action.',
  NOTHING_REPORTED: 'Ce point ne dit rien : choisissez un état, écrivez un avancement ou une remarque.',
  OWNER_NOT_SEATED: 'Choisissez un siège de votre partie, occupé aujourd’hui : chaque partie désigne qui répond de l’action chez elle.',
  MILESTONE_UNKNOWN: 'Ce jalon est déjà atteint ou abandonné. Rechargez la page pour voir où en est l’action.',
  BLOCKER_UNKNOWN: 'Ce blocage est déjà levé. Rechargez la page pour voir où en est l’action.',
  PERCENT_OUT_OF_RANGE: 'L’avancement s’écrit de 0 à 100, sans virgule : {percent} n’est pas possible.',
  DAY_AHEAD: 'Ce jour ({day}) n’est pas encore venu : nous sommes le {today}. Écrivez aujourd’hui ou un jour passé.',
  ACTION_NEEDS_DECISION:
    'Annuler une action, ou la reporter au-delà de son année, revient au comité : choisissez une décision exécutoire, autre que celle qui l’a créée. Inscrivez-la d’abord à l’ordre du jour s’il n’y en a pas.',
  DECISION_NOT_ADOPTED: 'Seule une décision adoptée par le comité reçoit des suites.',
};

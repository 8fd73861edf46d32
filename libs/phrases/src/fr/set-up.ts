/** The set-up of a partnership, step by step: what the server says of it. */
export const setUp = {
  step: {
    AGREEMENT: {
      title: 'L’accord',
      lead: 'Ce qui vous lie : sa forme, son nom, depuis quand. Le modèle choisit seulement les questions qui vous seront posées.',
      done: '{name}',
      todo: 'Aucun accord n’est commencé.',
    },
    TEXT: {
      title: 'Le texte',
      lead: 'Collez le texte signé, en une fois : il est coupé à ses titres d’articles, et chaque règle pourra citer le sien.',
      done: '{articles, plural, one {Un article} many {# articles} other {# articles}}',
      todo: 'Le texte n’est pas encore écrit : aucune règle ne peut citer un article.',
    },
    AXES: {
      title: 'Les axes',
      lead: 'Ceux de votre texte, dans son ordre. Chaque fiche d’action s’y rattache ; elle répond à chaque axe transversal.',
      done: '{axes, plural, one {Un axe} many {# axes} other {# axes}}',
      todo: 'Aucun axe n’est écrit : aucune fiche ne peut s’y rattacher.',
    },
    RULES: {
      title: 'Les règles',
      lead: 'Ce que Passerelle appliquera, une phrase par règle. Gardez le réglage de Passerelle, ou fixez la règle et citez le texte dont elle vient.',
      done: '{own, plural, one {Une règle vient d’un texte} many {# règles viennent d’un texte} other {# règles viennent d’un texte}} ; les autres sont des réglages de Passerelle.',
      todo: 'Toutes les règles sont des réglages de Passerelle : relisez-les.',
    },
    PEOPLE: {
      title: 'Les personnes',
      lead: 'Chaque coordination propose les sièges de sa partie ; une présidence est confirmée par la coordination d’une autre partie.',
      done: 'Les sièges sont proposés.',
      todo: 'Présidence à proposer : {missing}.',
    },
    SERVICE: {
      title: 'La mise en service',
      lead: 'La coordination de chaque partie relit et confirme. Jusque-là, tout se corrige ; ensuite, seul le comité change une règle.',
      done: 'L’accord est en service.',
      todo: 'À confirmer : {awaited}.',
    },
  },
  template: {
    COOPERATION: { title: 'Convention de coopération', lead: 'Un comité de pilotage, un plan d’action annuel, une durée. Chaque membre vote.' },
    BY_PARTY: { title: 'Convention à plusieurs parties', lead: 'La même, où chaque partie a une voix et doit être présente.' },
    TWINNING: { title: 'Jumelage', lead: 'Ni comité, ni plan, ni terme : un lien, son texte, ses personnes.' },
    MUTUAL_COMMITMENT: { title: 'Engagement mutuel', lead: 'Un accord sur un projet, transmis à l’État ; pas de comité.' },
    LETTER_OF_INTENT: { title: 'Lettre d’intention', lead: 'Une volonté commune, avant une convention.' },
  },
  kind: { CONVENTION: 'Convention', TWINNING: 'Jumelage', MUTUAL_COMMITMENT: 'Engagement mutuel', LETTER_OF_INTENT: 'Lettre d’intention', FRIENDSHIP_PACT: 'Pacte d’amitié' },
  axis: {
    INCLUSION: 'Inclusion et solidarité',
    YOUTH: 'Jeunesse et éducation',
    ECONOMY: 'Économie sociale et solidaire',
    SPORT: 'Sport',
    DIGITAL: 'Numérique',
    ENVIRONMENT: 'Environnement et climat',
    EQUALITY: 'Égalité entre les femmes et les hommes',
    CULTURE: 'Cultures et langues',
  },
};

/** Words that components say by themselves, whatever the subject. */
export const ui = {
  skip: 'Aller au contenu',
  above: 'À savoir',
  languages: 'Langue de la page',
  navigation: {
    name: 'Navigation principale',
    waiting: '{count, plural, one {, # élément vous attend} many {, # éléments vous attendent} other {, # éléments vous attendent}}',
  },
  field: { optional: '(facultatif)' },
  timeline: { past: 'Fait :', present: 'En cours :', future: 'À venir :', missed: 'Manqué :' },
  refusal: {
    title: 'Ce n’est pas possible en l’état',
    source: {
      ARTICLE: 'Convention, {reference}',
      RULES_OF_PROCEDURE: 'Règlement intérieur, {reference}',
      LAW: 'Loi : {reference}',
      PRODUCT_DEFAULT: 'Réglage par défaut de Passerelle, modifiable par les partenaires',
      FIXED: 'Règle tenue par Passerelle',
      READING: '{article, select, none {Convention} other {Convention, {article}}} ; sa lecture ici est un réglage par défaut de Passerelle, modifiable par les partenaires',
    },
  },
  countdown: {
    before: 'J-{days, number}',
    after: 'J+{days, number}',
    left: '{days, plural, =0 {C’est aujourd’hui.} one {Il reste # jour.} many {Il reste # jours.} other {Il reste # jours.}}',
    late: '{days, plural, one {Dépassé depuis # jour.} many {Dépassé depuis # jours.} other {Dépassé depuis # jours.}}',
    working: '{days, plural, =0 {Aucun jour ouvré commun aux deux pays} one {# jour ouvré dans les deux pays} many {# jours ouvrés dans les deux pays} other {# jours ouvrés dans les deux pays}}',
  },
};

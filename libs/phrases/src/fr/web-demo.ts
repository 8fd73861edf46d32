/** The demonstration's own bar: whose place one takes, what day it is there. */
export const webDemo = {
  banner: 'Démonstration — sans valeur',
  controls: 'Changer',
  personas: 'Prendre la place de…',
  side: { FR: 'Villeneuve-la-Garenne (France)', MA: 'Tiznit (Maroc)', OTHERS: 'Neuf autres partenariats' },
  mailbox: 'Boîte aux lettres de la démonstration',
  choose: {
    title: 'Entrer dans la démonstration',
    lead: 'Choisissez à la place de qui vous entrez. Personne n’est nommé\u00a0: chacun est désigné par sa fonction.',
  },
  clock: {
    title: 'Horloge de la démonstration',
    days: '{days, plural, one {+ # jour} many {+ # jours} other {+ # jours}}',
    to: 'Avancer au',
    move: 'Avancer l’horloge',
    lead: 'L’horloge n’avance que vers l’avenir. Les rappels dus entre-temps partent aussitôt\u00a0: lisez-les dans la boîte aux lettres.',
  },
};

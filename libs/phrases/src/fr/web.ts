/** The shell of the web: its name, its home, its foot, what it says when a page cannot be shown. */
export const web = {
  name: 'Passerelle',
  home: {
    title: 'Piloter ensemble une coopération entre collectivités',
    lead: 'Passerelle suit une convention de coopération décentralisée, de la fiche technique au procès-verbal exécutoire : deux collectivités, un comité de pilotage, une seule version de chaque décision.',
    signIn: 'Se connecter',
  },
  places: { turn: 'Mon tour', plan: 'Plan', meetings: 'Réunions', minutes: 'PV', parties: 'Parties' },
  foot: { legal: 'Mentions légales', privacy: 'Vie privée', accessibility: 'Accessibilité : non conforme' },
  trouble: {
    NOT_FOUND: 'Page introuvable',
    NOT_ALLOWED: 'Page réservée',
    SIGN_IN_REQUIRED: 'Connexion nécessaire',
    UNEXPECTED: 'Un imprévu est survenu',
    TOO_BUSY: 'Trop de monde à la fois',
    home: 'Revenir à l’accueil',
  },
  refusedPost: {
    title: 'Envoi refusé',
    sentence: 'Ce formulaire ne vient pas d’une page de Passerelle. Rien n’a été enregistré : ouvrez la page depuis Passerelle et recommencez.',
  },
  tooLarge: {
    title: 'Envoi trop lourd',
    sentence: 'Ce que vous envoyez dépasse 1 Mo. Rien n’a été enregistré : raccourcissez le texte et recommencez.',
  },
};

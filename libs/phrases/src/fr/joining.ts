/** What existed before Passerelle, in the words of the server. */
export const paper = {
  standing: '{standing, select, NO_SCAN {Repris du papier, sans scan : joignez-le pour que l’autre partie puisse confirmer.} ENTERED {Repris du papier, à confirmer par une autre partie. Il ne compte encore nulle part.} CONFIRMED {Repris, signé sur papier. Une autre partie a confirmé qu’elle détient le même.} other {Retiré avant d’avoir compté.}}',
  executory: '{state, select, CONFIRMED {Exécutoire depuis le {day}, dernière signature portée par le papier.} other {Le papier porte toutes les signatures, la dernière le {day}.}}',
  notExecutory: 'Le papier ne porte pas la signature de toutes les parties : ses décisions ne sont pas exécutoires.',
  publicly: 'Repris, signé sur papier avant Passerelle : exécutoire depuis le {date}.',
  entered: 'Saisi le {day} par {person} ({party}).',
  confirmed: 'Confirmé le {day} par {person} ({party}), sur le fichier « {file} », empreinte {sha256}…',
};

/** Heads of the columns of past projects, each word a file may use; the first is the one we show. */
export const past = {
  head: {
    title: 'Titre|Intitulé|Projet|Nom du projet|Nom',
    years: 'Années|Année|Période|Date|Dates',
    startsYear: 'Début|Année de début|Date de début|De',
    endsYear: 'Fin|Année de fin|Date de fin|À',
    place: 'Lieu|Partenaire|Lieu ou partenaire|Lieu / partenaire|Ville',
    domain: 'Domaine|Axe|Thème|Thématique|Secteur',
    description: 'Description|Résumé|Contenu|Observations',
    amount: 'Montant|Budget|Coût',
    currency: 'Devise|Monnaie',
    source: 'Source|Référence|Document',
  },
};

export const history = {
  title: { MINUTES: '{title}', PAPER_MINUTES: 'Procès-verbal {title}', AGREEMENT: '{title}', PLAN: 'Plan d’action {title}' },
  detail: {
    MINUTES: '{rectifies, select, NO {{count, plural, =0 {Aucune décision adoptée} one {# décision adoptée} many {# décisions adoptées} other {# décisions adoptées}}} other {Rectifie le {rectifies}}}',
    PAPER_MINUTES: '{count, plural, =0 {Aucune décision} one {# décision} many {# décisions} other {# décisions}}, signé sur papier',
    AGREEMENT: 'Prend effet',
    PLAN: 'Adopté, {count, plural, =0 {sans action} one {# action} many {# actions} other {# actions}}',
  },
  until: 'jusqu’en {year}',
  source: 'source : {source}',
  import: '{count, plural, one {# projet repris} many {# projets repris} other {# projets repris}} le {day} par {person} ({party}){named, select, YES {, du fichier « {file} »} other {}}.',
  takenUpSheet: 'Reprise : fiche du plan {year}, adopté sur papier par le procès-verbal {number} du {day}. Elle n’a pas été validée de nouveau ici.',
  takeUpWaits: 'Proposée pour le plan {year}, repris du procès-verbal {number} du {day} : chaque partie peut la lire. La coordination d’une autre partie doit encore confirmer.',
  takeUpProposal: 'Proposé le {takenOn} par {person} ({party}), d’après la décision « {title} » du procès-verbal {number} du {day}. Rien n’est adopté tant que la coordination d’une autre partie n’a pas confirmé.',
  takenUpPlan: 'Repris : adopté sur papier par le procès-verbal {number} du {day}. Proposé le {takenOn} par {person} ({party}), confirmé le {confirmedOn} par {confirmer} ({confirmedFor}) ; ses fiches n’ont pas été validées de nouveau.',
};

/** Votes by show of hands: what is written to members and to both coordinations, and said on screen. */
export const hands = {
  toldMail: {
    subject: 'Réunion du {day} : votre voix, notée à main levée',
    heading: 'Votre voix a été notée à main levée',
    body: '{count, plural, one {# décision a été votée} many {# décisions ont été votées} other {# décisions ont été votées}} à main levée le {day}. Constatés par la coordination de {noted}, confirmés par celle de {confirmed}.',
    line: '{title} : {choice, select, FOR {pour} AGAINST {contre} other {abstention}}',
    otherwise: 'Si c’est bien votre vote, rien à faire. Sinon, contestez jusqu’au {until} inclus : un seul formulaire, votre motif.',
    button: 'Voir les votes, ou contester',
  },
  contestedMail: {
    subject: 'Vote à main levée contesté : {title}',
    heading: 'Une voix notée à main levée est contestée',
    body: '{office} : la voix notée pour « {title} » n’est pas la sienne.',
    reason: 'Motif : {reason}',
    otherwise: 'Le vote clos ne change pas. Séance encore ouverte : un nouveau vote peut suivre. Ensuite, seule une nouvelle décision corrige ; le PV cite la contestation tant qu’il n’est pas définitif.',
    button: 'Voir la réunion',
  },
};

/** The same, on screen. */
export const webHands = {
  title: 'Votes à main levée',
  open: 'Constater des votes à main levée',
  page: {
    title: 'Constater les votes à main levée',
    lead: 'Cochez chaque décision pour laquelle tous les votants présents sont pour. Sinon, ouvrez « Sauf… ». Rien n’est décidé avant la confirmation par la coordination d’une autre partie.',
    voters: '{count, plural, one {# votant présent} many {# votants présents} other {# votants présents}}',
    none: 'Aucune décision n’attend de vote : elles sont votées, en cours de vote sur téléphone, ou en attente de confirmation.',
    noVoters: 'Personne n’est noté présent : tenez d’abord la feuille de présence.',
    back: 'Retour à la réunion',
    noted: 'Unanimité constatée',
    except: 'Sauf…',
    exceptHint: 'Les autres sont comptés pour.',
    choice: 'Voix de {name}',
    FOR: 'Pour',
    AGAINST: 'Contre',
    ABSTAIN: 'Abstention',
    reason: 'Motif du vote contre de {name}',
    send: 'Transmettre à l’autre coordination',
  },
  awaiting: {
    title: 'Votes à main levée à confirmer',
    by: 'Constaté par la coordination de {party}.',
    waits: 'En attente de la coordination d’une autre partie : rien n’est encore décidé.',
    all: 'Unanimité : {count, plural, one {# voix pour} many {# voix pour} other {# voix pour}}',
    but: '{count, plural, one {# voix pour} many {# voix pour} other {# voix pour}}, sauf :',
    exception: '{name} : {choice, select, AGAINST {contre} other {abstention}}',
    confirm: 'Confirmer ces votes',
    confirmHint: 'Confirmer clôt ces votes et en dit le résultat.',
    withdraw: 'Retirer ce constat…',
    withdrawReason: 'Pourquoi',
    withdrawSend: 'Retirer le constat',
  },
  on: {
    label: 'À main levée : constaté par {noted}, confirmé par {confirmed}.',
    contested: '{name} conteste la voix notée pour son siège :',
    contest: 'Contester la voix notée pour moi…',
    until: 'Possible jusqu’au {day} inclus. Le vote clos ne change pas ; les deux coordinations sont averties.',
    reason: 'Ce que vous avez dit',
    send: 'Contester',
  },
};

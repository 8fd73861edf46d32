/** Refusals of the committee's work: convening, attendance, votes, minutes, signatures. */
export const refusalDeliberation = {
  TURN_BREAK_NEEDS_REASON:
    'Le comité se réunit à tour de rôle : c’est au tour {expected, select, FR {de la France} MA {du Maroc} other {de {expected}}}. Pour tenir la séance ailleurs, indiquez pourquoi.',
  CONVENER_NOT_HOST_SIDE: 'Le comité est convoqué par le pays hôte : pour cette séance, c’est à {host} de convoquer. Vous pouvez préparer la séance et lui proposer de l’envoyer.',
  CONVENER_NOT_REPRESENTATIVE:
    'La convocation est envoyée par la coprésidence de {host}. Préparez-la, puis demandez-lui de l’envoyer, ou déposez une délégation écrite à votre nom.',
  DELEGATION_NOT_VALID: 'Cette délégation ne vous permet pas de convoquer : elle doit venir de la coprésidence de {host}, être à votre nom et être en cours. Déposez-en une nouvelle.',
  MEETING_STATE_FORBIDS:
    'La séance {state, select, SCHEDULED {est prévue mais pas encore convoquée} CONVENED {est déjà convoquée} OPEN {est déjà ouverte} CLOSED {est close} MINUTED {est close et a son PV} NO_QUORUM {n’a pas réuni le quorum} POSTPONED {est reportée} CANCELLED {est annulée} other {a changé d’état}} : {wanted, select, CONVENED {elle ne peut pas être convoquée} OPEN {elle ne peut pas être ouverte} CLOSED {elle ne peut pas être close} MINUTED {elle ne peut pas recevoir son PV} NO_QUORUM {le défaut de quorum ne peut pas être constaté} POSTPONED {elle ne peut pas être reportée} CANCELLED {elle ne peut pas être annulée} SCHEDULED {sa date ne peut pas être changée ainsi} other {cette étape n’est pas possible}}. Rechargez la page pour voir ce qui est possible.',
  MEETING_IS_PAST: 'La date de cette séance est déjà passée : donnez-lui une nouvelle date, puis convoquez.',
  QUORUM_NOT_MET: 'Le quorum n’est pas atteint : il manque {missing}. Attendez son arrivée, enregistrez une délégation écrite, ou constatez le défaut de quorum.',
  QUORUM_IS_MET: 'Le quorum est atteint : la séance peut être ouverte.',
  BALLOT_STILL_OPEN: 'Un vote est encore ouvert : fermez-le avant de clore la séance.',
  REASON_REQUIRED: 'Indiquez pourquoi, en quelques mots : tous les membres le liront.',
  ATTENDANCE_CLOSED:
    'La feuille de présence {state, select, SCHEDULED {s’ouvre avec la convocation} POSTPONED {s’ouvrira quand la séance sera de nouveau convoquée} NO_QUORUM {s’ouvrira quand la séance sera de nouveau convoquée} CANCELLED {n’existe plus : la séance est annulée} other {est arrêtée : la séance est close. Une erreur se signale dans les réserves du PV}}.',
  NOT_SEATED: '{name} n’occupe pas de siège au comité à cette date. Vérifiez le mandat, ou inscrivez cette personne comme invitée.',
  REMOTE_NOT_ALLOWED: 'Cette séance se tient sur place : {name} ne peut pas y participer à distance. Demandez une séance mixte ou notez une absence.',
  DECISION_STATE_FORBIDS:
    'Cette décision {state, select, ON_AGENDA {est à l’ordre du jour, sans vote ouvert} OPEN {est en cours de vote : fermez d’abord le vote} ADOPTED {est adoptée : pour la corriger, inscrivez une nouvelle décision} NOT_ADOPTED {n’a pas été adoptée} DEFERRED {est renvoyée à une autre séance : inscrivez-la comme une nouvelle décision} WITHDRAWN {est retirée : inscrivez une nouvelle décision} other {ne le permet pas}}.',
  CORRECTION_NEEDS_NEW_DECISION: 'Ce qui est voté ne se modifie plus. Pour corriger, inscrivez une nouvelle décision qui renvoie à celle-ci.',
  MEETING_NOT_OPEN: 'Ce n’est possible que dans une séance en cours. Ouvrez la séance, ou inscrivez ce point à la suivante.',
  ANOTHER_BALLOT_OPEN: 'Un autre vote est ouvert dans cette séance : fermez-le d’abord, on vote un texte à la fois.',
  BALLOT_CLOSED: 'Le vote est clos : votre voix n’a pas été comptée et plus aucune ne peut changer. Demandez un nouveau vote tant que la séance est ouverte.',
  NOT_ON_ROLL: 'Vous n’êtes pas sur la liste de vote, arrêtée à l’ouverture avec les membres présents. Faites noter votre présence : vous voterez au prochain vote.',
  VOTED_TEXT_CHANGED: 'Le texte a changé depuis que vous l’avez lu : rien n’a été enregistré. Rechargez la page, relisez, puis recommencez.',
  AGAINST_NEEDS_REASON: 'Un vote contre bloque la décision : dites pourquoi, pour que le texte puisse être amendé.',
  DECISION_TEXT_BLANK: 'Une décision a besoin d’un titre et d’un texte : on ne vote pas une page blanche.',
  NO_AGREEMENT: 'Ce partenariat n’a pas encore de convention enregistrée : le comité siège en vertu d’un texte. Enregistrez-le d’abord.',
  NO_SUCH_TIME: 'Cette heure n’existe pas : {text}. Écrivez-la ainsi : 14:30.',
  MEETING_PLACE_BLANK: 'Indiquez où la séance se tient, même à distance : le PV le dira.',
  SUBJECT_NOT_DECIDABLE: 'Le comité ne se prononce pas sur ce genre d’élément. Inscrivez plutôt un point avec son propre texte.',
  TEXT_COMES_FROM_SUBJECT: 'Le texte de cette décision vient du document soumis au vote : modifiez ce document, puis rouvrez un vote.',
  SUBJECT_ALREADY_ON_AGENDA: 'Ce document est déjà à l’ordre du jour d’une séance à venir ou en cours : une seule décision à la fois porte sur lui.',
  MEETING_NOT_CLOSED: 'Le PV se rédige une fois la séance close, et chaque séance a le sien. Vérifiez la séance, et fermez-la si elle est finie.',
  MINUTES_STATE_FORBIDS:
    'Le PV {state, select, DRAFT {est encore un projet : soumettez-le d’abord à la relecture} REVIEW {est en relecture} FINAL {est déjà définitif : il attend les signatures} PARTIALLY_SIGNED {porte déjà une signature} EXECUTORY {est exécutoire et ne change plus} other {ne le permet pas}}.',
  FRENCH_VERSION_MISSING:
    'Le français fait foi : il manque en français {sections, select, discussions {le compte rendu des échanges} reservations {les réserves} nextMeeting {la prochaine séance} other {une partie du texte}}. Complétez-la avant de rendre le PV définitif.',
  LANGUAGE_NOT_ALLOWED: 'Les documents de ce partenariat ne s’écrivent pas dans cette langue. Choisissez l’une des langues de la convention.',
  MINUTES_ALREADY_SIGNED: 'Ce PV porte déjà une signature : il ne peut plus être repris. Corrigez son texte (les signatures seront redemandées), ou laissez l’autre coprésidence refuser avec un motif.',
  MINUTES_ARE_EXECUTORY: 'Le PV {number} est exécutoire : il ne change plus. Pour le corriger, établissez un PV rectificatif.',
  MINUTES_NOT_NUMBERED: 'Ce PV n’a pas encore de numéro. Relancez « Rendre définitif ».',
  CO_PRESIDENT_MISSING: '{party} n’a pas de coprésidence en fonction : personne ne pourrait signer pour elle. Enregistrez le mandat, puis recommencez.',
  MOTIVE_REQUIRED: 'Dites pourquoi vous refusez de signer : le PV retourne en rédaction et chacun lira votre motif.',
  MINUTES_NOT_FINAL:
    '{state, select, EXECUTORY {Ce PV est déjà exécutoire : toutes les signatures y sont} other {Ce PV n’est pas définitif : il est revenu en rédaction. On vous écrira quand il sera prêt à signer}}.',
  NOT_THE_CO_PRESIDENT: 'Seule la coprésidence en fonction de chaque partie signe le PV. Vous pouvez le lire et signaler une correction à la coordination.',
  INTERIM_ACT_MISSING: 'Un intérim signe avec son acte, daté et joint. Celui-ci manque : {act}. La coordination de la partie le joint à la page « Personnes ».',
  MANDATE_NOT_RUNNING: 'Le mandat de {name} n’est pas en cours à cette date : l’acte revient à qui occupe la fonction aujourd’hui. La coordination peut vérifier les dates.',
  SIGNED_TEXT_CHANGED: 'Ce PV a changé depuis que vous l’avez lu : rien n’a été signé. Relisez la version {version}, puis signez-la.',
  ALREADY_SIGNED: 'La signature de {party} est déjà donnée sur ce PV : il n’y a rien à refaire.',
  STEP_UP_REQUIRED: 'Avant ce geste, confirmez que c’est bien vous : la dernière confirmation date de plus de {minutes, plural, one {# minute} many {# minutes} other {# minutes}}.',
  SIGNING_METHOD_NOT_ACCEPTED: 'Ce partenariat n’accepte pas cette façon de signer. Choisissez l’une de celles qui vous sont proposées.',
  PLACE_REQUIRED: 'Indiquez où vous signez (« Fait à … »).',
};

/** What a vote decided: the verdict, then each reason. */
export const outcome = {
  ADOPTED_UNANIMOUSLY: 'Adoptée à l’unanimité ({for, plural, one {# voix pour} many {# voix pour} other {# voix pour}})',
  ADOPTED_BY_VOTES_CAST: 'Adoptée à l’unanimité des suffrages exprimés ({abstentions, plural, one {# abstention} many {# abstentions} other {# abstentions}})',
  NOT_ADOPTED: 'Non adoptée',
  AGAINST: 'vote contre de {name} : {words}',
  ABSTENTION: 'abstention de {name}',
  NOT_CAST: '{name} n’a pas voté',
  PARTY_WITHOUT_VOTE: 'aucune voix pour du côté de {name}',
  NO_VOTE_FOR: 'aucune voix pour',
  QUORUM: 'quorum non atteint : personne ne représente la coprésidence de {name}',
  EMPTY_ROLL: 'aucun membre présent ne pouvait voter',
};

/** Refusals of the register of an agreement's life: acts, dates, notices. */
export const refusalLife = {
  LIFE_TEXT_BLANK:
    'Ce champ ne peut pas rester vide : {field, select, body {le conseil qui a délibéré} office {la qualité de qui signe} place {le lieu} authority {l’autorité qui vise} holder {au moins un détenteur} motive {le motif} other {ce texte}}.',
  DATE_TO_COME:
    'Le registre garde ce qui a eu lieu, et cette date est à venir : {field, select, decidedOn {délibération ou décision} signedOn {signature} sentOn {envoi} receivedOn {réception} publishedOn {publication} submittedOn {dépôt} withdrawnOn {retrait} other {examen}}. Revenez l’écrire ce jour-là.',
  DATES_REVERSED:
    'Ces deux dates se contredisent : {second, select, receivedOn {la réception} decidedOn {la décision} withdrawnOn {le retrait} other {la seconde}} ne peut pas précéder {first, select, sentOn {l’envoi} submittedOn {le dépôt} other {la première}}.',
  TRANSMISSION_EMPTY: 'Rien n’est rempli. Écrivez au moins l’identifiant de l’acte ou l’une des dates ; les autres viendront quand elles seront connues.',
  VISA_HALF_DECIDED: 'Une décision et sa date vont ensemble : remplissez les deux, ou aucune tant que la réponse est attendue.',
  TOO_MANY_COPIES: 'Le registre des originaux s’arrête à {maximum}.',
  NOTHING_CHANGED: 'Rien n’a changé : c’est déjà ce que dit le registre.',
  CORRECTION_NEEDS_MOTIVE: 'Vous changez une valeur déjà connue. Dites pourquoi : l’ancienne reste lisible au registre, avec ce motif.',
  NOTICE_NOT_FORESEEN: 'Ce texte ne prévoit pas de préavis. Si les parties en sont convenues, enregistrez d’abord la règle de résiliation avec sa source.',
  NOTICE_ALREADY_GIVEN: 'Cette partie a déjà donné un préavis. Notez sa réception sur celui-ci, ou retirez-le avant d’en donner un autre.',
  NOTICE_NEEDS_MOTIVE: 'Un préavis dit son motif.',
  NOTICE_WITHDRAWN: 'Ce préavis est déjà retiré.',
  NOTICE_HAS_ENDED: 'Ce préavis a produit son effet : l’accord a pris fin. Il ne se retire plus ; les parties concluent un nouvel accord.',
  NO_TERM: 'Ce texte n’a ni terme ni reconduction : il n’y a rien à examiner.',
  REGISTER_OF_ANOTHER_PARTY: 'Chaque coordination écrit les actes de sa partie. Pour ceux de l’autre, adressez-vous à sa coordination.',
};

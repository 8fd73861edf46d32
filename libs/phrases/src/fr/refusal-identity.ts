/** Refusals of sign-in. */
export const refusalIdentity = {
  MAIL_ADDRESS_REFUSED: 'Cette adresse de courriel n’est pas valable. Vérifiez-la : elle s’écrit prenom.nom@ville.fr, sans accent ni espace.',
  SIGN_IN_CODE_EXPIRED: 'Ce code n’est plus valable : il dure {minutes} minutes et ne sert qu’une fois. Demandez-en un nouveau.',
  SIGN_IN_CODE_TOO_MANY_TRIES: 'Ce code a été essayé {tries} fois. Demandez-en un nouveau.',
  SIGN_IN_CODE_WRONG: 'Ce n’est pas le bon code. {left, plural, =0 {Demandez-en un nouveau.} one {Il reste # essai.} other {Il reste # essais.}}',
  SIGN_IN_CODE_TOO_MANY_ASKED: 'Plusieurs codes viennent déjà d’être demandés pour cette adresse. Patientez un quart d’heure, ou utilisez le dernier reçu.',
  SIGN_IN_CODE_OTHER_BROWSER: 'Ce code se saisit dans le navigateur qui l’a demandé. Demandez-en un nouveau ici.',
  STEP_UP_REQUIRED: 'Avant ce geste, confirmez que c’est bien vous : demandez un code par courriel et saisissez-le.',
  IDEMPOTENCY_KEY_REUSED: 'Ce formulaire a déjà été envoyé avec un autre contenu. Rechargez la page et recommencez.',
};

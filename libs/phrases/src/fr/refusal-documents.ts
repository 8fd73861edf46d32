/** Refusals of the press. */
export const refusalDocuments = {
  GLYPH_MISSING: 'Ce caractère ne peut pas être imprimé dans un document officiel\u00a0: {character}. Remplacez-le par des mots (caractères concernés dans ce texte\u00a0: {count}).',
  DOCUMENT_TOO_LARGE: 'Ce document est trop long pour être imprimé\u00a0: {length} caractères, {maximum} au plus. Placez une partie du texte en annexe.',
  PRESS_MISSING: 'Les PDF ne peuvent pas être produits sur cette machine ({platform})\u00a0: le moteur d’impression n’y existe pas. Prévenez l’administrateur de l’instance\u00a0; rien n’est perdu.',
  VERIFICATION_HASH_UNREADABLE: 'Ce n’est pas une empreinte SHA-256\u00a0: elle compte 64 signes, chiffres et lettres de a à f. Recopiez celle qui est imprimée au bas du procès-verbal, ou déposez le fichier.',
  VERIFICATION_TOO_MANY: 'Trop de vérifications depuis ce réseau\u00a0: {maximum} par quart d’heure. Attendez un quart d’heure, puis recommencez.',
};

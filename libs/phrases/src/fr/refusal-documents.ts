/** Refusals of the press. */
export const refusalDocuments = {
  GLYPH_MISSING: 'Ce caractère ne peut pas être imprimé dans un document officiel\u00a0: {character}. Remplacez-le par des mots (caractères concernés dans ce texte\u00a0: {count}).',
  DOCUMENT_TOO_LARGE: 'Ce document est trop long pour être imprimé\u00a0: {length} caractères, {maximum} au plus. Placez une partie du texte en annexe.',
  PRESS_MISSING: 'Les PDF ne peuvent pas être produits sur cette machine ({platform})\u00a0: le moteur d’impression n’y existe pas. Prévenez l’administrateur de l’instance\u00a0; rien n’est perdu.',
};

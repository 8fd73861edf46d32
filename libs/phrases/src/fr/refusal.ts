import { refusalDoor } from './refusal-door.js';
import { refusalAgreement } from './refusal-agreement.js';
import { refusalHand } from './refusal-hand.js';
import { refusalJoining } from './refusal-joining.js';
import { refusalLife } from './refusal-life.js';
import { refusalActions } from './refusal-actions.js';
import { refusalAttachments } from './refusal-attachments.js';
import { refusalDocuments } from './refusal-documents.js';
import { refusalDeliberation } from './refusal-deliberation.js';
import { refusalEntered } from './refusal-entered.js';
import { refusalIdentity } from './refusal-identity.js';
import { refusalParties } from './refusal-parties.js';
import { refusalPrivacy } from './refusal-privacy.js';
import { refusalOffice } from './refusal-office.js';
import { refusalProgramme } from './refusal-programme.js';
import { refusalRules } from './refusal-rules.js';
/** One sentence per refusal code: what is wrong, why, and what to do next. */
export const refusal = {
  NOT_FOUND: 'Introuvable. Le lien est peut-être ancien, ou cet élément ne vous est pas ouvert.',
  SIGN_IN_REQUIRED: 'Connectez-vous pour continuer.',
  NOT_ALLOWED: 'Cette action ne relève pas de votre fonction dans ce partenariat.',
  VERSION_CHANGED: 'Une autre personne a modifié ce texte entre-temps. Rien du vôtre n’est perdu : comparez les deux, puis enregistrez de nouveau.',
  BLANK_TEXT: 'Ce champ ne peut pas rester vide : {field, select, title {le titre} indicator {l’intitulé de l’indicateur} budget {l’intitulé de la ligne de budget} reason {le motif} other {{field}}}.',
  TEXT_TOO_LONG: 'Ce texte est trop long : {length} caractères, {maximum} au plus.',
  NO_SUCH_DATE: 'Cette date n’existe pas : {text}.',
  UNEXPECTED: 'Une erreur inattendue est survenue. Rien n’a été enregistré ; réessayez, et si elle revient donnez cette référence : {requestId}.',
  TOO_BUSY: 'Trop de monde à la fois : votre demande n’a pas trouvé de place. Rien n’a été enregistré ; réessayez dans un instant.',
  WEEKDAY_DOES_NOT_MATCH: 'Le jour ne correspond pas à la date {date} : c’est un {found, select, 1 {lundi} 2 {mardi} 3 {mercredi} 4 {jeudi} 5 {vendredi} 6 {samedi} other {dimanche}}. Corrigez l’un ou l’autre.',
  CURRENCIES_DIFFER: 'Ces montants ne sont pas dans la même devise : {expected} et {found}. Additionnez chaque devise à part.',
  NOT_AN_AMOUNT: 'Ce montant ne se lit pas : {text}. Écrivez-le en chiffres, par exemple 1 250,00, dans la devise {currency}.',
  RESUMED_BY_ADMIN: 'Cette instance sert plusieurs partenariats : reprendre les envois les concerne tous. Demandez-le à l’administration de l’instance.',
  SENDING_NOT_HELD: 'Les envois n’attendent aucun accord : ils ont déjà repris.',
  NOBODY_LATE: 'Personne de votre côté n’attend de relance aujourd’hui : chacun est à jour, ou a été sollicité il y a moins de 48 heures.',
  SILENCE_NOT_POSSIBLE: 'L’échéance est trop proche pour demander le silence. Faites la chose, ou parlez-en à votre coordination.',
  SILENCE_IN_THE_PAST: 'Choisissez un jour à venir.',
  ROW_FIXED: 'Cette ligne tombe le jour que nomme un texte : elle ne se déplace pas. Les autres lignes de la même affaire le peuvent.',
  ROW_OUT_OF_RANGE: 'Ce jour n’est pas possible ici : choisissez entre {first, number} et {last, number} jours (négatif : avant). Deux lignes restent à deux jours l’une de l’autre et dans leur ordre.',
  SILENCE_TOO_LONG: 'Le silence peut être demandé jusqu’au {until}, pas au-delà. Choisissez un jour plus proche.',
  DEMO_ONLY: 'Ce geste n’existe que dans la démonstration.',
  DEMO_CLOCK_ONLY_FORWARD: 'L’horloge de la démonstration n’avance que vers l’avenir : choisissez une date plus tardive.',
  ...refusalDoor,
  ...refusalIdentity,
  ...refusalParties,
  ...refusalPrivacy,
  ...refusalEntered,
  ...refusalProgramme,
  ...refusalOffice,
  ...refusalActions,
  ...refusalDeliberation,
  ...refusalDocuments,
  ...refusalAttachments,
  ...refusalAgreement,
  ...refusalLife,
  ...refusalHand,
  ...refusalJoining,
  ...refusalRules,
};

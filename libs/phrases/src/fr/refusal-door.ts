/** Refusals of the door of the API: what is wrong with the request itself. `detail` is graphql’s own English. */
export const refusalDoor = {
  GRAPHQL_PARSE_FAILED: 'Cette requête GraphQL ne se lit pas. Corrigez son écriture, puis renvoyez-la : {detail}',
  GRAPHQL_VALIDATION_FAILED: 'Cette requête GraphQL ne correspond pas au schéma. Comparez-la au schéma publié, puis renvoyez-la : {detail}',
  BAD_USER_INPUT: 'Une valeur envoyée n’est pas celle qui était attendue. Corrigez-la, puis recommencez : {detail}',
  BAD_REQUEST: 'Cette requête ne peut pas être lue ici. Vérifiez la méthode et la forme de l’envoi : {detail}',
  TOO_COMPLEX: 'Cette requête demande trop à la fois : {found, number} {measure, select, depth {niveaux} aliases {alias} fields {champs} directives {directives} repeats {fois le même champ} cost {valeurs} page {lignes par page} other {mots}}, {maximum, number} au plus. Demandez moins, ou en plusieurs fois.',
  MUTATION_OVER_GET: 'Une action ne part jamais d’un simple lien. Envoyez-la par POST.',
  CROSS_SITE_REQUEST: 'Cette requête vient d’un autre site : elle n’a pas été exécutée. Ouvrez Passerelle dans votre navigateur et recommencez depuis ses pages.',
  UNSUPPORTED_MEDIA_TYPE: 'Cette forme d’envoi n’est pas acceptée : cette adresse ne lit que du JSON. Renvoyez la requête avec l’en-tête Content-Type: application/json.',
  PAYLOAD_TOO_LARGE: 'Cet envoi est trop lourd : {maximum, number} octets au plus. Envoyez moins à la fois.',
};

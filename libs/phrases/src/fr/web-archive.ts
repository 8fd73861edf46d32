/** The whole partnership as a file, for coordinators. */
export const webArchive = {
  title: 'Emporter le partenariat',
  lead: 'Un seul fichier contient la convention, les réunions, les votes, les PV avec leurs PDF, les signatures, les plans et le journal des actes. Il est le même pour chaque coordination, sans adresse de courriel ni brouillon.',
  download: 'Télécharger tout le partenariat',
  check: 'Chacun peut en vérifier l’intégrité sans nous, et l’ouvrir dans une autre instance de Passerelle : le mode d’emploi est dans le fichier.',
};

import { isLoopback } from '#platform';
import type { Answers } from './questions.js';

/** What is left to do once the instance is made, in the order in which it is done. */
export function whatRemains(answers: Answers, settingsPath: string): string[] {
  const { hostname, origin } = new URL(answers['PUBLIC_URL'] ?? '');
  const port = answers['PORT'] || '3000';
  const proxy = isLoopback(hostname)
    ? []
    : [
        `Mandataire TLS : ${origin} → http://127.0.0.1:${port}. Deux exemples qui marchent : deploy/Caddyfile (certificat compris) et deploy/nginx.conf ; remplacez-y cooperation.ville.example par ${hostname}${port === '3000' ? '' : ` et 3000 par ${port}`}.`,
        'Service : deploy/passerelle.service (systemd) la relance seule après une panne ou un redémarrage.',
      ];
  const steps = [
    ...proxy,
    `Démarrer : npm start. La démonstration reste à part : npm run demo, données dans .data.`,
    `Entrer : ${origin}/sign-in, avec ${answers['ADMIN_MAIL']}, puis ouvrir votre premier partenariat.`,
    'Sauvegarder : passerelle backup, chaque nuit, sur une autre machine.',
    `Garder ailleurs une copie de ${settingsPath}.`,
    'En cas de doute : passerelle doctor.',
  ];
  return ['', 'L’instance est prête. Il reste :', ...steps.map((step, place) => `  ${place + 1}. ${step}`), '', `Domaine des clés d’accès : ${hostname}. Le changer plus tard oblige chacun à refaire la sienne.`];
}

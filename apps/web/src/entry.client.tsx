import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import type { Language } from '#kernel';
import { Speaking } from './base/language.tsx';
import type { Theme } from './base/load-context.ts';
import { sayFrom } from './base/sentences.ts';

/** French speaks for languages that have no sentences yet, as on the server. */
const loadSentences = {
  fr: () => import('virtual:sentences/fr'),
  ar: () => import('virtual:sentences/ar'),
};

async function hydrate(): Promise<void> {
  const { lang, dataset } = document.documentElement;
  const spoken = lang === 'ar' ? 'ar' : 'fr';
  const { default: sentences } = await loadSentences[spoken]();
  const voice = {
    language: lang as Language,
    theme: dataset['theme'] as Theme,
    requestId: dataset['request'] ?? '',
    styles: document.querySelector('style')?.textContent ?? '',
    say: sayFrom(sentences, spoken === 'ar' ? 'ar-MA' : 'fr-FR'),
  };
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Speaking voice={voice}>
          <HydratedRouter />
        </Speaking>
      </StrictMode>,
    );
  });
}

void hydrate();

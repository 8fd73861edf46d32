import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import type { Language } from '#kernel';
import { Speaking } from './base/language.tsx';
import type { Theme } from './base/load-context.ts';
import { sayLearnt } from './base/sentences.ts';

/** Every module of the page's routes has run before this one, and brought its sentences. */
function hydrate(): void {
  const { lang, dataset } = document.documentElement;
  const voice = {
    language: lang as Language,
    theme: dataset['theme'] as Theme,
    requestId: dataset['request'] ?? '',
    styles: document.querySelector('style')?.textContent ?? '',
    say: sayLearnt(),
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

hydrate();

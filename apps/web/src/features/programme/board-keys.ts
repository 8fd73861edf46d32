import type { KeyboardEvent } from 'react';

const cardsIn = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-card]')];

/** One card of the board is on the way of the Tab key: the last one that was reached. */
function reach(card: HTMLElement | undefined, board: Element): void {
  if (!card) return;
  cardsIn(board).forEach((other) => other.setAttribute('tabindex', other === card ? '0' : '-1'));
  card.focus();
}

/** The nearest column with a card in it, that many steps away. */
function neighbour(columns: readonly Element[], from: number, step: 1 | -1): Element | undefined {
  for (let place = from + step; place >= 0 && place < columns.length; place += step) if (cardsIn(columns[place]!).length > 0) return columns[place];
  return undefined;
}

function wanted(key: string, card: HTMLElement, board: Element): HTMLElement | undefined {
  const columns = [...board.querySelectorAll('[data-column]')];
  const from = columns.findIndex((column) => column.contains(card));
  const mine = cardsIn(columns[from]!);
  const place = mine.indexOf(card);
  const towards = getComputedStyle(board).direction === 'rtl' ? -1 : 1;
  const across = (step: 1 | -1): HTMLElement | undefined => {
    const cards = cardsIn(neighbour(columns, from, step) ?? columns[from]!);
    return cards[Math.min(place, cards.length - 1)];
  };
  if (key === 'ArrowDown') return mine[place + 1];
  if (key === 'ArrowUp') return mine[place - 1];
  if (key === 'Home') return mine[0];
  if (key === 'End') return mine.at(-1);
  if (key === 'ArrowRight') return across(towards);
  if (key === 'ArrowLeft') return across(towards === 1 ? -1 : 1);
  return undefined;
}

const ours = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' '];

/** On a card: arrows go to the next one, Enter opens the fiche, the space bar its moves; Escape comes back from them. Elsewhere keys are left alone. */
export function boardKeys(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const card = target.closest<HTMLElement>('[data-card]');
  if (!card) return;
  const menu = card.querySelector('details');
  if (event.key === 'Escape' && menu?.open) {
    menu.open = false;
    reach(card, event.currentTarget);
  }
  if (target !== card || !ours.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (event.key === 'Enter') card.querySelector('a')?.click();
  else if (event.key === ' ') {
    if (menu) menu.open = true;
    menu?.querySelector('summary')?.focus();
  } else reach(wanted(event.key, card, event.currentTarget), event.currentTarget);
}

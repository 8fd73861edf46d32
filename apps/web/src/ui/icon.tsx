import styles from './icon.module.css';

/** Drawn on a 24 × 24 grid, one stroke. An icon never speaks alone: a word stands beside it. */
const drawings = {
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.6v.1',
  arrow: 'M4 12h15m-6-6 6 6-6 6',
  board: 'M4 5h16v14H4zM9.5 5v14m5-14v14',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8m7-4.5V8',
  check: 'm4.5 12.5 5 5L19.5 7',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2.5',
  cross: 'm6 6 12 12M18 6 6 18',
  document: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6m-6 4h6',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14',
  globe: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Z',
  home: 'M4 11.5 12 4l8 7.5V20h-5.5v-5.5h-5V20H4z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5.5m0-9v.1',
  key: 'M8 11.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm2.8 1.2L19.5 4M16 7.5l3 3',
  lock: 'M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  mail: 'M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5',
  minus: 'M5.5 12h13',
  pen: 'm4 20 1-4.5L16 4.5l3.5 3.5-11 11L4 20Zm9.5-13 3.5 3.5',
  people: 'M8.5 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM2.5 19.5a6 6 0 0 1 12 0M16 5.3a3.25 3.25 0 0 1 0 6M17.5 14a6 6 0 0 1 4 5.5',
  plus: 'M12 5.5v13M5.5 12h13',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
} as const;

export type IconName = keyof typeof drawings;

/** Icons that point along the line of writing turn with it; a clock and a tick do not. */
const turning: readonly IconName[] = ['arrow'];

/** A decorative inline drawing, hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={turning.includes(name) ? `${styles.icon} ${styles.turning}` : styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}

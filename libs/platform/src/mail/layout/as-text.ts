import type { Block, Run, Runs, Tone } from './blocks.js';

const overrides = /[\u202a-\u202e]/g;
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const [leftToRight, firstStrong, endOfIsolate] = ['\u2066', '\u2068', '\u2069'];

function runAsText(run: Run): string {
  if (typeof run === 'string') return run;
  return 'id' in run ? isolated(run.id, leftToRight) : isolated(run.name, firstStrong);
}

/** Whatever was written inside cannot close the isolate around it. */
const isolated = (text: string, opening: string | undefined): string => `${opening}${text.replace(bidiControls, '')}${endOfIsolate}`;

/** A sentence for the text part and for a subject: ids and names between isolates (U+2066, U+2068 … U+2069). */
export const runsAsText = (runs: Runs): string => withoutOverrides(runs.map(runAsText).join(''));

/** Our own sentences keep the isolates they were written with, nothing keeps an override. */
export const withoutOverrides = (text: string): string => text.replace(overrides, '');

const marks: Readonly<Record<Tone, string>> = { DONE: '✓', LATE: '!', ATTENTION: '!' };

/** One block of the text part. */
export function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return runsAsText(block.text);
    case 'status':
      return `[${marks[block.tone]}] ${runsAsText(block.text)}`;
    case 'facts':
      return block.rows.map(({ label, values }) => `${label} : ${values.map(runsAsText).join(' · ')}`).join('\n');
    case 'list':
      return block.items.map((item) => `– ${runsAsText(item)}`).join('\n');
    case 'quote':
      return `« ${isolated(block.text, firstStrong)} »\n${isolated(block.source, firstStrong)}`;
    case 'code':
      return `    ${block.code}`;
  }
}

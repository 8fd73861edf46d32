import { describe, expect, it } from '@jest/globals';
import { box } from './box.js';

describe('the box', () => {
  it('frames every line at one width', () => {
    const lines = box('Passerelle', [['Maire', '/demo/maire'], ['API', '/graphiql'], 'Arrêter : Ctrl-C']).split('\n');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines).toContain('│ API     /graphiql   │');
  });
});

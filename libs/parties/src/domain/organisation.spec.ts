import { describe, expect, it } from '@jest/globals';
import { readOrganisation, readTerritory, type OrganisationWish } from './organisation.js';

const read = (wish: Partial<OrganisationWish>) => readOrganisation({ country: 'FR', ...wish });
const placed = (wish: Partial<OrganisationWish>) => readTerritory({ country: 'LB', ...wish });

describe('a party’s own facts', () => {
  it('keeps a SIREN without the blanks it is read with', () => {
    expect(read({ siren: '219 200 466' })).toMatchObject({ value: { siren: '219200466' } });
    expect(read({ siren: '' })).toMatchObject({ value: { siren: null } });
  });

  it.each([['219200467', 'FR', 'SIREN_KEY_WRONG'], ['21920046', 'FR', 'SIREN_KEY_WRONG'], ['219200466', 'MA', 'SIREN_IS_FRENCH']])('refuses %s in %s', (siren, country, code) => {
    expect(readOrganisation({ country, siren })).toMatchObject({ refused: true, code });
  });

  it('a note on its being a local authority names its source', () => {
    expect(read({ authorityNote: 'Comité populaire d’un camp' })).toMatchObject({ refused: true, code: 'NOTE_NEEDS_SOURCE', source: { kind: 'LAW' } });
    expect(read({ authorityNote: 'Comité populaire d’un camp', authoritySource: 'Accord, signatures' })).toMatchObject({ refused: false });
  });

  it('keeps each network once, at most twenty', () => {
    expect(read({ networks: ['AJPF', 'AJPF', 'Maires pour la paix'] })).toMatchObject({ value: { networks: ['AJPF', 'Maires pour la paix'] } });
    expect(read({ networks: Array.from({ length: 21 }, (_, place) => `Réseau ${place}`) })).toMatchObject({ refused: true, code: 'TOO_MANY_NETWORKS' });
  });

  it('a population may be approximate, and without a year', () => {
    expect(placed({ population: 18_000, supervision: 'UNRWA' })).toMatchObject({ value: { population: 18_000, populationYear: null, populationApproximate: false, supervision: 'UNRWA' } });
    expect(placed({ population: 52_000, populationYear: 2008, populationApproximate: true })).toMatchObject({ value: { populationApproximate: true } });
    expect(placed({ population: -1 })).toMatchObject({ refused: true, code: 'POPULATION_UNREADABLE' });
    expect(placed({ population: 1.5 })).toMatchObject({ refused: true, code: 'POPULATION_UNREADABLE' });
    expect(placed({ populationYear: 20_08_0 })).toMatchObject({ refused: true, code: 'POPULATION_YEAR_UNREADABLE' });
  });
});

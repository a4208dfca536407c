import { describe, expect, it } from 'vitest';
import { aimedAt, aimText, contentOf, emptyDraft, gapsOf } from './draft.ts';
import { placeAt, placeGroups } from './places.ts';
import { aRound } from './testing.ts';

const round = aRound();
const key = '0b5c6f7e-0000-4000-8000-000000000000';

describe('a comment being written', () => {
  it('needs words, and the place or the clause it says it is about', () => {
    expect(gapsOf(emptyDraft, 'public')).toEqual(['text']);
    expect(gapsOf({ ...emptyDraft, aim: 'place', text: '路' }, 'public')).toEqual(['place']);
    expect(gapsOf({ ...emptyDraft, aim: 'clause', text: '路' }, 'public')).toEqual(['clause']);
    expect(gapsOf({ ...emptyDraft, text: '路'.repeat(2001) }, 'public')).toEqual(['long']);
  });
  it('of a unit needs a stance; only who disagrees has to say why', () => {
    expect(gapsOf(emptyDraft, 'internal')).toEqual(['stance', 'text']);
    expect(gapsOf({ ...emptyDraft, stance: 'no-opinion', aim: 'place' }, 'internal')).toEqual([]);
    expect(gapsOf({ ...emptyDraft, stance: 'agree' }, 'internal')).toEqual([]);
    expect(gapsOf({ ...emptyDraft, stance: 'disagree' }, 'internal')).toEqual(['text']);
  });
  it('sends nothing empty, and no name of a unit', () => {
    const draft = { ...emptyDraft, text: ' 路 ', name: ' ', reach: '12345', key };
    expect(contentOf(draft, round, '')).toEqual({ round: round.id, aim: { place: null, clause: null }, text: '路', key, reach: '12345' });
    const internal = aRound({ kind: 'internal' });
    const sent = contentOf({ ...draft, name: '某人', stance: 'agree' }, internal, '');
    expect(sent).toEqual({ round: round.id, aim: { place: null, clause: null }, text: '路', key, stance: 'agree' });
    expect(contentOf({ ...draft, stance: 'no-opinion' }, internal, '').text).toBe('');
  });
  it('passes on what only a machine fills in', () => {
    expect(contentOf({ ...emptyDraft, text: '路', key }, round, 'http://spam')).toMatchObject({ website: 'http://spam' });
  });
  it('aims at a place or a clause of the round only', () => {
    const draft = { ...emptyDraft, text: '路', key, aim: 'place', place: 'blocks/b1/areaAfter' };
    const { aim } = contentOf(draft, round, '');
    expect(aim).toEqual({ place: { table: 'blocks', row: 'b1', field: 'areaAfter', label: '白马区块 · 整合后' }, clause: null });
    expect(contentOf({ ...draft, place: 'blocks/none/' }, round, '').aim).toEqual({ place: null, clause: null });
    const clause = contentOf({ ...draft, aim: 'clause', clause: 'zj-2020-guidance/S2-(七)' }, round, '');
    expect(clause.aim).toEqual({ place: null, clause: { pack: 'zj-2020-guidance', clause: 'S2-(七)' } });
  });
});

describe('what a comment is about', () => {
  it('reads with its table, as two tables may call a row the same', () => {
    const place = { table: 'blocks', row: 'b1', label: '白马区块' };
    expect(aimText({ place, clause: null }, round.places)).toBe('附件 1 · 白马区块');
    expect(aimText({ place, clause: null })).toBe('白马区块');
    expect(aimText({ place: { table: 'parks', label: '园区' }, clause: null }, round.places)).toBe('园区');
    expect(aimText({ place: null, clause: { pack: 'p', clause: 'S2-(七)' } })).toBe('S2-(七)');
    expect(aimText({ place: null, clause: null })).toBeNull();
  });
});

describe('the place of a link', () => {
  it('begins the comment there and keeps the words', () => {
    const aimed = aimedAt({ ...emptyDraft, text: '路' }, round.places, 'blocks/b1/');
    expect(aimed).toMatchObject({ aim: 'place', place: 'blocks/b1/', text: '路' });
    expect(aimedAt(emptyDraft, round.places, 'nowhere/x/')).toBe(emptyDraft);
    expect(aimedAt(emptyDraft, round.places, undefined)).toBe(emptyDraft);
  });
  it('falls back from the cell to its row and to its table', () => {
    expect(placeAt(round.places, 'blocks/b1/areaBefore')?.label).toBe('白马区块');
    expect(placeAt(round.places, 'parks/k9/level')?.label).toBe('园区');
  });
  it('stands in the list under its table, the table itself apart', () => {
    const groups = placeGroups(round.places);
    expect(groups.map(({ whole, places }) => [whole?.label, places.length])).toEqual([
      ['附件 1', 2],
      ['园区', 0],
    ]);
  });
});

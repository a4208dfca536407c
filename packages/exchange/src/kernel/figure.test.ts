import { describe, expect, test } from 'vitest';
import { readArea, unitInHeader } from './area.ts';
import { readFigure } from './figure.ts';

describe('a figure as people type it', () => {
  test('full-width digits are read with a note', () => {
    const { value, notes } = readFigure('１１．６０');
    expect(value).toEqual({ number: '11.60', unit: '' });
    expect(notes).toHaveLength(1);
  });

  test('a space beside the point is read with a note', () => {
    const { value, notes } = readFigure('17. 24');
    expect(value?.number).toBe('17.24');
    expect(notes[0]?.zh).toContain('17.24');
  });

  test.each(['6. 575. 73', '6.575.73', '1.2.3'])('glued figures are refused: %s', (typed) => {
    expect(readFigure(typed).problem?.zh).toContain('连在了一起');
  });

  test.each(['17 24', '1 .5 2', '11.6 0'])('a space that may part two figures is refused: %s', (typed) => {
    expect(readFigure(typed).value).toBeUndefined();
  });

  test('thousands commas are taken out with a note; a lone comma is no decimal point', () => {
    expect(readFigure('1,234.5').value?.number).toBe('1234.5');
    expect(readFigure('6,57').problem).toBeDefined();
  });

  test.each(['约17', 'abc', '.', '一百', '17。24', '1e5x', '0x10'])('what is no figure is refused: %s', (typed) => {
    expect(readArea(typed).problem).toBeDefined();
  });
});

describe('an area', () => {
  test.each([
    ['1160公顷', '11.60'],
    ['1160 ha', '11.60'],
    ['17400亩', '11.60'],
    ['1.74万亩', '11.60'],
    ['11600000平方米', '11.60'],
  ])('%s is converted to km² with a note', (typed, km2) => {
    const { value, notes } = readArea(typed);
    expect(value).toBe(km2);
    expect(notes.at(-1)?.zh).toContain('换算');
  });

  test('a conversion that does not end keeps 12 places and says so', () => {
    const { value, notes } = readArea('100亩');
    expect(value).toBe('0.066666666667');
    expect(notes[0]?.zh).toContain('12 位');
  });

  test('a word that every object knows was read as a unit', () => {
    expect(readArea('5 constructor').problem?.zh).toContain('不认识的单位');
    expect(readArea('5', unitInHeader('面积（toString）')).value).toBe('5');
  });

  test('km² in any writing needs no note', () => {
    for (const typed of ['17.24', '17.24km²', '17.24 ㎢', '17.24平方公里']) expect(readArea(typed)).toEqual({ value: '17.24', notes: [] });
  });

  test('the unit of the header counts, the unit in the cell counts more', () => {
    expect(unitInHeader('整合前面积（公顷）')).toBe('公顷');
    expect(readArea('1160', '公顷').value).toBe('11.60');
    expect(readArea('11.60平方公里', '公顷').value).toBe('11.60');
  });

  test('negative, impossible and percentage are refused', () => {
    expect(readArea('-1.5').problem?.zh).toContain('负数');
    expect(readArea('106001').problem?.zh).toContain('不可能');
    expect(readArea('200000000亩').problem?.zh).toContain('不可能');
    expect(readArea('15%').problem?.zh).toContain('百分数');
    expect(readArea('17.24斤').problem?.zh).toContain('斤');
  });

  test('zero is an area; the places typed are kept', () => {
    expect(readArea('0').value).toBe('0');
    expect(readArea('11.60').value).toBe('11.60');
  });
});

// A planner file as a person may have written it: everything wrong with it is said at once, with its place.
import { anInstance, aPark } from '@zhenghe/engine/planner/testing';
import { describe, expect, test } from 'vitest';
import { readInstanceFile } from './read-instance.ts';

type Loose = ReturnType<typeof JSON.parse>;

function read(edit: (file: Loose) => void = () => {}) {
  const file: Loose = structuredClone(anInstance());
  edit(file);
  return readInstanceFile(new TextEncoder().encode(JSON.stringify(file)));
}

function problemsOf(edit: (file: Loose) => void) {
  const answer = read(edit);
  return answer.ok ? [] : answer.problems.map(({ where, value }) => `${where}${value === null ? '' : ` ${value}`}`);
}

describe('a planner file', () => {
  test('is read as it is; what stands in about is no part of the instance', () => {
    const answer = read((file) => {
      file.about = { title: '试算', training: true, anything: [1] };
    });
    expect(answer.ok && answer.instance).toEqual(anInstance());
    expect(answer.ok && answer.about).toMatchObject({ title: '试算', training: true });
  });

  test('wrong types, missing and misspelt fields and wrong references are all named at once', () => {
    const problems = problemsOf((file) => {
      file.parks[0].staff = 'twenty';
      delete file.parks[1].abolishLoss;
      file.parks[2].plattform = true;
      file.parks.push(aPark());
      file.locks = [{ together: 'p1' }, { outcome: 'keep', park: 'p1' }, { apart: ['p1', 'p9'] }];
      file.caps.zones = 0;
    });
    expect(problems.sort()).toEqual(
      [
        'parks[0].staff twenty',
        'parks[1].abolishLoss',
        'parks[2] plattform',
        'parks[3].code p1',
        'locks[0] {"together":"p1"}',
        'locks[1] {"outcome":"keep","park":"p1"}',
        'locks[2].apart[1] p9',
        'caps.zones 0',
      ].sort(),
    );
  });

  test('a missing figure is asked for, not taken as zero', () => {
    const answer = read((file) => {
      delete file.parks[0].staff;
    });
    const [problem] = answer.ok ? [] : answer.problems;
    expect(problem).toMatchObject({ where: 'parks[0].staff', value: null, what: { zh: '缺少这一项。' } });
    expect(problem?.mend.en).toContain('do not write 0');
  });

  test('the first park without readable outputs makes no other park wrong', () => {
    expect(
      problemsOf((file) => {
        file.parks[0].outputs = null;
      }),
    ).toEqual(['parks[0].outputs null']);
  });

  test('1e999 is infinite and refused', () => {
    const text = JSON.stringify(anInstance()).replace('"staff":20', '"staff":1e999');
    const answer = readInstanceFile(new TextEncoder().encode(text));
    expect(answer.ok || answer.problems.map(({ where, value }) => [where, value])).toEqual([['parks[0].staff', 'Infinity']]);
  });

  test('what is no JSON, no object or has no lists is refused in one sentence', () => {
    const reasons = ['{"parks":[NaN]}', '\u{feff}', '[]', '{}', 'null'].map((text) => readInstanceFile(new TextEncoder().encode(text)));
    for (const answer of reasons) expect(answer.ok).toBe(false);
    expect(reasons.map((answer) => (answer.ok ? 0 : answer.problems.length))).toEqual([0, 0, 1, 6, 1]);
    expect(readInstanceFile(Uint8Array.of(0xff, 0xfe))).toMatchObject({ ok: false, reason: { en: expect.stringContaining('UTF-8') } });
  });

  test('lists beyond the limits are refused before they are looked into', () => {
    expect(
      problemsOf((file) => {
        file.parks = Array.from({ length: 6000 }, () => 0);
      }),
    ).toEqual(['parks 6000']);
    expect(
      problemsOf((file) => {
        file.parks[1].outputs = Array.from({ length: 2000 }, () => 'x');
      }),
    ).toEqual(['parks[1].outputs 2000']);
  });
});

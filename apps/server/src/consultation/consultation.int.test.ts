import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../platform/test-database.ts';
import { as as asIn, on, plansAt, refusalOf, whole } from './testing.ts';

let database: TestDatabase;
const as = (id: string, who: Parameters<typeof asIn>[2] = {}) => asIn(database, id, who);
const county = (place: string) => as('county', { place });

beforeAll(async () => {
  database = await plansAt(['330726', '330782', '330781', '330783', '330784', '330702', '330703', '330727']);
});
afterAll(async () => database?.drop());

type Begin = Parameters<ReturnType<typeof as>['consultation']['begin']>[0];

function begin(place: string, said: Partial<Begin> = {}) {
  const asked = { kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false } as const;
  return county(place).consultation.begin({ noun: 'plans', id: `t-${place}`, on, ...asked, ...said });
}

const say = (round: string, text: string, more: object = {}, who: Parameters<typeof asIn>[2] = {}) =>
  as('public', who).consultation.comment({ round, aim: whole, text, key: randomUUID(), on, ...more });

async function savedAgain(place: string, day: string) {
  const { plan, version } = await county(place).plans.get({ id: `t-${place}`, on: day });
  const changed = { ...plan, title: `${plan.title}（改）` };
  return county(place).plans.save({ id: `t-${place}`, basedOn: version, plan: changed, on: day });
}

describe('a public round from its first day to its answers', () => {
  const place = '330726';
  const after = '2021-06-23';
  let round = '';
  let receipt = '';

  it('needs seven working days, past the Dragon Boat holiday, or thirty days; and tells the earliest', async () => {
    const short = await refusalOf(begin(place, { closesOn: '2021-06-21' }));
    expect(short).toMatchObject({ code: 'CONFLICT', zh: expect.stringContaining('2021-06-22') });
    const business = await refusalOf(begin(place, { touchesBusiness: true }));
    expect(business.zh).toContain('30 日');
    expect(business.zh).toContain('2021-07-10');
    const offer = await county(place).consultation.offer({ noun: 'plans', id: `t-${place}`, on });
    expect(offer).toMatchObject({ version: 1, refused: null, earliest: { plain: '2021-06-22', business: '2021-07-10' } });
    expect(offer.rule.public.zh).toContain('没有规定');
    expect(offer.units.map(({ id }) => id)).toContain('330700/land');
  });

  it('begins on the newest version, by the drafting unit alone, once', async () => {
    for (const who of [as('city'), as('province'), as('land'), as('public')])
      expect((await refusalOf(who.consultation.begin(asked()))).code).toBe('NOT_ALLOWED');
    // A draft of another county is not even there.
    expect((await refusalOf(county('330782').consultation.begin(asked()))).code).toBe('NOT_FOUND');
    expect((await refusalOf(begin(place, { version: 2 }))).code).toBe('CONFLICT');
    expect((await refusalOf(begin(place, { id: 't-none' }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(begin(place, { noun: 'constructor' }))).code).toBe('NOT_FOUND');
    const opened = await begin(place, { note: '请提意见' });
    round = opened.id;
    expect(opened).toMatchObject({ state: 'open', version: 1, number: 1, daysLeft: 7, comments: 0, by: { zh: expect.any(String) } });
    expect(opened.may).toEqual({ comment: true, answer: false, withhold: false, end: true, publish: false });
    expect((await refusalOf(begin(place))).zh).toContain('2021-06-22');
    const asked2 = await county(place).consultation.offer({ noun: 'plans', id: `t-${place}`, on });
    expect(asked2.refused).toBeNull();
    function asked(): Begin {
      return { noun: 'plans', id: `t-${place}`, kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on };
    }
  });

  it('keeps the plan still: it is neither saved nor submitted, and the refusal names the round and its end', async () => {
    for (const refused of [
      await refusalOf(savedAgain(place, on)),
      await refusalOf(county(place).plans.submit({ id: `t-${place}`, version: 1, on })),
      await refusalOf(county(place).approvals.act({ noun: 'plans', id: `t-${place}`, kind: 'submit', version: 1, seen: 0, on })),
    ])
      expect(refused).toMatchObject({ code: 'CONFLICT', zh: expect.stringMatching(/公开征求意见.*2021-06-22/) });
  });

  it('is read by everybody with the very version, and takes comments on it, on a cell, on a clause', async () => {
    const seen = await as('public').consultation.get({ round, on });
    expect(seen.may).toEqual({ comment: true, answer: false, withhold: false, end: false, publish: false });
    expect(seen.link).toBe(`/plans/t-${place}?version=1`);
    expect((await as('public').plans.get({ id: `t-${place}`, version: 1, on })).version).toBe(1);
    const cell = seen.places.find(({ field }) => field === 'areaAfter');
    const clause = seen.clauses[0];
    if (!cell || !clause) throw new Error('nothing to aim at');
    const first = await say(round, '整体可行', { name: '张三', reach: '13800000000' });
    expect(first).toMatchObject({ number: 1, receipt: expect.stringMatching(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/) });
    receipt = first.receipt;
    expect((await say(round, '这一块太大', { aim: { place: cell, clause: null } })).number).toBe(2);
    expect((await say(round, '应按此条核对', { aim: { place: null, clause } })).number).toBe(3);
    const gone = { place: { table: 'blocks', row: 'none', label: '没有的区块' }, clause: null };
    expect((await refusalOf(say(round, 'x', { aim: gone }))).zh).toContain('没有的区块');
    expect((await refusalOf(say(round, 'x', { aim: { place: null, clause: { pack: 'x', clause: 'y' } } }))).code).toBe('CONFLICT');
    expect((await refusalOf(say(round, '  '))).code).toBe('CONFLICT');
    expect((await refusalOf(say(round, 'x', { stance: 'agree' }))).code).toBe('CONFLICT');
  });

  it('shows the drafting unit what was said and how to reach who said it; those above only what was said; the public neither', async () => {
    const own = await county(place).consultation.get({ round, on });
    expect(own.said.map(({ number, text }) => [number, text])).toEqual([
      [1, '整体可行'],
      [2, '这一块太大'],
      [3, '应按此条核对'],
    ]);
    expect(own.said[0]?.contact).toEqual({ name: '张三', reach: '13800000000' });
    expect(own).toMatchObject({ unanswered: 3, waitsForMe: true });
    for (const who of [as('city'), as('province')]) {
      const seen = await who.consultation.get({ round, on });
      expect(seen.said).toHaveLength(3);
      expect(seen.said.every(({ contact }) => contact === null)).toBe(true);
      expect(seen.may).toEqual({ comment: true, answer: false, withhold: false, end: false, publish: false });
    }
    for (const who of [as('public'), county('330782'), as('zone')]) expect((await who.consultation.get({ round, on })).said).toEqual([]);
    expect((await as('public').consultation.get({ round, on })).comments).toBe(3);
  });

  it('finds a comment by its receipt, written in any way, and no other by a wrong one', async () => {
    const found = await as('public').consultation.receipt({ receipt: ` ${receipt.toLowerCase().replaceAll('-', ' ')} `, on });
    expect(found.comment).toMatchObject({ number: 1, text: '整体可行', answer: null, contact: null });
    for (const wrong of ['', 'ABCD', 'ABCD-EFGH-JKMN-PQRS', "' or 1=1 --", '\u0000'])
      expect((await refusalOf(as('public').consultation.receipt({ receipt: wrong, on }))).code).toBe('NOT_FOUND');
  });

  it('is answered by the drafting unit alone; a foreign comment or a version that is not there is refused', async () => {
    const { said } = await county(place).consultation.get({ round, on });
    const comment = said[0]?.id ?? '';
    const answer = { round, comment, outcome: 'adopted', reason: '已采纳', on: after } as const;
    for (const who of [as('city'), as('province'), county('330782'), as('public')])
      expect((await refusalOf(who.consultation.answer(answer))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(county(place).consultation.answer({ ...answer, comment: randomUUID() }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(county(place).consultation.answer({ ...answer, round: randomUUID() }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(county(place).consultation.answer({ ...answer, version: 2 }))).zh).toContain('第 2 版');
    expect((await refusalOf(county(place).consultation.answer({ ...answer, version: 1 }))).zh).toContain('之后');
    const once = await county(place).consultation.answer(answer);
    expect(once).toMatchObject({ state: 'closed', unanswered: 2 });
    expect((await as('public').consultation.receipt({ receipt, on: after })).comment.answer).toBeNull();
  });

  it('once over, lets the plan be saved, and submitted only when all is answered', async () => {
    expect((await savedAgain(place, after)).version).toBe(2);
    expect((await refusalOf(county(place).plans.submit({ id: `t-${place}`, version: 2, on: after }))).zh).toContain('2 条意见没有答复');
    expect((await refusalOf(county(place).consultation.publish({ round, on: after }))).zh).toContain('2 条');
    expect((await refusalOf(say(round, '晚了', { on: after }))).zh).toContain('2021-06-22');
    const { said } = await county(place).consultation.get({ round, on: after });
    await county(place).consultation.answer({
      round,
      comment: said[1]?.id ?? '',
      outcome: 'partly',
      reason: '改了一半',
      version: 2,
      on: after,
    });
    await county(place).consultation.answer({ round, comment: said[2]?.id ?? '', outcome: 'adopted', reason: '打错了', on: after });
    const fixed = { round, comment: said[2]?.id ?? '', outcome: 'not', reason: '该条不适用', on: after } as const;
    expect((await refusalOf(county(place).consultation.answer({ ...fixed, version: 2 }))).code).toBe('CONFLICT');
    expect((await county(place).consultation.answer(fixed)).state).toBe('answered');
  });

  it('publishes the table: withheld ones without their words, contacts never', async () => {
    const { said } = await county(place).consultation.get({ round, on: after });
    const withheld = said[1]?.id ?? '';
    await county(place).consultation.withhold({ round, comment: withheld, reason: '含他人个人信息', on: after });
    expect((await refusalOf(county(place).consultation.withhold({ round, comment: withheld, reason: 'x', on: after }))).code).toBe(
      'CONFLICT',
    );
    expect((await county(place).consultation.publish({ round, on: after })).state).toBe('published');
    expect((await refusalOf(county(place).consultation.publish({ round, on: after }))).code).toBe('CONFLICT');
    const table = await as('public').consultation.get({ round, on: after });
    expect(table.said.map(({ text, contact, withheld: why, answer }) => [text, contact, why?.zh ?? null, answer?.outcome])).toEqual([
      ['整体可行', null, null, 'adopted'],
      ['', null, '含他人个人信息', 'partly'],
      ['应按此条核对', null, null, 'not'],
    ]);
    expect(table.said[1]).toMatchObject({ aim: whole, answer: { version: 2, reason: '改了一半' } });
    expect((await as('public').consultation.receipt({ receipt, on: after })).comment.answer?.reason).toBe('已采纳');
    const changing = { round, comment: withheld, outcome: 'adopted', reason: '反悔', on: after } as const;
    expect((await refusalOf(county(place).consultation.answer(changing))).zh).toContain('已经公布');
    expect((await county(place).plans.submit({ id: `t-${place}`, version: 2, on: after })).state).toBe('submitted');
  });

  it('begins no round on a plan that is not with its drafter', async () => {
    expect((await refusalOf(begin(place, { version: 2, on: after, closesOn: '2021-07-30' }))).zh).toContain('不在起草单位手中');
  });

  it('has written each act with its entry, and no contact in any', async () => {
    const { rows } = await sql<{ action: string; count: number }>`
      select action, count(*)::int as count from audit_entries where object = ${`consultation/${round}`} group by action order by action`.execute(
      database.db,
    );
    const { rows: acts } = await sql<{ action: string; count: number }>`
      select 'consultation/' || kind as action, count(*)::int as count from consultation_actions where round_id = ${round}
      group by kind order by kind`.execute(database.db);
    expect(rows).toEqual(acts);
    const { rows: all } = await sql<{ all: string }>`select jsonb_agg(to_jsonb(a))::text as all from audit_entries a`.execute(database.db);
    expect(all[0]?.all).not.toMatch(/张三|13800000000/);
  });
});

describe('a round that is ended for a new draft', () => {
  const place = '330782';

  it('ends with a reason, is still answered, and the next one names what it differs from', async () => {
    const first = await begin(place);
    await say(first.id, '请再核对');
    expect((await refusalOf(as('city').consultation.end({ round: first.id, reason: 'x', on }))).code).toBe('NOT_ALLOWED');
    const ended = await county(place).consultation.end({ round: first.id, reason: '修改边界', on });
    expect(ended).toMatchObject({ state: 'closed', endedEarly: { on, reason: '修改边界' }, daysLeft: null });
    expect((await as('public').consultation.get({ round: first.id, on })).endedEarly?.reason).toBe('修改边界');
    expect((await refusalOf(say(first.id, '晚了'))).code).toBe('CONFLICT');
    expect((await savedAgain(place, on)).version).toBe(2);
    const second = await begin(place, { version: 2 });
    expect(second).toMatchObject({ number: 2, previous: { round: first.id, version: 1 } });
    expect(second.compareLink).toBe(`/plans/t-${place}/compare?from=1&to=2`);
    const seen = await as('public').plans.get({ id: `t-${place}`, version: 1, on });
    expect(seen.version).toBe(1);
  });
});

describe('a round of units', () => {
  const place = '330781';
  let round = '';

  it('asks units of the place, its city and the province, and no others', async () => {
    expect((await refusalOf(begin(place, { kind: 'internal', units: [] }))).zh).toContain('选择');
    for (const units of [['330800/land'], ['330700'], ['__proto__'], ['330781/none']])
      expect((await refusalOf(begin(place, { kind: 'internal', units }))).code).toBe('CONFLICT');
    const opened = await begin(place, { kind: 'internal', units: ['330700/land', '330700/environment', '330781/reform'], closesOn: on });
    round = opened.id;
    expect(opened.units.map(({ unit, standing }) => [unit.name.zh, standing])).toEqual([
      ['金华市自然资源和规划局', 'waiting'],
      ['金华市生态环境局', 'waiting'],
      ['兰溪市发展和改革委员会', 'waiting'],
    ]);
  });

  it('is seen by those asked, the drafting unit and those above; nobody else knows of it', async () => {
    const listed = async (who: ReturnType<typeof as>) => (await who.consultation.list({ dataset: 'training', on })).map(({ id }) => id);
    for (const who of [county(place), as('city'), as('province'), as('land')]) expect(await listed(who)).toContain(round);
    for (const who of [as('public'), county('330726'), as('zone'), as('city', { place: '330800' })]) {
      expect(await listed(who)).not.toContain(round);
      expect((await refusalOf(who.consultation.get({ round, on }))).code).toBe('NOT_FOUND');
      expect((await refusalOf(who.consultation.comment({ round, aim: whole, text: 'x', key: randomUUID(), on }))).code).toBe('NOT_FOUND');
    }
    expect((await as('land').consultation.list({ dataset: 'training', on })).find(({ id }) => id === round)?.waitsForMe).toBe(true);
  });

  it('takes a stance, a bare one too, and shows each unit only its own until it is published', async () => {
    const opine = (who: ReturnType<typeof as>, said: object) =>
      who.consultation.comment({ round, aim: whole, text: '', key: randomUUID(), on, ...said });
    expect((await refusalOf(opine(as('land'), { text: '无' }))).zh).toContain('同意');
    expect((await refusalOf(opine(as('land'), { stance: 'disagree' }))).zh).toContain('意见');
    expect((await refusalOf(opine(as('land'), { stance: 'agree', name: '李四' }))).zh).toContain('联系方式');
    expect((await refusalOf(opine(county(place), { stance: 'agree' }))).code).toBe('NOT_ALLOWED');
    await opine(as('land'), { stance: 'no-opinion' });
    await opine(as('environment'), { stance: 'disagree', text: '一个区块靠近红线' });
    const seen = await as('land').consultation.get({ round, on });
    expect(seen.said.map(({ stance, text }) => [stance, text])).toEqual([['no-opinion', '']]);
    expect(seen.units.map(({ standing, stance }) => [standing, stance])).toEqual([
      ['given', 'no-opinion'],
      ['given', null],
      ['waiting', null],
    ]);
    const own = await county(place).consultation.get({ round, on });
    expect(own).toMatchObject({ asked: 3, answered: 2, unanswered: 1, comments: 2 });
  });

  it('notes who was silent, needs no answer to a bare stance, and holds the submission until the other is answered', async () => {
    const late = '2021-06-11';
    expect((await county(place).consultation.get({ round, on: late })).units[2]?.standing).toBe('late');
    expect((await refusalOf(county(place).plans.submit({ id: `t-${place}`, version: 1, on: late }))).zh).toContain('1 条');
    const { said } = await county(place).consultation.get({ round, on: late });
    const bare = { round, comment: said[0]?.id ?? '', outcome: 'adopted', reason: 'x', on: late } as const;
    expect((await refusalOf(county(place).consultation.answer(bare))).zh).toContain('表态');
    await county(place).consultation.answer({ ...bare, comment: said[1]?.id ?? '' });
    expect((await refusalOf(county(place).consultation.withhold({ round, comment: bare.comment, reason: 'x', on: late }))).code).toBe(
      'CONFLICT',
    );
    const out = await county(place).consultation.publish({ round, on: late });
    expect(out.units[2]?.standing).toBe('silent');
    expect((await as('land').consultation.get({ round, on: late })).said).toHaveLength(2);
    expect((await refusalOf(as('public').consultation.get({ round, on: late }))).code).toBe('NOT_FOUND');
  });
});

describe('comments without an account', () => {
  let round = '';
  beforeAll(async () => {
    round = (await begin('330783')).id;
  });

  it('sent twice by one form are one, with the same receipt; also at once', async () => {
    const key = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => say(round, '双击', { key })));
    expect(new Set(sent.map(({ receipt, number }) => `${receipt} ${number}`)).size).toBe(1);
    expect((await say(round, '后来改了字', { key })).receipt).toBe(sent[0]?.receipt);
    expect((await county('330783').consultation.get({ round, on })).said.map(({ text }) => text)).toEqual(['双击']);
  });

  it('in the same words are counted, and each receipt finds the one that is shown', async () => {
    const first = await say(round, '请保留  名称');
    const again = await say(round, '请保留 名称');
    expect(again.number).toBe(first.number);
    expect(again.receipt).not.toBe(first.receipt);
    for (const receipt of [first.receipt, again.receipt])
      expect((await as('public').consultation.receipt({ receipt, on })).comment).toMatchObject({ text: '请保留  名称', times: 2 });
  });

  it('from one address flow freely at first, then wait ever longer; from elsewhere they do not', async () => {
    for (let n = 0; n < 10; n += 1) await say(round, `第 ${n} 条`, {}, { address: '192.0.2.1' });
    expect((await refusalOf(say(round, '第 11 条', {}, { address: '192.0.2.1' }))).zh).toMatch(/[12] 分钟/);
    expect((await say(round, '第 11 条', {}, { address: '192.0.2.2' })).number).toBeGreaterThan(10);
  });

  it('are refused when a machine filled the hidden field, when they are too long, or hold what cannot be kept', async () => {
    expect((await refusalOf(say(round, 'x', { website: 'http://spam' }))).code).toBe('NOT_ALLOWED');
    await expect(say(round, 'x'.repeat(2001))).rejects.toThrow();
    await expect(say(round, 'a\u0000b')).rejects.toThrow();
    await expect(say(round, 'x', { key: 'not a key' })).rejects.toThrow();
    expect((await refusalOf(say(randomUUID(), 'x'))).code).toBe('NOT_FOUND');
  });

  it('keep tags and formulas as the letters they are', async () => {
    const evil = '<img src=x onerror=alert(1)> =HYPERLINK("http://x") @SUM(1)';
    await say(round, evil);
    expect((await county('330783').consultation.get({ round, on })).said.at(-1)?.text).toBe(evil);
  });
});

describe('two at once', () => {
  it('begin one round', async () => {
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => begin('330702')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rounds = await county('330702').consultation.list({ dataset: 'training', on, noun: 'plans', subject: 't-330702' });
    expect(rounds.map(({ number }) => number)).toEqual([1]);
  });

  it('saving and beginning do not both count on what they saw', async () => {
    const [saved, begun] = await Promise.allSettled([savedAgain('330703', on), begin('330703')]);
    expect([saved, begun].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { latest } = await county('330703').plans.get({ id: 't-330703', on });
    expect(latest).toBe(saved?.status === 'fulfilled' ? 2 : 1);
  });

  it('answering and publishing leave one whole record', async () => {
    const { id: round } = await begin('330727');
    const sent = await Promise.all(['甲', '乙', '丙', '丁'].map((text) => say(round, text)));
    expect(sent.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
    await county('330727').consultation.end({ round, reason: '改稿', on });
    const { said } = await county('330727').consultation.get({ round, on });
    const answer = (comment: string) => county('330727').consultation.answer({ round, comment, outcome: 'adopted', reason: '好', on });
    const publish = () => county('330727').consultation.publish({ round, on });
    await Promise.allSettled([...said.flatMap(({ id }) => [answer(id), answer(id)]), publish(), publish()]);
    await publish().catch(() => undefined);
    const { rows } = await sql<{ gaps: number; published: number }>`
      select max(seq)::int - count(*)::int as gaps, count(*) filter (where kind = 'publish')::int as published
      from consultation_actions where round_id = ${round}`.execute(database.db);
    expect(rows).toEqual([{ gaps: 0, published: 1 }]);
  });
});

describe('the day of an act', () => {
  it('in production is today, whatever the page says; what holds today is not lifted by another day', async () => {
    const { id: round } = await begin('330784');
    const later = as('public', { profile: 'production', today: on });
    const asked = { round, aim: whole, text: 'x', key: randomUUID() };
    expect((await refusalOf(later.consultation.comment({ ...asked, on: '2021-06-11' }))).zh).toContain(on);
    const own = as('county', { place: '330784', profile: 'production', today: on });
    const { plan } = await own.plans.get({ id: 't-330784', on });
    const changed = { ...plan, title: '改' };
    const saving = own.plans.save({ id: 't-330784', basedOn: 1, plan: changed, on: '2021-07-30' });
    expect((await refusalOf(saving)).zh).toContain('2021-06-22');
  });
});

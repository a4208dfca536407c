// Why the parks of a place stand where they stand, for a reader at a terminal: next best choices, and the rules that bind.
import type { BindingRule, Explained, NextBest, Outcome, Solved } from '@zhenghe/engine/planner';
import { type Asked, conflictLines, head, money, namesOf, outcomeWords } from './planner-text.ts';
import type { Language } from './stop.ts';
import { table } from './text.ts';

export interface Told {
  readonly answer: Solved;
  readonly explained: readonly ({ readonly jurisdiction: string } & Explained)[];
  readonly binding: readonly BindingRule[];
}

export function explainText(asked: Asked, { answer, explained, binding }: Told, lang: Language): string {
  const zh = lang === 'zh';
  const names = namesOf(asked.instance);
  const provincial = binding.length === 0 ? [] : [`${zh ? '全省' : 'Province'}\n${bindingText(asked, binding, lang)}`];
  const places = explained.map(({ jurisdiction, nextBest, binding: all, withoutRows }) => {
    const binding = all.filter(({ rule }) => rule !== 'zones-cap');
    const rows = nextBest.map((next) => parkRow(answer, next, { names, lang }));
    const left = withoutRows ? [zh ? '  （不计人员、平台和资金的总量）' : '  (without the sums of staff, platforms and money)'] : [];
    return [names(jurisdiction), table(rows, '  '), ...left, ...(binding.length === 0 ? [] : [bindingText(asked, binding, lang)])].join(
      '\n',
    );
  });
  return `${[head(asked, lang), ...provincial, ...places].join('\n\n')}\n`;
}

function parkRow(answer: Solved, { park, outcome, lead, extraCost, proven }: NextBest, words: Words): readonly string[] {
  const { names, lang } = words;
  const now = [names(park), standing(answer, park, words)];
  if (extraCost === null) return [...now, lang === 'zh' ? '没有别的可能' : 'nothing else is possible'];
  const most = proven ? '' : lang === 'zh' ? '（至多）' : ' (at most)';
  return [...now, `→ ${choiceText({ outcome, lead }, park, words)}`, `${extraCost < 0 ? '' : '+'}${money(extraCost)}${most}`];
}

function bindingText({ instance, rules }: Asked, binding: readonly BindingRule[], lang: Language): string {
  const title = lang === 'zh' ? '  起约束作用的规则（放宽一步可省）' : '  Rules that bind (saved by one step wider)';
  const lines = conflictLines(instance, binding, rules);
  const rows = lines.map(({ title, label, clause }, at) => [
    title[lang],
    label[lang],
    money(binding[at]?.saving ?? 0),
    clause ? `${clause.clause} ${clause.pack}` : '—',
  ]);
  return `${title}\n${table(rows, '    ')}`;
}

interface Words {
  readonly names: (code: string) => string;
  readonly lang: Language;
}

function standing({ plan, outcomes: all }: Solved, park: string, words: Words): string {
  const zone = plan.find((one) => one.parks.includes(park));
  if (zone?.lead === park && zone.parks.length > 1) return words.lang === 'zh' ? '牵头' : 'leads';
  return choiceText({ outcome: all[park] ?? 'abolish', lead: zone?.lead ?? null }, park, words);
}

function choiceText(
  { outcome, lead }: { readonly outcome: Outcome; readonly lead: string | null },
  park: string,
  { names, lang }: Words,
): string {
  if (lead === null) return outcomeWords[outcome][lang];
  if (lead === park) return lang === 'zh' ? '自为开发区' : 'a zone of its own';
  return `${outcomeWords.merge[lang]} ${names(lead)}`;
}

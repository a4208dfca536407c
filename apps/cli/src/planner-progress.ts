// What a person sees and may do while the planner works: a line for each tenth of a stage on stderr; Ctrl-C.
import type { News } from '@zhenghe/engine/planner';
import type { Voice } from './stop.ts';

const stages: Readonly<Record<News['stage'], { readonly zh: string; readonly en: string }>> = {
  groups: { zh: '逐地求解', en: 'each place by itself' },
  province: { zh: '全省合并', en: 'the province' },
  columns: { zh: '全省总量约束', en: 'provincial sums' },
  frontier: { zh: '前沿', en: 'the frontier' },
  explain: { zh: '解释', en: 'explaining' },
};

export function progress({ lang }: Voice): (news: News) => void {
  let said = '';
  return ({ stage, done, of, cost, lowerBound }) => {
    const tenth = `${stage} ${Math.floor((10 * done) / Math.max(1, of))}`;
    if (tenth === said) return;
    said = tenth;
    const best = cost === null ? '' : `  ${lang === 'zh' ? '成本' : 'cost'} ${cost.toFixed(2)}`;
    const bound = lowerBound === null ? '' : `  ${lang === 'zh' ? '下界' : 'bound'} ${lowerBound.toFixed(2)}`;
    process.stderr.write(`${stages[stage][lang]} ${done}/${of}${best}${bound}\n`);
  };
}

export interface Interruption {
  readonly asked: () => boolean;
  readonly end: () => void;
}

/** The first Ctrl-C asks for the best so far; the second ends the process. */
export function interruption({ lang }: Voice): Interruption {
  let times = 0;
  const heard = () => {
    times += 1;
    if (times > 1) process.exit(130);
    process.stderr.write(
      lang === 'zh' ? '正在停下，给出目前最好的方案；再按一次立即结束。\n' : 'Stopping with the best so far; once more ends at once.\n',
    );
  };
  process.on('SIGINT', heard);
  return { asked: () => times > 0, end: () => process.removeListener('SIGINT', heard) };
}

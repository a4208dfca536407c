// Tags as a kind of definition (wiring.ts registers it), and where their rules name indicators.
import { codesIn, compileRule } from '@zhenghe/engine/indicators';
import { type DefinitionKind, definitionKind } from '../definitions/index.ts';
import { libraryOn, type UsesOfNoun } from '../indicators/index.ts';
import { tagsOn } from './tags.ts';

const kind: DefinitionKind<'tag'> = {
  kind: 'tag',
  title: ({ name }) => name,
  shipped: (rulebook) => rulebook.tags.map(({ tag }) => tag),
  validate: async (db, { rulebook, dataset, on, body, beside }) => {
    const { library } = await libraryOn(db, rulebook, { dataset, on, beside });
    const compiled = compileRule(body.rule, library);
    const problems = compiled.ok ? [] : compiled.problems.map((problem) => ({ field: 'rule', ...problem }));
    if (body.expires >= on) return problems;
    const message = { zh: '失效日早于生效日', en: 'It expires before it comes into force' };
    return [...problems, { field: 'expires', from: null, to: null, message }];
  },
};
export const tagDefinition = definitionKind(kind);

export const tagUses: UsesOfNoun = async (db, { rulebook, library, dataset, on }) => {
  const tags = await tagsOn(db, rulebook, { dataset, on });
  return tags.map(({ tag }) => ({
    noun: 'tags',
    code: tag.code,
    title: tag.name,
    link: `/explorer/tags/${tag.code}`,
    codes: [...codesIn(tag.rule, library)],
  }));
};

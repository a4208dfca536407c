// What is said of a plan's file in the wizard, in both languages.
import type { Bilingual } from '@zhenghe/engine/kernel';

export const notDrafter: Bilingual = {
  zh: '方案由所属的市或县编制和报送；您当前的身份不能导入方案。',
  en: 'A plan is written and submitted by its own city or county; your present role may not import one.',
};

export const otherPlace = (own: string, other: string): Bilingual => ({
  zh: `文件写的是另一个地方（${other}），这个方案属于 ${own}。`,
  en: `The file is about another place (${other}); this plan belongs to ${own}.`,
});

export const locked: Bilingual = {
  zh: '方案被退回修改，这一处没有退回，不能改动。',
  en: 'The plan was sent back, and this was not: it may not be changed.',
};

export const newVersion = (version: number): Bilingual => ({ zh: `存为第 ${version} 版`, en: `Saved as version ${version}` });

export const savedBy = (by: Bilingual, version: number): Bilingual => ({
  zh: `${by.zh}已保存第 ${version} 版`,
  en: `${by.en} saved version ${version}`,
});

export const newerVersion = (version: number): Bilingual => ({
  zh: `已有第 ${version} 版。`,
  en: `There is a version ${version} by now.`,
});

// Words of the map of a comparison.
import type { WordsLike } from '../ui/index.ts';

const zh = {
  title: '两版对照图',
  note: '点按面积分大小，位置取自名录；方案尚无界址文件，不画地块边界。名录里没有的只列在表中。',
  unplaced: (count: number) => `${count} 个在名录中没有位置，只列在表中。`,
  of: { park: '整合前园区', zone: '整合后开发区' },
  change: { same: '未变', changed: '有改动', added: '新增', removed: '去掉' },
  differ: (count: number) => (count === 0 ? '没有改动' : `${count} 个有改动`),
  placeDiffers: '本地方案有改动',
  name: '名称',
  kind: '类别',
  changeHead: '变化',
  place: '位置',
  placed: '在图上',
  noPlace: '名录中没有',
  none: '这两版都没有园区和开发区',
};

const en: WordsLike<typeof zh> = {
  title: 'Both versions on the map',
  note: 'Points by size of area, placed as the register has them; the plan has no boundary file yet, so no outline of a block is drawn. What the register does not have is in the table only.',
  unplaced: (count) => `${count} have no place in the register and are in the table only.`,
  of: { park: 'Park before', zone: 'Zone after' },
  change: { same: 'Not changed', changed: 'Changed', added: 'Added', removed: 'Taken out' },
  differ: (count) => (count === 0 ? 'No changes' : `${count} changed`),
  placeDiffers: 'The plan of this place has changes',
  name: 'Name',
  kind: 'Kind',
  changeHead: 'Change',
  place: 'Place',
  placed: 'On the map',
  noPlace: 'Not in the register',
  none: 'Neither version has parks or zones',
};

export const words = { zh, en };

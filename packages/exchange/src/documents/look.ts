// The look of an official paper after GB/T 9704-2012: A4, margins 37/35/28/26 mm, 22 lines of 28 characters at 3号, named faces.
// Word and WPS take the named face; where a machine lacks it, they take the first of its alternatives that is there.

/** Twentieths of a point. */
const mm = (value: number) => Math.round((value / 25.4) * 1440);

export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  footer: mm(25),
  header: mm(20),
};

export const textWidth = { upright: mm(156), landscape: mm(225) };

/** Half points: 2号 22 pt, 3号 16 pt, 4号 14 pt, 5号 10.5 pt. */
export const size = { issuer: 56, title: 44, body: 32, page: 28, table: 21, small: 18 };

export const line = { body: 560, title: 640, table: 320, small: 280 };

/** Twentieths of a point taken from each character, so that 28 of 3号 fill 156 mm; 28-pt lines give 22 on a page. */
export const tighter = -5;

export const red = 'C00000';

type FaceName = 'title' | 'body' | 'black' | 'kai' | 'song';

export const faces: Readonly<Record<FaceName, string>> = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  black: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
};

const alternatives: Readonly<Record<FaceName, { readonly names: string; readonly family: string }>> = {
  title: { names: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC', family: 'roman' },
  body: { names: '仿宋,FangSong,华文仿宋,STFangsong,FandolFang,Noto Serif CJK SC', family: 'modern' },
  black: { names: 'SimHei,Noto Sans CJK SC,WenQuanYi Zen Hei', family: 'swiss' },
  kai: { names: '楷体,KaiTi,华文楷体,STKaiti,AR PL UKai CN,Noto Serif CJK SC', family: 'modern' },
  song: { names: 'SimSun,Noto Serif CJK SC', family: 'roman' },
};

export function face(name: FaceName) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: faces[name] };
}

/** word/fontTable.xml: which faces stand in for one that is missing. */
export function fontTable(): string {
  const names: readonly FaceName[] = ['title', 'body', 'black', 'kai', 'song'];
  const fonts = names.map(
    (name) =>
      `<w:font w:name="${faces[name]}"><w:altName w:val="${alternatives[name].names}"/><w:charset w:val="86"/><w:family w:val="${alternatives[name].family}"/></w:font>`,
  );
  const latin =
    '<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/></w:font>';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return `${head}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}${latin}</w:fonts>`;
}

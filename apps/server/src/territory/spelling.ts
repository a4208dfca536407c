// Romanised spelling of Chinese names, for search by pinyin and for readers of English.
import { customPinyin, pinyin } from 'pinyin-pro';

// Place names whose reading differs from the everyday one.
customPinyin({ 乐清: 'yuè qīng', 莲都: 'lián dū' });

/** Syllables without tones; other characters stay as they are, in lower case. */
export function syllablesOf(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((syllable) => syllable.toLowerCase());
}

/** What a search looks through: the name, its full pinyin and its initials, in lower case, one space between. */
export function searchTextOf(names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const syllables = syllablesOf(name);
    const initials = syllables.map((syllable) => (/^[a-z]/.test(syllable) ? syllable.charAt(0) : syllable)).join('');
    return [plain(name), plain(syllables.join('')), plain(initials)];
  });
  return [...new Set(parts)].join(' ');
}

/** A query or a name as it is compared: width folded, lower case, without spaces, dots and apostrophes. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s'’·.]/g, '');
}

const endings: readonly (readonly [string, string])[] = [
  ['畲族自治县', 'She Autonomous County'],
  ['省', 'Province'],
  ['市', 'City'],
  ['区', 'District'],
  ['县', 'County'],
];

/** 浦江县 → Pujiang County; 瑞安市 → Rui'an City. */
export function englishPlaceName(name: string): string {
  const [ending, english] = endings.find(([zh]) => name.endsWith(zh)) ?? ['', ''];
  const stem = syllablesOf(name.slice(0, name.length - ending.length));
  const joined = stem.map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join('');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)} ${english}`.trim();
}

// The reader's language. A noun's words are plain typed objects, { zh, en }: English must have the shape of Chinese,
// so a missing word does not compile. Words that take a value are functions.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { createContext, type ReactNode, useContext, useEffect } from 'react';

export type Language = 'zh' | 'en';

/** The English catalogue's type, taken from the Chinese one. */
export type WordsLike<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : WordsLike<T[K]>;
};

export interface Catalogue<T> {
  readonly zh: T;
  readonly en: WordsLike<T>;
}

const LanguageContext = createContext<Language>('zh');

export function LanguageProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** A noun's words in the reader's language: `const w = useWords(words); w.title; w.found(3)`. */
export function useWords<T>(catalogue: Catalogue<T>): WordsLike<T> {
  const language = useContext(LanguageContext);
  // Chinese has its own shape by definition of WordsLike; the compiler cannot see it through the mapped type.
  return language === 'zh' ? (catalogue.zh as WordsLike<T>) : catalogue.en;
}

/** Picks a bilingual text of the API: `const say = useSay(); say(clause.heading)`. */
export function useSay(): (text: Bilingual) => string {
  const language = useContext(LanguageContext);
  return (text) => text[language];
}

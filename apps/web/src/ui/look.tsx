// What the reader chose for their own eyes: light or dark, ordinary or large letters, units. Kept on this device.
import { theme as antdTheme, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { AreaUnit } from './area.ts';
import { useLanguage } from './language.tsx';
import { type LandUnit, landUnits, type MoneyUnit, moneyUnits } from './measures.ts';
import { cssVariables, dark, light, type Palette } from './theme.ts';

export type Scheme = 'light' | 'dark';
export type Letters = 'ordinary' | 'large';

interface Look {
  readonly scheme: Scheme;
  readonly letters: Letters;
  readonly areaUnit: AreaUnit;
  /** Units that figures of statistics are shown in. */
  readonly money: MoneyUnit;
  readonly land: LandUnit;
  readonly palette: Palette;
  readonly setScheme: (scheme: Scheme) => void;
  readonly setLetters: (letters: Letters) => void;
  readonly setAreaUnit: (unit: AreaUnit) => void;
  readonly setMoney: (unit: MoneyUnit) => void;
  readonly setLand: (unit: LandUnit) => void;
}

const nothing = () => undefined;
const LookContext = createContext<Look>({
  scheme: 'light',
  letters: 'ordinary',
  areaUnit: 'km2',
  money: 'own',
  land: 'own',
  palette: light,
  setScheme: nothing,
  setLetters: nothing,
  setAreaUnit: nothing,
  setMoney: nothing,
  setLand: nothing,
});

export function useLook(): Look {
  return useContext(LookContext);
}

export function LookProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const [scheme, setScheme] = useKept<Scheme>('scheme', ['light', 'dark'], preferredScheme);
  const [letters, setLetters] = useKept<Letters>('letters', ['ordinary', 'large'], () => 'ordinary');
  const [areaUnit, setAreaUnit] = useKept<AreaUnit>('area-unit', ['km2', 'ha', 'mu'], () => 'km2');
  const [money, setMoney] = useKept<MoneyUnit>('money-unit', moneyUnits, () => 'own');
  const [land, setLand] = useKept<LandUnit>('land-unit', landUnits, () => 'own');
  const palette = scheme === 'dark' ? dark : light;
  usePaint(palette, scheme, letters);
  const look = useMemo<Look>(
    () => ({ scheme, letters, areaUnit, money, land, palette, setScheme, setLetters, setAreaUnit, setMoney, setLand }),
    [scheme, letters, areaUnit, money, land, palette, setScheme, setLetters, setAreaUnit, setMoney, setLand],
  );
  return (
    <LookContext value={look}>
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={antdThemeFor(palette, scheme, letters)}>
        {children}
      </ConfigProvider>
    </LookContext>
  );
}

function antdThemeFor(palette: Palette, scheme: Scheme, letters: Letters) {
  return {
    algorithm: scheme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: scheme === 'dark' ? '#4574b5' : palette.blue,
      colorLink: palette.blue,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorText: palette.ink,
      colorTextPlaceholder: palette.inkSoft,
      colorBgContainer: palette.paper,
      colorBgLayout: palette.ground,
      borderRadius: 4,
      fontSize: letters === 'large' ? 17 : 14,
      fontFamily: 'inherit',
      motion: false,
    },
  };
}

function usePaint(palette: Palette, scheme: Scheme, letters: Letters) {
  useEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(palette))) root.style.setProperty(name, value);
    root.dataset.scheme = scheme;
    root.dataset.letters = letters;
  }, [palette, scheme, letters]);
}

function preferredScheme(): Scheme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A choice kept in local storage; a browser that forbids storage just forgets it. */
function useKept<T extends string>(key: string, allowed: readonly T[], fallback: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => allowed.find((choice) => choice === read(`zhenghe.${key}`)) ?? fallback());
  const keep = useMemo(
    () => (next: T) => {
      setValue(next);
      write(`zhenghe.${key}`, next);
    },
    [key],
  );
  return [value, keep];
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // storage forbidden: the choice lasts for this visit only
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    return; // storage forbidden: the choice lasts for this visit only
  }
}

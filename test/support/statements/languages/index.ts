import { american, british, indian, singaporean } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { LanguagePack } from './language-pack.ts';

export type Language = keyof typeof languages;

export const languages = {
  british,
  american,
  indian,
  singaporean,
  german,
  french,
} as const satisfies Record<string, LanguagePack>;

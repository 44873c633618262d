import { american } from './american.ts';
import { british } from './british.ts';
import { indian } from './indian.ts';
import { singaporean } from './singaporean.ts';
import { chinese } from './chinese.ts';
import { czech } from './czech.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hungarian } from './hungarian.ts';
import { indonesian } from './indonesian.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { romanian } from './romanian.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import { taiwanese } from './taiwanese.ts';
import { thai } from './thai.ts';
import { turkish } from './turkish.ts';
import type { LanguagePack } from './language-pack.ts';

/** The languages of statements, with the habits of the countries that speak them. */
export const languages = {
  british,
  american,
  indian,
  singaporean,
  chinese,
  czech,
  danish,
  dutch,
  finnish,
  french,
  german,
  greek,
  hungarian,
  indonesian,
  italian,
  japanese,
  korean,
  polish,
  portuguese,
  romanian,
  russian,
  spanish,
  swedish,
  taiwanese,
  thai,
  turkish,
} as const satisfies Record<string, LanguagePack>;

export type Language = keyof typeof languages;

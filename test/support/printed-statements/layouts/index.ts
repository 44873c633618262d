import type { Layout } from '../sheet.ts';
import * as african from './african.ts';
import * as alpine from './alpine.ts';
import * as americanBusiness from './american-business.ts';
import * as americanCards from './american-cards.ts';
import * as americanChecking from './american-checking.ts';
import * as andean from './andean.ts';
import * as arabic from './arabic.ts';
import * as australasian from './australasian.ts';
import * as brazilian from './brazilian.ts';
import * as britishAccounts from './british-accounts.ts';
import * as britishApps from './british-apps.ts';
import * as broker from './broker.ts';
import * as canadian from './canadian.ts';
import * as centralEuropean from './central-european.ts';
import * as eastAsian from './east-asian.ts';
import * as easternEuropean from './eastern-european.ts';
import * as europeanCards from './european-cards.ts';
import * as french from './french.ts';
import * as germanAccounts from './german-accounts.ts';
import * as gulf from './gulf.ts';
import * as hebrew from './hebrew.ts';
import * as indian from './indian.ts';
import * as mexican from './mexican.ts';
import * as nordicDutch from './nordic-dutch.ts';
import * as pacific from './pacific.ts';
import * as southEastAsian from './south-east-asian.ts';
import * as southernEuropean from './southern-european.ts';
import * as wallets from './wallets.ts';

/** Every layout by its name, but for those below. */
export const LAYOUTS: Record<string, Layout> = {
  ...african,
  ...alpine,
  ...americanBusiness,
  ...americanCards,
  ...americanChecking,
  ...andean,
  ...australasian,
  ...brazilian,
  ...britishAccounts,
  ...britishApps,
  ...broker,
  ...canadian,
  ...centralEuropean,
  ...easternEuropean,
  ...europeanCards,
  ...french,
  ...germanAccounts,
  ...hebrew,
  ...indian,
  ...mexican,
  ...nordicDutch,
  ...pacific,
  ...southEastAsian,
  ...southernEuropean,
  ...wallets,
};

/** Those in scripts that only a machine with fonts for them can print. */
export const WITH_FURTHER_FONTS: Record<string, Layout> = {
  ...arabic,
  ...eastAsian,
  ...gulf,
};

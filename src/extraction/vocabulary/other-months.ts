import { phrases } from './phrases.ts';

/** The months of the Persian and of the Hijri calendar, from the first on. Folded like all vocabulary. */
export const OTHER_MONTHS: readonly string[][] = [
  phrases`فروردین, محرم, muharram`,
  phrases`اردیبهشت, صفر, safar`,
  phrases`خرداد, ربيع الأول, ربيع أول`,
  phrases`تیر, ربيع الثاني, ربيع الآخر, ربيع ثاني`,
  phrases`مرداد, امرداد, جمادى الأولى, جمادى الأول`,
  phrases`شهریور, جمادى الآخرة, جمادى الثانية, جمادى الثاني`,
  phrases`مهر, رجب, rajab`,
  phrases`آبان, شعبان, shaban`,
  phrases`آذر, رمضان, ramadan`,
  phrases`دی, شوال, shawwal`,
  phrases`بهمن, ذو القعدة, ذي القعدة`,
  phrases`اسفند, ذو الحجة, ذي الحجة`,
];

import { foldTerms } from './phrase-book.ts';
import { phrases } from './phrases.ts';

/**
 * The days of the week by language, from Sunday on, in full and then shortened. Folded like all vocabulary. Every process
 * that reads would need 15 MB to ask `Intl` for them.
 */
const WEEKDAYS: ReadonlySet<string> = new Set(phrases`
  الاحد, الاثنين, الثلاثاء, الاربعاء, الخميس, الجمعه, السبت,
  неделя, понеделник, вторник, сряда, четвъртък, петък, събота, нд, пн, вт, ср, чт, пт, сб,
  nedele, pondeli, utery, streda, ctvrtek, patek, sobota, ne, po, ut, st, ct, pa, so,
  sondag, mandag, tirsdag, onsdag, torsdag, fredag, lordag, son, man, tirs, ons, tors, fre, lor,
  sonntag, montag, dienstag, mittwoch, donnerstag, freitag, samstag, so, mo, di, mi, do, fr, sa,
  κυριακη, δευτερα, τριτη, τεταρτη, πεμπτη, παρασκευη, σαββατο, κυρ, δευ, τρι, τετ, πεμ, παρ, σαβ,
  sunday, monday, tuesday, wednesday, thursday, friday, saturday, sun, mon, tue, wed, thu, fri, sat,
  domingo, lunes, martes, miercoles, jueves, viernes, sabado, dom, lun, mar, mie, jue, vie, sab,
  puhapaev, esmaspaev, teisipaev, kolmapaev, neljapaev, reede, laupaev, p, e, t, k, n, r, l,
  sunnuntai, maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, su, ma, ti, ke, to, pe, la,
  dimanche, lundi, mardi, mercredi, jeudi, vendredi, samedi, dim, lun, mar, mer, jeu, ven, sam,
  יום ראשון, יום שני, יום שלישי, יום רביעי, יום חמישי, יום שישי, יום שבת, יום א, יום ב, יום ג, יום ד, יום ה, יום ו,
  שבת,
  रविवार, सोमवार, मंगलवार, बुधवार, गुरुवार, शुक्रवार, शनिवार, रवि, सोम, मंगल, बुध, गुरु, शुक्र, शनि,
  nedjelja, ponedjeljak, utorak, srijeda, cetvrtak, petak, subota, ned, pon, uto, sri, cet, pet, sub,
  vasarnap, hetfo, kedd, szerda, csutortok, pentek, szombat, v, h, k, sze, cs, p, szo,
  minggu, senin, selasa, rabu, kamis, jumat, sabtu, min, sen, sel, rab, kam, jum, sab,
  domenica, lunedi, martedi, mercoledi, giovedi, venerdi, sabato, dom, lun, mar, mer, gio, ven, sab,
  日曜日, 月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日, 月, 火, 水, 木, 金, 土,
  일요일, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일, 월, 화, 수, 목, 금, 토,
  sekmadienis, pirmadienis, antradienis, treciadienis, ketvirtadienis, penktadienis, sestadienis, sk, pr, an, tr, kt,
  pn, st,
  svetdiena, pirmdiena, otrdiena, tresdiena, ceturtdiena, piektdiena, sestdiena, svetd, pirmd, otrd, tresd, ceturtd,
  piektd, sestd,
  ahad, isnin, selasa, rabu, khamis, jumaat, sabtu, ahd, isn, sel, rab, kha, jum, sab,
  sondag, mandag, tirsdag, onsdag, torsdag, fredag, lordag, son, man, tir, ons, tor, fre, lor,
  zondag, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zo, ma, di, wo, do, vr, za,
  niedziela, poniedzialek, wtorek, sroda, czwartek, piatek, sobota, niedz, pon, wt, sr, czw, pt, sob,
  domingo, segunda feira, terca feira, quarta feira, quinta feira, sexta feira, sabado, dom, seg, ter, qua, qui, sex,
  sab,
  duminica, luni, marti, miercuri, joi, vineri, sambata, dum, lun, mar, mie, vin, sam,
  воскресенье, понедельник, вторник, среда, четверг, пятница, суббота, вс, пн, вт, ср, чт, пт, сб,
  nedela, pondelok, utorok, streda, stvrtok, piatok, sobota, ne, po, ut, st, pi, so,
  nedelja, ponedeljek, torek, sreda, cetrtek, petek, sobota, ned, pon, tor, sre, cet, pet, sob,
  sondag, mandag, tisdag, onsdag, torsdag, fredag, lordag, son, man, tis, ons, tors, fre, lor,
  วันอาทิตย์, วันจันทร์, วันอังคาร, วันพุธ, วันพฤหัสบดี, วันศุกร์, วันเสาร์, อาทิตย์, จันทร์, อังคาร, พุธ, พฤหัส,
  ศุกร์, เสาร์,
  pazar, pazartesi, sali, carsamba, persembe, cuma, cumartesi, paz, pzt, sal, car, per, cum, cmt,
  неділя, понеділок, вівторок, середа, четвер, пʼятниця, субота, нд, пн, вт, ср, чт, пт, сб,
  chu nhat, thu hai, thu ba, thu tu, thu nam, thu sau, thu bay, cn, thu 2, thu 3, thu 4, thu 5, thu 6, thu 7,
  星期日, 星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 周日, 周一, 周二, 周三, 周四, 周五, 周六,
`);

/** Whether a word is the name of a day of the week, in full or shortened: `Tuesday,`, `ven.`. */
export const isWeekday = (word: string): boolean => WEEKDAYS.has(foldTerms(word).join(' '));

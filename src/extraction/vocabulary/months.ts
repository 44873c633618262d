import { phrases } from './phrases.ts';

/**
 * Month names, January first, in full and shortened, each list one month over many languages. Folded like all
 * vocabulary (small letters, no accents). Croatian is left out: its `srpanj` and `listopad` are other months in Czech
 * and Polish.
 */
export const MONTHS: readonly string[][] = [
  phrases`
    sausis, sausio, janvaris, януари, јануар, januarie, იანვარი,
    january, jan, januar, jaenner, janner, jann, janvier, janv, enero, ene, gennaio, gen, janeiro, januari,
    styczen, stycznia, sty, leden, ledna, led, tammikuu, tammi, jaanuar, ianuarie, ian, ocak, oca, gener,
    январь, января, янв, січня, ιανουαριος, ιανουαριου, ιαν, มกราคม, ม.ค, يناير, ינואר, בינואר, ינו, كانون الثاني, جانفي, جنوری, जनवरी, january, januaris,
    jn,
  `,
  phrases`
    vasaris, vasario, februaris, veebruar, февруари, фебруар, februarie, شباط, თებერვალი,
    february, feb, februar, feber, febr, fevrier, fevr, fev, febrero, febbraio, fevereiro, februari, luty, lutego,
    lut,
    unor, unora, uno, helmikuu, helmi, veebruar, februarie, subat, sub, февраль, февраля, фев, лютого, φεβρουαριος,
    φεβρουαριου, φεβ, กุมภาพันธ์, ก.พ, فبراير, פברואר, בפברואר, פבר, شباط, فيفري, فروری, फरवरी, pebruari, februara, vasario,
  `,
  phrases`
    kovas, kovo, marts, marec, آذار, მარტი,
    march, mar, marz, maerz, mrz, mars, marzo, marco, maart, mrt, marzec, marca, brezen, brezna, bre, maaliskuu,
    maalis,
    marts, marcius, marc, martie, mart, март, марта, мар, березня, μαρτιος, μαρτιου, μαρ, มีนาคม, มี.ค, مارس, מרץ, במרץ, מרס, במרס, آذار,
    مارچ, मार्च, maret, mac,
  `,
  phrases`
    balandis, balandzio, aprilis, април, نيسان, აპრილი,
    april, apr, avril, avr, abril, abr, aprile, kwiecien, kwietnia, kwi, duben, dubna, dub, huhtikuu, huhti,
    aprill, aprilis,
    aprilie, nisan, nis, апрель, апреля, апр, квітня, απριλιος, απριλιου, απρ, เมษายน, เม.ย, أبريل, ابريل, אפריל, באפריל, אפר, نيسان, أفريل, اپریل,
        अप्रैल,
  `,
  phrases`
    geguze, geguzes, maijs, мај, أيار, მაისი,
    may, mai, mayo, maggio, mag, maio, mei, maj, maja, kveten, kvetna, kve, toukokuu, touko, majus, mayis, май,
    мая,
    травня, μαιος, μαιου, μαι, พฤษภาคม, พ.ค, مايو, מאי, במאי, أيار, ماي, مئی, मई, maig,
  `,
  phrases`
    birzelis, birzelio, junijs, juuni, junij, юни, јун, јуни, junie, حزيران, ივნისი,
    june, jun, juni, juin, junio, giugno, giu, junho, czerwiec, czerwca, cze, cerven, cervna, cer, kesakuu, kesa,
    juuni,
    junius, iunie, iun, haziran, haz, июнь, июня, июн, червня, ιουνιος, ιουνιου, ιουν, มิถุนายน, มิ.ย, يونيو, יוני, ביוני, حزيران, جوان, جون,
        जून, jn,
  `,
  phrases`
    liepa, liepos, julijs, juuli, julij, юли, јул, јули, julie, تموز, ივლისი,
    july, jul, juli, juillet, juil, julio, luglio, lug, julho, lipiec, lipca, lip, cervenec, cervence, cvc,
    heinakuu, heina,
    juuli, julius, iulie, iul, temmuz, tem, июль, июля, июл, липня, ιουλιος, ιουλιου, ιουλ, กรกฎาคม, ก.ค, يوليو,
    יולי, ביולי, تموز, جويلية, جولائی, जुलाई, julai,
  `,
  phrases`
    rugpjutis, rugpjucio, augusts, avgust, avg, آب, აგვისტო,
    august, aug, aout, aou, agosto, ago, augustus, augusti, sierpien, sierpnia, sie, srpen, srpna, srp, elokuu,
    elo, augusztus,
    agustos, agu, август, августа, авг, серпня, αυγουστος, αυγουστου, αυγ, สิงหาคม, ส.ค, أغسطس, اغسطس, אוגוסט, באוגוסט, אוג, آب, أوت, غشت, اگست,
        अगस्त, agustus, agt, ogos, agos,
  `,
  phrases`
    rugsejis, rugsejo, septembris, септември, септембар, septembar, أيلول, სექტემბერი,
    september, sep, sept, septembre, septiembre, setiembre, set, settembre, sett, setembro, wrzesien, wrzesnia,
    wrz, zari, zar,
    syyskuu, syys, szeptember, szept, septembrie, eylul, eyl, сентябрь, сентября, сен, сент, вересня, σεπτεμβριος,
    σεπτεμβριου, σεπ,
    กันยายน, ก.ย, سبتمبر, ספטמבר, בספטמבר, ספט, أيلول, شتنبر, ستمبر, सितंबर, septembris,
  `,
  phrases`
    spalis, spalio, oktobris, oktoober, октомври, октобар, oktobar, ოქტომბერი,
    october, oct, oktober, okt, octobre, octubre, ottobre, ott, outubro, out, pazdziernik, pazdziernika, paz,
    rijen, rijna, rij,
    lokakuu, loka, oktoober, octombrie, ekim, eki, октябрь, октября, окт, жовтня, οκτωβριος, οκτωβριου, οκτ,
    ตุลาคม, ต.ค, أكتوبر, اكتوبر, אוקטובר, באוקטובר, אוק, تشرين الأول, اکتوبر, अक्टूबर,
  `,
  phrases`
    lapkritis, lapkricio, novembris, ноември, новембар, novembar, ნოემბერი,
    november, nov, novembre, noviembre, novembro, listopad, listopada, listopadu, lis, marraskuu, marras,
    noiembrie, noi, kasim, kas,
    ноябрь, ноября, ноя, листопада, νοεμβριος, νοεμβριου, νοε, พฤศจิกายน, พ.ย, نوفمبر, נובמבר, בנובמבר, נוב, تشرين الثاني, نونبر, نومبر, नवंबर, nop,
  `,
  phrases`
    gruodis, gruodzio, decembris, detsember, декември, децембар, decembar, desember, დეკემბერი,
    december, dec, dezember, dez, decembre, diciembre, dic, dicembre, dezembro, grudzien, grudnia, gru, prosinec,
    prosince, pro,
    joulukuu, joulu, detsember, decembrie, aralik, ara, декабрь, декабря, дек, грудня, δεκεμβριος, δεκεμβριου, δεκ,
    ธันวาคม, ธ.ค, ديسمبر, דצמבר, בדצמבר, דצמ, كانون الأول, دجنبر, دسمبر, दिसंबर, des, desember, disember, dis,
  `,
];

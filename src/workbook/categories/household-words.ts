import type { CategoryWords } from './category-rules.ts';

/** What a household pays for, by the words for it: rent, power, insurance, doctors, schools. */
export const HOUSEHOLD_WORDS: readonly CategoryWords[] = [
  ['Rent and housing', 'rent, monthly rent, rent payment, landlord, service charge flat, ground rent'],
  ['Rent and housing', 'miete, kaltmiete, warmmiete, nebenkosten, hausgeld, hausverwaltung, loyer, syndic'],
  [
    'Rent and housing',
    'alquiler, comunidad propietarios, affitto, canone locazione, condominio, aluguel, arrendamento',
  ],
  ['Rent and housing', 'huur, hyra, husleje, husleie, vuokra, czynsz, nájem, nájemné, albérlet, lakbér, ενοίκιο'],
  ['Rent and housing', 'аренда, sewa, chirie, 家賃, 房租, 월세, ค่าเช่า'],

  [
    'Utilities',
    'electricity, gas bill, water bill, electric bill, british gas, edf, eon, octopus energy, scottish power',
  ],
  [
    'Utilities',
    'thames water, con edison, duke energy, pg e, strom, stadtwerke, gaswerk, wasserwerk, vattenfall, rwe, enbw',
  ],
  ['Utilities', 'électricité, engie, totalenergies electricite, veolia, iberdrola, endesa, naturgy, enel, a2a'],
  ['Utilities', 'bolletta luce, bolletta gas, edp, energia, enexis, eneco, essent, elräkning, fortum, orsted, fingrid'],
  [
    'Utilities',
    'prąd, energetyka, tauron, pge, čez, elektřina, áramszámla, elektrik faturası, ρεύμα, δεη, жкх, listrik',
  ],
  ['Utilities', '電気, 電力, 水道, ガス料金, 电费, 水费, 燃气, 電費, 水費, 전기요금, 수도요금, ค่าไฟ, ค่าน้ำ'],

  [
    'Telephone and internet',
    'vodafone, o2, telekom, deutsche telekom, t mobile, verizon, at t, att, comcast, xfinity, bt group',
  ],
  [
    'Telephone and internet',
    'virgin media, sky broadband, talktalk, three mobile, ee limited, 1und1, 1 1 telecom, congstar, orange',
  ],
  [
    'Telephone and internet',
    'bouygues telecom, sfr, free mobile, free telecom, movistar, telefonica, masmovil, windtre, fastweb',
  ],
  [
    'Telephone and internet',
    'iliad, meo, nos comunicações, kpn, ziggo, telia, telenor, elisa, play p4, plus gsm, turkcell, cosmote',
  ],
  [
    'Telephone and internet',
    'airtel, jio, reliance jio, bsnl, telkomsel, singtel, starhub, docomo, softbank, kddi, 中国移动, 中華電信',
  ],
  [
    'Telephone and internet',
    'broadband, mobile phone, internet bill, handyvertrag, forfait mobile, 通信費, 통신요금, мтс, мегафон',
  ],

  [
    'Insurance',
    'insurance, life insurance, car insurance, home insurance, insurance premium, aviva, admiral, direct line',
  ],
  [
    'Insurance',
    'geico, state farm, progressive insurance, allstate, metlife, lic premium, allianz, axa, generali, zurich',
  ],
  [
    'Insurance',
    'versicherung, haftpflicht, huk coburg, ergo, debeka, assurance, assurances, maif, macif, matmut, groupama',
  ],
  [
    'Insurance',
    'seguro, seguros, mapfre, mutua madrilena, assicurazione, assicurazioni, unipolsai, seguradora, verzekering',
  ],
  [
    'Insurance',
    'verzekeringen, nationale nederlanden, försäkring, forsikring, vakuutus, ubezpieczenie, pzu, pojištění',
  ],
  ['Insurance', 'biztosító, sigorta, ασφάλεια, страховка, asuransi, asigurare, 保険, 保险, 保險, 보험, ประกัน'],

  ['Health', 'pharmacy, chemist, dentist, dental, doctor, hospital, medical, clinic, optician, boots, cvs, walgreens'],
  ['Health', 'specsavers, bupa, apotheke, arzt, zahnarzt, praxis, krankenhaus, krankenkasse, barmer, fielmann'],
  ['Health', 'pharmacie, médecin, dentiste, hôpital, cpam, mutuelle, farmacia, médico, clínica'],
  ['Health', 'dentista, ospedale, apotheek, tandarts, zorgverzekering, apotek, tandläkare, apteekki, apteka, lekarz'],
  ['Health', 'lékárna, gyógyszertár, eczane, hastane, φαρμακείο, аптека, farmacie, 薬局, 病院, 药店, 医院, 약국, 병원'],

  ['Education', 'tuition, school fees, school, university, college, nursery fees, udemy, coursera, kindergarten, kita'],
  [
    'Education',
    'schule, universität, studentenwerk, école, université, cantine, crèche, escuela, colegio, universidad',
  ],
  ['Education', 'scuola, università, escola, faculdade, kinderopvang, 学費, 学校, 學費, 등록금, 학원'],

  ['Donations', 'donation, charity, unicef, red cross, oxfam, greenpeace, wwf, médecins sans frontières, spende'],
  ['Donations', 'rotes kreuz, donación, cruz roja, donazione, croce rossa, 寄付, 捐款'],
  [
    'Sport and leisure',
    'gym, puregym, fitness, fitnessstudio, mcfit, fitx, basic fit, planet fitness, decathlon, sportverein',
  ],
  ['Sport and leisure', 'cinema, kino, theatre, theater, museum, ticketmaster, eventim, odeon, pathe'],
];

import type { CategoryWords } from './category-rules.ts';

/** Shops and services that are known in more than one town, and the words for such places. */
export const MERCHANT_WORDS: readonly CategoryWords[] = [
  [
    'Groceries',
    'supermarket, grocery, groceries, greengrocer, grocer, butcher, bakery, tesco, sainsburys, asda, morrisons',
  ],
  [
    'Groceries',
    'waitrose, co op, ocado, aldi, lidl, walmart, kroger, safeway, whole foods, trader joes, publix, costco',
  ],
  [
    'Groceries',
    'woolworths, coles, loblaws, supermarkt, bäckerei, metzgerei, rewe, edeka, netto, penny, kaufland, norma',
  ],
  ['Groceries', 'migros, coop, billa, spar, hofer, supermarché, boulangerie, carrefour, leclerc, auchan, intermarché'],
  [
    'Groceries',
    'monoprix, franprix, super u, picard, supermercado, panadería, mercadona, eroski, consum, supermercato',
  ],
  ['Groceries', 'esselunga, conad, eurospin, panificio, continente, pingo doce, pão de açúcar, albert heijn, jumbo'],
  [
    'Groceries',
    'plus supermarkt, delhaize, colruyt, ica, willys, hemköp, rema 1000, kiwi, føtex, bilka, k market, s market',
  ],
  ['Groceries', 'prisma, biedronka, żabka, albert, tesco expressz, a101, şok market, σκλαβενίτης, пятёрочка'],
  [
    'Groceries',
    'магнит, перекрёсток, indomaret, alfamart, bigbasket, dmart, fairprice, イオン, 超市, 盒马, 全聯, 이마트',
  ],

  [
    'Restaurants and cafés',
    'restaurant, cafe, coffee, coffee shop, bar, pub, bistro, pizzeria, takeaway, canteen, diner',
  ],
  [
    'Restaurants and cafés',
    'mcdonalds, burger king, kfc, subway, starbucks, costa coffee, pret a manger, greggs, nandos, dominos',
  ],
  [
    'Restaurants and cafés',
    'pizza hut, dunkin, chipotle, tim hortons, uber eats, ubereats, deliveroo, just eat, doordash, grubhub',
  ],
  [
    'Restaurants and cafés',
    'lieferando, wolt, glovo, swiggy, zomato, foodpanda, gaststätte, kantine, imbiss, eiscafé, brasserie',
  ],
  [
    'Restaurants and cafés',
    'restaurante, cafetería, ristorante, trattoria, osteria, gelateria, restauracja, restaurace, étterem',
  ],
  [
    'Restaurants and cafés',
    'ravintola, εστιατόριο, ресторан, кафе, レストラン, 居酒屋, 餐厅, 餐廳, 星巴克, 식당, 스타벅스, ร้านอาหาร',
  ],

  ['Fuel', 'fuel, petrol, petrol station, gas station, shell, bp, esso, exxon, chevron, texaco, mobil, totalenergies'],
  ['Fuel', 'tankstelle, aral, jet tankstelle, omv, station service, repsol, cepsa, gasolinera, eni station, agip, q8'],
  ['Fuel', 'tamoil, galp, circle k, ok benzin, neste, orlen, benzina, shell station, lukoil, 加油站, 주유소, ガソリン'],

  [
    'Transport',
    'uber, uber trip, lyft, bolt, taxi, train, railway, bus, metro, parking, car park, toll, congestion charge',
  ],
  [
    'Transport',
    'tfl, transport for london, trainline, national rail, lner, amtrak, mta, oyster, deutsche bahn, db vertrieb',
  ],
  [
    'Transport',
    'bvg, mvv, hvv, öbb, sbb, parkhaus, parken, sncf, ratp, navigo, péage, vinci autoroutes, renfe, cercanías',
  ],
  ['Transport', 'autopista, aparcamiento, trenitalia, atm milano, autostrade, telepass, parcheggio, cp comboios'],
  ['Transport', 'via verde, ns groep, ns reizigers, ov chipkaart, sj ab, dsb, hsl, pkp, mpk, české dráhy, máv'],
  [
    'Transport',
    'grab, gojek, ola cabs, irctc, ptt, 交通費, 鉄道, 地铁, 滴滴, 高鐵, 지하철, 코레일, 택시, яндекс такси, ржд',
  ],

  ['Travel', 'hotel, hostel, airbnb, booking com, expedia, hotels com, airline, airlines, airways, airport, lufthansa'],
  ['Travel', 'ryanair, easyjet, british airways, wizz air, air france, klm, iberia, vueling, emirates, delta air'],
  ['Travel', 'united airlines, american airlines, eurowings, ita airways, tap portugal, finnair, lot polish'],
  ['Travel', 'hilton, marriott, novotel, premier inn, travelodge, flixbus, europcar, hertz, sixt, avis'],
  ['Travel', 'reisebüro, agence voyages, viajes, agenzia viaggi, ホテル, 酒店, 호텔, โรงแรม'],

  ['Subscriptions and media', 'netflix, spotify, disney plus, youtube premium, hbo, hulu, dazn, audible, apple music'],
  ['Subscriptions and media', 'apple com bill, itunes, google play, playstation, nintendo, xbox, patreon, prime video'],
  [
    'Subscriptions and media',
    'new york times, the guardian, spiegel, rundfunkbeitrag, ard zdf, tv licence, canal plus, redevance',
  ],
  [
    'Software and hosting',
    'microsoft, office 365, adobe, google workspace, google cloud, amazon web services, aws, github',
  ],
  [
    'Software and hosting',
    'dropbox, zoom us, slack, atlassian, digitalocean, hetzner, ionos, strato, ovh, godaddy, namecheap',
  ],

  [
    'Online shopping',
    'amazon, amzn, amzn mktp, amazon marketplace, ebay, etsy, aliexpress, alibaba, temu, shein, wish com',
  ],
  [
    'Online shopping',
    'zalando, otto versand, asos, boohoo, bol com, coolblue, cdiscount, fnac, veepee, allegro, wildberries',
  ],
  ['Online shopping', 'ozon, flipkart, myntra, shopee, lazada, tokopedia, rakuten, 楽天, 淘宝, 天猫, 京东, 蝦皮, 쿠팡'],
  ['Clothing and household', 'ikea, h m, zara, primark, uniqlo, c a, marks spencer, john lewis, next retail, tk maxx'],
  [
    'Clothing and household',
    'target, macys, nordstrom, home depot, lowes, b q, homebase, wickes, argos, currys, best buy',
  ],
  [
    'Clothing and household',
    'mediamarkt, media markt, saturn, obi, bauhaus, hornbach, toom, dm drogerie, dm fil, rossmann, müller',
  ],
  [
    'Clothing and household',
    'leroy merlin, castorama, conforama, darty, boulanger, el corte inglés, corte ingles, worten',
  ],
  ['Clothing and household', 'hema, kruidvat, blokker, clas ohlson, jysk, elgiganten, verkkokauppa, ikea deutschland'],

  ['Office and post', 'staples, office depot, post office, royal mail, deutsche post, dhl, dpd, ups, fedex'],
  [
    'Office and post',
    'la poste, colissimo, chronopost, correos, poste italiane, ctt, postnl, postnord, poczta polska, usps',
  ],
  [
    'Professional services',
    'solicitor, accountant, notary, lawyer, rechtsanwalt, steuerberater, notar, avocat, notaire',
  ],
  [
    'Professional services',
    'expert comptable, abogado, gestoría, notaría, commercialista, avvocato, notaio, contabilista',
  ],
];

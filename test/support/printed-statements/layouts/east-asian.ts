import { byDay, keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, minus, whole } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Hong Kong: Chinese beside English, the date once a day, the balance once a day, deposits before withdrawals. */
export const hongKong: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-10',
    count: 30,
    incoming: ['CREDIT INTEREST', 'AUTOPAY IN HOLLERBACH LTD', 'FPS TRANSFER FROM A FINCH HC#10'],
    outgoing: ['BRIDGE BAKERY #6', 'AUTOPAY OUT NORTH ENERGY', 'ATM WITHDRAWAL CENTRAL', 'CHEQUE #6'],
    opening: 4_204_410,
    amounts: [2_000, 600_000],
  });
  const rows = byDay(book.entries).flatMap((entries) =>
    entries.map((entry, at) => [
      at === 0 ? date(entry, 'd mon') : '',
      entry.text,
      credit(entry, dollars),
      debit(entry, dollars),
      `>${at === entries.length - 1 ? dollars(entry.balance) : ''}`,
    ]),
  );
  const html = page(
    'td { padding: 1px 4px }',
    `<div class=spread><b style="font-size:15pt">Harbour Peak Bank 山港銀行</b><div>Branch 分行 Central<br>Number 戶口號碼 441-822716-838<br>Statement Date 結單日期 31 Oct 2025</div></div><p>MS LENZ PETRA<br>FLAT 4 12/F RIVER COURT<br>12 HARBOUR ROAD<br>WANCHAI HONG KONG</p>
    <h4>Portfolio Summary 戶口摘要</h4>${table(['', '>Balance (HKD)'], [['HKD Savings 港元儲蓄', `>${dollars(book.closing)}`]])}<h4>HKD Savings 港元儲蓄</h4>
    ${table(['Date<br>日期', 'Transaction Details<br>進支詳情', '>Deposit<br>存入', '>Withdrawal<br>提取', '>Balance in Original Currency<br>原幣結餘'], [['30 Sep', 'B/F BALANCE 承前結餘', '', '', `>${dollars(book.opening)}`], ...rows])}
    <p>Total No. of Deposits 存入次數: ${book.entries.filter(({ cents }) => cents > 0).length} &nbsp; Total Deposit Amount 存入總額: ${dollars(book.in)}<br>Total No. of Withdrawals 提取次數: ${book.entries.filter(({ cents }) => cents < 0).length} &nbsp; Total Withdrawal Amount 提取總額: ${dollars(book.out)}</p>`,
  );
  return sheet('Harbour Peak Bank', html, book, {
    currency: 'HKD',
    account: '441-822716-838',
    holder: 'MS LENZ PETRA',
    balances: 'daily',
    from: null,
  });
};

/** Japan: payments before receipts, era-less years with dots, whole yen with commas, the balance after each. */
export const japan: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-06',
    count: 26,
    incoming: ['給与 カ)ホレルバッハ', '振込 フィンチ アダ'],
    outgoing: ['カード 橋ベーカリー', '口座振替 北電力', 'ATM 出金', '振込手数料'],
    opening: 804_410,
    amounts: [200, 90_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">さくら川銀行</b><h3>普通預金 お取引明細</h3><p>お名前: レンツ ペトラ 様<br>店番 123 口座番号 4418227<br>照会期間 2025年6月1日 ～ 2025年6月30日</p>
    ${table(['日付', 'お取引内容', '>お支払金額', '>お預り金額', '>差引残高'], [['', '前月繰越', '', '', `>${whole(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'yyyy.mm.dd'), entry.text, debit(entry, whole), credit(entry, whole), `>${whole(entry.balance)}`])])}`,
  );
  return sheet('さくら川銀行', html, book, {
    currency: 'JPY',
    account: '4418227',
    holder: 'レンツ ペトラ 様',
    balances: 'all',
    decimals: 0,
  });
};

/** China: serial number, date of eight digits, currency column, signed amount and balance, the other party behind. */
export const china: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 28,
    incoming: ['工资', '转账存入'],
    outgoing: ['消费', '网上支付', '转账支取', '取现'],
    opening: 804_410,
  });
  const html = page(
    'td { font-size: 8pt }',
    `<b style="font-size:15pt">长河银行</b><h3>个人账户交易流水</h3><p>户名: 伦茨佩特拉 &nbsp; 账号: 6217 0044 1822 7164 003<br>起止日期: 20250301-20250331</p>
    ${table(
      ['序号', '记账日', '货币', '>交易金额', '>联机余额', '交易摘要', '对手信息'],
      book.entries.map((entry, at) => [
        String(at + 1),
        date(entry, 'yyyy-mm-dd'),
        'CNY',
        `>${minus(entry.cents, dollars)}`,
        `>${dollars(entry.balance)}`,
        entry.text,
        '桥面包店 6228480'.repeat(1),
      ]),
    )}`,
  );
  return sheet('长河银行', html, book, {
    currency: 'CNY',
    account: '6217 0044 1822 7164 003',
    holder: '伦茨佩特拉',
    balances: 'all',
    opening: null,
  });
};

import { describe, expect, it } from 'vitest';
import { isIban } from '../../../src/extraction/identity/account-number.ts';
import { readBank } from '../../../src/extraction/identity/read-bank.ts';
import { readCurrency } from '../../../src/extraction/identity/read-currency.ts';
import { readAddressee } from '../../../src/extraction/identity/read-holder.ts';
import { readIdentities } from '../../../src/extraction/identity/read-identity.ts';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { readTokens, type TokenLine } from '../../../src/extraction/tokens/read-tokens.ts';
import { printPage } from '../support/print-line.ts';

/** The lines of a page of typewriter text; those that begin with `##` are set in type of twice the size. */
function page(text: string): TokenLine[] {
  return printPage(text).map((line, index) => readTokens(enlarge(line), index));
}

function enlarge(line: Line): Line {
  const [mark, ...words] = line.words;
  if (mark?.text !== '##') return line;
  return { ...line, size: 2 * line.size, words: words.map((word) => ({ ...word, size: 2 * word.size })) };
}

describe('the bank', () => {
  it.each([
    ['Example Bank plc', 'Example Bank plc'],
    ['EXAMPLE BANK - SAVINGS STATEMENT', 'EXAMPLE BANK'],
    ['Mid Vale Building Society     Statement of account', 'Mid Vale Building Society'],
    ['Kreissparkasse Musterstadt    Kontoauszug', 'Kreissparkasse Musterstadt'],
    ['Banque de l’Exemple           Relevé de compte', 'Banque de l’Exemple'],
    ['Banco Ejemplo                 Extracto de cuenta', 'Banco Ejemplo'],
    ['Пример Банк                   Выписка по счёту', 'Пример Банк'],
    ['Örnek Bankası                 Hesap özeti', 'Örnek Bankası'],
    ['示例银行个人账户月结单', '示例银行'],
    ['예시은행                       거래내역서', '예시은행'],
    ['ธนาคารตัวอย่าง                รายการเดินบัญชี', 'ธนาคารตัวอย่าง'],
  ])('%s', (head, bank) => {
    expect(readBank(page(`${head}\nMr A Holder\n12 Sample Street\nPeriod 1 May 2025 - 31 May 2025`))).toBe(bank);
  });

  it('is what the web address spells', () => {
    expect(readBank(page('Wold UK                  Your statement\nMr A Holder\nHelp: www.wold.example'))).toBe('Wold');
  });

  it('is no web address itself', () => {
    expect(readBank(page('## Wold\nMr A Holder\nwww.woldbank.example'))).toBe('Wold');
  });

  it('is the largest type at the top, where nothing says that it is a bank', () => {
    expect(readBank(page('## Pennine Mutual\nAccount summary\nMr A Holder\n12 Sample Street\nPeriod May'))).toBe(
      'Pennine Mutual',
    );
  });

  it.each([
    ['a title', '## Account summary\nMr A Holder\n12 Sample Street\nPeriod May'],
    ['a greeting', '## Hello Ada Holder\nMr A Holder\n12 Sample Street\nPeriod May'],
    ['a sentence', 'Thank you for banking with us, we value your trust.\nMr A Holder\nPeriod May'],
    ['an ordinary line', 'Mr A Holder\n12 Sample Street\nMillbrook\nPeriod May'],
    ['half of a name', 'Bank of\nMr A Holder\n12 Sample Street\nPeriod May'],
  ])('is not taken from %s', (_, text) => {
    expect(readBank(page(text))).toBeNull();
  });
});

describe('the account holder over an address', () => {
  it.each([
    ['MR SAMPLE HOLDER\n12 Sample Street\nMillbrook\nMB1 2EX', 'MR SAMPLE HOLDER'],
    ['Frau\nErika Beispiel\nMusterweg 7\n12345 Beispielstadt', 'Erika Beispiel'],
    ['EXAMPLE HOLDINGS LLC\n100 Example Avenue Apt 4\nSpringdale, OH 45000', 'EXAMPLE HOLDINGS LLC'],
    ["SARL EXEMPLE\n3 rue de l'Exemple\n69000 Villemodèle", 'SARL EXEMPLE'],
    ['张示例\n示例路8号\n样本市', '张示例'],
    ['Petra Beispiel\nRinggasse 4/12\n1070 Wien', 'Petra Beispiel'],
    ['MISS ADA EXAMPLE\nSort Code 20-31-52 • Account No 73004518', 'MISS ADA EXAMPLE'],
    ['Extracto 5 Mayo\n\nANA EJEMPLO\nCALLE LILAS 14\n41001 SEVILLA', 'ANA EJEMPLO'],
  ])('%s', (text, holder) => {
    expect(readAddressee(page(`Some Bank        Statement\n\n\n${text}`), 'Some Bank')).toBe(holder);
  });

  it.each([
    ["the bank's own", 'Some Bank\nPostfach\n12345 Beispielstadt'],
    ['a branch', 'Millbrook Branch\n12 High Street\nMB1 2EX'],
    ['labels with values', 'Account number\nPeriod\nSort code 12-34-56'],
    ['a paragraph', 'Deposits are safe\nup to 85,000.00 each'],
    [
      'two names without a title',
      'Anna Example     Paul Sample\n1 High Street    2 Low Street\nTown 1234        Town 2345',
    ],
  ])('is not %s', (_, text) => {
    expect(readAddressee(page(text), 'Some Bank')).toBeNull();
  });
});

describe('what is labelled', () => {
  const values = (text: string) => readIdentities(page(text)).map(({ kind, value }) => [kind, value].join(' '));

  it.each([
    ['Account number: 12345678', 'account 12345678'],
    ['Account number   40-25-02 12345678', 'account 40-25-02 12345678'],
    ['Account No: XXXX-XXXX-1234', 'account XXXX-XXXX-1234'],
    ['账户: 6214 **** **** 1234', 'account 6214 **** **** 1234'],
    ['IBAN DE02 1203 0000 0000 2020 51 BIC HARBDEM1001', 'account DE02 1203 0000 0000 2020 51'],
    ['Savings account 12345678 (GBP)', 'account 12345678'],
    ['Conto deposito 561-297432-940 (EUR)', 'account 561-297432-940'],
    ['Card number: 1234 56** **** 7890', 'card 1234 56** **** 7890'],
    ['Sort Code 20-31-52 • Account No 73004518', 'account 73004518'],
    ['N.º de conta   Saldo anterior\n45772210       32.770,74', 'account 45772210'],
    ['Account Name   :   Ms A Example', 'holder Ms A Example'],
    ['Statement no. 2 for account 4418.22.71640 in May', 'account 4418.22.71640'],
    ['Everyday Checking ••••4821', 'account ••••4821'],
    ['World Mastercard ending in 7781 | 31 days', 'card 7781'],
    ['Account number   Sort code\n12345678         40-25-02', 'account 12345678'],
    ['Kontoinhaber: Erika Beispiel', 'holder Erika Beispiel'],
    ['Titulaire du compte   Claire Exemple', 'holder Claire Exemple'],
    ['Account Name      Sheet\nMs A Example      16', 'holder Ms A Example'],
    ['Name: Sample User', 'holder Sample User'],
    ['户名: 张示例', 'holder 张示例'],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual([expected]);
  });

  it.each([
    'Customer service 0345 600 0199',
    'Account statement 01/08/2021 - 31/08/2021',
    'Please quote your account when you write to us',
    'Name and address of the branch',
  ])('and what is not: %s', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('an IBAN needs no label if its check digits are right', () => {
    expect(values('GB82 WEST 1234 5698 7654 32')).toEqual(['account GB82 WEST 1234 5698 7654 32']);
    expect(values('GB83 WEST 1234 5698 7654 32')).toEqual([]);
    expect(isIban('DE02120300000000202051')).toBe(true);
    expect(isIban('DE02120300000000202052')).toBe(false);
  });
});

describe('the currency', () => {
  const currency = (head: string, figures = '') => {
    const lines = page(head);
    const tokens = figures === '' ? [] : page(figures).flatMap(({ amounts }) => amounts);
    return readCurrency({ head: lines, own: lines, all: lines, figures: tokens, columns: [] });
  };

  it('is what a label says, whatever else is printed', () => {
    expect(currency('Währung   EUR\nFremdwährung 48.00 USD', '48.00 USD')).toBe('EUR');
    expect(currency('Currency: GBP')).toBe('GBP');
    expect(currency('币种   CNY')).toBe('CNY');
  });

  it("is what a table's title says", () => {
    expect(currency('Savings 12345678 (CHF)', '12.00 € 13.00 €')).toBe('CHF');
  });

  it('is what most figures bear', () => {
    expect(currency('', '£12.00   £13.00   €4.00')).toBe('GBP');
  });

  it('is that of the country, where nothing names another', () => {
    expect(currency('IBAN DE02 1203 0000 0000 2020 51')).toBe('EUR');
    expect(currency('Sort code 20-31-52')).toBe('GBP');
    expect(currency('IBAN DE02 1203 0000 0000 2020 51\nSort code 20-31-52')).toBeNull();
    expect(currency('IBAN DE02 1203 0000 0000 2020 51', '$12.00   USD 14.00')).toBe('USD');
  });

  it('is not what a sentence or a lone figure speaks of', () => {
    expect(currency('Deposits are protected up to EUR 100,000.00 by law')).toBeNull();
  });

  it('of a bare sign is told by the country', () => {
    expect(currency('Member FDIC', '$12.00')).toBe('USD');
    expect(currency('Springdale, OH 45000', '$12.00')).toBe('USD');
    expect(currency('ERIE PA 16501', '$12.00')).toBe('USD');
    expect(currency('BSB 123-456', '$12.00')).toBe('AUD');
    expect(currency('取引明細書 お取引', '¥1,200')).toBe('JPY');
    expect(currency('Somewhere', '$12.00')).toBeNull();
  });
});
